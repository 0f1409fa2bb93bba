package org.shegong.reports.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A cell of a table head, placed.
 *
 * @param text    heading
 * @param row     0 or 1
 * @param column  index of its first column
 * @param colSpan columns it covers
 * @param rowSpan head rows it covers
 */
public record HeaderCell(String text, int row, int column, int colSpan, int rowSpan) {

    /** How many rows the head of these columns has: 2 when a column belongs to a group, else 1. */
    public static int rows(List<Column> columns) {
        return columns.stream().anyMatch(c -> !c.group().isEmpty()) ? 2 : 1;
    }

    /** The cells of the head, row by row; neighbouring columns of one group share a merged cell in the first row. */
    public static List<HeaderCell> of(List<Column> columns) {
        int rows = rows(columns);
        List<HeaderCell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size();) {
            Column column = columns.get(i);
            if (column.group().isEmpty()) {
                cells.add(new HeaderCell(column.heading(), 0, i, 1, rows));
                i++;
            } else {
                int end = i;
                while (end < columns.size() && columns.get(end).group().equals(column.group())) {
                    cells.add(new HeaderCell(columns.get(end).heading(), 1, end, 1, 1));
                    end++;
                }
                cells.add(new HeaderCell(column.group(), 0, i, end - i, 1));
                i = end;
            }
        }
        return cells;
    }
}
