package org.shegong.app.screens.settings;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;

/** Asks for the leader's approval, its reason and a typed word before records are erased for good. */
final class ErasureCard {
    private static final double WIDTH = 40;
    private final VBox view;
    private final TextField reason = new TextField();

    /** @param approved hears the reason; not called when the person changes his mind */
    ErasureCard(AppContext context, int records, Consumer<String> approved) {
        Label title = new Label(context.texts().get("due.confirm.title", records));
        title.getStyleClass().add("card-title");
        Label text = new Label(context.texts().get("due.confirm.text"));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        String word = context.texts().get("due.confirm.word");
        TextField typed = new TextField();
        typed.setPromptText(context.texts().get("due.confirm.type", word));
        reason.setPromptText(context.texts().get("due.confirm.reason"));
        Button cancel = new Button(context.texts().get("button.cancel"));
        cancel.setOnAction(event -> context.overlays().close());
        Button erase = new Button(context.texts().get("due.confirm.action"));
        erase.getStyleClass().add("danger");
        erase.disableProperty().bind(Bindings.createBooleanBinding(() -> reason.getText().isBlank()
            || !typed.getText().strip().equals(word), reason.textProperty(), typed.textProperty()));
        erase.setOnAction(event -> {
            context.overlays().close();
            approved.accept(reason.getText().strip());
        });
        HBox buttons = new HBox(8, cancel, erase);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        view = new VBox(12, title, text, new Label(context.texts().get("due.confirm.reason")), reason,
            new Label(context.texts().get("due.confirm.type", word)), typed, buttons);
        view.getStyleClass().add("card");
        view.prefWidthProperty().bind(context.settings().fontSize().multiply(WIDTH));
    }

    Node view() {
        return view;
    }

    Node firstFocus() {
        return reason;
    }
}
