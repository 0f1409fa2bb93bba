package org.shegong.db.journal.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.forms.Form;
import org.shegong.db.store.SealRoots;

/** Reads what is sealed of records, for whoever holds the keys. Only reads. */
public final class SealedContent {
    /** Column of local fields, sealed whole when one of them is a text. */
    static final String EXTRA = "extra";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() { };
    private static final int CHUNK = 500;

    private SealedContent() {
    }

    /** How reading one ended. */
    sealed interface Outcome {
        record Opened(Map<String, Object> columns) implements Outcome {
        }

        record NoKey() implements Outcome {
        }

        record Damaged() implements Outcome {
        }
    }

    static String place(String form, String id) {
        return "record\n" + form + "\n" + id;
    }

    static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sealed values", e);
        }
    }

    static Outcome open(DSLContext db, Seals seals, String place, String keys, byte[] sealed) {
        Optional<byte[]> key = seals.key(db, keys);
        if (key.isEmpty()) {
            return new Outcome.NoKey();
        }
        return SealCipher.openAndForget(key.get(), place, sealed).<Outcome>map(plain -> {
            try {
                return new Outcome.Opened(JSON.readValue(plain, MAP));
            } catch (IOException e) {
                throw new IllegalStateException("sealed values are not JSON", e);
            }
        }).orElseGet(Outcome.Damaged::new);
    }

    /**
     * Puts opened values in the place of marks, row by row; who cannot open them keeps the marks.
     *
     * @param rows columns by name with {@code id}; only those with marks are asked for
     */
    public static void fill(DSLContext db, Form form, List<Map<String, Object>> rows) {
        Map<String, Map<String, Object>> marked = new LinkedHashMap<>();
        rows.stream().filter(SealedContent::isMarked).forEach(row -> marked.put((String) row.get("id"), row));
        Seals seals = marked.isEmpty() ? null : Seals.of(db).orElse(null);
        if (seals != null) {
            all(db, form.key(), marked.keySet()).forEach((id, stored) ->
                fill(marked.get(id), open(db, seals, place(form.key(), id), stored.keys(), stored.content())));
        }
    }

    private static void fill(Map<String, Object> row, Outcome outcome) {
        if (outcome instanceof Outcome.Opened opened) {
            row.putAll(opened.columns());
        } else if (outcome instanceof Outcome.Damaged) {
            row.replaceAll((column, value) -> SealedText.MARK.equals(value) ? SealedText.DAMAGED : value);
        }
    }

    static boolean isMarked(Map<String, Object> row) {
        return row.containsValue(SealedText.MARK)
            || row.get(EXTRA) instanceof String extra && extra.contains(SealedText.MARK);
    }

    /**
     * As it stands in the file.
     *
     * @param keys names of the keys that open it together
     */
    record Stored(String keys, byte[] content) {
    }

    static Map<String, Stored> all(DSLContext db, String form, Collection<String> ids) {
        Map<String, Stored> all = new LinkedHashMap<>();
        List<String> left = new ArrayList<>(ids);
        for (int from = 0; from < left.size(); from += CHUNK) {
            List<String> part = left.subList(from, Math.min(left.size(), from + CHUNK));
            List<Object> values = new ArrayList<>(List.of(form));
            values.addAll(part);
            for (Record row : db.fetch("SELECT record_id, keys, content FROM sealed_value WHERE form = ? AND record_id IN ("
                    + SealRoots.places(part) + ")", values.toArray())) {
                all.put(row.get(0, String.class), new Stored(row.get(1, String.class), row.get(2, byte[].class)));
            }
        }
        return all;
    }

    /** One opened value of something that is no record of a form, such as the name of a file; the mark when not opened. */
    public static String text(DSLContext db, String kind, String id, String column) {
        Stored stored = all(db, kind, List.of(id)).get(id);
        Outcome outcome = stored == null ? new Outcome.NoKey() : Seals.of(db).<Outcome>map(seals ->
            open(db, seals, place(kind, id), stored.keys(), stored.content())).orElseGet(Outcome.NoKey::new);
        return outcome instanceof Outcome.Opened opened ? String.valueOf(opened.columns().get(column))
            : outcome instanceof Outcome.Damaged ? SealedText.DAMAGED : SealedText.MARK;
    }

    /** What a column that was read says: the value behind a mark, as far as it opens; empty for null. */
    public static String opened(DSLContext db, String form, String id, String column, String read) {
        return read == null ? "" : SealedText.MARK.equals(read) ? text(db, form, id, column) : read;
    }

    /** The bytes of a sealed file; empty for whoever cannot open it, or when it was altered. */
    public static Optional<byte[]> bytes(DSLContext db, String id, String keys, byte[] content) {
        return Seals.of(db).flatMap(seals -> seals.key(db, keys))
            .flatMap(key -> SealCipher.openAndForget(key, place("file", id), content));
    }
}
