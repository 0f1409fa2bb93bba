package org.shegong.reports.ledger.parse;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final int LEAST_NUMBERED = 4;
    private static final String REFERENCE_MARK = "\u203B";

    private final Set<String> totals;
    private final Set<String> notes;
    private final List<String> titles;
    private final List<String> totalEndings;
    private final Pattern totalForms;
    private final List<String> sheetEnds;
    private final Pattern noteMarks;
    private final List<String> columnLetters;

    RowFilter(LedgerWords words) {
        this.totals = forms(words, "totals");
        this.notes = forms(words, "notes");
        this.titles = words.list("titles");
        this.totalEndings = words.list("total_endings");
        this.totalForms = Pattern.compile(String.join("|", words.list("total_forms")));
        this.sheetEnds = words.list("sheet_ends");
        this.noteMarks = Pattern.compile("(?:" + String.join("|", words.list("note_marks")) + ")\\)?(?:$|[:(_\u5E74]|\\d{4}\u5E74)");
        this.columnLetters = words.list("column_letters");
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
        if (isTotal(row, first) || isNote(text, row.filled()) || isNumbering(row)) {
            return false;
        }
        return row.filled() > 1 || !isLoneText(grid, row, first, mapping, fields);
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
            if (totals.contains(form) || column == first && form.length() <= LONGEST_TOTAL && isSum(form)) {
                return true;
            }
        }
        return false;
    }

    /** Forms number their columns below the headings. */
    private boolean isNumbering(GridRow row) {
        List<String> texts = row.cells().stream().filter(cell -> !cell.isBlank())
                .map(cell -> CellText.compact(cell.text())).toList();
        return texts.size() >= LEAST_NUMBERED && (texts.equals(numbers(texts.size()))
                || columnLetters.size() >= texts.size() && texts.equals(columnLetters.subList(0, texts.size())));
    }

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }

    private boolean isSum(String form) {
        return totals.stream().anyMatch(form::startsWith) || totalEndings.stream().anyMatch(form::endsWith)
                || totalForms.matcher(form).matches();
    }

    /** The cell begins with a word for a note or a signature: before a colon, or alone in a nearly empty row. */
    private boolean isNote(String text, int filled) {
        int colon = text.indexOf(':');
        String head = colon < 0 ? text : text.substring(0, colon);
        boolean known = notes.contains(HeadingText.full(head)) || notes.contains(HeadingText.bare(head));
        boolean begins = colon > 0 && colon <= LONGEST_TOTAL
                && notes.stream().anyMatch(note -> note.length() > 2 && HeadingText.full(head).startsWith(note));
        boolean marked = filled <= 2 && (sheetEnds.stream().anyMatch(text::contains) || noteMarks.matcher(text).find());
        return begins || marked || text.startsWith(REFERENCE_MARK) || known && (colon >= 0 || text.startsWith("*") || filled <= 2
                || head.length() > 2);
    }

    /**
     * A title, a divider or a remark in a single cell. A lone date is a record (a consultation needs no more), and
     * so is a lone name, which is refused for what it lacks rather than passed over.
     */
    private boolean isLoneText(Grid grid, GridRow row, int column, SheetMapping mapping, List<LedgerField> fields) {
        Cell cell = row.cell(column);
        String text = CellText.compact(cell.text());
        if (cell.kind() != Cell.Kind.TEXT || DateText.parse(text).isPresent()) {
            return false;
        }
        boolean naming = fields.stream().anyMatch(field -> (field.type() == Type.NAME || field.type() == Type.KEY)
                && Integer.valueOf(column).equals(mapping.columns().get(field.key())));
        return !naming || grid.widthAt(row.number(), column) >= WIDE || text.length() > LONGEST_TOTAL
                || text.matches(".*[\\d,.;:!?\u3002].*") || titles.stream().anyMatch(text::contains);
    }
}
