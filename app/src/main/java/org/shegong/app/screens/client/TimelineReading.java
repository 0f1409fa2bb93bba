package org.shegong.app.screens.client;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shegong.app.AppContext;
import org.shegong.app.controls.text.RecordNames;
import org.shegong.app.controls.text.ShortTexts;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Masks;
import org.shegong.db.forms.Shield;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.RecordStore;

/**
 * Gathers every record that names a client, straight or through a case or a group. What names clients is found in the
 * forms, so a new form appears by itself. Not for the window's thread.
 */
final class TimelineReading {
    private static final String CLIENT = "client";
    private static final String SEPARATOR = " · ";
    private final AppContext context;
    private final RecordStore records;
    private final ShortTexts texts;
    private final RecordNames names;

    /** @param masks what of the records may be seen */
    TimelineReading(AppContext context, Masks masks) {
        this.context = context;
        this.records = context.station().records();
        this.texts = new ShortTexts(context.station(), context.texts(), masks);
        this.names = new RecordNames(context.station(), texts);
    }

    /** Newest first; what has no day comes last. */
    List<TimelineEntry> of(String clientId) {
        Map<String, Map<String, RecordData>> found = new LinkedHashMap<>();
        for (Form form : context.station().forms().all()) {
            if (!form.hidden() && !form.key().equals(CLIENT)) {
                for (Field field : form.fields()) {
                    if (namesClients(field)) {
                        add(found, form.key(), field.key(), clientId);
                    }
                }
            }
        }
        through(found, "case_file", "case_session", List.of("case_id"));
        through(found, "group_member", "group_session", List.of("present", "late"));
        List<TimelineEntry> entries = new ArrayList<>();
        found.forEach((form, some) -> entries.addAll(entries(context.station().forms().form(form), some)));
        entries.sort(Comparator.comparing(TimelineEntry::day,
            Comparator.nullsLast(Comparator.<LocalDate>reverseOrder())));
        return entries;
    }

    private static boolean namesClients(Field field) {
        return (field.type() == FieldType.REF || field.type() == FieldType.REFS) && field.target().equals(CLIENT)
            && !field.extra();
    }

    private void add(Map<String, Map<String, RecordData>> found, String form, String field, String id) {
        Map<String, RecordData> some = found.computeIfAbsent(form, key -> new LinkedHashMap<>());
        records.pointingTo(form, field, id).forEach(data -> some.put(data.id(), data));
    }

    private void through(Map<String, Map<String, RecordData>> found, String by, String form, List<String> fields) {
        List<String> ids = List.copyOf(found.getOrDefault(by, Map.of()).keySet());
        for (String id : ids) {
            fields.forEach(field -> add(found, form, field, id));
        }
    }

    private List<TimelineEntry> entries(Form form, Map<String, RecordData> some) {
        List<Field> shown = form.list().stream().flatMap(key -> form.find(key).stream())
            .filter(field -> !namesClients(field) && !field.key().equals(form.dateField())).toList();
        Map<String, String> pointedTo = names.pointedTo(shown, some.values());
        Map<String, Shield> shields = texts.shields(form.key(), some.values());
        return some.values().stream().map(data -> entry(form, data, shown, pointedTo,
            shields.getOrDefault(data.id(), Shield.USUAL))).toList();
    }

    private TimelineEntry entry(Form form, RecordData data, List<Field> shown, Map<String, String> pointedTo,
                                Shield shield) {
        LocalDate day = day(form, data);
        String summary = String.join(SEPARATOR, shown.stream()
            .map(field -> texts.text(field, data.values(), pointedTo, shield)).filter(text -> !text.isEmpty()).toList());
        return new TimelineEntry(form.key(), data.id(), day, day == null ? "" : texts.date(day), form.label(), summary,
            data.status() == RecordStatus.DRAFT);
    }

    private static LocalDate day(Form form, RecordData data) {
        if (form.isDated()) {
            return data.date(form.dateField());
        }
        return form.fields().stream().filter(field -> field.type() == FieldType.DATE)
            .map(field -> data.date(field.key())).filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }
}
