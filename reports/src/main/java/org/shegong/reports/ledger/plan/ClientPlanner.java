package org.shegong.reports.ledger.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shegong.db.domain.IdNumber;
import org.shegong.db.domain.PersonName;
import org.shegong.db.store.RecordData;
import org.shegong.reports.ledger.parse.ParsedRow;
import org.shegong.reports.ledger.recognise.LedgerKind;

/**
 * The roster. Clients are known by their identity number; those without one, for which a reason must be given,
 * by name and village. A number that belongs to another name, or that stands in the sheet before, refuses.
 */
final class ClientPlanner implements RowPlanner {

    private static final String CITIZEN_CARD = "01";
    private static final String NO_DOCUMENT = "13";
    private static final String ON_REGISTER = "1";
    private static final String CLOSED = "3";

    private final PlanContext context;
    private final PlacePlanners places;
    private final LocalDate today;

    ClientPlanner(PlanContext context, PlacePlanners places, LocalDate today) {
        this.context = context;
        this.places = places;
        this.today = today;
    }

    @Override
    public RowOutcome plan(ParsedRow row, SheetState sheet) {
        String idNo = row.text("id_no");
        String name = row.text("name");
        if (idNo.isEmpty() && reason(row).isEmpty()) {
            return RowOutcome.refused("id_no", "required.missing");
        }
        Optional<Person> existing = idNo.isEmpty() ? withoutNumber(row) : context.register().people().withIdNo(idNo);
        String seen = idNo.isEmpty() ? name + "|" + row.text("village") : idNo;
        if (sheet.met(seen) || existing.isPresent() && !existing.get().name().equals(name)) {
            return RowOutcome.refused(idNo.isEmpty() ? "name" : "id_no", idNo.isEmpty() ? "client.duplicate" : "id.duplicate");
        }
        LocalDate filed = row.date("filed_date").orElseThrow();
        LocalDate closed = row.date("closed_date").orElse(null);
        if (closed != null && closed.isBefore(filed)) {
            return RowOutcome.refused("closed_date", "date.order");
        }
        sheet.firstTime(seen);
        remark(row, sheet);
        String key = ContentKey.digest(context.words().kind(LedgerKind.CLIENTS), row);
        return existing.isEmpty() ? create(row, sheet, key) : update(existing.get(), row, sheet, key);
    }

    private static String reason(ParsedRow row) {
        String own = row.text("no_id_reason");
        return own.isEmpty() ? row.text("id_no.reason") : own;
    }

    private Optional<Person> withoutNumber(ParsedRow row) {
        Optional<String> village = context.village(row);
        return context.register().people().named(row.text("name")).stream().filter(person -> person.idNo().isEmpty()
                && village.isPresent() && village.get().equals(person.villageId())).findFirst();
    }

    /** The number tells the sex; a roster that says otherwise is remarked, the number counts (ID07). */
    private static void remark(ParsedRow row, SheetState sheet) {
        if (!row.text("id_no").isEmpty() && !row.text("sex").isEmpty()
                && !new IdNumber(row.text("id_no")).sex().code().equals(row.text("sex"))) {
            sheet.warn(row, "sex", "id.sex");
        }
    }

    private RowOutcome create(ParsedRow row, SheetState sheet, String key) {
        String village = places.villageOrNew(row, sheet);
        Built.Values values = values(row, sheet, village);
        String household = household(row, village);
        values.with("household_id", household);
        String id = context.drafts().create("client", key, values.values());
        LocalDate filed = row.date("filed_date").orElseThrow();
        category(id, row.text("category"), filed);
        primary(id, row.text("category"), filed);
        row.codes("category.more").forEach(more -> category(id, more, filed));
        remember(id, row, village, household, row.date("closed_date").orElse(null), key);
        return new RowOutcome.Accepted(1);
    }

