package org.shegong.app.controls.list;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;

/** Asks why personal data is to be shown unmasked (rules document, section 7, M1); the answer goes to the journal. */
public final class PlainReason {
    private final VBox view;
    private final TextField reason = new TextField();

    /** @param told hears the reason; not called when the person changes his mind */
    public PlainReason(AppContext context, Consumer<String> told) {
        Label title = new Label(context.texts().get("plain.title"));
        title.getStyleClass().add("card-title");
        Label text = new Label(context.texts().get("plain.text"));
        text.setWrapText(true);
        FlowPane usual = new FlowPane(6, 6);
        for (String key : new String[] {"plain.reason.identity", "plain.reason.contact", "plain.reason.report"}) {
            Button choice = new Button(context.texts().get(key));
            choice.getStyleClass().add("small");
            choice.setOnAction(event -> reason.setText(choice.getText()));
            usual.getChildren().add(choice);
        }
        Button cancel = new Button(context.texts().get("button.cancel"));
        cancel.setOnAction(event -> context.overlays().close());
        Button show = new Button(context.texts().get("plain.show"));
        show.setDefaultButton(true);
        show.disableProperty().bind(javafx.beans.binding.Bindings.createBooleanBinding(
            () -> reason.getText().isBlank(), reason.textProperty()));
        show.setOnAction(event -> {
            context.overlays().close();
            told.accept(reason.getText().strip());
        });
        reason.setPromptText(context.texts().get("plain.prompt"));
        HBox buttons = new HBox(8, cancel, show);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        view = new VBox(12, title, text, usual, reason, buttons);
        view.getStyleClass().add("card");
    }

    public Node view() {
        return view;
    }

    public Node firstFocus() {
        return reason;
    }
}
