package org.shegong.app.controls.form.model;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Masks;
import org.shegong.db.forms.Shield;

/**
 * Numbers and addresses of a stored record, masked on its form until somebody gives a reason (rules document §7, M1).
 * What is typed anew is never masked; names and notes stay, since a form is there to be read and written. Window
 * thread only.
 */
public final class MaskedFields {
    private static final Set<String> MASKED = Set.of("id_number", "phone", "address", "certificate");
    private final FormDesk desk;
    private final String form;
    private final String record;
    private final Collection<FieldModel> fields;
    private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
    private final SimpleBooleanProperty asking = new SimpleBooleanProperty();

    MaskedFields(FormDesk desk, String form, String record, Collection<FieldModel> fields) {
        this.desk = desk;
        this.form = form;
        this.record = record;
        this.fields = fields;
    }

    /** Masks the values that are there now. */
    void begin(Shield shield) {
        Station station = desk.station();
        for (FieldModel model : fields) {
            Field field = model.field();
            if (MASKED.contains(field.mask()) && model.value() != null) {
                String plain = station.texts().text(field, model.value(), Map.of());
                model.mask(Masks.ALL.over(field, model.value(), plain, shield));
                any.set(true);
            }
        }
    }

    /** True while some value is masked. */
    public ReadOnlyBooleanProperty anyProperty() {
        return any.getReadOnlyProperty();
    }

    /** True while the form asks for the reason. */
    public SimpleBooleanProperty askingProperty() {
        return asking;
    }

    /** Shows every value and notes in the journal who asked and why; nothing is shown when that fails. */
    public void reveal(String reason) {
        Station station = desk.station();
        String label = station.forms().form(form).label();
        desk.background().run(() -> station.journal().event(station.actor(), "show_plain", label, form, record,
            Map.of("reason", reason, "records", 1)), step -> show(), failure -> asking.set(true));
    }

    private void show() {
        fields.forEach(model -> model.mask(""));
        asking.set(false);
        any.set(false);
    }
}
