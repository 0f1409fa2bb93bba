package org.shegong.db.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.journal.seal.SealedContent;

/** Reads whole records of any form from its table and the tables of several values. */
public final class RecordRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() { };
    private static final int CHUNK = 500;

    private RecordRows() {
    }

    /**
     * The records with these ids, by id; ids that do not exist are missing. Recycled ones are included.
     *
     * @param ids may be any number
     */
    public static Map<String, RecordData> byId(DSLContext db, Form form, Collection<String> ids) {
        return byId(db, form, ids, DSL.noCondition());
    }

    /** Those of them that meet a condition on the form's table. */
    static Map<String, RecordData> byId(DSLContext db, Form form, Collection<String> ids, Condition condition) {
        Map<String, RecordData> found = new HashMap<>();
        List<String> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> part = all.subList(from, Math.min(all.size(), from + CHUNK));
            for (RecordData data : where(db, form, field(name("id"), String.class).in(part).and(condition))) {
                found.put(data.id(), data);
            }
        }
        return found;
    }

    /** The records that meet a condition on the form's table, by id. */
    public static List<RecordData> where(DSLContext db, Form form, Condition condition) {
        List<Map<String, Object>> rows = rows(db, db.select(DSL.asterisk()).from(table(name(form.table())))
            .where(condition).orderBy(field(name("id"))));
        SealedContent.fill(db, form, rows);
        Map<String, Map<String, List<String>>> many = many(db, form,
            rows.stream().map(row -> (String) row.get("id")).toList());
        List<RecordData> records = new ArrayList<>(rows.size());
        for (Map<String, Object> row : rows) {
            records.add(data(form, row, many.getOrDefault((String) row.get("id"), Map.of())));
        }
        return records;
    }

    /**
     * Columns that hold something, by name. Read from the driver itself: a record of a hundred columns costs several
     * times as much through layers that look every column up by its name.
     */
    private static List<Map<String, Object>> rows(DSLContext db, Select<?> question) {
        String sql = db.render(question);
        List<Object> values = question.getBindValues();
        return db.connectionResult(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                try (ResultSet result = statement.executeQuery()) {
                    return rows(result);
                }
            }
        });
    }

    private static List<Map<String, Object>> rows(ResultSet result) throws SQLException {
        String[] columns = new String[result.getMetaData().getColumnCount()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = result.getMetaData().getColumnName(i + 1);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, Object> row = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                Object value = result.getObject(i + 1);
                if (value != null) {
                    row.put(columns[i], value);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Map<String, List<String>>> many(DSLContext db, Form form, List<String> ids) {
        Map<String, Map<String, List<String>>> many = new HashMap<>();
        boolean codes = form.fields().stream().anyMatch(f -> f.type() == FieldType.CODES);
        boolean refs = form.fields().stream()
            .anyMatch(f -> f.type() == FieldType.REFS || f.type() == FieldType.ATTACHMENT);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> part = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            if (codes) {
                collect(db, "record_code", "code", part, many);
            }
            if (refs) {
                collect(db, "record_ref", "target_id", part, many);
            }
        }
        return many;
    }

    private static void collect(DSLContext db, String table, String column, List<String> owners,
                                Map<String, Map<String, List<String>>> into) {
        db.select(field(name("owner_id"), String.class), field(name("field"), String.class),
                field(name(column), String.class))
            .from(table(name(table))).where(field(name("owner_id"), String.class).in(owners))
            .orderBy(field(name("owner_id")), field(name("field")), field(name("ord")))
            .forEach(row -> into.computeIfAbsent(row.value1(), id -> new HashMap<>())
                .computeIfAbsent(row.value2(), key -> new ArrayList<>()).add(row.value3()));
    }

    private static RecordData data(Form form, Map<String, Object> row, Map<String, List<String>> many) {
        Map<String, Object> extra = extra(text(row, "extra"));
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field f : form.fields()) {
            Object stored = f.type().isMany() ? many.get(f.key())
                : f.extra() ? extra.get(f.key())
                : f.inColumn() ? row.get(f.key()) : null;
            Object value = ColumnValues.fromStored(f.type(), stored);
            if (value != null) {
                values.put(f.key(), value);
            }
        }
        return new RecordData(form.key(), text(row, "id"), ((Number) row.get("version")).longValue(),
            RecordStatus.of(text(row, "status")), Origin.of(text(row, "source")), orEmpty(text(row, "doc_no")),
            text(row, "created_at"), text(row, "updated_at"), text(row, "updated_by"), row.containsKey("deleted_at"),
            values);
    }

    private static String text(Map<String, Object> row, String column) {
        return (String) row.get(column);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    static Map<String, Object> extra(String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            return JSON.readValue(json, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("extra fields of a record are not JSON", e);
        }
    }

    static String extraJson(Map<String, Object> extra) {
        try {
            return extra.isEmpty() ? null : JSON.writeValueAsString(extra);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("extra fields", e);
        }
    }
}
