package org.shegong.app.controls.form.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Shield;
import org.shegong.db.journal.KeptTyping;
import org.shegong.db.store.RecordData;

/**
 * Opens forms: a new record with its fills, a copy of the last one, or a record that exists.
 *
 * <p>Called on the window's thread; the form is handed over there when it is ready.
 */
public final class FormOpening {
    /** Values that belong to one record alone and are never copied to the next. */
    private static final Set<FieldType> OWN = Set.of(FieldType.AUTO, FieldType.COMPUTED, FieldType.ATTACHMENT);
    private static final int OFFERED = 3;
    private final FormDesk desk;
    private final Station station;

    public FormOpening(FormDesk desk) {
        this.desk = desk;
        this.station = desk.station();
    }

    /**
     * A new record.
     *
     * @param given values that come from elsewhere, such as the record it belongs to; they win over fills
     */
    public void create(String formKey, Map<String, Object> given, Consumer<FormViewModel> ready,
                       Consumer<Exception> failed) {
        open(() -> fresh(formKey, given), ready, failed);
    }

    /** A new record that takes over what the last one typed of this form says, its date and files excepted. */
    public void copyLast(String formKey, Map<String, Object> given, Consumer<FormViewModel> ready,
                         Consumer<Exception> failed) {
        open(() -> {
            Form form = station.forms().form(formKey);
            Map<String, Object> values = new LinkedHashMap<>(lastValues(form));
            values.putAll(given);
            return fresh(formKey, values);
        }, ready, failed);
    }

    /** Takes over into a new record what the last one says, into every field where nothing has been typed yet. */
    public void copyLastInto(FormViewModel form, Consumer<Exception> failed) {
        desk.background().run(() -> lastValues(form.form()), form::takeOver, failed);
    }

    /** A record that exists, with changes that were left unfinished when there are any. */
    public void existing(String formKey, String id, Consumer<FormViewModel> ready, Consumer<Exception> failed) {
        open(() -> stored(formKey, id), ready, failed);
    }

    private void open(java.util.concurrent.Callable<OpenedRecord> read, Consumer<FormViewModel> ready,
                      Consumer<Exception> failed) {
        desk.background().run(read, opened -> ready.accept(new FormViewModel(desk, opened)), failed);
    }

    /** What the last record typed by this person says, without what belongs to that record alone. */
    Map<String, Object> lastValues(Form form) {
        Map<String, Object> values = new LinkedHashMap<>();
        station.hints().lastTyped(form.key(), station.actor().name()).ifPresent(last ->
            form.fields().stream().filter(field -> !OWN.contains(field.type()) && !isDayOf(form, field))
                .filter(field -> last.values().containsKey(field.key()))
                .forEach(field -> values.put(field.key(), last.values().get(field.key()))));
        return values;
    }

    private static boolean isDayOf(Form form, Field field) {
        return field.key().equals(form.dateField()) || field.fill().equals("today") || field.fill().equals("now")
            || field.fill().startsWith("add_days:") || field.check().equals("id_number");
    }

    private OpenedRecord fresh(String formKey, Map<String, Object> given) {
        Form form = station.forms().form(formKey);
        Map<String, Object> values = new Fills(station, form).values();
        values.putAll(given);
        List<EarlierTyping> earlier = station.typing().unfinishedNew(formKey).stream()
            .filter(typing -> station.records().find(formKey, typing.recordId()).isEmpty())
            .limit(OFFERED).map(typing -> EarlierTyping.of(station, typing)).toList();
        return new OpenedRecord(form, station.newId(), null, values, null, earlier, labels(form, values), Shield.USUAL);
    }

    private OpenedRecord stored(String formKey, String id) {
        Form form = station.forms().form(formKey);
        Optional<RecordData> record = station.records().find(formKey, id);
        KeptTyping typing = station.typing().of(form, id).filter(kept -> differs(kept, record)).orElse(null);
        if (record.isEmpty() && typing == null) {
            throw new NoSuchElementException("no record of form " + formKey);
        }
        Map<String, Object> values = record.map(RecordData::values).orElseGet(() -> new Fills(station, form).values());
        Map<String, Object> shown = new LinkedHashMap<>(values);
        if (typing != null) {
            shown.putAll(typing.values());
        }
        Shield shield = record.map(kept -> station.records().shields(formKey, List.of(kept))
            .getOrDefault(id, Shield.USUAL)).orElse(Shield.USUAL);
        return new OpenedRecord(form, id, record.orElse(null), values, typing, List.of(), labels(form, shown), shield);
    }

    /** Typing that was saved in the same moment as the power failed says nothing new. */
    private static boolean differs(KeptTyping kept, Optional<RecordData> record) {
        return record.isEmpty() || !kept.raw().isEmpty() || kept.values().entrySet().stream()
            .anyMatch(entry -> !java.util.Objects.equals(entry.getValue(), record.get().values().get(entry.getKey())));
    }

    /** Names of everything that these values point to, by id. */
    private Map<String, String> labels(Form form, Map<String, Object> values) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            Object value = field.target().isEmpty() ? null : values.get(field.key());
            if (value instanceof List<?> many) {
                many.forEach(one -> ids.computeIfAbsent(field.target(), key -> new ArrayList<>()).add(one.toString()));
            } else if (value != null) {
                ids.computeIfAbsent(field.target(), key -> new ArrayList<>()).add(value.toString());
            }
        }
        Map<String, String> labels = new LinkedHashMap<>();
        ids.forEach((target, all) -> labels.putAll(station.records().labels(target, all)));
        return labels;
    }
}
