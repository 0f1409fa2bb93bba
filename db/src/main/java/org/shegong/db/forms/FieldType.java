package org.shegong.db.forms;

/**
 * What a field holds, after the field types of the station's working forms (forms catalogue, section 0).
 *
 * <p>In memory a value is: {@code String} for TEXT, LONG_TEXT, CODE, REF and AUTO; {@code Long} for INTEGER,
 * MONEY (fen) and MINUTES; {@code BigDecimal} for DECIMAL; {@code LocalDate}, {@code LocalDateTime} and
 * {@code LocalTime} for the three date types; {@code Boolean} for BOOL; {@code List<String>} for CODES, REFS and
 * ATTACHMENT. An absent value is a missing key or {@code null}, never an empty string or list.
 */
public enum FieldType {
    TEXT, LONG_TEXT, INTEGER, DECIMAL, MONEY, DATE, DATE_TIME, TIME, MINUTES, BOOL, CODE, CODES, REF, REFS,
    ATTACHMENT, AUTO, COMPUTED;

    /** True for types that hold several values, which live in child tables instead of a column. */
    public boolean isMany() {
        return this == CODES || this == REFS || this == ATTACHMENT;
    }

    /** True for types kept as a number in the database. */
    public boolean isNumberColumn() {
        return this == INTEGER || this == MONEY || this == MINUTES || this == BOOL;
    }

    /** True for types whose value the program works out anew each time. */
    public boolean isComputed() {
        return this == COMPUTED;
    }
}
