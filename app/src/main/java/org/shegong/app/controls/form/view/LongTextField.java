package org.shegong.app.controls.form.view;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.shegong.app.controls.form.model.FieldModel;

/** Text of several lines. Enter makes a line, Tab leaves. */
final class LongTextField implements FieldEditor {
    private final FormScope scope;
    private final FieldModel model;
    private final TextArea input = new TextArea();
    private boolean own;

    LongTextField(FormScope scope, FieldModel model) {
        this.scope = scope;
        this.model = model;
        input.setId("input-" + model.key());
        input.setWrapText(true);
        input.setPrefRowCount(Math.max(2, model.field().lines()));
        input.setMinWidth(0);
        write();
        input.textProperty().addListener((o, before, now) -> typed(now));
        model.valueProperty().addListener((o, before, now) -> changedElsewhere());
        input.focusedProperty().addListener((o, before, now) -> {
            if (!now) {
                model.leftProperty().set(true);
            }
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    public Node node() {
        return input;
    }

    @Override
    public Node focusNode() {
        return input;
    }

    @Override
    public boolean wide() {
        return true;
    }

    private void typed(String text) {
        own = true;
        model.set(text);
        own = false;
    }

    private void changedElsewhere() {
        if (!own) {
            write();
        }
    }

    private void write() {
        String text = model.value() == null ? "" : model.value().toString();
        if (!text.equals(input.getText())) {
            input.setText(text);
        }
    }

    /** A tab in running text is never wanted here; it goes on to the next field as everywhere. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            if (event.isShiftDown()) {
                scope.focusPrevious(model);
            } else {
                scope.focusNext(model);
            }
        }
    }
}
