package org.shegong.db.journal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.store.ColumnValues;

/** Works out the writes that take a step back. */
final class Undoing {
    private final DSLContext db;
    private final FormCatalogue forms;

    Undoing(DSLContext db, FormCatalogue forms) {
        this.db = db;
        this.forms = forms;
    }

    /** Writes that take the step back, and the records that stand in the way because they changed since. */
    record Plan(List<RecordWrite> writes, List<String> changedSince) {
    }

    Optional<Plan> reverse(String stepId) {
        boolean open = db.fetchExists(table(name("journal_step")), field(name("id")).eq(stepId)
            .and(field(name("undone_by")).isNull()));
        if (!open) {
            return Optional.empty();
        }
        List<RecordWrite> writes = new ArrayList<>();
        Set<String> changed = new LinkedHashSet<>();
        Map<String, Long> versions = new LinkedHashMap<>();
        for (Record entry : entries(stepId)) {
            String id = entry.get("record_id", String.class);
            Form form = forms.form(entry.get("form", String.class));
            if (!versions.containsKey(id)) {
                versions.put(id, version(form, id));
                if (changedSince(stepId, id)) {
                    changed.add(id);
                }
            }
            writes.add(reverse(form, id, versions.get(id), entry));
            versions.merge(id, 1L, Long::sum);
        }
        return Optional.of(new Plan(writes, List.copyOf(changed)));
    }

    /** Whether a step that still stands changed the record after this entry. Undoing steps never stand alone. */
    private boolean changedSince(String stepId, String recordId) {
        return db.resultQuery("""
                SELECT s.id, s.undone_by FROM journal_entry e JOIN journal_step s ON s.id = e.step_id
                WHERE e.record_id = ? AND e.step_id <> ? AND s.undoes IS NULL AND s.id > ?""",
                recordId, stepId, originOf(stepId)).stream()
            .anyMatch(row -> stands(row.get(1, String.class)));
    }

    /** The step that a chain of undoing and redoing began with. */
    private String originOf(String stepId) {
        String undoes = db.select(field(name("undoes"), String.class)).from(table(name("journal_step")))
            .where(field(name("id")).eq(stepId)).fetchOne(0, String.class);
        return undoes == null ? stepId : originOf(undoes);
    }

    private boolean stands(String undoneBy) {
        return undoneBy == null || !stands(db.select(field(name("undone_by"), String.class))
            .from(table(name("journal_step"))).where(field(name("id")).eq(undoneBy)).fetchOne(0, String.class));
    }

    private List<Record> entries(String stepId) {
        return new ArrayList<>(db.select(DSL.asterisk()).from(table(name("journal_entry")))
            .where(field(name("step_id")).eq(stepId)).and(field(name("op")).ne("event"))
            .orderBy(field(name("seq")).desc()).fetch());
    }

    private long version(Form form, String id) {
        Long version = db.select(field(name("version"), Long.class)).from(table(name(form.table())))
            .where(field(name("id")).eq(id)).fetchOne(0, Long.class);
        return version == null ? -1 : version;
    }

    private RecordWrite reverse(Form form, String id, long version, Record entry) {
        return switch (entry.get("op", String.class)) {
            case "insert", "restore" -> new RecordWrite.Delete(form.key(), id);
            case "delete" -> new RecordWrite.Restore(form.key(), id);
            default -> before(form, id, version, readable(form, SealedEntries.opened(db,
                entry.get("device_id", String.class), entry.get("seq", Long.class), id, new EntryContent(
                    entry.get("changes", String.class), entry.get("proof", byte[].class)).changes("update"))));
        };
    }

    /** What was erased, or is sealed from whoever wants to take it back, would be taken back to nothing. */
    private static List<FieldChange> readable(Form form, List<FieldChange> changes) {
        if (changes.stream().anyMatch(FieldChange::erased)) {
            throw new NotPermittedException(form.key());
        }
        return changes;
    }

    private static RecordWrite before(Form form, String id, long version, List<FieldChange> changes) {
        Map<String, Object> header = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldChange change : changes) {
            if (change.field().startsWith("$")) {
                header.put(change.field().substring(1), change.before());
            } else {
                values.put(change.field(),
                    ColumnValues.fromStored(form.field(change.field()).type(), change.before()));
            }
        }
        return new RecordWrite.Update(form.key(), id, version, header, values);
    }
}
