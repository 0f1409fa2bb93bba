package org.shegong.reports.ledger.read;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * One cell as the file stores it, with the text a person sees.
 *
 * @param kind   what the cell holds; formulas have the kind of their cached result
 * @param text   what a person reads, never null; empty for a blank cell
 * @param number the number behind NUMBER and DATE cells, else null
 * @param moment the moment of a DATE cell, or of a NUMBER cell of a workbook that counts days from 1904, else null;
 *               a mere time of day lies on the workbook's day zero
 * @param exact  false for a NUMBER whose digits the file no longer holds (more than a double can carry)
 */
public record Cell(Kind kind, String text, BigDecimal number, LocalDateTime moment, boolean exact) {

    /** What a cell holds. */
    public enum Kind { BLANK, TEXT, NUMBER, DATE, BOOL, ERROR }

    /** The one blank cell. */
    public static final Cell BLANK = new Cell(Kind.BLANK, "", null, null, true);

    private static final int DIGITS_OF_A_DOUBLE = 15;
    /** No number of a workbook has more places; written out, a larger one would fill the memory. */
    private static final int MOST_PLACES = 400;

    /** A text cell; text without any visible character gives {@link #BLANK}. */
    public static Cell text(String value) {
        return Blank.isBlank(value) ? BLANK : new Cell(Kind.TEXT, value, null, null, true);
    }

    /**
     * A number cell from the digits the file holds.
     *
     * @param stored the number as written in the file, for example {@code 4.5E+17}; up to fifteen digits
     *               are exact in any notation, more only when they are written out as an integer
     * @throws ArithmeticException for a number that no program can have written
     */
    public static Cell number(String stored) {
        BigDecimal value = new BigDecimal(stored.trim());
        if (value.precision() > MOST_PLACES || Math.abs((long) value.scale()) > MOST_PLACES) {
            throw new ArithmeticException("more than " + MOST_PLACES + " places");
        }
        boolean whole = stored.chars().allMatch(Character::isDigit);
        boolean exact = value.abs().toBigInteger().toString().length() <= DIGITS_OF_A_DOUBLE
                || whole && !stored.endsWith("000");
        return new Cell(Kind.NUMBER, plain(value), value, null, exact);
    }

    /** A number cell that stands for a day if its column holds dates, by the day count of its workbook. */
    public static Cell number(String stored, LocalDateTime moment) {
        Cell plain = number(stored);
        return new Cell(plain.kind(), plain.text(), plain.number(), moment, plain.exact());
    }

    /** A date or time cell. */
    public static Cell date(LocalDateTime moment, BigDecimal number) {
        boolean midnight = moment.toLocalTime().toSecondOfDay() == 0;
        String text = midnight ? moment.toLocalDate().toString() : moment.toString().replace('T', ' ');
        return new Cell(Kind.DATE, text, number, moment, true);
    }

    /** True when nothing visible stands in the cell. */
    public boolean isBlank() {
        return kind == Kind.BLANK;
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }
}
