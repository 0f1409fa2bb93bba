package org.shegong.app.controls.form.view;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.controls.form.model.FieldModel;

/**
 * A few choices side by side, of which one is taken: click it, type its number, or move with the arrows. One stop
 * for Tab. A click on the chosen one, or Backspace, leaves the field empty again.
 */
final class ChipsField implements FieldEditor {
    private final FormScope scope;
    private final FieldModel model;
    private final FlowPane row = new FlowPane(6, 6);
    private final List<Option> options;

    /** One choice with its value as the field keeps it. */
    record Option(Object value, String label) {
    }

    ChipsField(FormScope scope, FieldModel model, List<Option> options) {
        this.scope = scope;
        this.model = model;
        this.options = options;
        row.setId("input-" + model.key());
        row.getStyleClass().add("chips");
        row.setFocusTraversable(true);
        options.forEach(option -> row.getChildren().add(chip(option)));
        model.valueProperty().addListener((o, before, now) -> mark());
        row.focusedProperty().addListener((o, before, now) -> {
            if (!now) {
                model.leftProperty().set(true);
            }
        });
        row.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        mark();
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public Node focusNode() {
        return row;
    }

    @Override
    public boolean wide() {
        return options.stream().mapToInt(option -> option.label().length() + 3).sum() > 12;
    }

    private ToggleButton chip(Option option) {
        ToggleButton chip = new ToggleButton(option.label());
        chip.setFocusTraversable(false);
        chip.getStyleClass().add("choice-chip");
        chip.setOnAction(event -> {
            row.requestFocus();
            model.set(option.value().equals(model.value()) ? null : option.value());
            mark();
        });
        return chip;
    }

    private void mark() {
        for (int i = 0; i < options.size(); i++) {
            ToggleButton chip = (ToggleButton) row.getChildren().get(i);
            boolean chosen = Objects.equals(options.get(i).value(), model.value());
            chip.setSelected(chosen);
            chip.setGraphic(new FontIcon(chosen ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
        }
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER && !event.isControlDown()) {
            scope.focusNext(model);
        } else if (code == KeyCode.RIGHT || code == KeyCode.DOWN || code == KeyCode.SPACE) {
            step(1);
        } else if (code == KeyCode.LEFT || code == KeyCode.UP) {
            step(-1);
        } else if (code == KeyCode.BACK_SPACE || code == KeyCode.DELETE) {
            model.set(null);
        } else if (!takeNumber(event.getText())) {
            return;
        }
        event.consume();
    }

    private void step(int by) {
        int chosen = -1;
        for (int i = 0; i < options.size(); i++) {
            if (Objects.equals(options.get(i).value(), model.value())) {
                chosen = i;
            }
        }
        int next = chosen < 0 ? (by > 0 ? 0 : options.size() - 1)
            : Math.floorMod(chosen + by, options.size());
        model.set(options.get(next).value());
    }

    private boolean takeNumber(String text) {
        if (text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) < '1' + options.size()) {
            model.set(options.get(text.charAt(0) - '1').value());
            return true;
        }
        return false;
    }
}
