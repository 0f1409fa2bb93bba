package org.shegong.db.retention;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.journal.JournalStep;
import org.shegong.db.security.Right;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

/**
 * Which records have been kept long enough (rules document §10, C04), and their erasure once the station's leader has
 * approved it: what says who somebody is goes, from records, files, search and journal; what figures count stays. Not
 * for the window's thread.
 */
public final class Retention {
    /** Fewest and most years that a station may set. */
    public static final int LEAST_YEARS = 1;
    public static final int MOST_YEARS = 99;
    private static final String SETTING = "setting";
    private static final String PREFIX = "retention.";
    private final Station station;
    private final RetentionPolicies bundled = RetentionPolicies.bundled();

    public Retention(Station station) {
        this.station = station;
    }

    /** The policies with the station's own years. */
    public List<RetentionPolicy> policies() {
        return bundled.all().stream().map(policy -> kept(policy.key()).map(setting -> setting.text("value"))
            .filter(text -> text.matches("\\d{1,2}")).map(text -> policy.withYears(Integer.parseInt(text)))
            .orElse(policy)).toList();
    }

    /** Sets how many years records of a policy are kept here; the journal notes it like every setting. */
    public void setYears(String policy, int years) {
        if (years < LEAST_YEARS || years > MOST_YEARS) {
            throw new IllegalArgumentException("years " + years);
        }
        Map<String, Object> values = Map.of("key", PREFIX + policy, "value", Integer.toString(years));
        station.saving().save(kept(policy).map(before -> RecordDraft.change(before, RecordStatus.SUBMITTED, values))
            .orElseGet(() -> RecordDraft.entered(SETTING, station.newId(), RecordStatus.SUBMITTED, values)));
    }

    private Optional<RecordData> kept(String policy) {
        return station.records().list(ListQuery.all(SETTING).withFilter("key", Set.of(PREFIX + policy))).stream()
            .findFirst();
    }

    /** What may be erased today, longest due first; records erased already and those that wait with others are left out. */
    public List<DueRecord> due() {
        List<DueRecord> due = new ArrayList<>();
        for (RetentionPolicy policy : policies()) {
            due.addAll(station.file().read(db -> due(db, policy)));
        }
        due.sort(java.util.Comparator.comparing(DueRecord::due).thenComparing(DueRecord::id));
        return due;
    }

    private List<DueRecord> due(DSLContext db, RetentionPolicy policy) {
        LocalDate today = station.today();
        String birth = policy.birth().isEmpty() ? "NULL" : policy.birth();
        String sql = "SELECT id, began, born FROM (SELECT r.id AS id, " + policy.start() + " AS began, " + birth
            + " AS born FROM " + station.forms().form(policy.form()).table() + " r WHERE NOT (" + policy.open()
            + ") AND NOT EXISTS (SELECT 1 FROM erased_record e WHERE e.record_id = r.id)) WHERE began <= ?";
        List<DueRecord> found = new ArrayList<>();
        for (Record row : db.resultQuery(sql, today.minusYears(policy.years()).toString()).fetch()) {
            LocalDate from = LocalDate.parse(row.get(1, String.class));
            String born = row.get(2, String.class);
            LocalDate due = policy.due(from, born == null ? null : LocalDate.parse(born));
            if (!due.isAfter(today)) {
                found.add(new DueRecord(policy.key(), policy.form(), row.get(0, String.class), from, due));
            }
        }
        return found;
    }

    /** Ids of records that were erased, among these. */
    public Set<String> erased(Collection<String> ids) {
        return station.file().read(db -> new LinkedHashSet<>(db.select(field(name("record_id"), String.class))
            .from(table(name("erased_record"))).where(field(name("record_id"), String.class).in(ids))
            .fetch(0, String.class)));
    }

