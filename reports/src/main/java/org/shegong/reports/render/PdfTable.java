package org.shegong.reports.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shegong.reports.document.Alignment;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.CellText;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.ColumnFit;
import org.shegong.reports.document.HeaderCell;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.RowStyle;
import org.shegong.reports.document.Table;
import org.shegong.reports.render.BoxRow.Box;

/** Sets a table: its head once, its rows as pieces under that head. */
final class PdfTable {
    private static final float POINTS_PER_MM = 72 / 25.4f;

    private final Table table;
    private final TextSetter setter;
    private final float pageHeight;
    private final float[] edges;
    private final float size;
    private final float leastHeight;

    PdfTable(Table table, TextSetter setter, double widthMm, float pageHeight) {
        this.table = table;
        this.setter = setter;
        this.pageHeight = pageHeight;
        ColumnFit fit = ColumnFit.of(table.columns(), widthMm);
        this.size = (float) (table.look().points() * fit.scale());
        this.leastHeight = (float) (table.look().rowMillimetres() * fit.scale()) * POINTS_PER_MM;
        this.edges = new float[table.columns().size() + 1];
        for (int i = 0; i < table.columns().size(); i++) {
            edges[i + 1] = edges[i] + fit.widthsMm().get(i).floatValue() * POINTS_PER_MM;
        }
    }

    List<Piece> pieces() {
        Piece head = head().in(table);
        float tallest = pageHeight - head.height();
        List<Piece> pieces = new ArrayList<>();
        pieces.add(table.rows().isEmpty() ? head : head.keep());
        for (Row row : table.rows()) {
            boolean section = row.style().kind() == RowStyle.Kind.SECTION;
            BoxRow boxes = section ? section(row) : row(row);
            for (Piece piece : boxes.pieces(table, tallest)) {
                Piece placed = piece.under(head);
                pieces.add(section ? placed.keep() : placed);
            }
        }
        return pieces;
    }

    private Piece head() {
        int rows = HeaderCell.rows(table.columns());
        float[] heights = new float[rows];
        Arrays.fill(heights, leastHeight);
        List<HeaderCell> cells = HeaderCell.of(table.columns());
        List<Box> boxes = new ArrayList<>();
        for (HeaderCell cell : cells) {
            float x = edges[cell.column()];
            float width = edges[cell.column() + cell.colSpan()] - x;
            List<TextLine> lines = setter.balance(cell.text(), FontRole.HEAD, size, width - 2 * BoxRow.PAD_X);
            boxes.add(new Box(x, width, lines, Alignment.CENTRE, PdfCanvas.Tint.HEAD, false));
            float share = (TextLine.height(lines) + 2 * BoxRow.PAD_Y) / cell.rowSpan();
            for (int r = cell.row(); r < cell.row() + cell.rowSpan(); r++) {
                heights[r] = Math.max(heights[r], share);
            }
        }
        float total = rows == 1 ? heights[0] : heights[0] + heights[1];
        return Piece.of(total, (canvas, top, first, last) -> {
            for (int i = 0; i < boxes.size(); i++) {
                HeaderCell cell = cells.get(i);
                float y = cell.row() == 0 ? top : top + heights[0];
                float height = cell.rowSpan() == rows ? total : heights[cell.row()];
                boxes.get(i).paint(canvas, y, height);
            }
            BoxRow.outline(canvas, boxes, top, total, true, last);
        });
    }

    private BoxRow section(Row row) {
        float width = edges[edges.length - 1];
        String text = row.cells().isEmpty() ? "" : CellText.of(row.cells().get(0), table.columns().get(0).type());
        List<TextLine> lines = setter.wrap(text, FontRole.HEAD, size, width - 2 * BoxRow.PAD_X);
        return new BoxRow(List.of(new Box(0, width, lines, Alignment.LEFT, PdfCanvas.Tint.BAND, false)), leastHeight);
    }

    private BoxRow row(Row row) {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            boxes.add(box(row, i));
        }
        return new BoxRow(boxes, leastHeight);
    }

    private Box box(Row row, int index) {
        Cell cell = row.cells().get(index);
        Column column = table.columns().get(index);
        boolean missing = row.style().highlighted() || cell instanceof Cell.Unfilled;
        float indent = index == table.labelColumn() ? row.style().indent() * 2 * size : 0;
        float x = edges[index];
        float width = edges[index + 1] - x;
        FontRole role = row.style().kind() == RowStyle.Kind.TOTAL ? FontRole.BODY_BOLD : FontRole.BODY;
        String text = CellText.of(cell, column.type());
        float room = width - 2 * BoxRow.PAD_X - indent;
        List<TextLine> lines = column.type().keepsOnOneLine() ? setter.shrink(text, role, size, room)
                : setter.wrap(text, role, size, room);
        Alignment side = cell instanceof Cell.NotApplicable ? Alignment.CENTRE : column.type().alignment();
        return new Box(x, width, lines.stream().map(line -> line.shifted(indent)).toList(), side,
                missing ? PdfCanvas.Tint.MISSING : PdfCanvas.Tint.NONE, false);
    }
}
