package org.shegong.app.controls.form.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.controls.form.model.Choice;
import org.shegong.app.controls.form.model.FormTexts;

/** The list that floats under a picker. It never takes the cursor: the text field that belongs to it steers it. */
final class ChoiceList extends VBox {
    private static final int ROWS = 9;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private final FormTexts texts;
    private final Consumer<Choice> picked;
    private List<Choice> choices = List.of();
    private int selected = -1;
    private int first;

    ChoiceList(FormTexts texts, Consumer<Choice> picked) {
        this.texts = texts;
        this.picked = picked;
        getStyleClass().add("choice-list");
        addEventHandler(ScrollEvent.SCROLL, event -> {
            scroll(event.getDeltaY() < 0 ? 1 : -1);
            event.consume();
        });
    }

    /**
     * Shows choices.
     *
     * @param none what to say when there are none
     * @param preselect whether the first stands ready to be taken with Enter
     */
    void show(List<Choice> newChoices, String none, boolean preselect) {
        choices = List.copyOf(newChoices);
        first = 0;
        selected = preselect && !choices.isEmpty() && !choices.get(0).isNew() ? 0 : -1;
        if (choices.isEmpty()) {
            Label nothing = new Label(none);
            nothing.getStyleClass().add("choice-none");
            getChildren().setAll(nothing);
        } else {
            draw();
        }
    }

    /** The choice that stands ready; null for none. */
    Choice selected() {
        return selected < 0 || selected >= choices.size() ? null : choices.get(selected);
    }

    List<Choice> choices() {
        return choices;
    }

    /** Moves the choice up or down and keeps it in sight. */
    void move(int by) {
        if (!choices.isEmpty()) {
            selected = Math.max(0, Math.min(choices.size() - 1, selected + by));
            first = Math.max(Math.min(first, selected), selected - ROWS + 1);
            draw();
        }
    }

    private void scroll(int by) {
        first = Math.max(0, Math.min(Math.max(0, choices.size() - ROWS), first + by));
        draw();
    }

    private void draw() {
        getChildren().clear();
        int last = Math.min(choices.size(), first + ROWS);
        for (int i = first; i < last; i++) {
            getChildren().add(row(i));
        }
        if (choices.size() > ROWS) {
            Label more = new Label((first + 1) + "\u2013" + last + " / " + choices.size());
            more.getStyleClass().add("choice-more");
            getChildren().add(more);
        }
    }

    private Region row(int index) {
        Choice choice = choices.get(index);
        Label label = new Label(choice.label());
        label.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label note = new Label(choice.recent() ? texts.text("picker.recent") : choice.note());
        note.getStyleClass().add("choice-note");
        note.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, label, gap, note);
        row.getStyleClass().add("choice-row");
        row.pseudoClassStateChanged(SELECTED, index == selected);
        row.setOnMousePressed(event -> {
            event.consume();
            picked.accept(choice);
        });
        return row;
    }
}
