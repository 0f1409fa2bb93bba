package org.shegong.db.domain;

import java.util.Optional;
import java.util.Set;

/**
 * A code of the statistical division table (code lists §18): 6 digits for a county, 9 for a township, 12 for a
 * village. Only the form is checked here; whether a code exists is for the imported table to say.
 *
 * @param digits 6, 9 or 12 digits
 */
public record AreaCode(String digits) {
    private static final Set<String> PROVINCES = Set.of("11", "12", "13", "14", "15", "21", "22", "23", "31", "32",
            "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61",
            "62", "63", "64", "65", "71", "81", "82", "83", "91");

    /** How far down a code reaches. */
    public enum Level { COUNTY, TOWNSHIP, VILLAGE }

    public AreaCode {
        if (!digits.matches("\\d{6}|\\d{9}|\\d{12}") || !knownProvince(digits)) {
            throw new IllegalArgumentException("not an area code");
        }
    }

    /** Empty unless the text is 6, 9 or 12 digits (full width and spaces allowed) of a known province. */
    public static Optional<AreaCode> parse(String raw) {
        String text = CellText.compact(raw);
        return text.matches("\\d{6}|\\d{9}|\\d{12}") && knownProvince(text)
                ? Optional.of(new AreaCode(text)) : Optional.empty();
    }

    /** True when the first two digits are a province of GB/T 2260, or 81/82/83/91 (rules document ID05). */
    public static boolean knownProvince(String digits) {
        return digits.length() >= 2 && PROVINCES.contains(digits.substring(0, 2));
    }

    public Level level() {
        return switch (digits.length()) {
            case 6 -> Level.COUNTY;
            case 9 -> Level.TOWNSHIP;
            default -> Level.VILLAGE;
        };
    }

    public String province() {
        return digits.substring(0, 2);
    }

    public String county() {
        return digits.substring(0, 6);
    }

    /** Empty for a county code. */
    public Optional<AreaCode> parent() {
        return level() == Level.COUNTY ? Optional.empty()
                : Optional.of(new AreaCode(digits.substring(0, digits.length() - 3)));
    }

    /** True when {@code other} is this area or lies inside it; trailing zeros of a longer code do not matter. */
    public boolean contains(AreaCode other) {
        String own = digits.length() > 6 ? digits.replaceFirst("(000)+$", "") : digits;
        return other.digits.startsWith(own);
    }

    @Override
    public String toString() {
        return digits;
    }
}
