package org.shegong.reports.ledger.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.shegong.db.domain.CellText;
import org.shegong.reports.ledger.read.Cell;
import org.shegong.reports.ledger.read.Grid;
import org.shegong.reports.ledger.read.GridRow;

/**
 * One or two rows taken as a header.
 *
 * @param firstRow first row, as a person counts
 * @param lastRow  last row
 * @param labels   the wordings to try for each column, best first; empty for a column without heading
 */
record HeaderRows(int firstRow, int lastRow, List<List<String>> labels) {

    static HeaderRows single(Grid grid, int index) {
        GridRow row = grid.rows().get(index);
        List<List<String>> labels = new ArrayList<>();
        row.cells().forEach(cell -> labels.add(cell.isBlank() ? List.of() : List.of(line(cell))));
        return new HeaderRows(row.number(), row.number(), labels);
    }

    /** The row and the one below; empty when the lower one looks like a record. */
    static Optional<HeaderRows> pair(Grid grid, int index, Predicate<String> known) {
        if (index + 1 >= grid.rows().size()) {
            return Optional.empty();
        }
        GridRow top = grid.rows().get(index);
        GridRow bottom = grid.rows().get(index + 1);
        if (bottom.number() != top.number() + 1 || !isHeading(top, bottom, known)) {
            return Optional.empty();
        }
        List<List<String>> labels = new ArrayList<>();
        String group = "";
        int groupUntil = -1;
        for (int column = 0; column < Math.max(top.cells().size(), bottom.cells().size()); column++) {
            String upper = line(top.cell(column));
            String lower = line(bottom.cell(column));
            if (!upper.isEmpty()) {
                group = upper;
                int width = grid.widthAt(top.number(), column);
                groupUntil = width > 1 || !grid.spans().isEmpty() ? column + width - 1 : Integer.MAX_VALUE;
            }
            String over = upper.isEmpty() && column <= groupUntil && !lower.isEmpty() ? group : upper;
            labels.add(labels(over, lower, grid.widthAt(top.number(), column) > 1 || !over.equals(upper)));
        }
        return Optional.of(new HeaderRows(top.number(), bottom.number(), labels));
    }

    /** The whole heading of each column, for people. */
    List<String> headings() {
        return labels.stream().map(options -> options.isEmpty() ? "" : options.get(0)).toList();
    }

    /** A heading over several columns is no heading of one of them alone. */
    private static List<String> labels(String upper, String lower, boolean shared) {
        if (!lower.isEmpty() && !upper.isEmpty() && !lower.equals(upper) && shared) {
            return List.of(upper + lower, lower);
        }
        if (lower.isEmpty() || lower.equals(upper)) {
            return upper.isEmpty() ? List.of() : List.of(upper);
        }
        return upper.isEmpty() ? List.of(lower) : List.of(upper + lower, lower, upper);
    }

    private static boolean isHeading(GridRow top, GridRow bottom, Predicate<String> known) {
        int own = 0;
        int hits = 0;
        for (int column = 0; column < bottom.cells().size(); column++) {
            Cell cell = bottom.cell(column);
            if (cell.isBlank() || cell.text().equals(top.cell(column).text())) {
                continue;
            }
            if (cell.kind() != Cell.Kind.TEXT) {
                return false;
            }
            own++;
            String joined = line(top.cell(column)) + line(cell);
            hits += known.test(cell.text()) || known.test(joined) ? 1 : 0;
        }
        return own > 0 && hits * 2 >= own;
    }

    private static String line(Cell cell) {
        return CellText.clean(cell.text()).replace(" ", "");
    }
}
