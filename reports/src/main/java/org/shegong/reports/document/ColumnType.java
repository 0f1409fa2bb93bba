package org.shegong.reports.document;

import java.util.Objects;

/**
 * What the cells of a column hold. It decides alignment and how figures without a format of their own are written.
 *
 * @param kind     the kind of value
 * @param decimals decimal places of figures; 0 for other kinds
 */
public record ColumnType(Kind kind, int decimals) {

    /** Kinds of value. */
    public enum Kind {
        /** Text on the left; figures in it are written plainly. */
        TEXT,
        /** Short centred text, such as units and codes. */
        CENTRED,
        /** Whole numbers. */
        INTEGER,
        /** Numbers with fixed decimals. */
        DECIMAL,
        /** Percentages; the figure 80 is written {@code 80.0%}. */
        PERCENT,
        /** Money in yuan with two decimals. */
        MONEY,
        /** Dates. */
        DATE,
        /** Dates with time of day. */
        DATE_TIME,
        /** Numbers that are names: identity, account and telephone numbers; always text, never a number. */
        ID
    }

    public static final ColumnType TEXT = new ColumnType(Kind.TEXT, 0);
    public static final ColumnType CENTRED = new ColumnType(Kind.CENTRED, 0);
    public static final ColumnType INTEGER = new ColumnType(Kind.INTEGER, 0);
    public static final ColumnType PERCENT = new ColumnType(Kind.PERCENT, 1);
    public static final ColumnType MONEY = new ColumnType(Kind.MONEY, 2);
    public static final ColumnType DATE = new ColumnType(Kind.DATE, 0);
    public static final ColumnType DATE_TIME = new ColumnType(Kind.DATE_TIME, 0);
    public static final ColumnType ID = new ColumnType(Kind.ID, 0);

    public ColumnType {
        Objects.requireNonNull(kind, "kind");
        if (decimals < 0 || decimals > 10) {
            throw new IllegalArgumentException("decimals " + decimals);
        }
    }

    /** Numbers with the given decimal places, 0 to 10. */
    public static ColumnType decimal(int decimals) {
        return new ColumnType(Kind.DECIMAL, decimals);
    }

    /** Side on which cells of this type stand: text left, figures right, codes and dates centred. */
    public Alignment alignment() {
        return switch (kind) {
            case TEXT -> Alignment.LEFT;
            case CENTRED, DATE, DATE_TIME, ID -> Alignment.CENTRE;
            case INTEGER, DECIMAL, PERCENT, MONEY -> Alignment.RIGHT;
        };
    }

    /** True for kinds whose cells should shrink rather than wrap when the column is narrow. */
    public boolean keepsOnOneLine() {
        return kind != Kind.TEXT && kind != Kind.CENTRED;
    }
}
