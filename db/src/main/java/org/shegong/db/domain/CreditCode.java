package org.shegong.db.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A unified social credit code of GB 32100-2015 (rules document §4).
 *
 * @param text 18 characters, upper case, with a right check character
 */
public record CreditCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** Why a code is refused. */
    public enum Problem {
        /** US01: not 18 characters of the alphabet (which has no I, O, S, V, Z). */
        FORMAT("credit.format"),
        /** US02. */
        CHECKSUM("credit.checksum");

        private final String code;

        Problem(String code) {
            this.code = code;
        }

        /** Stable code, which is also the message key. CHECKSUM's message takes the expected character. */
        public String code() {
            return code;
        }
    }

    /** What is unusual about a code that passes. */
    public enum Warning {
        /** US02: the organisation code in positions 9–17 has a wrong check character of its own. */
        BODY_CHECKSUM("credit.body_checksum"),
        /** US04: positions 3–8 begin with no province. */
        AREA("credit.area");

        private final String code;

        Warning(String code) {
            this.code = code;
        }

        /** Stable code, which is also the message key. */
        public String code() {
            return code;
        }
    }

    /** What checking found. */
    public sealed interface Check {
        /** A code that may be saved; warnings may be empty. */
        record Valid(CreditCode code, Set<Warning> warnings) implements Check {
        }

        /** A code that must not be saved; {@code expectedCheck} is empty unless the checksum failed. */
        record Refused(Problem problem, String normalised, String expectedCheck) implements Check {
        }
    }

    public CreditCode {
        if (!wellFormed(text) || checkCharacter(text) != text.charAt(17)) {
            throw new IllegalArgumentException("not a valid credit code");
        }
    }

    /** Half width, upper case, without spaces and dashes. Null gives the empty text. */
    public static String normalise(String raw) {
        return CellText.compact(raw).replace("-", "").toUpperCase(Locale.ROOT);
    }

    public static Check check(String raw) {
        String text = normalise(raw);
        if (!wellFormed(text)) {
            return new Check.Refused(Problem.FORMAT, text, "");
        }
        char expected = checkCharacter(text);
        if (expected != text.charAt(17)) {
            return new Check.Refused(Problem.CHECKSUM, text, String.valueOf(expected));
        }
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (bodyCheckCharacter(text) != text.charAt(16)) {
            warnings.add(Warning.BODY_CHECKSUM);
        }
        if (!AreaCode.knownProvince(text.substring(2))) {
            warnings.add(Warning.AREA);
        }
        return new Check.Valid(new CreditCode(text), warnings);
    }

    /** US03: registered with civil affairs as a private non-enterprise unit, as social-work agencies are. */
    public boolean isSocialServiceOrganisation() {
        return text.startsWith("52");
    }

    /** The first two characters: registering department and kind of body. */
    public String kind() {
        return text.substring(0, 2);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean wellFormed(String text) {
        return text.length() == 18 && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && text.substring(2, 8).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static char checkCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** GB 11714: check character of the organisation code. */
    private static char bodyCheckCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < BODY_WEIGHTS.length; i++) {
            sum += Character.digit(text.charAt(8 + i), 36) * BODY_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
