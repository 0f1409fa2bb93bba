package org.shegong.reports.privacy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Shield;
import org.shegong.db.journal.seal.SealedContent;
import org.shegong.db.journal.seal.SealedText;
import org.shegong.db.store.RecordRows;

/**
 * Looks for what could tell who is meant in texts that leave the station (rules document §7, M4): identity, telephone
 * and bank card numbers, and names of persons on the register other than its staff. Reading the register takes a
 * moment, so one of these serves a whole document. Safe for use from several threads.
 */
public final class PersonalScan {
    private static final Set<String> STAFF = Set.of("worker", "supervisor");
    private static final org.jooq.Field<String> ID = field(name("id"), String.class);
    private static final org.jooq.Field<String> NAME = field(name("name"), String.class);
    private final NameTraces names;
    private final Set<String> kept;

    private PersonalScan(NameTraces names, Set<String> kept) {
        this.names = names;
        this.kept = kept;
    }

    /** Knows the names that stand in the station's records now. Not for the window's thread. */
    public static PersonalScan of(Station station) {
        Set<String> all = new HashSet<>();
        for (Form form : station.forms().all()) {
            if (!STAFF.contains(form.key())) {
                form.fields().stream().filter(one -> one.mask().equals("name") && one.inColumn())
                    .forEach(one -> {
                        all.addAll(texts(station, form, one));
                        sealed(station, form, one, all);
                    });
            }
        }
        return new PersonalScan(new NameTraces(all, nameless(station)), Set.of());
    }

    private static List<String> texts(Station station, Form form, Field one) {
        return station.records().ask(db -> db.selectDistinct(field(name(one.key()), String.class))
            .from(table(name(form.table()))).where(field(name(one.key())).isNotNull()).and(field(name(one.key()))
                .ne(SealedText.MARK)).fetch(0, String.class));
    }

    /** Names in sealed records that whoever looks can open; those of others cannot be known here. */
    private static void sealed(Station station, Form form, Field one, Set<String> names) {
        station.records().ask(db -> RecordRows.where(db, form, field(name(one.key())).eq(SealedText.MARK))).stream()
            .map(record -> record.text(one.key())).filter(text -> !SealedText.isStandIn(text)).forEach(names::add);
    }

    private static Set<String> nameless(Station station) {
        Map<String, String> clients = station.records().ask(db -> db.select(ID, NAME).from(table(name("client")))
            .where(NAME.isNotNull()).fetch().intoMap(row -> row.get(ID),
                row -> SealedContent.opened(db, "client", row.get(ID), "name", row.get(NAME))));
        clients.values().removeIf(SealedText::isStandIn);
        Map<String, Shield> shields = station.records().shieldsOfClients(clients.keySet());
        Set<String> names = new HashSet<>();
        clients.forEach((id, name) -> {
            if (shields.getOrDefault(id, Shield.USUAL).nameless()) {
                names.add(name);
            }
        });
        return names;
    }

    /** Knows these names; for tests and for texts about no station. */
    static PersonalScan of(Collection<String> names, Set<String> nameless) {
        return new PersonalScan(new NameTraces(names, nameless), Set.of());
    }

    /** The same, but leaves alone what somebody has looked at and decided to keep. */
    public PersonalScan keeping(Set<String> texts) {
        return new PersonalScan(names, Set.copyOf(texts));
    }

    /** What is found, in the order of the text; empty for null. */
    public List<Trace> traces(String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        List<Trace> found = NumberTraces.in(text);
        found.addAll(names.in(text));
        found.removeIf(trace -> kept.contains(trace.text()));
        found.sort(Comparator.comparingInt(Trace::start));
        return found;
    }

    /** The text with everything that is found replaced. */
    public String cleaned(String text) {
        return replaced(text, traces(text));
    }

    /** The text with these of its traces replaced; they must not overlap. */
    public static String replaced(String text, List<Trace> traces) {
        if (traces.isEmpty()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text);
        traces.stream().sorted(Comparator.comparingInt(Trace::start).reversed())
            .forEach(trace -> clean.replace(trace.start(), trace.end(), trace.replacement()));
        return clean.toString();
    }
}
