package org.shegong.reports.ledger.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shegong.db.domain.CellText;
import org.shegong.reports.ledger.parse.NamedPerson;
import org.shegong.reports.ledger.parse.ParsedRow;

/** Activities, supervision, training, volunteers and resources. */
final class EventPlanners {

    private static final String HELD = "2";
    private static final String INDIVIDUAL = "1";

    private static final int LONGEST_PAUSE = 7;

    private final PlanContext context;

    EventPlanners(PlanContext context) {
        this.context = context;
    }

    Built activity(ParsedRow row, SheetState sheet) {
        LocalDate date = row.date("date").orElseThrow();
        LinkedHashSet<String> clients = new LinkedHashSet<>();
        for (NamedPerson wanted : row.people("clients")) {
            PersonFinder.Result found = context.listed(row, "clients", wanted, List.of(), date);
            if (found.problem() != null) {
                return new Built.No(found.problem());
            }
            context.remarkEarly(row, sheet, "clients", found.person(), date);
            clients.add(found.person().id());
        }
        if (clients.size() > row.number("total")) {
            sheet.warn(row, "total", "activity.fewer_than_named");
        }
        Note note = context.note(row, sheet);
        return new Built.Values().with("date", date).with("name", row.text("name"))
                .with("act_type", row.text("act_type")).with("act_state", HELD)
                .with("minutes", row.values().get("minutes")).with("total", row.number("total"))
                .with("n_vol", row.number("n_vol")).with("clients", List.copyOf(clients))
                .with("actors", row.codes("actors")).with("village_id", context.village(row).orElse(null))
                .with("place", row.text("place")).with("process", row.text("process"))
                .with("worker_id", context.worker(row, sheet, "worker", note))
                .with("co_workers", context.coWorkers(row, sheet, "worker", note)).with("note", note.text());
    }

    int rememberActivity(String id, ParsedRow row) {
        context.register().putActivity(id, row.text("name"), row.date("date").orElse(null));
        return 1;
    }

    Built supervision(ParsedRow row, SheetState sheet) {
        LocalDate date = row.date("date").orElseThrow();
        String name = row.text("supervisor");
        Note note = context.note(row, sheet);
        List<String> supervisees = context.workers(row, sheet, "supervisees", note);
        if (INDIVIDUAL.equals(row.text("form")) && supervisees.size() > 1) {
            sheet.warn(row, "supervisees", "supervision.individual");
        }
        String supervisor = name.isEmpty() ? null : supervisor(name);
        return new Built.Values().with("round_id", round(row, name, supervisor, date)).with("date", date)
                .with("minutes", row.values().get("minutes")).with("form", row.text("form"))
                .with("supervisor_id", supervisor).with("supervisor_name", name)
                .with("supervisees", supervisees).with("topics", row.text("topics")).with("note", note.text());
    }

    private String supervisor(String name) {
        return context.register().supervisor(name).orElseGet(() -> {
            String id = context.drafts().create("supervisor", null, new Built.Values().with("name", name).values());
            context.register().putSupervisor(id, name);
            return id;
        });
    }

    /**
     * The round of a session: the same name and supervisor. A name that says no month, such as "first", means
     * another round each month, unless its sessions go on within a week.
     */
    private String round(ParsedRow row, String supervisor, String supervisorId, LocalDate date) {
        String text = row.text("round");
        boolean saysMonth = context.words().list("month_marks").stream().anyMatch(text::contains)
                || text.replaceAll("\\D", "").length() >= 5;
        String name = saysMonth ? text : YearMonth.from(date) + " " + text;
        Optional<Register.Round> known = rounds(name, supervisor).findFirst();
        if (known.isEmpty() && !saysMonth) {
            known = rounds(YearMonth.from(date).minusMonths(1) + " " + text, supervisor).filter(round -> goesOn(round, date))
                    .findFirst();
        }
        if (known.isPresent()) {
            context.register().putSession(known.get().id(), date);
            return known.get().id();
        }
        String id = context.drafts().create("supervision_round", null, new Built.Values().with("name", name)
                .with("month", date.toString().substring(0, 7)).with("supervisor_id", supervisorId)
                .with("supervisor_name", supervisor).values());
        context.register().putRound(new Register.Round(id, name, supervisor));
        context.register().putSession(id, date);
        return id;
    }

    private Stream<Register.Round> rounds(String name, String supervisor) {
        return context.register().rounds(name).stream().filter(round -> supervisor.isEmpty()
                || round.supervisor().isEmpty() || round.supervisor().equals(supervisor));
    }

    /** A round whose name says no month may run over a month's end, from day to day. */
    private boolean goesOn(Register.Round round, LocalDate date) {
        return context.register().lastSession(round.id())
                .filter(last -> !last.isAfter(date) && !last.plusDays(LONGEST_PAUSE).isBefore(date)).isPresent();
    }

    Built training(ParsedRow row, SheetState sheet) {
        for (NamedPerson person : row.people("workers")) {
            if (context.register().workers(person.name()).isEmpty()) {
                sheet.warn(row, "workers", "worker.external");
            }
        }
        return new Built.Values().with("date", row.date("date").orElse(null)).with("title", row.text("title"))
                .with("host", row.text("host")).with("mode", row.text("mode")).with("tclass", row.text("tclass"))
                .with("trainer", row.text("trainer")).with("place", row.text("place"))
                .with("minutes", row.values().get("minutes")).with("note", context.note(row, sheet).text());
    }

    /** One attendance for each person; those who are no worker of the station stand with their name. */
    int attendances(String trainingId, ParsedRow row) {
        List<NamedPerson> people = row.people("workers");
        for (NamedPerson person : people) {
            Optional<String> worker = context.register().worker(person.name(), row.date("date").orElse(null));
            context.drafts().create("training_attendance", null, new Built.Values().with("training_id", trainingId)
                    .with("worker_id", worker.orElse(null)).with("ext_name", worker.isEmpty() ? person.name() : null)
                    .with("minutes", row.values().get("minutes")).values());
        }
        return people.size();
    }

    Built volunteers(ParsedRow row, SheetState sheet) {
        LocalDate date = row.date("date").orElseThrow();
        String activity = CellText.clean(row.text("activity"));
        return new Built.Values().with("date", date).with("activity_name", activity)
                .with("activity_id", context.register().activity(activity, date).orElse(null))
                .with("people", row.number("people")).with("minutes", row.values().get("minutes"))
                .with("note", context.note(row, sheet).text());
    }

    Built resource(ParsedRow row, SheetState sheet) {
        String source = row.text("src_name");
        return new Built.Values().with("date", row.date("date").orElse(null)).with("kind", row.text("kind"))
                .with("src_name", source).with("src_kind", context.codes().find("RES_SRC", source).orElse(null))
                .with("resource_name", row.text("resource_name")).with("money", row.number("money"))
                .with("goods_value", row.number("goods_value")).with("benefit_n", row.number("benefit_n"))
                .with("note", context.note(row, sheet).text());
    }
}
