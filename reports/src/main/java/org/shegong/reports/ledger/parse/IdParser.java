package org.shegong.reports.ledger.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shegong.db.domain.CellText;
import org.shegong.db.domain.IdCheck;
import org.shegong.db.domain.IdNumber;
import org.shegong.db.domain.IdProblem;
import org.shegong.db.domain.IdWarning;
import org.shegong.reports.ledger.read.Cell;
import org.shegong.reports.ledger.recognise.LedgerField;
import org.shegong.reports.ledger.recognise.LedgerWords;

/** Reads identity numbers, with the ways in which spreadsheets spoil them (import rules I1 to I3). */
final class IdParser {

    private static final int OLD_LENGTH = 15;

    private final List<String> noNumber;
    private final LocalDate today;

    IdParser(LedgerWords words, LocalDate today) {
        this.noNumber = words.list("no_id");
        this.today = today;
    }

    void read(LedgerField field, Cell cell, boolean csv, Map<String, Object> values, List<Problem> problems,
              List<Problem> warnings) {
        String text = CellText.clean(cell.text());
        if (CellText.isEmptyMark(text)) {
            return;
        }
        if (text.chars().noneMatch(Character::isDigit) && noNumber.stream().anyMatch(text::contains)) {
            values.put(field.key() + ".reason", text);
            return;
        }
        if (lost(cell, text, csv)) {
            problems.add(Problem.of(field.key(), "id.precision"));
            return;
        }
        String number = IdNumber.normalise(text);
        if (number.indexOf('*') >= 0) {
            problems.add(Problem.of(field.key(), "id.masked"));
        } else if (number.length() == OLD_LENGTH && isTruncated(number)) {
            problems.add(Problem.of(field.key(), "id.length"));
        } else {
            check(field, number, values, problems, warnings);
        }
    }

    private void check(LedgerField field, String number, Map<String, Object> values, List<Problem> problems,
                       List<Problem> warnings) {
        IdCheck check = IdNumber.check(number, today);
        if (check instanceof IdCheck.Refused refused && refused.problem() == IdProblem.PROVINCE) {
            // Codes of areas only warn on import: lists of them are never complete.
            values.put(field.key(), number);
            warnings.add(Problem.of(field.key(), IdWarning.AREA_UNKNOWN.code()));
        } else if (check instanceof IdCheck.Refused refused) {
            problems.add(Problem.of(field.key(), refused.problem().code(), refused.expectedCheck()));
        } else if (check instanceof IdCheck.Valid valid) {
            values.put(field.key(), valid.number().text());
            valid.warnings().forEach(warning -> warnings.add(Problem.of(field.key(), warning.code())));
        }
    }

    private static boolean lost(Cell cell, String text, boolean csv) {
        if (cell.kind() == Cell.Kind.NUMBER) {
            return !cell.exact();
        }
        return text.matches("\\d(\\.\\d+)?[Ee]\\+?1\\d") || csv && IdNumber.lostDigits(text);
    }

    /** Fifteen digits that are the head of a number of eighteen hold a whole birth date from the seventh on. */
    private boolean isTruncated(String number) {
        if (!number.matches("\\d{15}")) {
            return false;
        }
        String head = number.substring(0, 14) + "001";
        IdCheck check = IdNumber.check(head + IdNumber.checkCharacter(head), today);
        return check instanceof IdCheck.Valid;
    }
}
