package org.shegong.reports.document;

import java.util.Objects;

/**
 * Look of a row.
 *
 * @param kind        ordinary, section heading, or total
 * @param indent      steps (two characters each) by which the label is indented, for “其中” rows
 * @param highlighted true tints the whole row: something in it is still missing
 */
public record RowStyle(Kind kind, int indent, boolean highlighted) {

    /** Kinds of row. */
    public enum Kind { NORMAL, SECTION, TOTAL }

    public static final RowStyle NORMAL = new RowStyle(Kind.NORMAL, 0, false);
    public static final RowStyle SECTION = new RowStyle(Kind.SECTION, 0, false);
    public static final RowStyle TOTAL = new RowStyle(Kind.TOTAL, 0, false);

    public RowStyle {
        Objects.requireNonNull(kind, "kind");
    }

    /** An ordinary row indented by some steps. */
    public static RowStyle indented(int steps) {
        return new RowStyle(Kind.NORMAL, steps, false);
    }

    /** The same style with the row tinted. */
    public RowStyle highlight() {
        return new RowStyle(kind, indent, true);
    }
}
