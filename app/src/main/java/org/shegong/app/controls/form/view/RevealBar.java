package org.shegong.app.controls.form.view;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.form.model.MaskedFields;

/** Asks over the form why its masked values are to be shown; Enter shows them, Esc leaves them masked. */
final class RevealBar extends VBox {
    private final TextField reason = new TextField();

    RevealBar(MaskedFields masked, FormTexts texts) {
        Label title = new Label(texts.text("masked.why"));
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        FlowPane usual = new FlowPane(6, 6);
        for (String key : new String[] {"masked.reason.identity", "masked.reason.contact", "masked.reason.correct"}) {
            Button choice = new Button(texts.text(key));
            choice.getStyleClass().add("small");
            choice.setOnAction(event -> masked.reveal(choice.getText()));
            usual.getChildren().add(choice);
        }
        Button show = new Button(texts.text("masked.show"));
        show.disableProperty().bind(Bindings.createBooleanBinding(() -> reason.getText().isBlank(),
            reason.textProperty()));
        show.setOnAction(event -> masked.reveal(reason.getText().strip()));
        reason.setPromptText(texts.text("masked.other"));
        reason.setOnAction(event -> show.fire());
        HBox.setHgrow(reason, Priority.ALWAYS);
        getChildren().addAll(title, usual, new HBox(6, reason, show));
        getStyleClass().add("reveal-bar");
        visibleProperty().bind(masked.askingProperty());
        managedProperty().bind(masked.askingProperty());
        masked.askingProperty().addListener((property, before, asking) -> {
            if (asking) {
                javafx.application.Platform.runLater(usual.getChildren().get(0)::requestFocus);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                masked.askingProperty().set(false);
                event.consume();
            }
        });
    }
}
