package org.shegong.reports.ledger.read;

import java.util.List;

/**
 * A sheet as plain rows and cells: formulas replaced by their cached values, vertically merged cells filled
 * down, horizontally merged ones kept in their first column.
 *
 * @param name     the sheet's name; for a text file the file's name without its ending
 * @param hidden   whether the workbook hides the sheet
 * @param fromText whether it comes from a text file, which cannot tell numbers from text
 * @param rows     the rows that are not blank, in order
 * @param spans    the merged regions, in order; empty for a text file
 */
public record Grid(String name, boolean hidden, boolean fromText, List<GridRow> rows, List<Span> spans) {

    /** A merged region; rows count from 1, columns from 0, both ends included. */
    public record Span(int firstRow, int lastRow, int firstColumn, int lastColumn) {

        /** How many columns the region covers. */
        public int width() {
            return lastColumn - firstColumn + 1;
        }

        boolean startsAt(int row, int column) {
            return firstRow == row && firstColumn == column;
        }
    }

    /** How many columns the merged region covers that begins at this cell; 1 when none does. */
    public int widthAt(int row, int column) {
        return spans.stream().filter(span -> span.startsAt(row, column)).mapToInt(Span::width).findFirst().orElse(1);
    }
}
