package org.shegong.db.forms;

import java.time.LocalDate;
import java.util.Set;
import org.shegong.db.domain.Masking;

/**
 * How much of personal data is shown outside the form: on screen, on paper and in exported lists alike (rules
 * document §7).
 *
 * @param names names of persons are masked; those under age, in judicial care or suffering violence are masked with
 *     the numbers even when this is false
 * @param numbers numbers, addresses, birth dates and notes are masked
 */
public record Masks(boolean names, boolean numbers) {
    /** Fields that name the person whom the record is about; others name relatives or witnesses. */
    private static final Set<String> OWN_NAMES = Set.of("name", "alias");
    /** Everything is masked. */
    public static final Masks ALL = new Masks(true, true);
    /** Nothing is masked; whoever asks for it is noted in the journal. */
    public static final Masks NONE = new Masks(false, false);

    /**
     * A value's text with the field's mask laid over it.
     *
     * @param value as stored, for masks that work on it; may be null
     * @param shield how closely the record's person is hidden
     */
    public String over(Field field, Object value, String text, Shield shield) {
        if (field.mask().isEmpty() || text.isEmpty() || equals(NONE)) {
            return text;
        }
        if (field.mask().equals("name")) {
            return name(text, OWN_NAMES.contains(field.key()) ? shield : shield.ofOthers());
        }
        if (!numbers) {
            return text;
        }
        boolean number = field.mask().equals("id_number") || field.mask().equals("certificate");
        return shield.strict() && number ? Masking.idNumberStrict(text)
            : Masking.by(field.mask(), value instanceof LocalDate date ? date.toString() : text);
    }

    /** A person's name as it may be seen. */
    public String name(String name, Shield shield) {
        if (equals(NONE) || name.isEmpty() || shield.staff()) {
            return name;
        }
        if (shield.nameless()) {
            return Masking.protectedName(shield.fileNo());
        }
        return names ? Masking.name(name) : name;
    }

    /** A cell of this field must hold text, because its typed value would say more than may be seen. */
    public boolean hides(Field field, Shield shield) {
        return !field.mask().isEmpty() && !equals(NONE)
            && !(field.mask().equals("name") && shield.staff());
    }
}
