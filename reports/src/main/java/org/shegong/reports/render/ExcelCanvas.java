package org.shegong.reports.render;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** A worksheet being filled from top to bottom on a grid of columns. */
final class ExcelCanvas {
    private static final double MM_PER_POINT = 25.4 / 72;
    private static final double TALLEST_ROW = 409;

    private final Sheet sheet;
    private final ExcelStyles styles;
    private final ColumnGrid grid;
    private int next;
    private double height;

    ExcelCanvas(Sheet sheet, ExcelStyles styles, ColumnGrid grid) {
        this.sheet = sheet;
        this.styles = styles;
        this.grid = grid;
    }

    ColumnGrid grid() {
        return grid;
    }

    /** Index of the row that comes next, which is also the number of rows so far. */
    int rows() {
        return next;
    }

    /** Height of all rows so far in points. */
    double heightSoFar() {
        return height;
    }

    /** Appends a row of the given height in points and returns its index. */
    int addRow(double points) {
        Row row = sheet.createRow(next);
        double bounded = Math.min(TALLEST_ROW, points);
        row.setHeightInPoints((float) bounded);
        height += bounded;
        return next++;
    }

    /** Appends as many rows as the height in points needs, a single row being limited; returns the index of the first. */
    int addRows(double points) {
        int first = next;
        int count = Math.max(1, (int) Math.ceil(points / TALLEST_ROW));
        for (int i = 0; i < count; i++) {
            addRow(points / count);
        }
        return first;
    }

    /** A styled cell over one or more columns of one row; merged when it covers several. */
    Cell cell(int row, int first, int last, ExcelLook look) {
        return area(row, row, first, last, look);
    }

    /** A styled cell over an area; merged when it covers several cells. The rows must exist. */
    Cell area(int top, int bottom, int first, int last, ExcelLook look) {
        CellStyle style = styles.style(look);
        for (int r = top; r <= bottom; r++) {
            Row row = sheet.getRow(r);
            for (int c = first; c <= last; c++) {
                row.createCell(c).setCellStyle(style);
            }
        }
        if (bottom > top || last > first) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(top, bottom, first, last));
        }
        return sheet.getRow(top).getCell(first);
    }

    /** Text over one or more columns of one row. */
    void text(int row, int first, int last, String text, ExcelLook look) {
        text(row, row, first, last, text, look);
    }

    /** Text over an area whose rows exist. */
    void text(int top, int bottom, int first, int last, String text, ExcelLook look) {
        boolean literal = ExcelValue.looksLikeFormula(text);
        ExcelValue.putText(area(top, bottom, first, last, literal ? look.asLiteral() : look), text);
    }

    /** A new row with one text over all columns, as high as the text needs. */
    void line(String text, ExcelLook look, double leastPoints) {
        int last = grid.columns() - 1;
        int row = addRow(Math.max(leastPoints, needed(text, look.points(), grid.widthMm(0, last))));
        text(row, 0, last, text, look);
    }

    /** Height in points that wrapped text needs in a cell of the given width. */
    static double needed(String text, double points, double widthMm) {
        return lines(text, points, widthMm) * points * 1.32 + 5;
    }

    /** Estimated lines of wrapped text; at least 1. */
    static int lines(String text, double points, double widthMm) {
        double room = Math.max(points * MM_PER_POINT, widthMm - 2);
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines += Math.max(1, (int) Math.ceil(widthMm(paragraph, points) / room - 0.01));
        }
        return lines;
    }

    /** Estimated width of one line of text: full-width characters one em, others a little over half. */
    static double widthMm(String text, double points) {
        double em = text.codePoints().mapToDouble(c -> c < 0x2000 ? 0.54 : 1).sum();
        return em * points * MM_PER_POINT;
    }
}
