package org.shegong.app.controls.list;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.app.settings.Settings;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;

/** Which values a list is narrowed to, remembered for each form on this computer. Window thread only. */
public final class ListFilters {
    private final Form form;
    private final Settings settings;
    private final Map<String, Set<String>> chosen = new LinkedHashMap<>();
    private Runnable listener = () -> { };

    ListFilters(Form form, Settings settings) {
        this.form = form;
        this.settings = settings;
        for (Field field : offered()) {
            List<String> kept = settings.list(key(field));
            if (!kept.isEmpty()) {
                chosen.put(field.key(), new LinkedHashSet<>(kept));
            }
        }
    }

    private String key(Field field) {
        return "list." + form.key() + ".filter." + field.key();
    }

    /** Fields that can narrow this list. */
    public List<Field> offered() {
        return form.filters().stream().flatMap(key -> form.find(key).stream())
            .filter(field -> !field.type().isComputed() && field.type() != FieldType.BOOL).toList();
    }

    /** Allowed values of a field; empty when it does not narrow the list. */
    public Set<String> of(Field field) {
        return Set.copyOf(chosen.getOrDefault(field.key(), Set.of()));
    }

    /** Allowed values by field. */
    Map<String, Set<String>> chosen() {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        chosen.forEach((field, values) -> copy.put(field, Set.copyOf(values)));
        return copy;
    }

    public boolean isEmpty() {
        return chosen.isEmpty();
    }

    /** Narrows to these values; none means all. */
    public void choose(Field field, Set<String> values) {
        if (values.isEmpty()) {
            chosen.remove(field.key());
        } else {
            chosen.put(field.key(), new LinkedHashSet<>(values));
        }
        settings.put(key(field), List.copyOf(values));
        listener.run();
    }

    /** Takes every narrowing away. */
    public void clear() {
        offered().forEach(field -> settings.put(key(field), ""));
        chosen.clear();
        listener.run();
    }

    void onChange(Runnable heard) {
        listener = heard;
    }
}
