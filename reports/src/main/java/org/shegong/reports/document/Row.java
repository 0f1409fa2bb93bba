package org.shegong.reports.document;

import java.util.List;
import java.util.Objects;

/**
 * A table row.
 *
 * @param key   stable key such as the row code of a report or a record id; may be empty, never printed
 * @param style how the row looks
 * @param cells one per column; a section row has a single cell that spans all columns
 */
public record Row(String key, RowStyle style, List<Cell> cells) {
    public Row {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(style, "style");
        cells = List.copyOf(cells);
    }

    /** An ordinary row without a key. */
    public static Row of(Cell... cells) {
        return new Row("", RowStyle.NORMAL, List.of(cells));
    }

    /** An ordinary row without a key. */
    public static Row of(List<Cell> cells) {
        return new Row("", RowStyle.NORMAL, cells);
    }

    /** A shaded heading across all columns. */
    public static Row section(String heading) {
        return new Row("", RowStyle.SECTION, List.of(Cell.text(heading)));
    }

    /** The same row in another style. */
    public Row styled(RowStyle other) {
        return new Row(key, other, cells);
    }

    /** The same row with a key. */
    public Row keyed(String other) {
        return new Row(other, style, cells);
    }
}
