package org.shegong.app.controls.form.view;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.shegong.app.controls.form.model.FieldModel;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.db.forms.Field;

/** A value that the program gives: a number, a computed figure. */
final class ReadOnlyField implements FieldEditor {
    private static final String NONE = "\u2014";
    private final FormViewModel form;
    private final FieldModel model;
    private final Label text = new Label();

    ReadOnlyField(FormViewModel form, FieldModel model) {
        this.form = form;
        this.model = model;
        text.getStyleClass().add("read-only-value");
        text.setId("input-" + model.key());
        text.setWrapText(true);
        model.valueProperty().addListener((o, before, now) -> write());
        write();
    }

    @Override
    public Node node() {
        return text;
    }

    @Override
    public Node focusNode() {
        return null;
    }

    private void write() {
        Field field = model.field();
        String value = model.value() == null ? "" : form.desk().station().texts()
            .text(field, model.value(), Map.copyOf(form.labels()));
        text.setText(value.isEmpty() ? NONE : field.unit().isEmpty() ? value : value + " " + field.unit());
    }
}
