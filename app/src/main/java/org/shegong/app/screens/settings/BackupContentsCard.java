package org.shegong.app.screens.settings;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.i18n.Texts;

/**
 * Shows what a backup holds beside what there is now: as the outcome of a rehearsal, or before it replaces the
 * station. When records would go missing, their number has to be typed first.
 */
final class BackupContentsCard {
    private final VBox view = new VBox(12);
    private final Texts texts;
    private final BackupContents.Usable contents;
    private Node firstFocus;

    private BackupContentsCard(AppContext context, BackupContents.Usable contents, String title, String text) {
        this.texts = context.texts();
        this.contents = contents;
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        view.getChildren().addAll(heading, wrapped(texts.get("contents.from", contents.manifest().station(),
            BackupContents.TIME.format(contents.manifest().createdAt()), contents.file().getFileName())),
            wrapped(text), table(), wrapped(newest()));
        view.getStyleClass().addAll("card", "backup-contents");
    }

    /** The outcome of a rehearsal. */
    static BackupContentsCard rehearsal(AppContext context, BackupContents.Usable contents, Runnable onClose) {
        BackupContentsCard card = new BackupContentsCard(context, contents, context.texts().get("rehearsal.done"),
            context.texts().get("rehearsal.sound"));
        Button close = new Button(context.texts().get("button.close"));
        close.setOnAction(event -> onClose.run());
        card.buttons(close);
        card.firstFocus = close;
        return card;
    }

    /** The question before restoring. */
    static BackupContentsCard restore(AppContext context, BackupContents.Usable contents, Runnable onCancel,
                                      Runnable onRestore) {
        BackupContentsCard card = new BackupContentsCard(context, contents,
            context.texts().get("backup.confirm_title"), loss(context.texts(), contents));
        Button cancel = new Button(context.texts().get("button.cancel"));
        cancel.setOnAction(event -> onCancel.run());
        Button restore = new Button(context.texts().get("backup.confirm"));
        restore.getStyleClass().addAll("danger", "restore-now");
        restore.setOnAction(event -> onRestore.run());
        card.firstFocus = cancel;
        if (contents.recordsLost() > 0) {
            card.askForNumber(restore);
        }
        card.buttons(cancel, restore);
        return card;
    }

    private static String loss(Texts texts, BackupContents.Usable contents) {
        String kept = texts.get("restore.kept");
        return contents.recordsLost() > 0 ? texts.get("restore.lost", contents.recordsLost(), contents.stepsLost())
            + kept : contents.stepsLost() > 0 ? texts.get("restore.steps_lost", contents.stepsLost()) + kept
            : texts.get("restore.nothing_lost") + kept;
    }

    private void askForNumber(Button restore) {
        String wanted = String.valueOf(contents.recordsLost());
        TextField typed = new TextField();
        typed.getStyleClass().add("lost-number");
        typed.setMaxWidth(120);
        restore.disableProperty().bind(typed.textProperty().map(text -> !wanted.equals(text.strip())));
        Label words = wrapped(texts.get("restore.type", wanted));
        words.setLabelFor(typed);
        view.getChildren().addAll(words, typed);
        firstFocus = typed;
    }

    private Node table() {
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(4);
        grid.getColumnConstraints().setAll(new ColumnConstraints(140), number(), number());
        grid.addRow(0, quiet("contents.form"), quiet("contents.inside"), quiet("contents.now"));
        int row = 1;
        for (BackupContents.Line line : contents.lines()) {
            Label inside = new Label(String.valueOf(line.inside()));
            if (line.inside() < line.now()) {
                inside.getStyleClass().add("trouble");
            }
            grid.addRow(row++, new Label(line.label()), inside, new Label(String.valueOf(line.now())));
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(260);
        scroll.setPrefViewportHeight(Math.min(240, 28 * row));
        scroll.setMinHeight(90);
        return scroll;
    }

    private static ColumnConstraints number() {
        ColumnConstraints column = new ColumnConstraints(80);
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    private Label quiet(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("quiet");
        return label;
    }

    private String newest() {
        return contents.newest().isEmpty() ? texts.get("contents.no_work")
            : texts.get("contents.newest") + "\n" + String.join("\n", contents.newest());
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    private void buttons(Button... buttons) {
        HBox line = new HBox(8, buttons);
        line.setAlignment(Pos.CENTER_RIGHT);
        view.getChildren().add(line);
    }

    Node view() {
        return view;
    }

    Node firstFocus() {
        return firstFocus;
    }
}
