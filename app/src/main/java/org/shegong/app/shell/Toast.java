package org.shegong.app.shell;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A sentence in the corner that goes away by itself. */
final class Toast {
    private final HBox view = new HBox(12);

    Toast(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        view.getChildren().add(label);
        view.setAlignment(Pos.CENTER_LEFT);
        view.getStyleClass().add("toast");
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    Toast(String text, String actionText, Runnable action, Consumer<Toast> away) {
        this(text);
        Hyperlink link = new Hyperlink(actionText);
        link.setOnAction(event -> {
            away.accept(this);
            action.run();
        });
        link.setMinWidth(Region.USE_PREF_SIZE);
        view.getChildren().add(link);
    }

    Node view() {
        return view;
    }
}
