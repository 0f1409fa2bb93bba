package org.shegong.app.controls.form.model;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.RecordValues;

/** One field of the form being edited. */
public final class FieldModel {
    private final Field field;
    private final ObjectProperty<Object> value = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper required = new ReadOnlyBooleanWrapper(false);
    private final BooleanProperty left = new SimpleBooleanProperty(false);
    private final BooleanProperty unreadable = new SimpleBooleanProperty(false);
    private final ReadOnlyStringWrapper masked = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper raw = new ReadOnlyStringWrapper("");
    private final ObservableList<Note> notes = FXCollections.observableArrayList();

    FieldModel(Field field) {
        this.field = field;
    }

    public Field field() {
        return field;
    }

    public String key() {
        return field.key();
    }

    /** The typed value; null when empty, never an empty text or list. */
    public ObjectProperty<Object> valueProperty() {
        return value;
    }

    public Object value() {
        return value.get();
    }

    /** Sets the value; empty text and empty lists become null. */
    public void set(Object newValue) {
        Object kept = RecordValues.isFilled(newValue) ? newValue : null;
        raw.set("");
        unreadable.set(false);
        value.set(kept);
    }

    /** Takes note that the editor holds this text that is no value; the field counts as empty meanwhile. */
    public void setUnreadable(String text) {
        value.set(null);
        raw.set(text);
        unreadable.set(true);
    }

    /** Takes note of text that is being typed towards a choice and is neither right nor wrong yet. */
    public void setHalfTyped(String text) {
        raw.set(text);
    }

    /** Takes note of text beside the values of a field that holds several, which is none of its choices. */
    public void setUnreadableBeside(String text) {
        raw.set(text);
        unreadable.set(!text.isEmpty());
    }

    /** Text in the editor that is no value, or not yet; empty for none. */
    public ReadOnlyStringProperty rawProperty() {
        return raw.getReadOnlyProperty();
    }

    /** The values of a field that holds several; empty when it has none. */
    @SuppressWarnings("unchecked")
    public List<String> many() {
        return value.get() instanceof List<?> list ? (List<String>) list : List.of();
    }

    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public boolean isShown() {
        return shown.get();
    }

    public ReadOnlyBooleanProperty requiredProperty() {
        return required.getReadOnlyProperty();
    }

    /** True once the cursor has left the field; from then on its findings are shown. */
    public BooleanProperty leftProperty() {
        return left;
    }

    /** What stands in the place of its editor until somebody gives a reason to see the value; empty to edit at once. */
    public ReadOnlyStringProperty maskedProperty() {
        return masked.getReadOnlyProperty();
    }

    /** Shows this text instead of the value; an empty one lets the value be edited. */
    void mask(String text) {
        masked.set(text);
    }

    /** True while its editor holds text that cannot be read as a value. */
    public ReadOnlyBooleanProperty unreadableProperty() {
        return unreadable;
    }

    /** Sentences to show at the field, errors first. */
    public ObservableList<Note> notes() {
        return notes;
    }

    /** False for fields that the program fills. */
    public boolean isEditable() {
        return field.type() != FieldType.AUTO && field.type() != FieldType.COMPUTED;
    }

    void show(boolean isShown, boolean isRequired) {
        shown.set(isShown);
        required.set(isRequired && isEditable());
    }
}
