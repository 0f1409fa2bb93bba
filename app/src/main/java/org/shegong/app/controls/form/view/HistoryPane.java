package org.shegong.app.controls.form.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.controls.form.model.FormDesk;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.form.model.HistoryWords;

/** What happened to one record: who changed which field from what to what, when, on which computer. */
public final class HistoryPane extends BorderPane {
    private static final String NONE = "\u2014";
    private final FormTexts texts;
    private final VBox lines = new VBox();

    /**
     * @param back run by the back arrow and Esc; null leaves both away
     */
    public HistoryPane(FormDesk desk, String formKey, String id, Runnable back) {
        this.texts = desk.texts();
        getStyleClass().addAll("form-panel", "history-pane");
        lines.getStyleClass().add("form-content");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        if (back != null) {
            setTop(header(back));
            addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    event.consume();
                    back.run();
                }
            });
        }
        lines.getChildren().add(new Label(texts.text("form.loading")));
        HistoryWords words = new HistoryWords(desk.station(), texts);
        desk.background().run(() -> words.of(formKey, id), this::show,
            failure -> lines.getChildren().setAll(new Label(texts.failure(failure))));
    }

    private Node header(Runnable back) {
        Button arrow = new Button("", new FontIcon(Feather.ARROW_LEFT));
        arrow.getStyleClass().addAll("flat", "button-icon");
        arrow.setTooltip(new Tooltip(texts.text("form.back")));
        arrow.setAccessibleText(texts.text("form.back"));
        arrow.setOnAction(event -> back.run());
        Label title = new Label(texts.text("form.history"));
        title.getStyleClass().add("form-title");
        HBox header = new HBox(arrow, title);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("form-header");
        sceneProperty().addListener((o, before, now) -> {
            if (now != null) {
                arrow.requestFocus();
            }
        });
        return header;
    }

    private void show(List<HistoryWords.Line> all) {
        lines.getChildren().clear();
        if (all.isEmpty()) {
            lines.getChildren().add(new Label(texts.text("history.none")));
        }
        all.forEach(line -> lines.getChildren().add(line(line)));
    }

    private Node line(HistoryWords.Line line) {
        Label head = new Label(texts.text("history.line", line.when(), line.who(), line.what()));
        head.getStyleClass().add("field-label");
        Label device = new Label(line.device());
        device.getStyleClass().add("field-hint");
        VBox box = new VBox(3, head, device);
        box.getStyleClass().add("history-line");
        line.changes().forEach(change -> box.getChildren().add(change(change)));
        return box;
    }

    private Label change(HistoryWords.Change change) {
        String before = change.before();
        Label label = new Label(before.isEmpty() ? texts.text("history.set", change.label(), or(change.after()))
            : texts.text("history.change", change.label(), before, or(change.after())));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static String or(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
