package org.shegong.reports.document;

import java.util.List;
import java.util.Objects;

/**
 * A table whose header repeats on every page and whose rows are never split, unless one row is taller than a page.
 *
 * @param columns     from left to right, at least one
 * @param rows        from top to bottom, may be empty
 * @param labelColumn index of the column that takes a row's indentation
 * @param frozen      columns that stay in place when a worksheet is scrolled sideways, 0 for none
 * @param look        type size and row height
 */
public record Table(List<Column> columns, List<Row> rows, int labelColumn, int frozen, Look look) implements Block {

    /** Type size and row height. */
    public enum Look {
        /** Size 5 type (10.5 pt), rows of at least 7 mm: statistical reports and forms. */
        REPORT(10.5, 7),
        /** 9 pt, rows of at least 6 mm: rosters with many columns. */
        COMPACT(9, 6);

        private final double points;
        private final double rowMillimetres;

        Look(double points, double rowMillimetres) {
            this.points = points;
            this.rowMillimetres = rowMillimetres;
        }

        /** Type size in points. */
        public double points() {
            return points;
        }

        /** Least row height in millimetres. */
        public double rowMillimetres() {
            return rowMillimetres;
        }
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        Objects.requireNonNull(look, "look");
        if (columns.isEmpty() || labelColumn < 0 || labelColumn >= columns.size() || frozen < 0 || frozen > columns.size()) {
            throw new IllegalArgumentException("columns missing, or label or frozen column outside them");
        }
        for (Row row : rows) {
            if (row.style().kind() != RowStyle.Kind.SECTION && row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("row " + row.key() + " has " + row.cells().size() + " cells for "
                        + columns.size() + " columns");
            }
        }
    }

    /** A report table whose first column is the label. */
    public static Table of(List<Column> columns, List<Row> rows) {
        return new Table(columns, rows, 0, 0, Look.REPORT);
    }

    /** The same table with another label column. */
    public Table withLabelColumn(int index) {
        return new Table(columns, rows, index, frozen, look);
    }

    /** The same table with the first columns frozen in the worksheet. */
    public Table withFrozen(int count) {
        return new Table(columns, rows, labelColumn, count, look);
    }

    /** The same table in another look. */
    public Table withLook(Look other) {
        return new Table(columns, rows, labelColumn, frozen, other);
    }
}
