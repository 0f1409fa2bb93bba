package org.shegong.db.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A citizen's ID number of GB 11643-1999: 6 digits area, 8 birth date, 3 serial (odd for men), 1 check
 * character (rules document §1). An instance has passed every refusing rule.
 *
 * @param text 18 characters, the last a digit or {@code X}
 */
public record IdNumber(String text) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int GREAT_AGE = 120;

    public IdNumber {
        if (!text.matches("\\d{17}[\\dX]") || checkCharacter(text) != text.charAt(17)
                || birthDate(text).isEmpty()) {
            throw new IllegalArgumentException("not a valid ID number");
        }
    }

    /**
     * ID01: half width, no spaces or invisible characters, {@code x} to {@code X}. Dashes between digits go
     * too. Does not lengthen a 15-digit number and repairs nothing else. Null gives the empty text.
     */
    public static String normalise(String raw) {
        return CellText.compact(raw).replaceAll("(?<=\\d)[-\u2010-\u2015](?=[\\dxX])", "")
                .toUpperCase(Locale.ROOT);
    }

    /** {@link #check(String, LocalDate, Predicate)} where every area code counts as known. */
    public static IdCheck check(String raw, LocalDate today) {
        return check(raw, today, area -> true);
    }

    /**
     * Tries the rules in the order length, birth date, checksum, province, placeholder; the first that fails
     * is the answer. A 15-digit number with a possible birth date is lengthened and gives a warning (ID09).
     *
     * @param today     the last permitted birth date
     * @param knownArea whether a 6-digit area code is in the station's table, abolished codes included
     */
    public static IdCheck check(String raw, LocalDate today, Predicate<String> knownArea) {
        String text = normalise(raw);
        Set<IdWarning> warnings = EnumSet.noneOf(IdWarning.class);
        Optional<String> lengthened = lengthen(text);
        if (lengthened.isPresent()) {
            warnings.add(IdWarning.OLD_NUMBER);
        }
        String number = lengthened.orElse(text);
        IdProblem problem = problem(number, today);
        if (problem != null) {
            String expected = problem == IdProblem.CHECKSUM ? String.valueOf(checkCharacter(number)) : "";
            return new IdCheck.Refused(problem, text, expected);
        }
        IdNumber valid = new IdNumber(number);
        valid.addWarnings(warnings, today, knownArea);
        return new IdCheck.Valid(valid, warnings);
    }

    /** ID09: {@code 19} goes in after the area and a check character at the end; empty unless that is a date. */
    public static Optional<String> lengthen(String fifteenDigits) {
        if (!fifteenDigits.matches("\\d{15}")) {
            return Optional.empty();
        }
        String body = fifteenDigits.substring(0, 6) + "19" + fifteenDigits.substring(6);
        return birthDate(body).isEmpty() ? Optional.empty() : Optional.of(body + checkCharacter(body));
    }

    /** The check character that the first 17 digits ask for. */
    public static char checkCharacter(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    /**
     * True for what a spreadsheet leaves of a number that was stored as a number: scientific notation, or 18
     * digits ending in 000 whose checksum fails (rules document §12 I1, I2).
     */
    public static boolean lostDigits(String raw) {
        String text = normalise(raw);
        return text.matches("\\d(\\.\\d+)?E\\+?1[4-8]")
                || text.matches("\\d{15}000") && checkCharacter(text) != '0';
    }

    public LocalDate birthDate() {
        return birthDate(text).orElseThrow();
    }

    public Sex sex() {
        return (text.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** The 6-digit code of the area that first issued a number; it says nothing about where a person lives. */
    public String area() {
        return text.substring(0, 6);
    }

    public int ageOn(LocalDate date) {
        return AgeOn.years(birthDate(), date);
    }

    @Override
    public String toString() {
        return Masking.idNumber(text);
    }

    private static IdProblem problem(String number, LocalDate today) {
        if (number.length() == 18 && number.indexOf('*') >= 0) {
            return IdProblem.MASKED;
        }
        if (!number.matches("\\d{17}[\\dX]")) {
            return IdProblem.LENGTH;
        }
        Optional<LocalDate> birth = birthDate(number);
        if (birth.isEmpty() || birth.get().isAfter(today)) {
            return IdProblem.BIRTH_DATE;
        }
        if (checkCharacter(number) != number.charAt(17)) {
            return IdProblem.CHECKSUM;
        }
        if (!AreaCode.knownProvince(number)) {
            return IdProblem.PROVINCE;
        }
        return isPlaceholder(number) ? IdProblem.PLACEHOLDER : null;
    }

    /** ID11: no area has six equal digits or counts up from 1. */
    private static boolean isPlaceholder(String number) {
        return number.matches("(\\d)\\1{5}.*") || number.startsWith("123456");
    }

    private static Optional<LocalDate> birthDate(String number) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)), Integer.parseInt(number.substring(12, 14))))
                    .filter(date -> date.getYear() >= 1800);
        } catch (DateTimeException impossibleDate) {
            return Optional.empty();
        }
    }

    private void addWarnings(Set<IdWarning> warnings, LocalDate today, Predicate<String> knownArea) {
        if (birthDate().isBefore(EARLIEST) || ageOn(today) > GREAT_AGE) {
            warnings.add(IdWarning.AGE);
        }
        if (text.matches("8[123].*")) {
            warnings.add(IdWarning.RESIDENCE_PERMIT);
        } else if (!knownArea.test(area())) {
            warnings.add(IdWarning.AREA_UNKNOWN);
        }
    }
}
