package org.shegong.reports.ledger.read;

import java.util.ArrayList;
import java.util.List;
import org.shegong.reports.ledger.read.Grid.Span;
import org.shegong.reports.ledger.read.ReadOutcome.Reason;

/** Collects the cells of one sheet in row order and enforces the limits on rows and columns. */
final class GridBuilder {

    /** More characters no cell of Excel can hold; one long text that many cells share would fill the memory. */
    private static final int LONGEST_CELL = 32_767;
    /** All the text of a sheet at the limit of rows is a fraction of this. */
    private static final long MOST_CHARACTERS = 32L << 20;

    private final String name;
    private final boolean hidden;
    private final Limits limits;
    private final List<MutableRow> rows = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private long characters;

    private record MutableRow(int number, boolean hidden, List<Cell> cells) {

        void set(int column, Cell cell) {
            while (cells.size() <= column) {
                cells.add(Cell.BLANK);
            }
            cells.set(column, cell);
        }
    }

    GridBuilder(String name, boolean hidden, Limits limits) {
        this.name = name;
        this.hidden = hidden;
        this.limits = limits;
    }

    /** Adds a cell; rows must come in ascending order, blank cells are dropped. */
    void add(int rowNumber, boolean rowHidden, int column, Cell cell) {
        if (cell.isBlank()) {
            return;
        }
        characters += cell.text().length();
        if (cell.text().length() > LONGEST_CELL) {
            throw new UnreadableException(Reason.HOSTILE);
        }
        if (column >= limits.columns() || characters > MOST_CHARACTERS) {
            throw new UnreadableException(Reason.TOO_MANY_CELLS);
        }
        if (rows.isEmpty() || rows.get(rows.size() - 1).number() != rowNumber) {
            if (rows.size() >= limits.rows()) {
                throw new UnreadableException(Reason.TOO_MANY_CELLS);
            }
            rows.add(new MutableRow(rowNumber, rowHidden, new ArrayList<>()));
        }
        rows.get(rows.size() - 1).set(column, cell);
    }

    void merge(Span span) {
        if (spans.size() < limits.rows() && span.firstColumn() < limits.columns()) {
            spans.add(span);
        }
    }

    Grid build() {
        return build(false);
    }

    /** The grid of what was added; {@code fromText} when it was read from a text file. */
    Grid build(boolean fromText) {
        spans.stream().filter(span -> span.lastRow() > span.firstRow()).forEach(this::fillDown);
        List<GridRow> built = new ArrayList<>(rows.size());
        for (MutableRow row : rows) {
            built.add(new GridRow(row.number(), row.hidden(), List.copyOf(row.cells())));
        }
        return new Grid(name, hidden, fromText, List.copyOf(built), List.copyOf(spans));
    }

    /** A value merged over several rows belongs to each of them; wholly blank rows stay blank. */
    private void fillDown(Span span) {
        int at = indexOf(span.firstRow());
        if (at >= rows.size() || rows.get(at).number() != span.firstRow()) {
            return;
        }
        List<Cell> first = rows.get(at).cells();
        if (span.firstColumn() >= first.size()) {
            return;
        }
        Cell value = first.get(span.firstColumn());
        for (int i = at + 1; i < rows.size() && rows.get(i).number() <= span.lastRow(); i++) {
            rows.get(i).set(span.firstColumn(), value);
        }
    }

    private int indexOf(int rowNumber) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).number() < rowNumber) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
