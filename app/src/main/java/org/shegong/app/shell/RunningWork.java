package org.shegong.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.tasks.Tasks;
import org.shegong.app.tasks.Work;

/** One piece of running work: a spinner first, after two seconds a bar and a way to cancel. */
final class RunningWork {
    private final HBox view = new HBox(8);

    RunningWork(Work<?> work, AppContext context) {
        ProgressIndicator spinner = new ProgressIndicator();
        spinner.getStyleClass().add("small-spinner");
        Label title = new Label(work.title());
        view.setAlignment(Pos.CENTER_RIGHT);
        view.getChildren().addAll(spinner, title);
        context.tasks().later(Tasks.BAR_AFTER.minus(Tasks.SHOW_AFTER), () -> {
            if (work.runningProperty().get()) {
                view.getChildren().setAll(title, message(work), bar(work), cancel(work, context));
            }
        });
    }

    private static Label message(Work<?> work) {
        Label label = new Label();
        label.textProperty().bind(work.messageProperty());
        label.getStyleClass().add("quiet");
        return label;
    }

    private static ProgressBar bar(Work<?> work) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(work.progressProperty());
        return bar;
    }

    private static Button cancel(Work<?> work, AppContext context) {
        Button cancel = new Button(context.texts().get("button.cancel"), new FontIcon("fth-x"));
        cancel.getStyleClass().addAll("flat", "small");
        cancel.setOnAction(event -> work.cancel());
        return cancel;
    }

    Node view() {
        return view;
    }
}
