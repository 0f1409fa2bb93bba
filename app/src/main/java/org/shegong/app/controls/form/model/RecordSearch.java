package org.shegong.app.controls.form.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;

/**
 * Finds records that a field can point to, by name, pinyin, the end of a number; people come with village and age.
 *
 * <p>When the records belong to something that this form names too (members of the session's group), only those of
 * the same are found.
 */
public final class RecordSearch implements ChoiceSearch {
    private static final int MOST = 30;
    private static final int RECENT = 5;
    private final FormViewModel form;
    private final Field field;
    private final FormDesk desk;
    private List<String> recent;
    private long asked;

    public RecordSearch(FormViewModel form, Field field) {
        this.form = form;
        this.field = field;
        this.desk = form.desk();
    }

    @Override
    public void find(String typed, Consumer<List<Choice>> found) {
        long mine = ++asked;
        ListQuery query = scope(ListQuery.all(field.target())).withSearch(typed);
        desk.background().run(() -> search(query, typed), choices -> {
            if (mine == asked) {
                found.accept(choices);
            }
        }, failure -> form.saving().fail(failure));
    }

    /** The form of the records found. */
    public String target() {
        return field.target();
    }

    private ListQuery scope(ListQuery query) {
        Form target = desk.station().forms().form(field.target());
        if (target.parentForm().isEmpty()) {
            return query;
        }
        return form.fields().stream().filter(model -> model.field().type() == FieldType.REF
                && model.field().target().equals(target.parentForm()) && model.value() != null)
            .findFirst().map(model -> query.withFilter(target.parentField(), Set.of(model.value().toString())))
            .orElse(query);
    }

    /** Values to start a new record with, so that it belongs where this form belongs. */
    public Map<String, Object> givenForNew() {
        Map<String, Object> given = new java.util.LinkedHashMap<>();
        scope(ListQuery.all(field.target())).filters().forEach((key, ids) -> given.put(key, ids.iterator().next()));
        return given;
    }

    private List<Choice> search(ListQuery query, String typed) {
        Station station = desk.station();
        Set<String> ids = new LinkedHashSet<>();
        if (typed.isBlank() && query.filters().isEmpty()) {
            ids.addAll(recent(station));
        }
        List<RecordData> page = station.records().page(query, null, MOST).records();
        page.stream().filter(record -> record.text("merged_to").isEmpty()).map(RecordData::id).forEach(ids::add);
        Map<String, String> labels = station.records().labels(field.target(), ids);
        List<Choice> choices = new ArrayList<>();
        labels.forEach((id, label) -> choices.add(new Choice(id, label, "", typed.isBlank()
            && recent != null && recent.contains(id))));
        return choices;
    }

    private List<String> recent(Station station) {
        if (recent == null) {
            recent = station.hints().recentValues(form.form().key(), field.key(), RECENT);
        }
        return recent;
    }
}