    /**
     * Erases records that are due and what goes with them, and leaves no trace of it in the file. Older backups still
     * hold the values until rotation removes them.
     *
     * @param records of {@link #due()}; one that is not due any more is refused
     * @param label what the journal calls it, for people
     * @param reason why and who approved, kept in the journal
     * @throws IllegalStateException when one of the records is not due
     * @throws org.shegong.db.security.NotPermittedException when the role may not approve it
     */
    public Erased erase(List<DueRecord> records, String label, String reason) {
        station.clearance().require(Right.ERASE);
        if (!new LinkedHashSet<>(due()).containsAll(records)) {
            throw new IllegalStateException("a record that is not due was to be erased");
        }
        Map<String, Set<String>> all = station.file().read(db -> closure(db, records));
        JournalStep step = station.journal().erase(station.actor(), label, reason, all,
            bundled::isPersonal);
        station.file().compact();
        return new Erased(step, all.values().stream().mapToInt(Set::size).sum());
    }

    /** The records and everything that goes with them, by form. */
    private Map<String, Set<String>> closure(DSLContext db, List<DueRecord> records) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        Map<String, Set<String>> next = new LinkedHashMap<>();
        records.forEach(record -> next.computeIfAbsent(record.form(), form -> new LinkedHashSet<>()).add(record.id()));
        while (!next.isEmpty()) {
            Map<String, Set<String>> found = new LinkedHashMap<>();
            next.forEach((form, ids) -> {
                Set<String> known = all.computeIfAbsent(form, key -> new LinkedHashSet<>());
                Set<String> fresh = new LinkedHashSet<>(ids);
                fresh.removeAll(known);
                known.addAll(fresh);
                if (!fresh.isEmpty()) {
                    pointers(form).forEach(pointer -> found.computeIfAbsent(
                        pointer.form(), key -> new LinkedHashSet<>()).addAll(pointing(db, pointer, fresh, known)));
                }
            });
            found.values().removeIf(Set::isEmpty);
            next.clear();
            next.putAll(found);
        }
        Set<String> households = households(db, all.getOrDefault("client", Set.of()));
        if (!households.isEmpty()) {
            all.computeIfAbsent("household", key -> new LinkedHashSet<>()).addAll(households);
        }
        return all;
    }

    /** What goes with a record of a form: what the policies name, and the records that are parts of it. */
    private List<RetentionPolicies.Pointer> pointers(String form) {
        Set<RetentionPolicies.Pointer> all = new LinkedHashSet<>(bundled.with().getOrDefault(form, List.of()));
        station.forms().all().stream()
            .filter(part -> part.parentForm().equals(form) && !bundled.keepForGood().contains(part.key()))
            .forEach(part -> all.add(new RetentionPolicies.Pointer(part.key(), part.parentField())));
        return List.copyOf(all);
    }

    private List<String> pointing(DSLContext db, RetentionPolicies.Pointer pointer, Set<String> fresh,
                                  Set<String> known) {
        Form form = station.forms().form(pointer.form());
        Field by = form.field(pointer.field());
        List<String> ids = new ArrayList<>();
        for (String id : fresh) {
            String sql = by.type() == FieldType.REF
                ? "SELECT id FROM " + form.table() + " WHERE " + by.key() + " = ?"
                : "SELECT r.owner_id FROM record_ref r JOIN " + form.table() + " o ON o.id = r.owner_id"
                    + " WHERE r.target_id = ? AND r.field = '" + by.key() + "'";
            db.resultQuery(sql, id).forEach(row -> ids.add(row.get(0, String.class)));
        }
        if (by.type() != FieldType.REF) {
            ids.removeIf(id -> !known.containsAll(db.resultQuery("SELECT target_id FROM record_ref WHERE owner_id = ?"
                + " AND field = ? AND target_id NOT IN (SELECT record_id FROM erased_record)", id, by.key())
                .fetch(0, String.class)));
        }
        return ids;
    }

    /** Households of whom nobody is left. */
    private static Set<String> households(DSLContext db, Set<String> clients) {
        Set<String> gone = new LinkedHashSet<>();
        for (String client : clients) {
            db.resultQuery("SELECT household_id FROM client WHERE id = ? AND household_id IS NOT NULL", client)
                .forEach(row -> gone.add(row.get(0, String.class)));
        }
        gone.removeIf(household -> !clients.containsAll(db.resultQuery("SELECT id FROM client WHERE household_id = ?"
            + " AND id NOT IN (SELECT record_id FROM erased_record)", household).fetch(0, String.class)));
        return gone;
    }
}
