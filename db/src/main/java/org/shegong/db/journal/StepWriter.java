package org.shegong.db.journal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.seal.SealedText;
import org.shegong.db.journal.seal.Sealing;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.store.ColumnValues;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordRows;

/** Writes the records of one step and its journal entries, inside a transaction that the journal holds. */
final class StepWriter {
    private static final List<String> ENTRY = List.of("journal_entry", "device_id", "seq", "step_id", "at",
        "account_id", "op", "form", "record_id", "record_version", "changes", "prev_hash", "proof", "hash");
    private final DSLContext db;
    private final FormCatalogue forms;
    private final Actor actor;
    private final String stepId;
    private final String at;
    private final RowBatch rows;
    private final SearchIndex index;
    private final Sha256 sha256 = new Sha256();
    private long seq;
    private byte[] lastHash;
    private final Map<String, Set<String>> touched = new LinkedHashMap<>();
    private int entries;
    private Pending pending;

    /** The newest entry, which is hashed when it is known whether another follows in the step. */
    private record Pending(EntryHeader header, EntryContent content) {
    }

    StepWriter(DSLContext db, FormCatalogue forms, Actor actor, String stepId, String at, SearchIndex index) {
        this.db = db;
        this.forms = forms;
        this.actor = actor;
        this.stepId = stepId;
        this.at = at;
        this.rows = new RowBatch(db);
        this.index = index;
        var last = db.select(field(name("seq"), Long.class), field(name("hash"), String.class))
            .from(table(name("journal_entry"))).where(field(name("device_id")).eq(actor.deviceId()))
            .orderBy(field(name("seq")).desc()).limit(1).fetchOne();
        this.seq = last == null ? 0 : last.value1();
        this.lastHash = last == null ? new byte[Sha256.LENGTH] : Chain.bytes(last.value2());
    }

    /** How many entries have been made. */
    int entries() {
        return entries;
    }

    /** Ids of the records that the step is about, by form or other subject. */
    Map<String, Set<String>> touched() {
        return touched;
    }

    /** The newest entry, once the step is finished. */
    ChainHead head() {
        return new ChainHead(actor.deviceId(), seq, Chain.text(lastHash));
    }

    /** Writes what waits; the last entry proves the step. Nothing can be written afterwards. */
    void finish(StepSeal step) {
        keepPending(step.digest());
        rows.flush();
    }

    void write(RecordWrite write) {
        Form form = forms.form(write.form());
        if (write instanceof RecordWrite.Insert insert) {
            insert(form, insert);
        } else if (write instanceof RecordWrite.Update update) {
            rows.flush();
            update(form, update);
        } else if (write instanceof RecordWrite.Delete delete) {
            rows.flush();
            mark(form, delete.id(), "delete", at, delete.reason());
        } else if (write instanceof RecordWrite.Restore restore) {
            rows.flush();
            mark(form, restore.id(), "restore", null, "");
        }
    }

    /** An entry that is not about a record's fields: a sign-in, an export, a look at plain numbers. */
    void event(String subject, String recordId, Map<String, Object> details) {
        List<FieldChange> changes = new ArrayList<>();
        details.forEach((key, value) -> changes.add(new FieldChange(key, null, value, null, null)));
        entry("event", subject, recordId, 0, changes);
    }

    private void insert(Form form, RecordWrite.Insert insert) {
        Map<String, Object> header = RecordHeader.forInsert(insert.header(), at, actor.name());
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("id", insert.id());
        columns.putAll(header);
        List<FieldChange> changes = new ArrayList<>();
        RecordHeader.journaled(insert.header()).forEach((key, value) ->
            changes.add(new FieldChange("$" + key, null, value, null, null)));
        Map<String, Object> extra = new LinkedHashMap<>();
        List<Runnable> children = new ArrayList<>();
        insert.values().forEach((key, value) -> {
            Field f = form.field(key);
            Object stored = ColumnValues.toStored(f, value);
            if (stored == null) {
                return;
            }
            requireNoStandIn(form, stored);
            changes.add(new FieldChange(key, null, stored, null, null));
            if (f.type().isMany()) {
                children.add(() -> insertMany(insert.id(), f, stored));
            } else if (f.extra()) {
                extra.put(key, stored);
            } else {
                columns.put(key, stored);
            }
        });
        columns.put("extra", RecordHeader.extraJson(extra));
        List<String> shape = new ArrayList<>(columns.size() + 1);
        shape.add(form.table());
        shape.addAll(columns.keySet());
        rows.add(shape, columns.values().toArray());
        children.forEach(Runnable::run);
        index.words(db, form, insert.values()).forEach(word ->
            rows.add(List.of("search_token", "form", "token", "record_id"), form.key(), word, insert.id()));
        entry("insert", form.key(), insert.id(), 1, changes);
    }

    private void insertMany(String id, Field f, Object stored) {
        boolean codes = f.type() == org.shegong.db.forms.FieldType.CODES;
        List<String> shape = codes ? List.of("record_code", "owner_id", "field", "ord", "code")
            : List.of("record_ref", "owner_id", "field", "ord", "target_id");
        int ord = 0;
        for (Object one : (List<?>) stored) {
            rows.add(shape, id, f.key(), ord++, one);
        }
    }

