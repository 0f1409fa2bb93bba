package org.shegong.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.i18n.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** What happened, whether data is safe, what to do, and a short code. */
final class ErrorCard {
    private final VBox view = new VBox(12);
    private final Button close;

    ErrorCard(Trouble trouble, Texts texts, Runnable onClose) {
        Label heading = new Label(trouble.what(), new FontIcon("fth-alert-triangle"));
        heading.getStyleClass().addAll("card-title", "trouble");
        heading.setWrapText(true);
        Label code = new Label(texts.get("trouble.code", trouble.code()));
        code.getStyleClass().add("quiet");
        close = new Button(texts.get("button.understood"));
        close.setDefaultButton(true);
        close.setOnAction(event -> onClose.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(8, code, space, close);
        foot.setAlignment(Pos.CENTER_LEFT);
        view.getStyleClass().addAll("card", "error-card");
        view.getChildren().addAll(heading, line("fth-shield", trouble.safety()), line("fth-tool", trouble.advice()),
            foot);
    }

    private static Label line(String icon, String text) {
        Label label = new Label(text, new FontIcon(icon));
        label.setWrapText(true);
        return label;
    }

    Node view() {
        return view;
    }

    Node firstFocus() {
        return close;
    }
}
