package org.shegong.db.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a disability card: the holder's ID number, a category 1–7 (7: several), a degree 1–4 and
 * perhaps a suffix after a replacement (rules document §5 DS01).
 *
 * @param holder   the 18 characters of the ID number; its own rules are not tried here
 * @param category 1 to 7
 * @param degree   1 (heaviest) to 4
 * @param suffix   may be empty
 */
public record DisabilityCardNo(String holder, int category, int degree, String suffix) {
    private static final Pattern FORM = Pattern.compile("(\\d{17}[\\dX])([1-7])([1-4])([0-9A-Z]{0,3})");
    private static final int YEARS_VALID = 10;

    /** Empty unless the text has the form of a card number; spaces, full width and lower case are allowed. */
    public static Optional<DisabilityCardNo> parse(String raw) {
        Matcher form = FORM.matcher(IdNumber.normalise(raw));
        return form.matches()
                ? Optional.of(new DisabilityCardNo(form.group(1), Integer.parseInt(form.group(2)),
                        Integer.parseInt(form.group(3)), form.group(4)))
                : Optional.empty();
    }

    /** Whether the card was issued for this ID number (a difference is a warning). */
    public boolean belongsTo(String idNumber) {
        return holder.equals(IdNumber.normalise(idNumber));
    }

    /** The day from which a card issued on a date is no longer valid. */
    public static LocalDate expires(LocalDate issued) {
        return issued.plusYears(YEARS_VALID);
    }

    /** The whole number. */
    public String text() {
        return holder + category + degree + suffix;
    }

    @Override
    public String toString() {
        return Masking.certificate(text());
    }
}
