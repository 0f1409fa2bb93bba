package org.shegong.reports.ledger.recognise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.shegong.db.domain.CellText;
import org.shegong.db.domain.DateText;
import org.shegong.db.domain.MinutesText;
import org.shegong.reports.ledger.read.Cell;
import org.shegong.reports.ledger.read.Cell.Kind;
import org.shegong.reports.ledger.read.Grid;
import org.shegong.reports.ledger.read.GridRow;

/**
 * What stands in the columns below a header, as far as the first rows tell. Headings that nobody foresaw are
 * believed only where the cells do not contradict them, and a column that has to be there is found by its cells.
 */
final class ColumnContents {

    private static final int ROWS = 40;
    private static final int LEAST_CELLS = 3;
    private static final int ROW_OF_RECORDS = 3;
    private static final double CONTRADICTS = 0.3;
    private static final double SUGGESTS = 0.7;
    private static final BigDecimal LONG_NUMBER = new BigDecimal("100000000000000");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}\u00B7]{2,6}");
    private static final Pattern BRACKETS = Pattern.compile("[(\uFF08][^)\uFF09]*[)\uFF09]");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[\u3001\uFF0C,;\uFF1B/|\\s]+");
    private static final Pattern IDENTITY = Pattern.compile("[\\dXx]{14,19}");
    private static final Pattern PHONE = Pattern.compile("[\\d+-]{5,20}");
    private static final Pattern NUMBER = Pattern.compile("[^\\d]{0,2}[\\d,]+(\\.\\d+)?[^\\d]{0,3}");

    private final List<GridRow> rows = new ArrayList<>();
    private final List<String> villageEndings;
    private final BiPredicate<String, String> codes;
    private final Map<String, Double> shares = new HashMap<>();

    /**
     * The cells below a header.
     *
     * @param below number of the header's last row, as a person counts
     * @param codes whether a code list knows a text, both given by name
     */
    ColumnContents(Grid grid, int below, LedgerWords words, BiPredicate<String, String> codes) {
        this.villageEndings = words.list("village_endings");
        this.codes = codes;
        grid.rows().stream().filter(row -> row.number() > below && row.filled() >= ROW_OF_RECORDS).limit(ROWS)
                .forEach(rows::add);
    }

    /** Whether the cells of a column can hardly be what the field holds. Few cells contradict nothing. */
    boolean contradicts(LedgerField field, int column) {
        return filled(column) >= LEAST_CELLS && share(field, column) < CONTRADICTS;
    }

    /** Whether most cells of a column are what the field holds; false for fields that hold any text. */
    boolean suggests(LedgerField field, int column) {
        boolean telling = switch (field.type()) {
            case TEXT, KEY, SEQ, BOOL, PHONE -> false;
            default -> true;
        };
        return telling && filled(column) > 0 && share(field, column) >= SUGGESTS;
    }

    private long filled(int column) {
        return rows.stream().filter(row -> !row.cell(column).isBlank()).count();
    }

    private double share(LedgerField field, int column) {
        return shares.computeIfAbsent(column + " " + field.type() + " " + field.list(), key -> {
            long fitting = rows.stream().map(row -> row.cell(column)).filter(cell -> !cell.isBlank() && fits(field, cell))
                    .count();
            return (double) fitting / Math.max(1, filled(column));
        });
    }

    private boolean fits(LedgerField field, Cell cell) {
        if (CellText.isEmptyMark(cell.text())) {
            return true;
        }
        String text = CellText.compact(cell.text());
        return switch (field.type()) {
            case DATE -> cell.kind() == Kind.DATE || DateText.parse(cell.text()).isPresent();
            case ID -> cell.kind() == Kind.NUMBER ? cell.number().compareTo(LONG_NUMBER) > 0
                    : IDENTITY.matcher(text).matches();
            case NAME, WORKER -> NAME.matcher(BRACKETS.matcher(text).replaceAll("")).matches() && !isVillage(text);
            case PEOPLE, WORKERS -> BETWEEN_NAMES.splitAsStream(BRACKETS.matcher(cell.text()).replaceAll(""))
                    .allMatch(part -> part.length() <= 1 || NAME.matcher(part).matches());
            case VILLAGE -> cell.kind() == Kind.TEXT && isVillage(text);
            case MINUTES -> cell.kind() != Kind.DATE && (MinutesText.parse(text).isPresent() || isNumber(cell, text));
            case COUNT, MONEY -> cell.kind() != Kind.DATE && isNumber(cell, text);
            case PHONE -> PHONE.matcher(text).matches();
            case CODE -> cell.kind() == Kind.TEXT && codes.test(field.list(), text);
            case CODES -> cell.kind() == Kind.TEXT
                    && BETWEEN_NAMES.splitAsStream(cell.text()).allMatch(part -> codes.test(field.list(), part));
            case TEXT, KEY, SEQ, BOOL -> true;
        };
    }

    private boolean isVillage(String text) {
        return text.length() > 1 && villageEndings.stream().anyMatch(text::endsWith);
    }

    private static boolean isNumber(Cell cell, String text) {
        return cell.kind() == Kind.NUMBER || NUMBER.matcher(text).matches();
    }
}
