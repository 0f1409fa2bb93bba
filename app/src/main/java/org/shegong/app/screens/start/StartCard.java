package org.shegong.app.screens.start;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A card in the middle of the empty window: title, labelled fields, one button, one line for what is wrong. */
final class StartCard {
    private final StackPane view = new StackPane();
    private final VBox card = new VBox(12);
    private final Label problem = new Label();
    private final ProgressIndicator busy = new ProgressIndicator();

    StartCard(String title, String text) {
        Label heading = new Label(title);
        heading.getStyleClass().add("page-title");
        Label body = new Label(text);
        body.setWrapText(true);
        body.getStyleClass().add("quiet");
        problem.setGraphic(new FontIcon("fth-alert-circle"));
        problem.setWrapText(true);
        problem.getStyleClass().add("trouble");
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        busy.getStyleClass().add("small-spinner");
        busy.setVisible(false);
        card.getChildren().addAll(heading, body, problem);
        card.getStyleClass().addAll("card", "start-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        view.getChildren().add(card);
        view.getStyleClass().add("start-page");
    }

    Node view() {
        return view;
    }

    /** Adds a field with its label above it. */
    <T extends Region> T field(String label, T field) {
        Label words = new Label(label);
        words.setLabelFor(field);
        if (field instanceof TextField text) {
            text.setMaxWidth(Double.MAX_VALUE);
        }
        add(new VBox(4, words, field));
        return field;
    }

    /** Adds a field above the others. */
    void fieldFirst(String label, Region field) {
        Label words = new Label(label);
        words.setLabelFor(field);
        card.getChildren().add(2, new VBox(4, words, field));
    }

    void add(Node node) {
        card.getChildren().add(card.getChildren().indexOf(problem), node);
    }

    /** The line of buttons at the end; the first one given is the main one. */
    void buttons(Button main, Button... others) {
        main.setDefaultButton(true);
        HBox line = new HBox(8, busy);
        line.getChildren().addAll(others);
        line.getChildren().add(main);
        line.setAlignment(Pos.CENTER_RIGHT);
        card.getChildren().add(line);
    }

    /** Says what is wrong; empty takes it away. */
    void problem(String text) {
        problem.setText(text);
    }

    /** Shows that something runs and takes no more keys meanwhile. */
    void busy(boolean running) {
        busy.setVisible(running);
        card.getChildren().stream().filter(node -> node != problem).forEach(node -> node.setDisable(running));
    }
}
