package org.shegong.db.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.store.ColumnValues;
import org.shegong.db.store.RecordData;

/** The columns that every form's table begins with. */
final class RecordHeader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SETTABLE = List.of("status", "source", "doc_no", "import_key", "sens");

    private RecordHeader() {
    }

    /** All header columns of a new row; the same keys in the same order each time, so that rows batch. */
    static Map<String, Object> forInsert(Map<String, Object> header, String at, String by) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("status", header.getOrDefault("status", "submitted"));
        columns.put("source", header.getOrDefault("source", "entry"));
        columns.put("doc_no", header.get("doc_no"));
        columns.put("import_key", header.get("import_key"));
        columns.put("sens", header.getOrDefault("sens", 2L));
        columns.put("version", 1L);
        columns.put("created_at", at);
        columns.put("created_by", by);
        columns.put("updated_at", at);
        columns.put("updated_by", by);
        return columns;
    }

    /** What of a header the journal keeps. */
    static Map<String, Object> journaled(Map<String, Object> header) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String key : SETTABLE) {
            if (header.get(key) != null) {
                kept.put(key, header.get(key));
            }
        }
        return kept;
    }

    /** Changes of header columns; keys begin with {@code $}. */
    static List<FieldChange> changes(RecordData current, Map<String, Object> header) {
        List<FieldChange> changes = new ArrayList<>();
        header.forEach((key, after) -> {
            Object before = switch (key) {
                case "status" -> current.status().key();
                case "source" -> current.origin().key();
                case "doc_no" -> current.docNo().isEmpty() ? null : current.docNo();
                default -> null;
            };
            if (SETTABLE.contains(key) && !Objects.equals(before, after)) {
                changes.add(new FieldChange("$" + key, before, after, null, null));
            }
        });
        return changes;
    }

    static Map<String, Object> extraValues(Form form, Map<String, Object> values) {
        Map<String, Object> extra = new LinkedHashMap<>();
        for (Field f : form.fields()) {
            if (f.extra() && !f.type().isMany() && values.get(f.key()) != null) {
                extra.put(f.key(), ColumnValues.toStored(f, values.get(f.key())));
            }
        }
        return extra;
    }

    static String extraJson(Map<String, Object> extra) {
        try {
            return extra.isEmpty() ? null : JSON.writeValueAsString(extra);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("extra fields", e);
        }
    }
}
