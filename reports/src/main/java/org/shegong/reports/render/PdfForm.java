package org.shegong.reports.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shegong.reports.document.Alignment;
import org.shegong.reports.document.FormGrid;
import org.shegong.reports.document.FormGrid.GridField;
import org.shegong.reports.document.FormGrid.GridRow;
import org.shegong.reports.document.FormGrid.GridValue;
import org.shegong.reports.render.BoxRow.Box;

/** Sets a form grid: labels and values in ruled boxes. */
final class PdfForm {
    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final float SIZE = 10.5f;
    private static final float LEAST_HEIGHT = 7.5f * POINTS_PER_MM;
    private static final float LINE = SIZE * 1.32f;

    private final FormGrid form;
    private final TextSetter setter;
    private final float pageHeight;
    private final float[] edges;

    PdfForm(FormGrid form, TextSetter setter, double widthMm, float pageHeight) {
        this.form = form;
        this.setter = setter;
        this.pageHeight = pageHeight;
        List<Double> millimetres = ColumnGrid.formEdges(form, widthMm);
        this.edges = new float[millimetres.size()];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = millimetres.get(i).floatValue() * POINTS_PER_MM;
        }
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (GridRow row : form.rows()) {
            if (row instanceof GridRow.Band band) {
                Box box = box(0, edges[edges.length - 1], band.text(), FontRole.HEAD, PdfCanvas.Tint.BAND);
                new BoxRow(List.of(box), LEAST_HEIGHT).pieces(form, pageHeight).forEach(p -> pieces.add(p.keep()));
            } else if (row instanceof GridRow.Fields fields) {
                pieces.addAll(fields(fields.fields()));
            }
        }
        return pieces;
    }

    private List<Piece> fields(List<GridField> fields) {
        List<Box> boxes = new ArrayList<>();
        float height = LEAST_HEIGHT;
        int pair = 0;
        for (int i = 0; i < fields.size(); i++) {
            GridField field = fields.get(i);
            float start = edges[2 * pair];
            float value = field.label().isEmpty() ? start : edges[2 * pair + 1];
            pair += field.span();
            float end = i == fields.size() - 1 ? edges[edges.length - 1] : edges[2 * pair];
            if (value > start) {
                List<TextLine> lines = setter.balance(field.label(), FontRole.HEAD, SIZE, value - start - 2 * BoxRow.PAD_X);
                boxes.add(new Box(start, value - start, lines, Alignment.CENTRE, PdfCanvas.Tint.NONE, false));
            }
            boxes.add(value(field, value, end));
            height = Math.max(height, field.lines() * LINE + 2 * BoxRow.PAD_Y);
        }
        return new BoxRow(boxes, Math.min(height, pageHeight)).pieces(form, pageHeight);
    }

    private Box value(GridField field, float from, float to) {
        String text = field.value() instanceof GridValue.Checks checks ? unbroken(checks) : FormText.of(field.value());
        List<TextLine> lines = setter.wrap(text, FontRole.BODY, SIZE, to - from - 2 * BoxRow.PAD_X);
        return new Box(from, to - from, lines, Alignment.LEFT, PdfCanvas.Tint.NONE, field.lines() > 1);
    }

    private Box box(float from, float to, String text, FontRole role, PdfCanvas.Tint tint) {
        List<TextLine> lines = setter.wrap(text, role, SIZE, to - from - 2 * BoxRow.PAD_X);
        return new Box(from, to - from, lines, Alignment.LEFT, tint, false);
    }

    /** Options whose box and label stay on one line; lines break between options. */
    private static String unbroken(GridValue.Checks checks) {
        return checks.options().stream()
                .map(option -> FormText.of(new GridValue.Checks(List.of(option))))
                .map(text -> text.codePoints().mapToObj(Character::toString)
                        .collect(Collectors.joining(String.valueOf(TextSetter.GLUE))))
                .collect(Collectors.joining("  "));
    }
}
