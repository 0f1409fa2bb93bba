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

    /** Fits the columns into the given width in millimetres. */
    public static ColumnFit of(List<Column> columns, double availableMm) {
        double wished = columns.stream().mapToDouble(Column::widthMm).sum();
        double scale = Math.min(1, Math.max(LEAST_SCALE, availableMm / wished));
        double[] widths = columns.stream().mapToDouble(c -> c.widthMm() * scale).toArray();
        double spare = availableMm - wished * scale;
        spread(columns, widths, spare);
        return new ColumnFit(Arrays.stream(widths).boxed().toList(), scale);
    }

    /** Text columns take the spare room, or give up to half of their own; what is left is shared by all. */
    private static void spread(List<Column> columns, double[] widths, double spare) {
        double text = 0;
        for (int i = 0; i < widths.length; i++) {
            text += isText(columns.get(i)) ? widths[i] : 0;
        }
        double taken = text == 0 ? 0 : Math.max(spare, -text / 2);
        double total = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] += isText(columns.get(i)) && text > 0 ? taken * widths[i] / text : 0;
            total += widths[i];
        }
        double rest = (total + spare - taken) / total;
        for (int i = 0; i < widths.length; i++) {
            widths[i] *= rest;
        }
    }

    private static boolean isText(Column column) {
        return column.type().kind() == ColumnType.Kind.TEXT;
    }
}
