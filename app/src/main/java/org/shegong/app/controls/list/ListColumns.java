package org.shegong.app.controls.list;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.settings.Settings;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;

/** Which columns a list shows, remembered for each form on this computer. */
public final class ListColumns {
    private final Form form;
    private final Settings settings;
    private final ObservableList<Field> shown = FXCollections.observableArrayList();
    private final ObservableList<Field> columnsShown = FXCollections.unmodifiableObservableList(shown);

    public ListColumns(Form form, Settings settings) {
        this.form = form;
        this.settings = settings;
        List<String> kept = settings.list(key());
        shown.setAll(fields(kept.isEmpty() ? form.list() : kept));
        if (shown.isEmpty()) {
            shown.setAll(fields(form.list()));
        }
    }

    private List<Field> fields(List<String> keys) {
        return keys.stream().flatMap(key -> form.find(key).stream()).toList();
    }

    private String key() {
        return "list." + form.key() + ".columns";
    }

    /** In the order of showing; never empty for a form with a list. */
    public ObservableList<Field> shown() {
        return columnsShown;
    }

    /** Every field that could be a column, in the form's order. */
    public List<Field> all() {
        return form.fields().stream().filter(field -> field.type() != FieldType.ATTACHMENT).toList();
    }

    /** Shows a column at the end, or takes it away; the last column stays. */
    public void show(Field field, boolean wanted) {
        List<Field> next = new ArrayList<>(shown);
        next.remove(field);
        if (wanted) {
            next.add(field);
        }
        keep(next);
    }

    /** Takes over an order that a person made by dragging. */
    public void order(List<String> keys) {
        keep(fields(keys));
    }

    /** Back to the columns the form begins with. */
    public void reset() {
        shown.setAll(fields(form.list()));
        settings.put(key(), "");
    }

    private void keep(List<Field> next) {
        if (!next.isEmpty() && !next.equals(shown)) {
            shown.setAll(next);
            settings.put(key(), next.stream().map(Field::key).toList());
        }
    }

    /** True for columns whose figures stand at the right. */
    public static boolean isNumber(Field field) {
        return switch (field.type()) {
            case INTEGER, DECIMAL, MONEY, MINUTES -> true;
            case COMPUTED -> !field.unit().isEmpty();
            default -> false;
        };
    }

    /** True for columns that the file itself can sort by in an order that people expect. */
    public static boolean isSortable(Field field) {
        return field.inColumn() && field.type() != FieldType.REF;
    }
}
