package org.shegong.app.screens.report;

import java.util.List;

/**
 * A line of the report's table as it is shown.
 *
 * @param key row code such as {@code F01}, a part such as {@code B04.category.C101}; empty for a heading
 * @param kind what sort of line
 * @param indent steps by which the label is indented
 * @param texts one text for each column, in the order of the columns; a heading has one
 * @param unfilled columns that still lack a figure, by index; usually empty
 */
public record ReportLine(String key, Kind kind, int indent, List<String> texts, List<Integer> unfilled) {

    /** What sort of line it is. */
    public enum Kind { SECTION, FIGURE, PART }

    public ReportLine {
        texts = List.copyOf(texts);
        unfilled = List.copyOf(unfilled);
    }

    /** Text of a column; empty beyond the last one. */
    public String text(int column) {
        return column < texts.size() ? texts.get(column) : "";
    }

    /** Code of the figure the line belongs to: of a part, the figure that is split. */
    public String figure() {
        return kind == Kind.PART ? key.substring(0, key.indexOf('.')) : key;
    }

    /** The name of the split of a part; empty for other lines. */
    public String dimension() {
        return kind == Kind.PART ? key.split("\\.", 3)[1] : "";
    }

    /** The value that a part stands for; empty for other lines. */
    public String part() {
        return kind == Kind.PART ? key.split("\\.", 3)[2] : "";
    }
}
