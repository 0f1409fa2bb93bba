package org.shegong.app.shell;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.shegong.app.AppContext;
import org.shegong.app.tasks.Work;

/** The line at the bottom: saved or not, age of the last backup, next deadline; and work that is running. */
final class StatusBar {
    private final HBox view = new HBox();
    private final HBox running = new HBox(12);
    private final AppContext context;

    StatusBar(AppContext context, StatusLine line) {
        this.context = context;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        running.setAlignment(Pos.CENTER_RIGHT);
        Label backup = label("fth-hard-drive", line.backupProperty());
        line.backupOldProperty().subscribe(old -> mark(backup, old));
        view.getChildren().addAll(label("fth-check", line.savedProperty()), backup,
            label("fth-calendar", line.deadlineProperty()), space, running);
        view.setAlignment(Pos.CENTER_LEFT);
        view.getStyleClass().add("status-bar");
        context.tasks().visible().addListener((ListChangeListener<Work<?>>) change -> showRunning());
    }

    private static Label label(String icon, javafx.beans.value.ObservableValue<String> text) {
        Label label = new Label();
        label.setGraphic(new org.kordamp.ikonli.javafx.FontIcon(icon));
        label.textProperty().bind(text);
        return label;
    }

    private static void mark(Label label, boolean old) {
        label.getStyleClass().remove("trouble");
        if (old) {
            label.getStyleClass().add("trouble");
        }
    }

    private void showRunning() {
        running.getChildren().setAll(context.tasks().visible().stream()
            .map(work -> new RunningWork(work, context).view()).toList());
    }

    Node view() {
        return view;
    }
}
