package org.shegong.reports.render;

import java.util.Arrays;
import java.util.List;
import org.shegong.reports.document.Alignment;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.CellText;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.HeaderCell;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.RowStyle;
import org.shegong.reports.document.Table;

/** Writes a table's head and rows onto the shared columns of a worksheet. */
final class ExcelTable {
    private static final double POINTS_PER_MM = 72 / 25.4;

    private final ExcelCanvas canvas;
    private final Table table;
    private final int[] first;
    private final int[] last;
    private final double points;
    private final double leastHeight;

    ExcelTable(ExcelCanvas canvas, Table table, double printableWidth) {
        this.canvas = canvas;
        this.table = table;
        this.points = table.look().points();
        this.leastHeight = table.look().rowMillimetres() * POINTS_PER_MM;
        List<Double> edges = ColumnGrid.tableEdges(table, printableWidth);
        int columns = table.columns().size();
        first = new int[columns];
        last = new int[columns];
        for (int i = 0; i < columns; i++) {
            first[i] = canvas.grid().columnAt(edges.get(i));
            last[i] = Math.max(first[i], canvas.grid().columnAt(edges.get(i + 1)) - 1);
        }
    }

    void head() {
        List<HeaderCell> cells = HeaderCell.of(table.columns());
        int rows = HeaderCell.rows(table.columns());
        double[] heights = new double[rows];
        Arrays.fill(heights, leastHeight);
        for (HeaderCell cell : cells) {
            double needed = ExcelCanvas.needed(cell.text(), points, width(cell.column(), cell.column() + cell.colSpan() - 1));
            double share = needed / cell.rowSpan();
            for (int r = cell.row(); r < cell.row() + cell.rowSpan(); r++) {
                heights[r] = Math.max(heights[r], share);
            }
        }
        int top = canvas.rows();
        for (double height : heights) {
            canvas.addRow(height);
        }
        ExcelLook look = ExcelLook.plain(ExcelLook.Font.HEAD, points, Alignment.CENTRE)
                .tinted(ExcelLook.Tint.HEAD).framed(ExcelLook.Frame.ALL);
        for (HeaderCell cell : cells) {
            int row = top + cell.row();
            ExcelValue.putText(canvas.area(row, row + cell.rowSpan() - 1, first[cell.column()],
                    last[cell.column() + cell.colSpan() - 1], look), cell.text());
        }
    }

    void body() {
        for (Row row : table.rows()) {
            if (row.style().kind() == RowStyle.Kind.SECTION) {
                section(row);
            } else {
                row(row);
            }
        }
    }

    private void section(Row row) {
        String text = row.cells().isEmpty() ? "" : CellText.of(row.cells().get(0), table.columns().get(0).type());
        ExcelLook look = ExcelLook.plain(ExcelLook.Font.HEAD, points, Alignment.LEFT)
                .tinted(ExcelLook.Tint.BAND).framed(ExcelLook.Frame.ALL);
        int end = last[last.length - 1];
        int index = canvas.addRow(Math.max(leastHeight, ExcelCanvas.needed(text, points, canvas.grid().widthMm(0, end))));
        canvas.text(index, first[0], end, text, look);
    }

    private void row(Row row) {
        double height = leastHeight;
        for (int i = 0; i < row.cells().size(); i++) {
            Column column = table.columns().get(i);
            if (!column.type().keepsOnOneLine()) {
                double indent = i == table.labelColumn() ? row.style().indent() * points * 0.7 : 0;
                height = Math.max(height, ExcelCanvas.needed(CellText.of(row.cells().get(i), column.type()), points,
                        width(i, i) - indent));
            }
        }
        int index = canvas.addRow(height);
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            Column column = table.columns().get(i);
            ExcelLook look = ExcelValue.look(look(row.style(), i, cell), cell, column.type());
            ExcelValue.put(canvas.cell(index, first[i], last[i], look), cell, column.type());
        }
    }

    private ExcelLook look(RowStyle style, int index, Cell cell) {
        Column column = table.columns().get(index);
        ExcelLook.Font font = style.kind() == RowStyle.Kind.TOTAL ? ExcelLook.Font.BOLD : ExcelLook.Font.BODY;
        boolean dash = cell instanceof Cell.NotApplicable;
        ExcelLook look = ExcelLook.plain(font, points, dash ? Alignment.CENTRE : column.type().alignment())
                .framed(ExcelLook.Frame.ALL).unlocked();
        if (column.type().keepsOnOneLine()) {
            look = look.fitted(ExcelLook.Fit.SHRINK);
        }
        if (index == table.labelColumn() && style.indent() > 0) {
            look = look.indented(2 * style.indent());
        }
        return style.highlighted() || cell instanceof Cell.Unfilled ? look.tinted(ExcelLook.Tint.MISSING) : look;
    }

    private double width(int from, int to) {
        return canvas.grid().widthMm(first[from], last[to]);
    }
}
