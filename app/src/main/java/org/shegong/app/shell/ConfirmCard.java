package org.shegong.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A question before something that cannot be taken back; the safe answer has the focus. */
final class ConfirmCard {
    private final VBox view;
    private final Button cancel;

    ConfirmCard(String title, String text, String actionText, String cancelText, Runnable onCancel,
                Runnable onAction) {
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        Label body = new Label(text);
        body.setWrapText(true);
        cancel = new Button(cancelText);
        cancel.setOnAction(event -> onCancel.run());
        Button action = new Button(actionText);
        action.getStyleClass().add("danger");
        action.setOnAction(event -> onAction.run());
        HBox buttons = new HBox(8, cancel, action);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        view = new VBox(16, heading, body, buttons);
        view.getStyleClass().add("card");
    }

    Node view() {
        return view;
    }

    Node firstFocus() {
        return cancel;
    }
}
