package org.shegong.reports.ledger.read;

import java.util.List;

/**
 * A row that is not blank.
 *
 * @param number the row number a person sees, from 1
 * @param hidden whether the sheet hides it (its data count all the same)
 * @param cells  the cells from the first column on; trailing blank cells are left out
 */
public record GridRow(int number, boolean hidden, List<Cell> cells) {

    /** The cell of a column from 0; {@link Cell#BLANK} beyond the last one. */
    public Cell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    /** How many cells are not blank. */
    public int filled() {
        return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
    }
}
