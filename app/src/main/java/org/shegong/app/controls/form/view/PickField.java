package org.shegong.app.controls.form.view;

import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.controls.form.model.Choice;
import org.shegong.app.controls.form.model.ChoiceSearch;
import org.shegong.app.controls.form.model.FieldModel;
import org.shegong.db.forms.FieldType;

/** One choice from a list, found by typing: a code, or a record that this one points to. */
final class PickField implements FieldEditor {
    private final FormScope scope;
    private final FieldModel model;
    private final TextField input = new TextField();
    private final HBox row = new HBox(input);
    private final Picker picker;
    private final PickSource source;

    PickField(FormScope scope, FieldModel model, ChoiceSearch search) {
        this.scope = scope;
        this.model = model;
        this.source = new PickSource(scope, model);
        input.setId("input-" + model.key());
        input.setMinWidth(0);
        HBox.setHgrow(input, Priority.ALWAYS);
        row.getStyleClass().add("pick-field");
        row.setAlignment(Pos.CENTER_LEFT);
        picker = new Picker(input, row, scope.overlays(), scope.texts(), search, this::take);
        picker.offerNew(source.newLabel());
        row.getChildren().add(arrow());
        model.valueProperty().addListener((o, before, now) -> write());
        model.unreadableProperty().addListener((o, before, now) -> write());
        input.textProperty().addListener((o, before, now) -> halfTyped(now));
        scope.form().labels().addListener((MapChangeListener<String, String>) change -> nameKnown(change.getKey()));
        input.focusedProperty().addListener((o, before, now) -> focused(now));
        input.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        write();
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public Node focusNode() {
        return input;
    }

    @Override
    public boolean wide() {
        return model.field().type() == FieldType.REF && model.field().target().equals("client");
    }

    private Button arrow() {
        Button arrow = new Button("", new FontIcon(Feather.CHEVRON_DOWN));
        arrow.getStyleClass().add("pick-arrow");
        arrow.setFocusTraversable(false);
        arrow.setTooltip(new Tooltip(scope.texts().text("picker.open")));
        arrow.setOnMousePressed(event -> {
            boolean open = picker.isOpen();
            input.requestFocus();
            if (open) {
                picker.close();
            } else {
                picker.open("");
            }
            event.consume();
        });
        return arrow;
    }

    private void nameKnown(String id) {
        if (id.equals(model.value()) && !input.isFocused()) {
            write();
        }
    }

    private void write() {
        String label = model.unreadableProperty().get() ? model.rawProperty().get() : source.label(model.value());
        if (!label.equals(input.getText())) {
            picker.write(label);
        }
    }

    /** A name half typed is kept with the rest of the typing. */
    private void halfTyped(String text) {
        if (input.isFocused() && !model.unreadableProperty().get()) {
            model.setHalfTyped(text.isBlank() || text.equals(source.label(model.value())) ? "" : text);
        }
    }

    private void take(Choice choice) {
        if (choice.isNew()) {
            source.makeNew(input.getText(), record -> {
                model.set(record.id());
                scope.form().loadLabels();
            });
            return;
        }
        source.know(choice);
        model.set(choice.value());
        picker.write(choice.label());
        input.end();
    }

    private void focused(boolean inside) {
        if (inside) {
            input.selectAll();
        } else {
            settle();
            picker.close();
            model.leftProperty().set(true);
        }
    }

    /** What was typed without picking: nothing clears the field, the name itself changes nothing, else it is wrong. */
    private void settle() {
        String typed = input.getText().strip();
        if (typed.isEmpty()) {
            model.set(null);
        } else if (typed.equals(source.label(model.value()))) {
            model.setHalfTyped("");
        } else {
            Choice ready = picker.ready();
            if (picker.isSearching()) {
                picker.takeWhenFound(() -> model.setUnreadable(typed));
            } else if (ready != null && !ready.isNew()) {
                take(ready);
            } else {
                model.setUnreadable(typed);
            }
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isControlDown()) {
            event.consume();
            scope.focusNext(model);
        }
    }
}
