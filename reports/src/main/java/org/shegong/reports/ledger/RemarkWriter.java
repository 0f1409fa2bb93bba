package org.shegong.reports.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.shegong.db.domain.Masking;
import org.shegong.reports.ledger.SheetReport.RowRemark;
import org.shegong.reports.ledger.parse.ParsedRow;
import org.shegong.reports.ledger.parse.Problem;
import org.shegong.reports.ledger.plan.SectionResult;
import org.shegong.reports.ledger.recognise.LedgerField;
import org.shegong.reports.ledger.recognise.LedgerField.Type;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.recognise.SheetMapping;

/** Puts what planning found into words, with values masked as on screen. */
final class RemarkWriter {

    private final LedgerWords words;
    private final LedgerMessages messages;

    RemarkWriter(LedgerWords words, LedgerMessages messages) {
        this.words = words;
        this.messages = messages;
    }

    SheetReport report(String sheet, SectionResult result) {
        SheetMapping mapping = result.mapping();
        List<RowRemark> refused = result.refused().stream().map(no -> refusal(mapping, no)).toList();
        List<RowRemark> remarks = result.remarks().stream()
                .map(remark -> remark(mapping, remark.row(), remark.problem(), messages.of(remark.problem()))).toList();
        return new SheetReport(sheet, mapping, result.rows(), result.accepted(), result.unchanged(), result.updated(),
                refused, remarks);
    }

    /** The first problem gives code and column; the others are told in the message. */
    private RowRemark refusal(SheetMapping mapping, SectionResult.Refusal refusal) {
        String message = refusal.problems().stream().map(problem -> {
            String column = column(mapping, problem);
            return column.isEmpty() ? messages.of(problem)
                    : messages.text("refusal.with_column", column, messages.of(problem));
        }).distinct().collect(Collectors.joining(messages.text("refusal.separator")));
        return remark(mapping, refusal.row(), refusal.problems().get(0), message);
    }

    private RowRemark remark(SheetMapping mapping, ParsedRow row, Problem problem, String message) {
        return new RowRemark(row.number(), column(mapping, problem), problem.code(), message,
                masked(mapping, problem.field(), row.raw().getOrDefault(problem.field(), "")), row);
    }

    /** The sheet's own heading, or what the column is usually called when the sheet lacks it. */
    private String column(SheetMapping mapping, Problem problem) {
        String heading = mapping.heading(problem.field()).replaceAll("\\s+", "");
        return heading.isEmpty() ? words.kind(mapping.kind()).field(problem.field()).map(LedgerField::heading).orElse("")
                : heading;
    }

    /** The village in brackets may stay. */
    private static String maskedName(String person) {
        String[] parts = person.split("(?=[(\uFF08])", 2);
        return Masking.name(parts[0]) + (parts.length > 1 ? parts[1] : "");
    }

    private String masked(SheetMapping mapping, String field, String raw) {
        Type type = words.kind(mapping.kind()).field(field).map(LedgerField::type).orElse(Type.TEXT);
        if (raw.isEmpty()) {
            return "";
        }
        return switch (type) {
            case ID -> Masking.idNumber(raw);
            case KEY -> raw.matches(".*\\d{15,}.*") ? Masking.idNumber(raw) : raw;
            case PHONE -> Masking.phone(raw);
            case PEOPLE, NAME -> Arrays.stream(raw.split("[\u3001\uFF0C,;\uFF1B]")).map(RemarkWriter::maskedName)
                    .collect(Collectors.joining("\u3001"));
            case TEXT -> raw.length() > 20 ? Masking.all(raw) : raw;
            default -> raw;
        };
    }
}