    private void update(Form form, RecordWrite.Update update) {
        RecordData current = current(form, update.id());
        if (current.version() != update.version()) {
            throw new VersionConflictException(form.key(), update.id());
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        List<FieldChange> changes = new ArrayList<>();
        RecordHeader.changes(current, update.header()).forEach(change -> {
            changes.add(change);
            columns.put(change.field().substring(1), change.after());
        });
        Map<String, Object> merged = new LinkedHashMap<>(current.values());
        boolean extraChanged = false;
        boolean sealable = false;
        for (Map.Entry<String, Object> entry : update.values().entrySet()) {
            Field f = form.field(entry.getKey());
            Object before = ColumnValues.toStored(f, current.values().get(f.key()));
            Object after = ColumnValues.toStored(f, entry.getValue());
            if (f.type().isComputed() || Objects.equals(before, after)) {
                continue;
            }
            requireNoStandIn(form, after);
            changes.add(new FieldChange(f.key(), before, after, null, null));
            merged.put(f.key(), entry.getValue());
            sealable |= f.extra() || SealedText.isSealable(f);
            if (f.type().isMany()) {
                replaceMany(update.id(), f, after);
            } else if (f.extra()) {
                extraChanged = true;
            } else {
                columns.put(f.key(), after);
            }
        }
        if (changes.isEmpty()) {
            return;
        }
        if (sealable) {
            Sealing.openForChange(db, form, update.id());
        }
        if (extraChanged) {
            columns.put("extra", RecordHeader.extraJson(RecordHeader.extraValues(form, merged)));
        }
        touch(form, update.id(), current.version() + 1, columns);
        reindex(form, update.id(), merged);
        entry("update", form.key(), update.id(), current.version() + 1, changes);
    }

    /** What stands for a value that somebody cannot read must not be kept in its place, in no way of writing. */
    private static void requireNoStandIn(Form form, Object value) {
        if (SealedText.isStandIn(value)) {
            throw new NotPermittedException(form.key());
        }
    }

    private void replaceMany(String id, Field f, Object after) {
        String many = f.type() == org.shegong.db.forms.FieldType.CODES ? "record_code" : "record_ref";
        db.deleteFrom(table(name(many))).where(field(name("owner_id")).eq(id))
            .and(field(name("field")).eq(f.key())).execute();
        if (after != null) {
            insertMany(id, f, after);
            rows.flush();
        }
    }

    private void reindex(Form form, String id, Map<String, Object> values) {
        if (!form.search().isEmpty()) {
            db.deleteFrom(table(name("search_token"))).where(field(name("record_id")).eq(id)).execute();
            index.words(db, form, values).forEach(word ->
                rows.add(List.of("search_token", "form", "token", "record_id"), form.key(), word, id));
            rows.flush();
        }
    }

    private void mark(Form form, String id, String op, String deletedAt, String reason) {
        RecordData current = current(form, id);
        if (current.deleted() == (deletedAt != null)) {
            return;
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("deleted_at", deletedAt);
        touch(form, id, current.version() + 1, columns);
        entry(op, form.key(), id, current.version() + 1, reason.isEmpty() ? List.of()
            : List.of(new FieldChange(RecordWrite.REASON, null, reason, null, null)));
    }

    private RecordData current(Form form, String id) {
        RecordData current = RecordRows.byId(db, form, List.of(id)).get(id);
        if (current == null) {
            throw new VersionConflictException(form.key(), id);
        }
        return current;
    }

    private void touch(Form form, String id, long version, Map<String, Object> columns) {
        columns.put("version", version);
        columns.put("updated_at", at);
        columns.put("updated_by", actor.name());
        Map<org.jooq.Field<?>, Object> set = new LinkedHashMap<>();
        columns.forEach((column, value) -> set.put(field(name(column)), value));
        db.update(table(name(form.table()))).set(set).where(field(name("id")).eq(id)).execute();
    }

    private void entry(String op, String form, String recordId, long version, List<FieldChange> plain) {
        keepPending(new byte[0]);
        touched.computeIfAbsent(form, key -> new LinkedHashSet<>()).add(recordId);
        pending = new Pending(EntryHeader.compact(actor.deviceId(), ++seq, stepId, op, form, recordId, version),
            EntryContent.of(op, plain));
        entries++;
    }

    private void keepPending(byte[] step) {
        if (pending != null) {
            EntryHeader header = pending.header();
            EntryContent content = pending.content().proving(step);
            lastHash = Chain.hash(sha256, lastHash, header.bytes(), content.digest(sha256), content.root(header.op()),
                step);
            rows.add(ENTRY, header.deviceId(), header.seq(), stepId, header.at(), header.accountId(), header.op(),
                header.form(), header.recordId(), header.recordVersion(), content.text(), header.prevHash(),
                content.proof(), Chain.text(lastHash));
            pending = null;
        }
    }
}
