package org.shegong.reports.ledger.parse;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shegong.db.domain.CellText;
import org.shegong.db.domain.DateText;
import org.shegong.reports.ledger.read.Cell;
import org.shegong.reports.ledger.read.Grid;
import org.shegong.reports.ledger.read.GridRow;
import org.shegong.reports.ledger.recognise.HeadingText;
import org.shegong.reports.ledger.recognise.LedgerField;
import org.shegong.reports.ledger.recognise.LedgerField.Type;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.recognise.SheetMapping;

/** Tells records from the rows between them: blank ones, sums, notes, signatures, titles. */
final class RowFilter {

    private static final int LONGEST_TOTAL = 12;
    private static final int WIDE = 3;

    private final Set<String> totals;
    private final Set<String> notes;
    private final List<String> titles;

    RowFilter(LedgerWords words) {
        this.totals = forms(words, "totals");
        this.notes = forms(words, "notes");
        this.titles = words.list("titles");
    }

    private static Set<String> forms(LedgerWords words, String key) {
        return words.list(key).stream().map(HeadingText::full).collect(Collectors.toUnmodifiableSet());
    }

    boolean isRecord(Grid grid, GridRow row, SheetMapping mapping, List<LedgerField> fields) {
        int first = first(row);
        if (first < 0 || !hasContent(row, mapping, fields)) {
            return false;
        }
        String text = CellText.compact(row.cell(first).text());
        if (isTotal(row, first) || isNote(text)) {
            return false;
        }
        return row.filled() > 1 || !isLoneText(grid, row, first, text);
    }

    private static int first(GridRow row) {
        for (int column = 0; column < row.cells().size(); column++) {
            if (!row.cell(column).isBlank()) {
                return column;
            }
        }
        return -1;
    }

    /** A running number alone, or cells in columns without meaning, make no record. */
    private static boolean hasContent(GridRow row, SheetMapping mapping, List<LedgerField> fields) {
        return fields.stream().filter(field -> field.type() != Type.SEQ && !field.common())
                .map(field -> mapping.columns().get(field.key()))
                .anyMatch(column -> column != null && !row.cell(column).isBlank());
    }

    /** The word for a sum stands in one of the first cells, alone or with what it sums. */
    private boolean isTotal(GridRow row, int first) {
        for (int column = first; column < Math.min(first + WIDE, row.cells().size()); column++) {
            String form = HeadingText.full(row.cell(column).text());
            if (totals.contains(form)
                    || column == first && form.length() <= LONGEST_TOTAL && totals.stream().anyMatch(form::startsWith)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNote(String text) {
        int colon = text.indexOf(':');
        String head = colon < 0 ? text : text.substring(0, colon);
        String form = HeadingText.full(head);
        return (colon >= 0 || text.startsWith("*") || text.startsWith("\u203B")) && notes.contains(form)
                || text.startsWith("\u203B") || notes.stream().anyMatch(n -> n.length() > 2 && n.equals(form));
    }

    /** A title, a divider or a remark in a single cell; a lone date is a record (a consultation needs no more). */
    private boolean isLoneText(Grid grid, GridRow row, int column, String text) {
        Cell cell = row.cell(column);
        if (cell.kind() != Cell.Kind.TEXT) {
            return false;
        }
        return grid.widthAt(row.number(), column) >= WIDE || text.length() > 2 * LONGEST_TOTAL
                || titles.stream().anyMatch(text::contains)
                || text.matches("(\\d{4}\\D)?[^\\d-./]{0,4}\\d{0,2}\\D") && DateText.parse(text).isEmpty();
    }
}
