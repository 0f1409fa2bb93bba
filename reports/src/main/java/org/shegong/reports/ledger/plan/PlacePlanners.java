package org.shegong.reports.ledger.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shegong.db.domain.CellText;
import org.shegong.db.store.RecordData;
import org.shegong.reports.ledger.parse.ParsedRow;
import org.shegong.reports.ledger.recognise.LedgerKind;

/** Villages (known by name) and workers (known by name and hire date). */
final class PlacePlanners {

    private static final String NATIONAL_CERTIFICATE = "1";
    private static final String STATION_WORKER = "2";
    private static final String ON_POST = "1";
    private static final String LEFT = "5";
    private static final String NO_CERTIFICATE = "0";

    private final PlanContext context;

    PlacePlanners(PlanContext context) {
        this.context = context;
    }

    RowOutcome village(ParsedRow row, SheetState sheet) {
        String name = row.text("name");
        String key = ContentKey.digest(context.words().kind(LedgerKind.VILLAGES), row);
        if (!sheet.firstTime(CellText.matchKey(name))) {
            return RowOutcome.refused("name", "village.duplicate");
        }
        Built.Values values = new Built.Values().with("name", name).with("kind", row.text("kind"))
                .with("population", row.values().get("population")).with("households", row.values().get("households"))
                .with("code", row.text("code")).with("contact", row.text("contact"))
                .with("contact_phone", row.text("contact_phone")).with("note", context.note(row, sheet).text());
        Optional<String> existing = context.register().villageNamed(name);
        if (existing.isEmpty()) {
            String id = context.drafts().create("village", key, values.values());
            context.register().putVillage(id, name, key);
            return new RowOutcome.Accepted(1);
        }
        if (key.equals(context.register().villageRecord(existing.get()).importKey())) {
            return new RowOutcome.Unchanged();
        }
        if (PlanContext.isCorrection(row)) {
            return RowOutcome.refused("name", "village.duplicate");
        }
        values.values().remove("name");
        boolean changed = context.drafts().update("village", existing.get(), key, values.values());
        return changed ? new RowOutcome.Updated() : new RowOutcome.Unchanged();
    }

    RowOutcome worker(ParsedRow row, SheetState sheet) {
        String name = row.text("name");
        LocalDate from = row.date("on_from").orElse(null);
        LocalDate leave = row.date("leave_date").orElse(null);
        if (leave != null && leave.isBefore(from)) {
            return RowOutcome.refused("leave_date", "date.order");
        }
        if (!sheet.firstTime(name + from)) {
            return RowOutcome.refused("name", "worker.duplicate");
        }
        String key = ContentKey.digest(context.words().kind(LedgerKind.WORKERS), row);
        Optional<Register.Worker> existing = context.register().workers(name).stream()
                .filter(worker -> worker.from() == null || worker.from().equals(from)).findFirst();
        if (existing.isPresent() && key.equals(existing.get().importKey())) {
            return new RowOutcome.Unchanged();
        }
        if (existing.isPresent() && PlanContext.isCorrection(row)) {
            return RowOutcome.refused("name", "worker.duplicate");
        }
        Built.Values values = workerValues(row, sheet, from, leave);
        if (existing.isEmpty()) {
            String id = context.drafts().create("worker", key, values.values());
            context.register().putWorker(new Register.Worker(id, name, from, leave, key));
            certificate(id, row);
            return new RowOutcome.Accepted(1);
        }
        if (leave == null) {
            values.values().remove("worker_state");
        }
        String id = existing.get().id();
        boolean changed = context.drafts().update("worker", id, key, values.values());
        context.register().putWorker(new Register.Worker(id, name, from, leave == null ? existing.get().leave() : leave, key));
        return certificate(id, row) || changed ? new RowOutcome.Updated() : new RowOutcome.Unchanged();
    }

    private Built.Values workerValues(ParsedRow row, SheetState sheet, LocalDate from, LocalDate leave) {
        // A station's roster of workers without a column for the post lists station workers.
        String role = row.has("role") || row.raw().containsKey("role") ? row.text("role") : STATION_WORKER;
        return new Built.Values().with("name", row.text("name")).with("role", role).with("on_from", from)
                .with("leave_date", leave).with("worker_state", leave == null ? ON_POST : LEFT)
                .with("sex", row.text("sex")).with("id_no", row.text("id_no")).with("phone", row.text("phone"))
                .with("edu", row.text("edu")).with("note", context.note(row, sheet).text());
    }

    /** Adds the certificate of the row unless the worker has one of that level; true when something changes. */
    private boolean certificate(String workerId, ParsedRow row) {
        String level = row.text("cert_level");
        if (level.isEmpty() || level.equals(NO_CERTIFICATE)) {
            return false;
        }
        Built.Values values = new Built.Values().with("level", level)
                .with("issued_on", row.date("cert_date").orElse(null)).with("cert_no", row.text("cert_no"));
        List<RecordData> same = context.stored().pointingTo("certificate", "worker_id", workerId).stream()
                .filter(certificate -> certificate.text("level").equals(level)).toList();
        if (!same.isEmpty()) {
            return context.drafts().update("certificate", same.get(0).id(), null, values.values());
        }
        values.with("worker_id", workerId).with("kind", NATIONAL_CERTIFICATE);
        context.drafts().create("certificate", null, values.values());
        return true;
    }

    /** The village a text means; one that the station does not have yet is made. */
    String villageOrNew(ParsedRow row, SheetState sheet) {
        String text = CellText.clean(row.text("village"));
        Optional<String> known = context.register().village(text);
        if (known.isPresent()) {
            return known.get();
        }
        String id = context.drafts().create("village", null, new Built.Values().with("name", text).values());
        context.register().putVillage(id, text, null);
        sheet.warn(row, "village", "village.created", text);
        return id;
    }
}
