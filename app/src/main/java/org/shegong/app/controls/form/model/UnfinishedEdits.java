package org.shegong.app.controls.form.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.store.ColumnValues;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

/**
 * Changes of submitted records that were left before they could be submitted again, kept aside in the station's
 * file so that the record itself goes on counting as it was. Not for the thread of the window.
 */
public final class UnfinishedEdits {
    private static final String FORM = "setting";
    private static final String PREFIX = "unfinished.";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() { };
    private final Station station;

    public UnfinishedEdits(Station station) {
        this.station = station;
    }

    /** Keeps the values typed for a record, in place of what was kept of it before. */
    public void keep(Form form, RecordData record, Map<String, Object> values) {
        Map<String, Object> storable = new LinkedHashMap<>();
        values.forEach((key, value) -> storable.put(key, ColumnValues.toStored(form.field(key), value)));
        write(record.id(), json(storable));
    }

    /** The values kept aside for a record, if there are any. */
    public Optional<Map<String, Object>> of(Form form, String recordId) {
        return kept(recordId).map(setting -> setting.text("value")).filter(text -> !text.isEmpty())
            .map(text -> typed(form, text));
    }

    /** Forgets what was kept aside for a record. */
    public void drop(String recordId) {
        kept(recordId).filter(setting -> !setting.text("value").isEmpty()).ifPresent(setting -> write(recordId, null));
    }

    private Optional<RecordData> kept(String recordId) {
        List<RecordData> found = station.records().list(ListQuery.all(FORM)
            .withFilter("key", Set.of(PREFIX + recordId)));
        return found.stream().findFirst();
    }

    private void write(String recordId, String json) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("key", PREFIX + recordId);
        values.put("value", json);
        Optional<RecordData> before = kept(recordId);
        station.saving().save(before.isPresent() ? RecordDraft.change(before.get(), RecordStatus.SUBMITTED, values)
            : RecordDraft.entered(FORM, station.newId(), RecordStatus.SUBMITTED, values));
    }

    private static Map<String, Object> typed(Form form, String text) {
        try {
            Map<String, Object> values = new LinkedHashMap<>();
            JSON.readValue(text, MAP).forEach((key, stored) -> form.find(key).map(Field::type)
                .ifPresent(type -> values.put(key, ColumnValues.fromStored(type, stored))));
            return values;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unfinished changes of a record cannot be read", e);
        }
    }

    private static String json(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unfinished changes of a record", e);
        }
    }
}
