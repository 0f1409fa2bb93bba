package org.shegong.app.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.i18n.Texts;

/** The list of screens at the left, with what waits in each; holding Alt shows the letters that open them. */
final class NavigationBar {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private final ScrollPane view = new ScrollPane();
    private final Map<String, Button> buttons = new LinkedHashMap<>();
    private final VBox list = new VBox();

    NavigationBar(List<ScreenEntry> entries, Texts texts, Badges badges, Consumer<String> open) {
        for (ScreenEntry entry : entries) {
            Button button = button(entry, texts, badges);
            button.setOnAction(event -> open.accept(entry.key()));
            buttons.put(entry.key(), button);
            list.getChildren().add(button);
        }
        list.getStyleClass().add("navigation-list");
        list.setFillWidth(true);
        view.setContent(list);
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view.getStyleClass().add("navigation");
    }

    private static Button button(ScreenEntry entry, Texts texts, Badges badges) {
        Label name = new Label(texts.get(entry.textKey()));
        name.getStyleClass().add("nav-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label letter = new Label(entry.letter());
        letter.getStyleClass().add("nav-letter");
        Label badge = new Label();
        badge.textProperty().bind(badges.text(entry.key()));
        badge.visibleProperty().bind(badge.textProperty().isNotEmpty());
        badge.managedProperty().bind(badge.visibleProperty());
        badge.getStyleClass().add("badge");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(new FontIcon(entry.icon()), name, space, letter, badge);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("nav-line");
        Button button = new Button();
        button.setGraphic(line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("nav-button");
        button.setAccessibleText(name.getText());
        button.setTooltip(new Tooltip(texts.get("nav.tip", name.getText(), entry.letter())));
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        return button;
    }

    Node view() {
        return view;
    }

    void select(String key) {
        buttons.forEach((name, button) -> button.pseudoClassStateChanged(CURRENT, name.equals(key)));
    }

    void showLetters(boolean shown) {
        list.pseudoClassStateChanged(PseudoClass.getPseudoClass("letters"), shown);
    }
}
