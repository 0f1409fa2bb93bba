package org.shegong.app.controls.page;

import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.DeskAction;
import org.shegong.app.i18n.Texts;

/** The head of a record's page: back, title, facts, buttons. */
public final class PageHead {
    private final VBox view = new VBox();
    private final Label title = new Label();
    private final FlowPane facts = new FlowPane(18, 4);
    private final Label warning = new Label();
    private final FlowPane actions = new FlowPane(8, 6);
    private final Texts texts;

    /** @param back shows the list again */
    public PageHead(Texts texts, Runnable back) {
        this.texts = texts;
        Button button = new Button(null, new FontIcon("fth-arrow-left"));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(texts.get("tip.with_key", texts.get("page.back"), DeskAction.CLOSE.keyText())));
        button.setAccessibleText(texts.get("page.back"));
        button.setOnAction(event -> back.run());
        title.getStyleClass().add("page-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        actions.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(actions, Priority.ALWAYS);
        HBox line = new HBox(8, button, title, actions);
        line.setAlignment(Pos.CENTER_LEFT);
        facts.getStyleClass().add("facts");
        warning.getStyleClass().add("trace");
        warning.setWrapText(true);
        warning.setMaxWidth(Double.MAX_VALUE);
        warning.visibleProperty().bind(warning.textProperty().isNotEmpty());
        warning.managedProperty().bind(warning.visibleProperty());
        view.getChildren().addAll(line, facts, warning);
        view.getStyleClass().add("page-head");
    }

    public Node view() {
        return view;
    }

    /** Adds a button at the right. */
    public Button action(String text, String icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        actions.getChildren().add(button);
        return button;
    }

    /** Adds the button that opens the record itself, to change it or only to read it. */
    public void open(boolean writes, Runnable open) {
        action(texts.get(writes ? "page.edit" : "page.read", DeskAction.EDIT.keyText()),
            writes ? "fth-edit-2" : "fth-file-text", open);
    }

    /** Adds the button that prints the record itself. */
    public void print(Runnable print) {
        action(texts.get("paper.page", DeskAction.PRINT.keyText()), "fth-printer", print);
    }

    /** Says what must be minded about this record; an empty text says nothing. */
    public void warn(String text) {
        warning.setText(text);
    }

    /**
     * Shows title and facts.
     *
     * @param values texts by label, in order; those without text are left out
     */
    public void show(String name, List<Map.Entry<String, String>> values) {
        title.setText(name);
        facts.getChildren().clear();
        values.stream().filter(fact -> !fact.getValue().isEmpty()).forEach(fact -> {
            Label label = new Label(fact.getKey());
            label.getStyleClass().add("quiet");
            HBox pair = new HBox(5, label, new Label(fact.getValue()));
            facts.getChildren().add(pair);
        });
    }
}
