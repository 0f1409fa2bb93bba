package org.shegong.app.controls.form.view;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.controls.form.model.Choice;
import org.shegong.app.controls.form.model.ChoiceSearch;
import org.shegong.app.controls.form.model.FieldModel;

/** Several choices as chips, with a text field behind them that finds the next. Backspace takes the last away. */
final class PickManyField implements FieldEditor {
    private final FormScope scope;
    private final FieldModel model;
    private final TextField input = new TextField();
    private final FlowPane chips = new FlowPane(6, 4);
    private final Picker picker;
    private final PickSource source;

    PickManyField(FormScope scope, FieldModel model, ChoiceSearch search) {
        this.scope = scope;
        this.model = model;
        this.source = new PickSource(scope, model);
        input.setId("input-" + model.key());
        input.getStyleClass().add("chip-input");
        input.setPrefColumnCount(10);
        chips.getStyleClass().add("pick-many");
        chips.setOnMousePressed(event -> input.requestFocus());
        picker = new Picker(input, chips, scope.overlays(), scope.texts(), (typed, found) ->
            search.find(typed, all -> found.accept(notYet(all))), this::take);
        picker.offerNew(source.newLabel());
        picker.stayAfterTaking();
        model.valueProperty().addListener((o, before, now) -> draw());
        scope.form().labels().addListener((MapChangeListener<String, String>) change -> {
            if (model.many().contains(change.getKey())) {
                draw();
            }
        });
        input.focusedProperty().addListener((o, before, now) -> focused(now));
        input.textProperty().addListener((o, before, now) -> typed(now.strip()));
        input.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        draw();
        picker.write(model.rawProperty().get());
    }

    /** A name half typed is kept with the rest of the typing. */
    private void typed(String text) {
        if (text.isEmpty()) {
            model.setUnreadableBeside("");
        } else if (input.isFocused()) {
            model.setHalfTyped(text);
        }
    }

    @Override
    public Node node() {
        return chips;
    }

    @Override
    public Node focusNode() {
        return input;
    }

    @Override
    public boolean wide() {
        return true;
    }

    private List<Choice> notYet(List<Choice> all) {
        return all.stream().filter(choice -> !model.many().contains(choice.value())).toList();
    }

    /** Draws the chips anew before the text field, which stays where it is and keeps the cursor. */
    private void draw() {
        List<Node> nodes = new ArrayList<>();
        for (String value : model.many()) {
            nodes.add(chip(value));
        }
        if (chips.getChildren().isEmpty()) {
            chips.getChildren().add(input);
        }
        chips.getChildren().remove(0, chips.getChildren().size() - 1);
        chips.getChildren().addAll(0, nodes);
    }

    private Node chip(String value) {
        Label label = new Label(source.label(value));
        Button remove = new Button("", new FontIcon(Feather.X));
        remove.setFocusTraversable(false);
        remove.getStyleClass().add("chip-remove");
        remove.setAccessibleText(scope.texts().text("picker.remove", label.getText()));
        remove.setOnAction(event -> remove(value));
        HBox chip = new HBox(2, label, remove);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private void remove(String value) {
        List<String> values = new ArrayList<>(model.many());
        values.remove(value);
        model.set(values);
    }

    private void add(String value) {
        if (!model.many().contains(value)) {
            List<String> values = new ArrayList<>(model.many());
            values.add(value);
            model.set(values);
        }
    }

    private void take(Choice choice) {
        String typed = input.getText();
        picker.write("");
        if (choice.isNew()) {
            source.makeNew(typed, record -> {
                add(record.id());
                scope.form().loadLabels();
            });
        } else {
            source.know(choice);
            add(choice.value());
        }
    }

    private void focused(boolean inside) {
        if (!inside) {
            Choice ready = picker.ready();
            String typed = input.getText().strip();
            picker.close();
            if (!typed.isEmpty() && picker.isSearching()) {
                picker.takeWhenFound(() -> model.setUnreadableBeside(typed));
            } else if (!typed.isEmpty() && ready != null && !ready.isNew()) {
                take(ready);
            } else {
                model.setUnreadableBeside(typed);
            }
            model.leftProperty().set(true);
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isControlDown()) {
            event.consume();
            scope.focusNext(model);
        } else if (event.getCode() == KeyCode.BACK_SPACE && input.getText().isEmpty() && !model.many().isEmpty()) {
            remove(model.many().get(model.many().size() - 1));
        }
    }
}
