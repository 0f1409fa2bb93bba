package org.shegong.app.controls.form.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.shegong.app.controls.form.model.Choice;
import org.shegong.app.controls.form.model.FieldModel;
import org.shegong.app.controls.form.model.RecordSearch;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.store.RecordData;

/** What pickers of codes and of records share: names of values, and making a record that is not there yet. */
final class PickSource {
    private final FormScope scope;
    private final Field field;

    PickSource(FormScope scope, FieldModel model) {
        this.scope = scope;
        this.field = model.field();
    }

    private boolean isRecord() {
        return field.type() == FieldType.REF || field.type() == FieldType.REFS;
    }

    /** Name of a value; empty for null and while the name of a record is not known yet. */
    String label(Object value) {
        if (value == null) {
            return "";
        }
        return isRecord() ? scope.form().labels().getOrDefault(value.toString(), "")
            : scope.form().desk().station().codes().label(field.codes(), value.toString());
    }

    /** Remembers the name of a record that was picked. */
    void know(Choice choice) {
        if (isRecord()) {
            scope.form().labels().put(choice.value(), choice.label());
        }
    }

    /** What a new record of the list is called; empty when none can be made from here. */
    String newLabel() {
        if (!isRecord()) {
            return "";
        }
        Form target = scope.form().desk().station().forms().form(field.target());
        return target.hidden() ? "" : target.label();
    }

    /** Opens a new record that begins with the typed name. */
    void makeNew(String typed, Consumer<RecordData> saved) {
        Form target = scope.form().desk().station().forms().form(field.target());
        Map<String, Object> given = new LinkedHashMap<>(new RecordSearch(scope.form(), field).givenForNew());
        boolean isName = typed.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        target.find("name").filter(name -> isName && name.type() == FieldType.TEXT)
            .ifPresent(name -> given.put("name", typed.strip()));
        scope.createNested(field.target(), given, saved);
    }
}
