package org.shegong.reports.render;

import java.util.List;
import org.shegong.reports.document.Alignment;
import org.shegong.reports.document.FormGrid;
import org.shegong.reports.document.FormGrid.GridField;
import org.shegong.reports.document.FormGrid.GridRow;

/** Writes a form grid onto the shared columns of a worksheet. */
final class ExcelForm {
    private static final double POINTS = 10.5;
    private static final double LEAST_HEIGHT = 21;
    private static final double LINE = POINTS * 1.32;

    private final ExcelCanvas canvas;
    private final double printableWidth;
    private final int end;

    ExcelForm(ExcelCanvas canvas, double printableWidth) {
        this.canvas = canvas;
        this.printableWidth = printableWidth;
        this.end = canvas.grid().columns() - 1;
    }

    void write(FormGrid form) {
        List<Double> edges = ColumnGrid.formEdges(form, printableWidth);
        for (GridRow row : form.rows()) {
            if (row instanceof GridRow.Band band) {
                canvas.line(band.text(), framed(ExcelLook.Font.HEAD).tinted(ExcelLook.Tint.BAND), LEAST_HEIGHT);
            } else if (row instanceof GridRow.Fields fields) {
                fields(fields.fields(), edges);
            }
        }
    }

    private void fields(List<GridField> fields, List<Double> edges) {
        int top = canvas.addRows(height(fields, edges));
        int bottom = canvas.rows() - 1;
        int pair = 0;
        for (int i = 0; i < fields.size(); i++) {
            GridField field = fields.get(i);
            int start = canvas.grid().columnAt(edges.get(2 * pair));
            int value = field.label().isEmpty() ? start : canvas.grid().columnAt(edges.get(2 * pair + 1));
            pair += field.span();
            int last = i == fields.size() - 1 ? end : canvas.grid().columnAt(edges.get(2 * pair)) - 1;
            if (value > start) {
                canvas.text(top, bottom, start, value - 1, field.label(),
                        ExcelLook.plain(ExcelLook.Font.HEAD, POINTS, Alignment.CENTRE).framed(ExcelLook.Frame.ALL));
            }
            canvas.text(top, bottom, value, Math.max(value, last), FormText.of(field.value()),
                    framed(ExcelLook.Font.BODY).unlocked());
        }
    }

    private double height(List<GridField> fields, List<Double> edges) {
        double height = LEAST_HEIGHT;
        int pair = 0;
        for (int i = 0; i < fields.size(); i++) {
            GridField field = fields.get(i);
            double from = edges.get(2 * pair + (field.label().isEmpty() ? 0 : 1));
            double labelRoom = edges.get(2 * pair + 1) - edges.get(2 * pair);
            pair += field.span();
            double to = i == fields.size() - 1 ? printableWidth : edges.get(2 * pair);
            double scale = canvas.grid().scale();
            height = Math.max(height, ExcelCanvas.needed(FormText.of(field.value()), POINTS, (to - from) / scale));
            height = Math.max(height, ExcelCanvas.needed(field.label(), POINTS, labelRoom / scale));
            height = Math.max(height, field.lines() * LINE + 5);
        }
        return height;
    }

    private static ExcelLook framed(ExcelLook.Font font) {
        return ExcelLook.plain(font, POINTS, Alignment.LEFT).framed(ExcelLook.Frame.ALL);
    }
}
