package org.shegong.reports.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;

/** The text of a cell as it is printed and shown on screen. */
public final class CellText {
    /** Printed where a figure does not apply. */
    public static final String NOT_APPLICABLE = "\u2014";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private CellText() {
    }

    /** Text of the cell in a column of the given type; empty for unfilled and empty cells. */
    public static String of(Cell cell, ColumnType type) {
        if (cell instanceof Cell.Text text) {
            return text.value();
        }
        if (cell instanceof Cell.Figure figure) {
            return figure(figure.value(), format(figure, type));
        }
        if (cell instanceof Cell.Day day) {
            return day.value().toString();
        }
        if (cell instanceof Cell.Moment moment) {
            return MOMENT.format(moment.value());
        }
        return cell instanceof Cell.NotApplicable ? NOT_APPLICABLE : "";
    }

    /** The figure's own format, or that of its column. */
    public static FigureFormat format(Cell.Figure figure, ColumnType type) {
        return figure.format().orElseGet(() -> switch (type.kind()) {
            case INTEGER -> FigureFormat.fixed(0);
            case DECIMAL, MONEY -> FigureFormat.fixed(type.decimals());
            case PERCENT -> new FigureFormat(true, type.decimals());
            default -> FigureFormat.PLAIN;
        });
    }

    private static String figure(BigDecimal value, FigureFormat format) {
        BigDecimal shown = format.decimals() < 0 ? trimmed(value) : value.setScale(format.decimals(), RoundingMode.HALF_UP);
        return shown.toPlainString() + (format.percent() ? "%" : "");
    }

    private static BigDecimal trimmed(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
