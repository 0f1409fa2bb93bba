package org.shegong.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shegong.app.i18n.Texts;

/** What the window shows while the last copy of the day is made; nobody has to wait for it. */
final class ClosingCard {
    private final StackPane view = new StackPane();
    private final Label text = new Label();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Button close = new Button();
    private final Texts texts;

    /** @param onClose closes the window without waiting any longer */
    ClosingCard(Texts texts, Runnable onClose) {
        this.texts = texts;
        Label title = new Label(texts.get("closing.title"));
        title.getStyleClass().add("card-title");
        text.setText(texts.get("closing.text"));
        text.setWrapText(true);
        busy.getStyleClass().add("small-spinner");
        close.setText(texts.get("closing.at_once"));
        close.setOnAction(event -> onClose.run());
        HBox line = new HBox(8, busy, close);
        line.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(16, title, text, line);
        card.getStyleClass().addAll("card", "closing-card");
        card.setMaxSize(javafx.scene.layout.Region.USE_PREF_SIZE, javafx.scene.layout.Region.USE_PREF_SIZE);
        view.getChildren().add(card);
        view.getStyleClass().add("start-page");
    }

    /** No copy was made: says why, and waits until somebody has read it. */
    void failed(String problem) {
        busy.setVisible(false);
        text.setText(problem);
        text.getStyleClass().add("trouble");
        close.setText(texts.get("closing.anyway"));
        close.requestFocus();
    }

    Node view() {
        return view;
    }
}
