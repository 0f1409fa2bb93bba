package org.shegong.db.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.RecordWrite;

/**
 * The writes that move everything from one client's file to another's.
 *
 * <p>Two things of the same kind become one: membership in the same group with its attendance, a category that overlaps
 * in time, a household with nobody else in it. The history of the primary category stays where it is: the kept file has
 * its own, and a person is of one category on a day.
 */
final class MergeMoves {
    private static final String CLIENT = "client";
    private static final String HOUSEHOLD = "household";
    private static final String PRIMARY = "client_primary";
    private final DSLContext db;
    private final FormCatalogue forms;
    private final RecordData main;
    private final RecordData pointer;
    private final String household;
    private final Map<String, RecordData> touched = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> values = new LinkedHashMap<>();
    private final List<RecordWrite> deletes = new ArrayList<>();

    /** @param household of the kept file afterwards; empty for none */
    MergeMoves(DSLContext db, FormCatalogue forms, RecordData main, RecordData pointer, String household) {
        this.db = db;
        this.forms = forms;
        this.main = main;
        this.pointer = pointer;
        this.household = household;
    }

    List<RecordWrite> writes() {
        repoint(CLIENT, pointer.id(), main.id());
        members();
        categories();
        households();
        List<RecordWrite> writes = new ArrayList<>();
        touched.forEach((id, record) -> writes.add(new RecordWrite.Update(record.form(), id, record.version(), Map.of(),
            values.get(id))));
        writes.addAll(deletes);
        return writes;
    }

    /** Lets everything that names one record name another, in the recycle bin too. */
    private void repoint(String target, String from, String to) {
        for (Form form : forms.all()) {
            for (Field f : form.fields()) {
                if (f.target().equals(target) && RecordLinks.pointsInTables(f) && !form.key().equals(PRIMARY)) {
                    RecordRows.where(db, form, naming(f, from)).stream().filter(record -> !isPointer(record))
                        .forEach(record -> put(record, f.key(), f.type() == FieldType.REF ? to
                            : replaced(now(record, f.key()), from, to)));
                }
            }
        }
    }

    /** The old file itself is dealt with apart; the kept one must not come to point to itself. */
    private boolean isPointer(RecordData record) {
        return record.id().equals(pointer.id()) || record.id().equals(main.id());
    }

    private static Condition naming(Field f, String id) {
        return f.type() == FieldType.REF ? field(name(f.key())).eq(id)
            : field(name("id"), String.class).in(select(field(name("owner_id"), String.class))
                .from(table(name("record_ref"))).where(field(name("field")).eq(f.key()))
                .and(field(name("target_id")).eq(id)));
    }

    private static List<String> replaced(List<String> ids, String from, String to) {
        LinkedHashSet<String> result = new LinkedHashSet<>();
        ids.forEach(id -> result.add(id.equals(from) ? to : id));
        return List.copyOf(result);
    }

    private void put(RecordData record, String key, Object value) {
        touched.putIfAbsent(record.id(), record);
        values.computeIfAbsent(record.id(), id -> new LinkedHashMap<>()).put(key, value);
    }

    /** The list as it will be after the moves so far. */
    @SuppressWarnings("unchecked")
    private List<String> now(RecordData record, String key) {
        Object changed = values.getOrDefault(record.id(), Map.of()).get(key);
        return changed != null ? (List<String>) changed : record.many(key);
    }

    private List<RecordData> living(String form, String key, String id) {
        return RecordRows.where(db, forms.form(form), field(name(key)).eq(id)
            .and(field(name("deleted_at")).isNull()));
    }

    private void members() {
        Map<String, RecordData> mine = new LinkedHashMap<>();
        living("group_member", "client_id", main.id()).forEach(member -> mine.put(member.text("group_id"), member));
        for (RecordData theirs : living("group_member", "client_id", pointer.id())) {
            RecordData own = mine.get(theirs.text("group_id"));
            if (own != null) {
                put(own, "join_date", earlier(own.date("join_date"), theirs.date("join_date")));
                put(own, "leave_date", laterOrOpen(own.date("leave_date"), theirs.date("leave_date")));
                living("group_session", "group_id", own.text("group_id"))
                    .forEach(session -> attendance(session, own.id(), theirs.id()));
                deletes.add(new RecordWrite.Delete("group_member", theirs.id()));
            }
        }
    }

    /** One person was there when either of the two names was; being late counts as being there, leave does not. */
    private void attendance(RecordData session, String own, String theirs) {
        boolean present = has(session, "present", own, theirs);
        boolean late = !present && has(session, "late", own, theirs);
        mark(session, "present", own, theirs, present);
        mark(session, "late", own, theirs, late);
        mark(session, "leave", own, theirs, !present && !late && has(session, "leave", own, theirs));
        mark(session, "early", own, theirs, (present || late) && has(session, "early", own, theirs));
    }

    private static boolean has(RecordData session, String list, String own, String theirs) {
        return session.many(list).contains(own) || session.many(list).contains(theirs);
    }

    private void mark(RecordData session, String list, String own, String theirs, boolean there) {
        List<String> ids = new ArrayList<>(replaced(session.many(list), theirs, own));
        if (!there) {
            ids.remove(own);
        }
        if (!ids.equals(session.many(list))) {
            put(session, list, ids.isEmpty() ? null : ids);
        }
    }

    private void categories() {
        List<RecordData> mine = living("client_category", "client_id", main.id());
        for (RecordData theirs : living("client_category", "client_id", pointer.id())) {
            mine.stream().filter(own -> overlaps(own, theirs)).findFirst().ifPresent(own -> {
                put(own, "from_date", earlierOrOpen(own.date("from_date"), theirs.date("from_date")));
                put(own, "to_date", laterOrOpen(own.date("to_date"), theirs.date("to_date")));
                deletes.add(new RecordWrite.Delete("client_category", theirs.id()));
            });
        }
    }

    private static boolean overlaps(RecordData one, RecordData other) {
        return Objects.equals(one.text("category"), other.text("category"))
            && begins(one, other.date("to_date")) && begins(other, one.date("to_date"));
    }

    private static boolean begins(RecordData record, LocalDate end) {
        return end == null || record.date("from_date") == null || !record.date("from_date").isAfter(end);
    }

    /** A household with nobody else in it is the kept person's own under another number; visits name households. */
    private void households() {
        for (RecordData file : List.of(pointer, main)) {
            String left = file.text(HOUSEHOLD + "_id");
            if (!left.isEmpty() && !household.isEmpty() && !left.equals(household)
                    && living(CLIENT, HOUSEHOLD + "_id", left).stream().allMatch(this::isPointer)) {
                repoint(HOUSEHOLD, left, household);
                deletes.add(new RecordWrite.Delete(HOUSEHOLD, left));
            }
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null ? other : other == null || one.isBefore(other) ? one : other;
    }

    private static LocalDate earlierOrOpen(LocalDate one, LocalDate other) {
        return one == null || other == null ? null : one.isBefore(other) ? one : other;
    }

    private static LocalDate laterOrOpen(LocalDate one, LocalDate other) {
        return one == null || other == null ? null : one.isAfter(other) ? one : other;
    }
}
