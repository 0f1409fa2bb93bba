package org.shegong.reports.ledger.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shegong.db.domain.CellText;
import org.shegong.db.domain.Masking;
import org.shegong.reports.ledger.parse.ParsedRow;
import org.shegong.reports.ledger.parse.Problem;
import org.shegong.reports.ledger.recognise.LedgerKind;

/** Cases, known by their number, and their sessions. */
final class CasePlanners {

    /** Longer services are looked at twice (rule BZ01). */
    private static final long LONGEST_SERVICE = 480;
    private static final String OPEN = "20";
    private static final String CLOSED = "40";
    private static final String CLOSED_BY_REFERRAL = "50";
    private static final String REFERRED = "3";

    private final PlanContext context;

    CasePlanners(PlanContext context) {
        this.context = context;
    }

    RowOutcome caseFile(ParsedRow row, SheetState sheet) {
        String number = row.text("case_no");
        LocalDate opened = row.date("open_date").orElseThrow();
        LocalDate closed = row.date("close_date").orElse(null);
        if (closed != null && closed.isBefore(opened)) {
            return RowOutcome.refused("close_date", "date.order");
        }
        if (sheet.met(CellText.matchKey(number))) {
            return RowOutcome.refused("case_no", "case.duplicate");
        }
        Optional<Register.CaseFile> existing = context.register().caseFile(number);
        String key = ContentKey.digest(context.words().kind(LedgerKind.CASES), row);
        if (existing.isPresent() && key.equals(existing.get().importKey())) {
            sheet.firstTime(CellText.matchKey(number));
            return new RowOutcome.Unchanged();
        }
        PersonFinder.Result client = context.client(row, sheet, "client", opened);
        if (client.problem() != null) {
            return PlanContext.refusal(client.problem());
        }
        if (existing.isPresent() && (PlanContext.isCorrection(row)
                || !client.person().id().equals(existing.get().clientId()))) {
            return RowOutcome.refused("case_no", "case.duplicate");
        }
        sheet.firstTime(CellText.matchKey(number));
        context.remarkEarly(row, sheet, "client", client.person(), opened);
        return keep(row, sheet, existing, client.person(), key);
    }

    private RowOutcome keep(ParsedRow row, SheetState sheet, Optional<Register.CaseFile> existing, Person client,
                            String key) {
        String number = row.text("case_no");
        LocalDate opened = row.date("open_date").orElseThrow();
        LocalDate closed = row.date("close_date").orElse(existing.map(Register.CaseFile::closed).orElse(null));
        String reason = row.text("close_reason");
        Note note = context.note(row, sheet);
        String state = closed == null ? OPEN : reason.equals(REFERRED) ? CLOSED_BY_REFERRAL : CLOSED;
        Built.Values values = new Built.Values().with("case_no", number).with("client_id", client.id())
                .with("open_date", opened).with("close_date", closed).with("close_reason", reason)
                .with("case_state", state).with("main_problem", row.text("main_problem")).with("case_level", row.text("case_level"))
                .with("worker_id", context.worker(row, sheet, "worker", note))
                .with("co_workers", context.coWorkers(row, sheet, "worker", note));
        values.with("note", note.text());
        if (existing.isEmpty()) {
            String id = context.drafts().create("case_file", key, values.values());
            context.register().putCase(new Register.CaseFile(id, number, client.id(), opened, closed, key));
            return new RowOutcome.Accepted(1);
        }
        boolean changed = context.drafts().update("case_file", existing.get().id(), key, values.values());
        context.register().putCase(new Register.CaseFile(existing.get().id(), number, client.id(), opened, closed, key));
        return changed ? new RowOutcome.Updated() : new RowOutcome.Unchanged();
    }

    /** Persons present are the case's client and the others; nobody counted means the client alone. */
    Built session(ParsedRow row, SheetState sheet) {
        Optional<Register.CaseFile> file = context.register().caseFile(row.text("case_no"));
        if (file.isEmpty()) {
            return new Built.No(Problem.of("case_no", "case.unknown"));
        }
        LocalDate date = row.date("date").orElseThrow();
        Person client = context.register().people().get(file.get().clientId());
        if (client != null && client.goneOn(date)) {
            return new Built.No(Problem.of("case_no", "client.not_on_register",
                    Masking.name(client.name()), client.closed()));
        }
        if (file.get().closed() != null && date.isAfter(file.get().closed()) || date.isBefore(file.get().opened())) {
            sheet.warn(row, "date", "case.not_open");
        }
        if (row.number("minutes") > LONGEST_SERVICE) {
            sheet.warn(row, "minutes", "minutes.long");
        }
        long present = row.has("persons") ? row.number("persons") : 1;
        Note note = context.note(row, sheet);
        Built.Values values = new Built.Values().with("case_id", file.get().id()).with("date", date)
                .with("minutes", row.values().get("minutes")).with("contact", row.text("contact"))
                .with("content", row.text("content")).with("worker_id", context.worker(row, sheet, "worker", note))
                .with("co_workers", context.coWorkers(row, sheet, "worker", note))
                .with("others", Math.max(0, present - 1));
        if (present > 0 && file.get().clientId() != null) {
            values.with("persons", List.of(file.get().clientId()));
        }
        return values.with("note", note.text());
    }
}
