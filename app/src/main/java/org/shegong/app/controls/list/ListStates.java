package org.shegong.app.controls.list;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.tasks.Tasks;

/** What stands in the place of the lines while there are none: reading, empty, nothing found, failed. */
final class ListStates {
    private final StackPane view = new StackPane();
    private final AppContext context;
    private final RecordListModel model;
    private final Runnable make;

    /** @param make starts a new record; null when this list makes none */
    ListStates(AppContext context, RecordListModel model, Runnable make) {
        this.context = context;
        this.model = model;
        this.make = make;
        view.getStyleClass().add("list-state");
        model.stateProperty().addListener((property, before, state) -> show(state));
        show(model.stateProperty().get());
    }

    Node view() {
        return view;
    }

    private void show(RecordListModel.State state) {
        view.setVisible(state != RecordListModel.State.READY);
        switch (state) {
            case LOADING -> loading();
            case EMPTY -> view.getChildren().setAll(empty());
            case NOTHING_FOUND -> view.getChildren().setAll(nothingFound());
            case FAILED -> view.getChildren().setAll(failed());
            default -> view.getChildren().clear();
        }
    }

    private void loading() {
        view.getChildren().clear();
        context.tasks().later(Tasks.SHOW_AFTER, () -> {
            if (model.stateProperty().get() == RecordListModel.State.LOADING) {
                view.getChildren().setAll(new ProgressIndicator());
            }
        });
    }

    private Node empty() {
        String what = model.form().label();
        VBox box = box("fth-inbox", context.texts().get("list.empty", what),
            make == null || model.form().source().isEmpty() ? "" : context.texts().get("list.empty_source", model.form().title()));
        if (make != null) {
            Button create = button(context.texts().get("list.make", what, DeskAction.NEW.keyText()), "fth-plus", make);
            create.getStyleClass().add("accent");
            Button bring = button(context.texts().get("list.import"), "fth-upload",
                () -> context.navigator().open("import"));
            HBox ways = new HBox(8, create, bring);
            ways.setAlignment(Pos.CENTER);
            box.getChildren().add(ways);
        }
        return box;
    }

    private Node nothingFound() {
        boolean month = model.isMonthly() && model.monthProperty().get() != null;
        VBox box = box("fth-search", context.texts().get(model.recycledProperty().get() ? "list.bin_empty"
            : "list.nothing_found", model.form().label()), "");
        HBox ways = new HBox(8);
        ways.setAlignment(Pos.CENTER);
        if (!model.searchProperty().get().isEmpty() || !model.filters().isEmpty()) {
            ways.getChildren().add(button(context.texts().get("list.show_all"), "fth-x", this::widen));
        }
        if (month) {
            ways.getChildren().add(button(context.texts().get("list.all_months"), "fth-calendar",
                () -> model.monthProperty().set(null)));
        }
        if (make != null && !model.recycledProperty().get()) {
            ways.getChildren().add(button(context.texts().get("list.make", model.form().label(),
                DeskAction.NEW.keyText()), "fth-plus", make));
        }
        box.getChildren().add(ways);
        return box;
    }

    private void widen() {
        model.searchProperty().set("");
        model.filters().clear();
    }

    private Node failed() {
        VBox box = box("fth-alert-triangle", context.texts().get("list.failed"),
            context.texts().get("list.failed_safe"));
        HBox ways = new HBox(8, button(context.texts().get("list.retry"), "fth-refresh-cw", model::reload),
            button(context.texts().get("list.details"), "fth-info",
                () -> context.overlays().error(model.failure())));
        ways.setAlignment(Pos.CENTER);
        box.getChildren().add(ways);
        return box;
    }

    private static VBox box(String icon, String headline, String more) {
        Label heading = new Label(headline);
        heading.getStyleClass().add("state-title");
        VBox box = new VBox(12, new FontIcon(icon), heading);
        if (!more.isEmpty()) {
            Label text = new Label(more);
            text.getStyleClass().add("quiet");
            text.setWrapText(true);
            box.getChildren().add(text);
        }
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("state-box");
        return box;
    }

    private static Button button(String text, String icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setOnAction(event -> action.run());
        return button;
    }
}
