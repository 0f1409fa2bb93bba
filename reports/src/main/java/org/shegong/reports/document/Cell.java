package org.shegong.reports.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;

/** Content of one table cell. Zero, not applicable and not filled in are three different things. */
public sealed interface Cell {

    /** Empty on purpose: nothing is missing. */
    Cell EMPTY = new Text("");
    /** The figure cannot exist here; printed as a dash. */
    Cell NOT_APPLICABLE = new NotApplicable();
    /** Still to be filled in: blank and highlighted. */
    Cell UNFILLED = new Unfilled();

    /** Text, always written as text even when it looks like a number or a formula. */
    record Text(String value) implements Cell {
        public Text {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A figure.
     *
     * @param value  never null; percentages as points (80 for 80 %), money in yuan
     * @param format empty takes the format of the column
     */
    record Figure(BigDecimal value, Optional<FigureFormat> format) implements Cell {
        public Figure {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(format, "format");
        }
    }

    /** A calendar day. */
    record Day(LocalDate value) implements Cell {
        public Day {
            Objects.requireNonNull(value, "value");
        }
    }

    /** A moment, to the minute. */
    record Moment(LocalDateTime value) implements Cell {
        public Moment {
            Objects.requireNonNull(value, "value");
        }
    }

    /** See {@link #NOT_APPLICABLE}. */
    record NotApplicable() implements Cell {
    }

    /** See {@link #UNFILLED}. */
    record Unfilled() implements Cell {
    }

    /** Text; null becomes {@link #EMPTY}. */
    static Cell text(String value) {
        return value == null || value.isEmpty() ? EMPTY : new Text(value);
    }

    /** A whole number in the column's format. */
    static Cell number(long value) {
        return new Figure(BigDecimal.valueOf(value), Optional.empty());
    }

    /** A number in the column's format; null becomes {@link #EMPTY}. */
    static Cell number(BigDecimal value) {
        return value == null ? EMPTY : new Figure(value, Optional.empty());
    }

    /** A number with decimal places of its own, for columns that mix units; null becomes {@link #EMPTY}. */
    static Cell number(BigDecimal value, int decimals) {
        return value == null ? EMPTY : new Figure(value, Optional.of(FigureFormat.fixed(decimals)));
    }

    /** Percentage points written with a percent sign; null becomes {@link #EMPTY}. */
    static Cell percent(BigDecimal points, int decimals) {
        return points == null ? EMPTY : new Figure(points, Optional.of(new FigureFormat(true, decimals)));
    }

    /** Money given in fen, shown in yuan with two decimals. */
    static Cell money(long fen) {
        return new Figure(BigDecimal.valueOf(fen, 2), Optional.of(FigureFormat.fixed(2)));
    }

    /** A day; null becomes {@link #EMPTY}. */
    static Cell date(LocalDate value) {
        return value == null ? EMPTY : new Day(value);
    }

    /** A moment; null becomes {@link #EMPTY}. */
    static Cell dateTime(LocalDateTime value) {
        return value == null ? EMPTY : new Moment(value);
    }
}
