package org.shegong.app.screens.settings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A titled box of settings with a sentence of explanation. */
final class SettingsCard {
    private final VBox view;

    SettingsCard(String title, String text, Node... content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("column-title");
        Label words = new Label(text);
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        view = new VBox(heading, words);
        view.getChildren().addAll(content);
        view.getStyleClass().add("settings-card");
    }

    static FlowPane line(Node... nodes) {
        FlowPane line = new FlowPane(8, 8, nodes);
        line.setRowValignment(javafx.geometry.VPos.CENTER);
        return line;
    }

    Node view() {
        return view;
    }
}
