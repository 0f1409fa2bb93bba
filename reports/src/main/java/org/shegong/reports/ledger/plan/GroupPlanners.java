package org.shegong.reports.ledger.plan;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.shegong.db.domain.CellText;
import org.shegong.reports.ledger.parse.NamedPerson;
import org.shegong.reports.ledger.parse.ParsedRow;
import org.shegong.reports.ledger.parse.Problem;
import org.shegong.reports.ledger.recognise.LedgerKind;

/** Groups, known by name, with their members; and their sessions with attendance. */
final class GroupPlanners {

    private static final String RUNNING = "3";
    private static final String FINISHED = "4";

    private final PlanContext context;

    GroupPlanners(PlanContext context) {
        this.context = context;
    }

    RowOutcome group(ParsedRow row, SheetState sheet) {
        String name = row.text("name");
        LocalDate first = row.date("first_date").orElseThrow();
        if (row.date("close_date").filter(first::isAfter).isPresent()) {
            return RowOutcome.refused("close_date", "date.order");
        }
        if (sheet.met(CellText.matchKey(name))) {
            return RowOutcome.refused("name", "group.duplicate");
        }
        String key = ContentKey.digest(context.words().kind(LedgerKind.GROUPS), row);
        Optional<Register.Group> existing = context.register().group(name);
        if (existing.isPresent() && key.equals(existing.get().importKey())) {
            sheet.firstTime(CellText.matchKey(name));
            return new RowOutcome.Unchanged();
        }
        if (existing.isPresent() && PlanContext.isCorrection(row)) {
            return RowOutcome.refused("name", "group.duplicate");
        }
        LinkedHashSet<String> clients = new LinkedHashSet<>();
        for (NamedPerson wanted : row.people("members")) {
            PersonFinder.Result found = context.listed(row, "members", wanted, List.of(), first);
            if (found.problem() != null) {
                return PlanContext.refusal(found.problem());
            }
            context.remarkEarly(row, sheet, "members", found.person(), first);
            clients.add(found.person().id());
        }
        sheet.firstTime(CellText.matchKey(name));
        Built.Values values = values(row, sheet, first);
        return existing.isEmpty() ? create(row, key, values, clients) : update(existing.get(), row, key, values, clients);
    }

    private Built.Values values(ParsedRow row, SheetState sheet, LocalDate first) {
        Note note = context.note(row, sheet);
        return new Built.Values().with("name", row.text("name")).with("no", row.text("no"))
                .with("gtype", row.text("gtype")).with("first_date", first).with("from_date", first)
                .with("close_date", row.date("close_date").orElse(null))
                .with("group_state", row.has("close_date") ? FINISHED : RUNNING)
                .with("sessions_planned", row.values().get("sessions_planned"))
                .with("worker_id", context.worker(row, sheet, "worker", note))
                .with("co_workers", context.coWorkers(row, sheet, "worker", note)).with("note", note.text());
    }

    private RowOutcome create(ParsedRow row, String key, Built.Values values, LinkedHashSet<String> clients) {
        String id = context.drafts().create("group_work", key, values.values());
        Register.Group group = new Register.Group(id, row.text("name"), key, new ArrayList<>());
        context.register().putGroup(group);
        LocalDate joined = row.date("first_date").orElse(null);
        clients.forEach(client -> join(group, client, joined));
        addUnnamed(group, row.number("anonymous"), joined);
        return new RowOutcome.Accepted(1);
    }

    /** A later list adds members; nobody leaves a group because a list forgets the name. */
    private RowOutcome update(Register.Group existing, ParsedRow row, String key, Built.Values values,
                              LinkedHashSet<String> clients) {
        if (!row.has("close_date")) {
            values.values().remove("group_state");
        }
        values.values().remove("from_date");
        int before = existing.members().size();
        clients.stream().filter(client -> member(existing, client).isEmpty())
                .forEach(client -> join(existing, client, row.date("first_date").orElse(null)));
        addUnnamed(existing, row.number("anonymous"), row.date("first_date").orElse(null));
        boolean changed = context.drafts().update("group_work", existing.id(), key, values.values());
        context.register().putGroup(new Register.Group(existing.id(), existing.name(), key, existing.members()));
        return changed || existing.members().size() > before ? new RowOutcome.Updated() : new RowOutcome.Unchanged();
    }

    private static Optional<Register.Member> member(Register.Group group, String client) {
        return group.members().stream().filter(member -> client.equals(member.clientId())).findFirst();
    }

    private static List<Register.Member> unnamed(Register.Group group) {
        return group.members().stream().filter(member -> member.clientId() == null).toList();
    }

    private Register.Member join(Register.Group group, String client, LocalDate joined) {
        String id = context.drafts().create("group_member", null, new Built.Values().with("group_id", group.id())
                .with("client_id", client).with("join_date", joined).values());
        Register.Member member = new Register.Member(id, client);
        group.members().add(member);
        return member;
    }

    /** Makes members without a name until the group has that many. */
    private void addUnnamed(Register.Group group, long wanted, LocalDate joined) {
        for (int number = unnamed(group).size() + 1; number <= wanted; number++) {
            String name = MessageFormat.format(context.texts().getString("member.unnamed"), number);
            String id = context.drafts().create("group_member", null, new Built.Values().with("group_id", group.id())
                    .with("anon_name", name).with("join_date", joined).values());
            group.members().add(new Register.Member(id, null));
        }
    }

    /** Names are looked up among the group's members first; unnamed attendance marks the first unnamed members. */
    Built session(ParsedRow row, SheetState sheet) {
        Optional<Register.Group> group = context.register().group(row.text("group"));
        if (group.isEmpty()) {
            return new Built.No(Problem.of("group", "group.unknown"));
        }
        LocalDate date = row.date("date").orElseThrow();
        List<Person> members = group.get().members().stream().filter(member -> member.clientId() != null)
                .map(member -> context.register().people().get(member.clientId())).filter(Objects::nonNull).toList();
        LinkedHashSet<String> clients = new LinkedHashSet<>();
        for (NamedPerson wanted : row.people("present")) {
            PersonFinder.Result found = context.listed(row, "present", wanted, members, date);
            if (found.problem() != null) {
                return new Built.No(found.problem());
            }
            context.remarkEarly(row, sheet, "present", found.person(), date);
            clients.add(found.person().id());
        }
        List<String> present = attendance(row, sheet, group.get(), clients, date);
        Note note = context.note(row, sheet);
        return new Built.Values().with("group_id", group.get().id()).with("date", date)
                .with("no", row.values().get("no")).with("minutes", row.values().get("minutes"))
                .with("theme", row.text("theme")).with("present", present)
                .with("worker_id", context.worker(row, sheet, "worker", note))
                .with("co_workers", context.coWorkers(row, sheet, "worker", note)).with("note", note.text());
    }

    private List<String> attendance(ParsedRow row, SheetState sheet, Register.Group group,
                                    LinkedHashSet<String> clients, LocalDate date) {
        List<String> present = new ArrayList<>();
        for (String client : clients) {
            Optional<Register.Member> member = member(group, client);
            if (member.isEmpty()) {
                sheet.warn(row, "present", "group.member_added");
            }
            present.add(member.orElseGet(() -> join(group, client, date)).id());
        }
        long count = row.number("anonymous");
        if (count > unnamed(group).size()) {
            sheet.warn(row, "anonymous", "group.unnamed_added");
            addUnnamed(group, count, date);
        }
        unnamed(group).stream().limit(count).map(Register.Member::id).forEach(present::add);
        return present;
    }
}
