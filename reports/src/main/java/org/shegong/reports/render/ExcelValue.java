package org.shegong.reports.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.CellText;
import org.shegong.reports.document.ColumnType;
import org.shegong.reports.document.FigureFormat;

/** Writes the model's values into worksheet cells: figures as numbers, days as dates, everything else as text. */
final class ExcelValue {
    /** Longest text a worksheet cell can hold. */
    static final int LONGEST_TEXT = 32_767;
    private static final int EXACT_DIGITS = 15;
    private static final String FORMULA_STARTS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private ExcelValue() {
    }

    /** True for text that a spreadsheet could take for a formula when it is edited or passed on. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** The look completed by what the value needs: number format, text format, mark of literal text. */
    static ExcelLook look(ExcelLook base, Cell cell, ColumnType type) {
        if (cell instanceof Cell.Figure figure && isExact(figure.value())) {
            return base.formatted(numberFormat(CellText.format(figure, type)));
        }
        if (cell instanceof Cell.Day) {
            return base.formatted("yyyy-mm-dd");
        }
        if (cell instanceof Cell.Moment) {
            return base.formatted("yyyy-mm-dd hh:mm");
        }
        ExcelLook text = type.kind() == ColumnType.Kind.ID ? base.formatted("@") : base;
        return cell instanceof Cell.Text value && looksLikeFormula(value.value()) ? text.asLiteral() : text;
    }

    /** Puts the value into the cell; unfilled and empty cells stay blank. */
    static void put(org.apache.poi.ss.usermodel.Cell target, Cell cell, ColumnType type) {
        if (cell instanceof Cell.Figure figure && isExact(figure.value())) {
            target.setCellValue(stored(figure.value(), CellText.format(figure, type)).doubleValue());
        } else if (cell instanceof Cell.Day day) {
            target.setCellValue(day.value());
        } else if (cell instanceof Cell.Moment moment) {
            target.setCellValue(moment.value());
        } else {
            putText(target, CellText.of(cell, type));
        }
    }

    /** Puts text into the cell, shortened to what a cell can hold; empty text leaves it blank. */
    static void putText(org.apache.poi.ss.usermodel.Cell target, String text) {
        if (!text.isEmpty()) {
            target.setCellValue(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "\u2026");
        }
    }

    private static boolean isExact(BigDecimal value) {
        return value.precision() <= EXACT_DIGITS;
    }

    /** What is shown is what is stored, so that paper and file add up alike. */
    private static BigDecimal stored(BigDecimal value, FigureFormat format) {
        BigDecimal shown = format.decimals() < 0 ? value : value.setScale(format.decimals(), RoundingMode.HALF_UP);
        return format.percent() ? shown.movePointLeft(2) : shown;
    }

    private static String numberFormat(FigureFormat format) {
        if (format.decimals() < 0) {
            return format.percent() ? "0.##%" : "";
        }
        String places = format.decimals() == 0 ? "0" : "0." + "0".repeat(format.decimals());
        return format.percent() ? places + "%" : places;
    }
}
