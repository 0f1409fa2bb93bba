package org.shegong.db.store;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One stored record as read.
 *
 * @param form key of its form
 * @param id UUIDv7
 * @param version grows by one at each change
 * @param status draft, submitted or void
 * @param origin how it came in
 * @param docNo document number; empty when it has none
 * @param createdAt ISO instant
 * @param updatedAt ISO instant
 * @param updatedBy account name of the last change
 * @param deleted true while it lies in the recycle bin
 * @param values by field key, typed as {@link org.shegong.db.forms.FieldType} says; never holds empty values
 */
public record RecordData(String form, String id, long version, RecordStatus status, Origin origin, String docNo,
                         String createdAt, String updatedAt, String updatedBy, boolean deleted,
                         Map<String, Object> values) {
    public RecordData {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The same with more values, which replace those of the same key. */
    RecordData with(Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new RecordData(form, id, version, status, origin, docNo, createdAt, updatedAt, updatedBy, deleted, all);
    }

    /** The same with these values only. */
    RecordData withOnly(Map<String, Object> kept) {
        return new RecordData(form, id, version, status, origin, docNo, createdAt, updatedAt, updatedBy, deleted, kept);
    }

    /** Text of a field, empty when it has none. */
    public String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString();
    }

    /** Date of a field, or null. */
    public LocalDate date(String field) {
        return values.get(field) instanceof LocalDate date ? date : null;
    }

    /** Number of a field, 0 when it has none. */
    public long number(String field) {
        return values.get(field) instanceof Number number ? number.longValue() : 0;
    }

    /** Values of a field that holds several; empty when it has none. */
    @SuppressWarnings("unchecked")
    public List<String> many(String field) {
        return values.get(field) instanceof List<?> list ? (List<String>) list : List.of();
    }
}