    private RowOutcome update(Person existing, ParsedRow row, SheetState sheet, String key) {
        if (key.equals(existing.importKey())) {
            return new RowOutcome.Unchanged();
        }
        if (PlanContext.isCorrection(row)) {
            return RowOutcome.refused("id_no", "id.duplicate");
        }
        String village = places.villageOrNew(row, sheet);
        Built.Values values = values(row, sheet, village);
        if (!row.has("closed_date")) {
            // A roster that forgets a closing date does not bring anybody back.
            values.values().remove("file_state");
        }
        String household = row.text("household_no").isEmpty() ? existing.householdId() : household(row, village);
        values.with("household_id", household);
        Object before = context.drafts().value("client", existing.id(), "primary_cat");
        boolean changed = context.drafts().update("client", existing.id(), key, values.values());
        if (changed && !row.text("category").equals(before)) {
            changeCategory(existing.id(), row);
        }
        remember(existing.id(), row, village, household, row.date("closed_date").orElse(existing.closed()), key);
        return changed ? new RowOutcome.Updated() : new RowOutcome.Unchanged();
    }

    private Built.Values values(ParsedRow row, SheetState sheet, String village) {
        String idNo = row.text("id_no");
        LocalDate closed = row.date("closed_date").orElse(null);
        Built.Values values = new Built.Values().with("client_no", row.text("client_no")).with("name", row.text("name"))
                .with("id_type", idNo.isEmpty() ? NO_DOCUMENT : CITIZEN_CARD).with("id_no", idNo)
                .with("no_id_reason", idNo.isEmpty() ? reason(row) : "").with("sex", row.text("sex"))
                .with("village_id", village).with("primary_cat", row.text("category"))
                .with("filed_date", row.date("filed_date").orElse(null)).with("closed_date", closed)
                .with("closed_reason", row.text("closed_reason"))
                .with("file_state", closed == null ? ON_REGISTER : CLOSED).with("ethnic", row.text("ethnic"))
                .with("address", row.text("address")).with("rel_head", row.text("rel_head"));
        if (!idNo.isEmpty()) {
            IdNumber number = new IdNumber(idNo);
            values.with("sex", number.sex().code()).with("birth", number.birthDate());
        }
        String[] phones = row.text("phone").split(",");
        values.with("phone", phones[0]).with("phone2", phones.length > 1 ? phones[1] : "");
        return values.with("note", context.note(row, sheet).text());
    }

    /** Rows with one number are one household; a person without one is a household of its own (rule R3). */
    private String household(ParsedRow row, String village) {
        String number = row.text("household_no");
        Optional<String> known = number.isEmpty() ? Optional.empty() : context.register().household(number);
        if (known.isPresent()) {
            return known.get();
        }
        Built.Values values = new Built.Values().with("no", number).with("head_name", row.text("name"))
                .with("village_id", village).with("address", row.text("address"));
        String id = context.drafts().create("household", null, values.values());
        context.register().putHousehold(id, number);
        return id;
    }

    private void category(String client, String category, LocalDate from) {
        context.drafts().create("client_category", null, dated(client, category, from));
    }

    private void primary(String client, String category, LocalDate from) {
        context.drafts().create("client_primary", null, dated(client, category, from));
    }

    private static Map<String, Object> dated(String client, String category, LocalDate from) {
        return new Built.Values().with("client_id", client).with("category", category).with("from_date", from).values();
    }

    /** The old primary category ends yesterday, unless it only began today; past months keep theirs (R8). */
    private void changeCategory(String client, ParsedRow row) {
        String category = row.text("category");
        List<RecordData> open = context.stored().pointingTo("client_primary", "client_id", client).stream()
                .filter(period -> period.date("to_date") == null).toList();
        LocalDate from = today;
        for (RecordData period : open) {
            if (period.date("from_date") != null && period.date("from_date").isBefore(today)) {
                context.drafts().update("client_primary", period.id(), null, Map.of("to_date", today.minusDays(1)));
            } else {
                context.drafts().update("client_primary", period.id(), null, Map.of("category", category));
                return;
            }
        }
        primary(client, category, open.isEmpty() ? row.date("filed_date").orElse(from) : from);
        boolean known = context.stored().pointingTo("client_category", "client_id", client).stream()
                .anyMatch(one -> one.text("category").equals(category) && one.date("to_date") == null);
        if (!known) {
            category(client, category, from);
        }
    }

    private void remember(String id, ParsedRow row, String village, String household, LocalDate closed, String key) {
        context.register().people().put(new Person(id, PersonName.normalise(row.text("name")), village, row.text("id_no"),
                row.text("client_no"), household, row.date("filed_date").orElse(null), closed, key));
    }
}
