package org.shegong.db.journal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.shegong.db.domain.InstantText;
import org.shegong.db.store.StationFile;

/**
 * The journal as an audit reads it: sign-ins, looks at plain values, prints, exports, imports, deletions, settings.
 * The ordinary saving of records is left out; it stands in each record's history. Not for the window's thread.
 */
public final class AuditTrail {
    private static final Field<String> ID = field(name("s", "id"), String.class);
    private static final Field<String> ACTION = field(name("s", "action"), String.class);
    private static final Field<String> AT = field(name("s", "at"), String.class);
    private static final Field<String> WHO = field(name("s", "account_name"), String.class);
    private final StationFile file;

    public AuditTrail(StationFile file) {
        this.file = file;
    }

    /**
     * A page, newest first.
     *
     * @param before step after which to go on; null for the first page
     */
    public List<AuditEntry> page(AuditQuery query, String before, int size) {
        return file.read(db -> {
            Condition condition = condition(query);
            List<Record> steps = new ArrayList<>(db.select(ID, ACTION, AT, WHO, field(name("s", "label"), String.class),
                    field(name("s", "device_id"), String.class), field(name("s", "entries"), Integer.class))
                .from(table(name("journal_step")).as("s"))
                .where(before == null ? condition : condition.and(ID.lt(before))).orderBy(ID.desc()).limit(size).fetch());
            return steps.stream().map(step -> entry(db, step)).toList();
        });
    }

    /** How many there are. */
    public long count(AuditQuery query) {
        return file.read(db -> db.selectCount().from(table(name("journal_step")).as("s")).where(condition(query))
            .fetchOne(0, Long.class));
    }

    /** Names of everybody who ever did something, in order. */
    public List<String> people() {
        return file.read(db -> db.selectDistinct(WHO).from(table(name("journal_step")).as("s")).orderBy(WHO)
            .fetch(WHO));
    }

    private static Condition condition(AuditQuery query) {
        Condition condition = ACTION.ne("save").or(ID.in(DSL.select(field(name("step_id"), String.class))
            .from(table(name("journal_entry"))).where(field(name("form"), String.class).in("station", "code_entry"))));
        if (!query.account().isEmpty()) {
            condition = condition.and(WHO.eq(query.account()));
        }
        if (!query.actions().isEmpty()) {
            condition = condition.and(ACTION.in(query.actions()));
        }
        if (query.from() != null) {
            condition = condition.and(AT.ge(InstantText.of(query.from())));
        }
        return query.until() == null ? condition : condition.and(AT.lt(InstantText.of(query.until())));
    }

    private static AuditEntry entry(DSLContext db, Record step) {
        Record last = db.select(field(name("op")), field(name("form")), field(name("record_id")),
                field(name("changes")), field(name("proof"))).from(table(name("journal_entry")))
            .where(field(name("step_id")).eq(step.get(ID))).orderBy(field(name("seq")).desc()).limit(1).fetchOne();
        int entries = step.get("entries", Integer.class);
        boolean event = last != null && last.get(0, String.class).equals("event");
        return new AuditEntry(step.get(ID), step.get(AT), step.get(WHO), step.get("device_id", String.class),
            step.get(ACTION), step.get("label", String.class), last == null ? "" : last.get(1, String.class),
            last == null || entries > 1 ? "" : last.get(2, String.class),
            event ? details(new EntryContent(last.get(3, String.class), last.get(4, byte[].class)).changes("event"))
                : Map.of(), entries);
    }

    private static Map<String, Object> details(List<FieldChange> changes) {
        Map<String, Object> details = new LinkedHashMap<>();
        changes.stream().filter(change -> change.after() != null)
            .forEach(change -> details.put(change.field(), change.after()));
        return details;
    }
}
