package org.shegong.app.controls.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.db.Station;
import org.shegong.db.forms.DisplayText;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Shield;
import org.shegong.db.store.RecordData;

/**
 * Short names of records, masked: a person, village or group by its name alone, anything else as its form says.
 *
 * <p>Looks up each form once for a whole page of records. Not for the window's thread.
 */
public final class RecordNames {
    private static final String NAME = "name";
    private final Station station;
    private final ShortTexts texts;

    public RecordNames(Station station, ShortTexts texts) {
        this.station = station;
        this.texts = texts;
    }

    /** Names of everything that these fields of these records point to, by id. */
    public Map<String, String> pointedTo(Collection<Field> fields, Collection<RecordData> records) {
        return pointedTo(fields, records, 2);
    }

    private Map<String, String> pointedTo(Collection<Field> fields, Collection<RecordData> records, int depth) {
        Map<String, Set<String>> wanted = new HashMap<>();
        for (Field field : fields) {
            if (field.type() == FieldType.REF || field.type() == FieldType.REFS) {
                Set<String> ids = wanted.computeIfAbsent(field.target(), form -> new HashSet<>());
                records.forEach(data -> ids.addAll(ids(field, data)));
            }
        }
        Map<String, String> names = new HashMap<>();
        wanted.forEach((form, ids) -> names.putAll(names(form, ids, depth - 1)));
        return names;
    }

    private static List<String> ids(Field field, RecordData data) {
        String one = field.type() == FieldType.REF ? data.text(field.key()) : "";
        return one.isEmpty() ? data.many(field.key()) : List.of(one);
    }

    /** Names of records of one form by id; ids that do not exist are missing. */
    public Map<String, String> names(String form, Collection<String> ids) {
        return names(form, ids, 2);
    }

    private Map<String, String> names(String formKey, Collection<String> ids, int depth) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Form form = station.forms().form(formKey);
        Map<String, RecordData> records = station.records().findAll(formKey, ids);
        List<Field> places = places(form);
        Map<String, String> inner = depth > 0 ? pointedTo(places, records.values(), depth) : Map.of();
        Map<String, Shield> shields = texts.shields(formKey, records.values());
        Map<String, String> names = new HashMap<>();
        records.forEach((id, data) -> names.put(id, name(form, data, inner, shields.getOrDefault(id, Shield.USUAL))));
        return names;
    }

    private static List<Field> places(Form form) {
        return template(form).keys().stream().flatMap(key -> form.find(key).stream()).toList();
    }

    private static DisplayText template(Form form) {
        return new DisplayText(form.display().startsWith("{" + NAME + "}") ? "{" + NAME + "}" : form.display());
    }

    private String name(Form form, RecordData data, Map<String, String> inner, Shield shield) {
        String text = template(form).filled(key -> form.find(key)
            .map(field -> texts.text(field, data.values(), inner, shield)).orElse(""));
        return text.isEmpty() ? data.docNo() : text;
    }
}
