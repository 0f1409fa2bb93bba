package org.shegong.app.controls.text;

import java.time.LocalDate;
import org.shegong.db.domain.Masking;
import org.shegong.db.forms.Field;

/**
 * How much of personal data is shown outside the form.
 *
 * @param names names of persons are masked too, for a screen that others can see
 * @param numbers numbers, addresses, birth dates and notes are masked
 */
public record Masks(boolean names, boolean numbers) {
    /** As at one's own desk: names can be read, everything else is masked. */
    public static final Masks USUAL = new Masks(false, true);
    /** Nothing is masked; whoever asks for it is noted in the journal. */
    public static final Masks NONE = new Masks(false, false);

    /**
     * A value's text with the field's mask laid over it.
     *
     * @param value as stored, for masks that work on it; may be null
     */
    public String over(Field field, Object value, String text) {
        if (field.mask().isEmpty() || text.isEmpty()) {
            return text;
        }
        if (field.mask().equals("name")) {
            return names ? Masking.name(text) : text;
        }
        return numbers ? Masking.by(field.mask(), value instanceof LocalDate date ? date.toString() : text) : text;
    }
}
