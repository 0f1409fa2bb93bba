package org.shegong.app.controls.form.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.shegong.app.controls.form.model.FieldModel;
import org.shegong.app.controls.form.model.FieldText;
import org.shegong.app.controls.form.model.Typed;
import org.shegong.db.forms.FieldType;

/** A field that is typed as one line: text, numbers, money, dates and times in every usual spelling. */
class TypedField implements FieldEditor {
    private final FormScope scope;
    private final FieldModel model;
    private final TextField input = new TextField();
    private final HBox row = new HBox(6, input);
    private boolean own;

    TypedField(FormScope scope, FieldModel model) {
        this.scope = scope;
        this.model = model;
        input.setId("input-" + model.key());
        HBox.setHgrow(input, Priority.ALWAYS);
        input.setMinWidth(0);
        row.setAlignment(Pos.CENTER_LEFT);
        if (isNumber()) {
            input.getStyleClass().add("number-input");
        }
        if (!model.field().unit().isEmpty()) {
            Label unit = new Label(model.field().unit());
            unit.getStyleClass().add("unit");
            unit.setMinWidth(HBox.USE_PREF_SIZE);
            row.getChildren().add(unit);
        }
        write();
        input.textProperty().addListener((o, before, now) -> typed(now));
        model.valueProperty().addListener((o, before, now) -> changedElsewhere());
        model.unreadableProperty().addListener((o, before, now) -> changedElsewhere());
        input.focusedProperty().addListener((o, before, now) -> focused(now));
        input.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public TextField focusNode() {
        return input;
    }

    @Override
    public boolean wide() {
        return model.field().type() == FieldType.TEXT && model.field().maxLength() > 60;
    }

    final FormScope scope() {
        return scope;
    }

    final FieldModel model() {
        return model;
    }

    final HBox row() {
        return row;
    }

    private boolean isNumber() {
        return switch (model.field().type()) {
            case INTEGER, DECIMAL, MONEY, MINUTES -> true;
            default -> false;
        };
    }

    private void typed(String text) {
        if (own) {
            return;
        }
        own = true;
        Typed read = FieldText.read(model.field(), text, scope.form().desk().station().today());
        if (read instanceof Typed.Unreadable) {
            model.setUnreadable(text);
        } else {
            model.set(read instanceof Typed.Value value ? value.value() : null);
        }
        own = false;
    }

    private void changedElsewhere() {
        if (!own) {
            write();
        }
    }

    /** Writes the value in its usual spelling; text that could not be read stays as it was typed. */
    private void write() {
        own = true;
        String text = model.unreadableProperty().get() ? model.rawProperty().get()
            : FieldText.write(model.field(), model.value());
        if (!text.equals(input.getText())) {
            input.setText(text);
        }
        own = false;
    }

    private void focused(boolean inside) {
        if (inside) {
            input.selectAll();
        } else {
            write();
            model.leftProperty().set(true);
        }
    }

    /** Enter goes on to the next field. */
    void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isControlDown()) {
            event.consume();
            scope.focusNext(model);
        }
    }
}
