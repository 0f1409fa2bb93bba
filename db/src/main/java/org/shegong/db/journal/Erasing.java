package org.shegong.db.journal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.journal.seal.Sealing;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordRows;

/**
 * Takes personal values out of records, their files, their words in the search and the journal, inside a transaction
 * that the journal holds. Commitments stay in the place of journal values, so the chain still holds. Birth dates
 * become the first of their month, which keeps ages countable.
 */
final class Erasing {
    private static final String BIRTH = "birth";
    private static final String IMPORT_KEY = "$import_key";
    private static final String UNFINISHED = "unfinished.";
    private static final int CHUNK = 500;
    private final DSLContext db;
    private final String at;
    private final String by;
    private final BiPredicate<Form, Field> personal;

    Erasing(DSLContext db, String at, String by, BiPredicate<Form, Field> personal) {
        this.db = db;
        this.at = at;
        this.by = by;
        this.personal = personal;
        db.fetch("PRAGMA secure_delete = ON");
    }

    void erase(Form form, Collection<String> ids, String stepId) {
        List<String> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> part = all.subList(from, Math.min(all.size(), from + CHUNK));
            Sealing.openForErasing(db, form, part);
            Map<String, RecordData> records = RecordRows.byId(db, form, part);
            records.values().forEach(record -> row(form, record));
            deleteWhere("attachment", "owner_id", part);
            deleteWhere("search_token", "record_id", part);
            deleteWhere("typing_draft", "record_id", part);
            part.forEach(this::unfinished);
            entries(part, change -> isErased(form, change));
            for (String id : records.keySet()) {
                db.insertInto(table(name("erased_record")), column("record_id"), column("form"), column("step_id"),
                    column("at")).values(id, form.key(), stepId, at).execute();
            }
        }
    }

    private void row(Form form, RecordData record) {
        Map<org.jooq.Field<?>, Object> set = new LinkedHashMap<>();
        Map<String, Object> left = new HashMap<>(record.values());
        List<String> many = new ArrayList<>();
        for (Field one : form.fields()) {
            if (personal.test(form, one)) {
                left.remove(one.key());
                if (one.type().isMany()) {
                    many.add(one.key());
                } else if (one.inColumn()) {
                    set.put(column(one.key()), null);
                }
            } else if (isBirth(one) && record.date(one.key()) != null) {
                set.put(column(one.key()), record.date(one.key()).withDayOfMonth(1).toString());
            }
        }
        set.put(column("extra"), RecordHeader.extraJson(RecordHeader.extraValues(form, left)));
        set.put(column("import_key"), null);
        set.put(column("version"), record.version() + 1);
        set.put(column("updated_at"), at);
        set.put(column("updated_by"), by);
        db.update(table(name(form.table()))).set(set).where(field(name("id")).eq(record.id())).execute();
        for (String table : List.of("record_code", "record_ref")) {
            db.deleteFrom(table(name(table))).where(field(name("owner_id")).eq(record.id()))
                .and(field(name("field"), String.class).in(many)).execute();
        }
    }

    private static boolean isBirth(Field one) {
        return one.mask().equals(BIRTH) && one.type() == FieldType.DATE && one.inColumn();
    }

    private boolean isErased(Form form, FieldChange change) {
        return change.field().equals(IMPORT_KEY) || form.find(change.field())
            .map(one -> personal.test(form, one) || isBirth(one)).orElse(change.field().equals("sha256"));
    }

    private void deleteWhere(String table, String column, List<String> ids) {
        db.deleteFrom(table(name(table))).where(field(name(column), String.class).in(ids)).execute();
    }

    /** Changes that were left before they could be saved are kept aside as settings. */
    private void unfinished(String id) {
        List<String> settings = db.select(field(name("id"), String.class)).from(table(name("setting")))
            .where(field(name("key")).eq(UNFINISHED + id)).fetch(0, String.class);
        if (!settings.isEmpty()) {
            db.update(table(name("setting"))).set(column("value"), (Object) null)
                .where(field(name("id"), String.class).in(settings)).execute();
            entries(settings, change -> change.field().equals("value"));
        }
    }

    private void entries(List<String> recordIds, Predicate<FieldChange> erased) {
        EntryErasing entries = new EntryErasing(db);
        recordIds.forEach(id -> entries.erase(id, erased));
    }

    private static org.jooq.Field<Object> column(String column) {
        return field(name(column), Object.class);
    }

    /** Numbers of erased records by form, for the journal. */
    static Map<String, Object> details(String reason, Map<String, Set<String>> idsByForm) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reason", reason);
        details.put("records", idsByForm.values().stream().mapToInt(Set::size).sum());
        idsByForm.forEach((form, ids) -> details.put(form, ids.size()));
        return details;
    }
}
