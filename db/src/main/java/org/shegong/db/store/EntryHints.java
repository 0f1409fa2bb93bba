package org.shegong.db.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.seal.SealedText;

/** What typing a record can start from: who types, what was typed last, which values were used lately. */
public final class EntryHints {
    private static final int LATEST = 200;
    private static final Field<String> ID = field(name("id"), String.class);
    private final StationFile file;
    private final FormCatalogue forms;
    private final Clearance clearance;

    /** @param clearance what may be read */
    public EntryHints(StationFile file, FormCatalogue forms, Clearance clearance) {
        this.clearance = clearance;
        this.file = file;
        this.forms = forms;
    }

    /** The worker who an account belongs to: the one named in it, else the only one of the same name. */
    public Optional<String> workerOf(Actor actor) {
        return file.read(db -> {
            String named = db.select(field(name("worker_id"), String.class)).from(table(name("account")))
                .where(ID.eq(actor.accountId())).fetchOne(0, String.class);
            if (named != null) {
                return Optional.of(named);
            }
            List<String> same = db.select(ID).from(table(name("worker"))).where(field(name("name")).eq(actor.name()))
                .and(field(name("deleted_at")).isNull()).limit(2).fetch(ID);
            return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
        });
    }

    /** The record of this form that this person typed last, among the newest 200; imported ones do not count. */
    public Optional<RecordData> lastTyped(String formKey, String accountName) {
        Form form = forms.form(formKey);
        return !clearance.writes(form) ? Optional.empty() : file.read(db -> {
            List<String> newest = db.select(ID).from(table(name(form.table()))).where(clearance.visible(form))
                .and(field(name("deleted_at")).isNull()).orderBy(ID.desc()).limit(LATEST).fetch(ID);
            String last = db.select(ID).from(table(name(form.table()))).where(ID.in(newest))
                .and(field(name("source")).eq(Origin.ENTRY.key())).and(field(name("created_by")).eq(accountName))
                .orderBy(ID.desc()).limit(1).fetchOne(ID);
            return Optional.ofNullable(last == null ? null : RecordRows.byId(db, form, List.of(last)).get(last));
        });
    }

    /**
     * Values that a field of this form was given lately, the latest first, without repeats.
     *
     * @param most how many at the most
     */
    public List<String> recentValues(String formKey, String fieldKey, int most) {
        Form form = forms.form(formKey);
        return !clearance.writes(form) ? List.of() : file.read(db -> {
            List<String> newest = db.select(ID).from(table(name(form.table()))).where(clearance.visible(form))
                .and(field(name("deleted_at")).isNull()).orderBy(ID.desc()).limit(LATEST / 4).fetch(ID);
            Map<String, RecordData> records = RecordRows.byId(db, form, newest);
            Set<String> values = new LinkedHashSet<>();
            newest.stream().map(records::get).sorted(Comparator.comparing(RecordData::updatedAt).reversed())
                .forEach(record -> values.addAll(valuesOf(record, fieldKey)));
            return values.stream().filter(value -> !SealedText.isStandIn(value)).limit(most).toList();
        });
    }

    private static List<String> valuesOf(RecordData record, String fieldKey) {
        String text = record.text(fieldKey);
        return !record.many(fieldKey).isEmpty() ? record.many(fieldKey) : text.isEmpty() ? List.of() : List.of(text);
    }
}
