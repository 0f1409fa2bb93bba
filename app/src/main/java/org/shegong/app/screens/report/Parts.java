package org.shegong.app.screens.report;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts that the report's panes are made of. */
final class Parts {
    private static final String STYLES = Parts.class.getResource("/org/shegong/app/report.css").toExternalForm();

    private Parts() {
    }

    /** Gives a pane the report's own styles. */
    static <T extends Parent> T styled(T pane) {
        pane.getStylesheets().add(STYLES);
        return pane;
    }

    static Button button(String text, String icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    static Button iconButton(String words, String icon, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(event -> action.run());
        return button;
    }

    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A line that never wraps or gives way. */
    static Label fixed(String text, String... styles) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A message in the middle of a pane, with what can be done about it. */
    static VBox state(String icon, String headline, String more, Node... ways) {
        VBox box = new VBox(12, new FontIcon(icon), label(headline, "state-title"));
        if (!more.isEmpty()) {
            box.getChildren().add(label(more, "quiet"));
        }
        if (ways.length > 0) {
            HBox line = new HBox(8, ways);
            line.setAlignment(Pos.CENTER);
            box.getChildren().add(line);
        }
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().addAll("state-box", "list-state");
        return box;
    }

    static VBox waiting(String words) {
        VBox box = new VBox(12, new ProgressIndicator(), label(words, "quiet"));
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("list-state");
        return box;
    }

    /** A card for a dialog: title, body, and buttons at the right. */
    static VBox card(String title, List<? extends Node> body, Node... buttons) {
        VBox card = new VBox(12, label(title, "card-title"));
        card.getChildren().addAll(body);
        HBox foot = new HBox(8, buttons);
        foot.setAlignment(Pos.CENTER_RIGHT);
        card.getChildren().add(foot);
        card.getStyleClass().add("card");
        return styled(card);
    }
}
