package org.shegong.reports.ledger.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.shegong.reports.ledger.parse.NamedPerson;
import org.shegong.reports.ledger.parse.ParsedRow;

/** Home visits and consultations. */
final class VisitPlanners {

    /** Longer services are looked at twice (rule BZ01). */
    private static final long LONGEST_SERVICE = 480;

    private final PlanContext context;

    VisitPlanners(PlanContext context) {
        this.context = context;
    }

    /** A consultation without a name, or with a word for one, is anonymous; a name must be found. */
    Built consultation(ParsedRow row, SheetState sheet) {
        LocalDate date = row.date("date").orElseThrow();
        String name = row.text("name");
        Note note = context.note(row, sheet);
        Built.Values values = new Built.Values().with("date", date).with("contact", row.text("contact"))
                .with("content", row.text("content")).with("answer", row.text("answer")).with("kind", row.text("kind"))
                .with("minutes", row.values().get("minutes")).with("village_id", context.village(row).orElse(null))
                .with("worker_id", context.worker(row, sheet, "worker", note));
        if (!name.isEmpty() && !isAnonymous(name)) {
            PersonFinder.Result client = context.client(row, sheet, "name", date);
            if (client.problem() != null) {
                return new Built.No(client.problem());
            }
            context.remarkEarly(row, sheet, "name", client.person(), date);
            values.with("client_id", client.person().id()).with("name", client.person().name())
                    .with("village_id", client.person().villageId());
        } else if (!name.isEmpty() && !context.words().list("anonymous").contains(name)) {
            values.with("name", name);
        }
        return values.with("note", note.text());
    }

    private boolean isAnonymous(String name) {
        return context.words().list("anonymous").contains(name) || context.words().list("anonymous_endings").stream()
                .anyMatch(ending -> name.endsWith(ending) && name.length() <= ending.length() + 2);
    }

    /** The persons of a visit: the one visited, then the others of the same household who were there. */
    Built visit(ParsedRow row, SheetState sheet) {
        LocalDate date = row.date("date").orElseThrow();
        PersonFinder.Result visited = context.client(row, sheet, "name", date);
        if (visited.problem() != null) {
            return new Built.No(visited.problem());
        }
        Person person = visited.person();
        context.remarkEarly(row, sheet, "name", person, date);
        LinkedHashSet<String> clients = new LinkedHashSet<>();
        clients.add(person.id());
        List<NamedPerson> others = new ArrayList<>(row.people("name.more"));
        others.addAll(row.people("others"));
        for (NamedPerson other : others) {
            NamedPerson wanted = other.village().isEmpty() ? new NamedPerson(other.name(), row.text("village")) : other;
            PersonFinder.Result found = context.listed(row, "others", wanted,
                    context.register().people().inHousehold(person.householdId()), date);
            if (found.problem() != null) {
                return new Built.No(found.problem());
            }
            context.remarkEarly(row, sheet, "others", found.person(), date);
            clients.add(found.person().id());
        }
        if (row.number("minutes") > LONGEST_SERVICE) {
            sheet.warn(row, "minutes", "minutes.long");
        }
        Note note = context.note(row, sheet);
        List<String> workers = context.workers(row, sheet, "worker", note);
        return new Built.Values().with("date", date).with("minutes", row.values().get("minutes"))
                .with("household_id", person.householdId()).with("village_id", person.villageId())
                .with("clients", List.copyOf(clients)).with("result", row.text("result"))
                .with("worker_id", workers.isEmpty() ? null : workers.get(0))
                .with("co_workers", workers.size() > 1 ? workers.subList(1, workers.size()) : null)
                .with("services_note", row.text("note")).with("note", note.text());
    }
}
