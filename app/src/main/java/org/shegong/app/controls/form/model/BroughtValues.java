package org.shegong.app.controls.form.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.store.RecordData;

/**
 * What a chosen client brings along: village, household, name, sex, telephone, wherever this form asks for the same.
 *
 * <p>Only fields that nobody has typed into are filled.
 */
final class BroughtValues {
    private static final List<String> KEYS = List.of("village_id", "household_id", "name", "sex", "phone");
    private final FormViewModel form;
    private final Map<String, Object> brought = new HashMap<>();
    private String client = "";

    BroughtValues(FormViewModel form) {
        this.form = form;
    }

    /** Takes the client chosen now for known, so that only another one brings values. */
    void settle() {
        client = chosen();
    }

    /** Lets a client who was given from the start bring values. */
    void lookAgain() {
        client = "";
        look();
    }

    /** Looks whether another client has been chosen, and lets that one bring its values. */
    void look() {
        String now = chosen();
        if (now.equals(client)) {
            return;
        }
        client = now;
        if (!now.isEmpty()) {
            FormDesk desk = form.desk();
            desk.background().run(() -> desk.station().records().find("client", now),
                found -> found.filter(record -> record.id().equals(client)).ifPresent(this::bring),
                failure -> form.saving().fail(failure));
        }
    }

    /** The first client that the form names; empty for none. */
    private String chosen() {
        if (form.form().key().equals("client")) {
            return "";
        }
        for (FieldModel model : form.fields()) {
            if (model.field().target().equals("client") && model.value() != null) {
                return model.field().type().isMany() ? model.many().get(0) : model.value().toString();
            }
        }
        return "";
    }

    /** Filling in what follows from the start is not yet a change worth keeping. */
    private void bring(RecordData record) {
        boolean pristine = form.saving().stored() == null && !form.dirtyProperty().get();
        for (String key : KEYS) {
            Object value = record.values().get(key);
            if (value != null && fits(key) && isUntouched(key)) {
                brought.put(key, value);
                form.field(key).set(value);
            }
        }
        if (pristine) {
            form.rebase(form.values());
        }
        form.loadLabels();
    }

    private boolean fits(String key) {
        Form own = form.form();
        Field theirs = form.desk().station().forms().form("client").find(key).orElse(null);
        return theirs != null && own.find(key).filter(field -> field.type() == theirs.type()
            && field.target().equals(theirs.target())).isPresent();
    }

    private boolean isUntouched(String key) {
        Object now = form.field(key).value();
        boolean asBegun = form.saving().stored() == null && Objects.equals(now, form.baseline().get(key));
        return now == null || asBegun || Objects.equals(now, brought.get(key));
    }
}
