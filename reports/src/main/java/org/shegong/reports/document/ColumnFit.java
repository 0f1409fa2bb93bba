package org.shegong.reports.document;

import java.util.Arrays;
import java.util.List;

/**
 * Column widths fitted to the page: narrow tables are widened to the full width, wide ones shrink as a whole down to
 * 80 %, and beyond that their columns are narrowed so that text wraps.
 *
 * @param widthsMm width of each column on paper in millimetres; they add up to the available width
 * @param scale    factor for type and row height, 0.8 to 1
 */
public record ColumnFit(List<Double> widthsMm, double scale) {
    /** Smallest allowed scale of a table. */
    public static final double LEAST_SCALE = 0.8;
    private static final double LEAST_TEXT_MM = 14;

    /** Fits the columns into the given width in millimetres. */
    public static ColumnFit of(List<Column> columns, double availableMm) {
        double wished = columns.stream().mapToDouble(Column::widthMm).sum();
        double scale = Math.min(1, Math.max(LEAST_SCALE, availableMm / wished));
        double[] widths = columns.stream().mapToDouble(c -> c.widthMm() * scale).toArray();
        double spare = availableMm - wished * scale;
        spread(columns, widths, spare);
        return new ColumnFit(Arrays.stream(widths).boxed().toList(), scale);
    }

    /** Text columns take the spare room, or give theirs up to what they need at least; the rest is shared by all. */
    private static void spread(List<Column> columns, double[] widths, double spare) {
        double[] room = new double[widths.length];
        for (int i = 0; i < widths.length; i++) {
            boolean text = columns.get(i).type().kind() == ColumnType.Kind.TEXT;
            double least = Math.min(widths[i], LEAST_TEXT_MM);
            room[i] = !text ? 0 : spare > 0 ? widths[i] : widths[i] - least;
        }
        double text = Arrays.stream(room).sum();
        double taken = text == 0 ? 0 : Math.max(spare, -text);
        double total = Arrays.stream(widths).sum() + taken;
        for (int i = 0; i < widths.length; i++) {
            widths[i] += text == 0 ? 0 : taken * room[i] / text;
            widths[i] *= (total + spare - taken) / total;
        }
    }
}
