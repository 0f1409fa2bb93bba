package org.shegong.app.controls.form.view;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.app.controls.form.model.SaveConflict;

/** Both sides of a record that two people changed at once, field by field, to choose from. */
final class ConflictPane extends VBox {
    private final FormViewModel form;
    private final FormTexts texts;

    ConflictPane(FormViewModel form) {
        this.form = form;
        this.texts = form.desk().texts();
        SaveConflict conflict = form.saving().conflictProperty().get();
        getStyleClass().add("conflict-pane");
        Label title = new Label(texts.text(conflict.clashes().isEmpty() ? "conflict.none" : "conflict.title",
            conflict.savedBy()));
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        getChildren().add(title);
        conflict.clashes().forEach(clash -> getChildren().add(clash(clash)));
        Button save = new Button(texts.text("conflict.save"));
        save.getStyleClass().add("accent");
        save.setOnAction(event -> form.saving().resolveConflict(kept -> { }));
        getChildren().add(save);
    }

    private Node clash(SaveConflict.Clash clash) {
        Label label = new Label(clash.field().field().label());
        label.getStyleClass().add("field-label");
        ToggleGroup group = new ToggleGroup();
        RadioButton mine = choice(group, "conflict.mine", clash, clash.mine());
        RadioButton theirs = choice(group, "conflict.theirs", clash, clash.theirs());
        mine.setSelected(clash.keepMine().get());
        theirs.setSelected(!clash.keepMine().get());
        mine.selectedProperty().addListener((o, before, now) -> clash.keepMine().set(now));
        return new VBox(2, label, mine, theirs);
    }

    private RadioButton choice(ToggleGroup group, String key, SaveConflict.Clash clash, Object value) {
        String text = value == null ? texts.text("conflict.empty") : form.desk().station().texts()
            .text(clash.field().field(), value, form.labels());
        RadioButton button = new RadioButton(texts.text(key, text));
        button.setWrapText(true);
        button.setToggleGroup(group);
        return button;
    }
}
