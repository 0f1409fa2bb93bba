package org.shegong.reports.document;

import java.util.List;
import java.util.Objects;

/**
 * A printed form: label and value pairs in a ruled grid.
 *
 * @param pairs        label/value pairs side by side, 1 to 4
 * @param labelWidthMm width of each label cell
 * @param rows         from top to bottom
 */
public record FormGrid(int pairs, double labelWidthMm, List<GridRow> rows) implements Block {

    public FormGrid {
        rows = List.copyOf(rows);
        if (pairs < 1 || pairs > 4 || !(labelWidthMm > 0)) {
            throw new IllegalArgumentException("1 to 4 pairs and a label width");
        }
        for (GridRow row : rows) {
            if (row instanceof GridRow.Fields fields
                    && fields.fields().stream().mapToInt(GridField::span).sum() > pairs) {
                throw new IllegalArgumentException("fields of a row span more than " + pairs + " pairs");
            }
        }
    }

    /** One row of the grid. */
    public sealed interface GridRow {
        /** Fields side by side; the last one is widened to the end of the row. */
        record Fields(List<GridField> fields) implements GridRow {
            public Fields {
                fields = List.copyOf(fields);
            }
        }

        /** A shaded heading across the grid. */
        record Band(String text) implements GridRow {
            public Band {
                Objects.requireNonNull(text, "text");
            }
        }

        /** A row of the given fields. */
        static GridRow of(GridField... fields) {
            return new Fields(List.of(fields));
        }
    }

    /**
     * A label and its value.
     *
     * @param label printed in the label cell; empty gives the value the label's room too
     * @param value what is printed
     * @param span  pairs it takes, at least 1
     * @param lines least height in text lines, for long text and handwriting
     */
    public record GridField(String label, GridValue value, int span, int lines) {
        public GridField {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
            if (span < 1 || lines < 1) {
                throw new IllegalArgumentException("span and lines are at least 1");
            }
        }

        /** A field one pair wide and one line high. */
        public static GridField of(String label, String value) {
            return new GridField(label, GridValue.text(value), 1, 1);
        }

        /** A field with a choice of boxes. */
        public static GridField of(String label, int span, List<CheckOption> options) {
            return new GridField(label, new GridValue.Checks(options), span, 1);
        }

        /** A long text box. */
        public static GridField box(String label, String value, int span, int lines) {
            return new GridField(label, GridValue.text(value), span, lines);
        }
    }

    /** Value of a field. */
    public sealed interface GridValue {
        /** Text; empty leaves the cell blank for handwriting. */
        record Text(String value) implements GridValue {
            public Text {
                Objects.requireNonNull(value, "value");
            }
        }

        /** Boxes to tick, in the order of the code list. */
        record Checks(List<CheckOption> options) implements GridValue {
            public Checks {
                options = List.copyOf(options);
            }
        }

        /** Text; null counts as empty. */
        static GridValue text(String value) {
            return new Text(value == null ? "" : value);
        }
    }

    /**
     * A box and its label.
     *
     * @param label   the option
     * @param checked true prints a ticked box
     * @param detail  text written behind an option such as “other”; null for none, empty leaves a line for handwriting
     */
    public record CheckOption(String label, boolean checked, String detail) {
        public CheckOption {
            Objects.requireNonNull(label, "label");
        }

        /** An option without detail. */
        public static CheckOption of(String label, boolean checked) {
            return new CheckOption(label, checked, null);
        }
    }
}
