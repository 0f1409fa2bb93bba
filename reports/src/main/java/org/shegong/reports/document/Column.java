package org.shegong.reports.document;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param key     stable key, used by screens and by machine-readable output
 * @param heading text of the column head
 * @param group   heading that neighbouring columns of the same group share above their own; empty for none. As soon as
 *                one column has a group the head has two rows, and columns without a group span both
 * @param type    what the cells hold
 * @param widthMm wished width in millimetres; the renderer scales and, where needed, narrows it to the page
 */
public record Column(String key, String heading, String group, ColumnType type, double widthMm) {
    public Column {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(type, "type");
        if (!(widthMm > 0)) {
            throw new IllegalArgumentException("column " + key + " has no width");
        }
    }

    /** A column without a group heading. */
    public static Column of(String key, String heading, ColumnType type, double widthMm) {
        return new Column(key, heading, "", type, widthMm);
    }

    /** The same column under a shared heading. */
    public Column under(String sharedHeading) {
        return new Column(key, heading, sharedHeading, type, widthMm);
    }
}
