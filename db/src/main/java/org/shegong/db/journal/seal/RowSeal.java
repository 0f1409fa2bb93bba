package org.shegong.db.journal.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.security.NotPermittedException;

/**
 * Moves what a record says in words from its columns under its keys and back, inside a transaction that the journal
 * holds.
 */
final class RowSeal {
    private static final String ID_NUMBER = "id_number";
    private final DSLContext db;
    private final Seals seals;

    RowSeal(DSLContext db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    private static List<String> columns(Form form) {
        List<String> columns = new ArrayList<>(form.fields().stream()
            .filter(f -> f.inColumn() && SealedText.isSealable(f)).map(Field::key).toList());
        columns.add(SealedContent.EXTRA);
        return columns;
    }

    /** Seals a record whose columns hold plain values. */
    void seal(Form form, String id, String keys) {
        List<String> columns = columns(form);
        Record row = db.fetchOne("SELECT " + String.join(", ", columns) + " FROM " + form.table() + " WHERE id = ?", id);
        if (row == null) {
            return;
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        columns.stream().filter(column -> row.get(column) != null && !isMark(row.get(column)))
            .forEach(column -> plain.put(column, row.get(column)));
        boolean lost = columns.stream().anyMatch(column -> isMark(row.get(column)));
        if (!plain.isEmpty() || !lost && !form.search().isEmpty() && seals.opens(db, keys)) {
            put(form.key(), id, keys, plain);
            lookUp(form, id, plain);
        }
        if (!plain.isEmpty()) {
            set(form, id, plain.keySet().stream().collect(Collectors.toMap(column -> column, column -> column
                .equals(SealedContent.EXTRA) ? "{\"" + SealedContent.EXTRA + "\":\"" + SealedText.MARK + "\"}" : SealedText.MARK)));
        }
        db.execute("DELETE FROM search_token WHERE record_id = ?", id);
    }

    /** A mark whose sealed content is lost is no value; a check must go on telling of it. */
    private static boolean isMark(Object value) {
        return SealedText.isStandIn(value) || value instanceof String text && text.contains("\"" + SealedText.MARK + "\"");
    }

    /** Keeps values of a record, or of something that belongs to one, under keys. */
    void put(String form, String id, String keys, Map<String, Object> plain) {
        byte[] key = seals.key(db, keys).orElseThrow(() -> new NotPermittedException(form));
        String place = SealedContent.place(form, id);
        byte[] content = SealCipher.seal(key, place, SealedContent.json(plain));
        Arrays.fill(key, (byte) 0);
        db.execute("INSERT OR REPLACE INTO sealed_value (form, record_id, keys, content, sum) VALUES (?, ?, ?, ?, ?)", form,
            id, keys, content, seals.sum(place, keys, content));
    }

    private void lookUp(Form form, String id, Map<String, Object> plain) {
        for (Field f : form.fields()) {
            if (f.check().equals(ID_NUMBER) && plain.get(f.key()) instanceof String number) {
                db.execute("INSERT OR IGNORE INTO sealed_lookup (hash, record_id) VALUES (?, ?)", seals.lookup(number), id);
            }
        }
    }

    private void set(Form form, String id, Map<String, Object> values) {
        List<Object> all = new ArrayList<>(values.values());
        all.add(id);
        db.execute("UPDATE " + form.table() + " SET " + values.keySet().stream().map(column -> column + " = ?")
            .collect(Collectors.joining(", ")) + " WHERE id = ?", all.toArray());
    }

    /**
     * Brings a sealed record's values back into its columns; nothing happens when it is not sealed.
     *
     * @throws NotPermittedException when the person signed in has not all its keys
     * @throws SealDamagedException when the content was altered
     */
    void open(Form form, String id) {
        SealedContent.Stored stored = SealedContent.all(db, form.key(), List.of(id)).get(id);
        if (stored == null) {
            return;
        }
        SealedContent.Outcome outcome = SealedContent.open(db, seals, SealedContent.place(form.key(), id), stored.keys(),
            stored.content());
        if (outcome instanceof SealedContent.Outcome.NoKey) {
            throw new NotPermittedException(form.key());
        }
        if (!(outcome instanceof SealedContent.Outcome.Opened opened)) {
            throw new SealDamagedException(form.key(), id);
        }
        if (!opened.columns().isEmpty()) {
            set(form, id, opened.columns());
        }
        forget(form.key(), List.of(id));
    }

    /** Brings the values back, or empties them where they do not open; for what is to be erased. */
    void openOrEmpty(Form form, String id) {
        try {
            open(form, id);
        } catch (NotPermittedException | SealDamagedException closed) {
            Record row = db.fetchOne("SELECT * FROM " + form.table() + " WHERE id = ?", id);
            Map<String, Object> empty = new LinkedHashMap<>();
            columns(form).stream().filter(column -> row.get(column) instanceof String text
                && text.contains(SealedText.MARK)).forEach(column -> empty.put(column, null));
            if (!empty.isEmpty()) {
                set(form, id, empty);
            }
            forget(form.key(), List.of(id));
        }
    }

    /** Takes away what is sealed of records, and the hashes by which they are found. */
    void forget(String form, Collection<String> ids) {
        for (String id : ids) {
            db.execute("DELETE FROM sealed_value WHERE form = ? AND record_id = ?", form, id);
            db.execute("DELETE FROM sealed_lookup WHERE record_id = ?", id);
        }
    }

    /** Files kept with a record: content and name. What does not open stays as it is; a copy may still repair it. */
    void files(String ownerId, String keys) {
        for (Record row : db.fetch("SELECT id, name, content, keys FROM attachment WHERE owner_id = ? AND keys IS NOT ?",
                ownerId, keys)) {
            String id = row.get(0, String.class);
            String before = row.get(3, String.class);
            if (before != null && !openFile(id, before)) {
                continue;
            }
            Record plain = db.fetchSingle("SELECT name, content FROM attachment WHERE id = ?", id);
            byte[] key = seals.key(db, keys).orElseThrow(() -> new NotPermittedException("attachment"));
            put("attachment", id, keys, Map.of("name", plain.get(0, String.class)));
            db.execute("UPDATE attachment SET name = ?, content = ?, keys = ? WHERE id = ?", SealedText.MARK,
                SealCipher.seal(key, SealedContent.place("file", id), plain.get(1, byte[].class)), keys, id);
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Files of a record that is sealed no more. */
    void openFiles(String ownerId) {
        db.fetch("SELECT id, keys FROM attachment WHERE owner_id = ? AND keys IS NOT NULL", ownerId)
            .forEach(row -> openFile(row.get(0, String.class), row.get(1, String.class)));
    }

    /** @return false when it does not open, and was left */
    private boolean openFile(String id, String keys) {
        String fileName = SealedContent.text(db, "attachment", id, "name");
        byte[] sealed = db.fetchSingle("SELECT content FROM attachment WHERE id = ?", id).get(0, byte[].class);
        byte[] plain = SealedText.isStandIn(fileName) ? null : SealedContent.bytes(db, id, keys, sealed).orElse(null);
        if (plain == null) {
            return false;
        }
        db.execute("UPDATE attachment SET name = ?, content = ?, keys = NULL WHERE id = ?", fileName, plain, id);
        forget("attachment", List.of(id));
        return true;
    }
}
