package org.shegong.app.screens.upkeep;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.controls.trail.StepWords;

/** The list of what was done lately; each line can be taken back, done again, or opened. */
final class RecentPane {
    private final VBox view = new VBox(8);
    private final AppContext context;
    private final RecentViewModel model;
    private final ListView<StepWords.Line> list;

    RecentPane(AppContext context, RecentViewModel model) {
        this.context = context;
        this.model = model;
        list = new ListView<>(model.lines());
        list.setId("recent-steps");
        list.setCellFactory(cells -> new LineCell());
        list.setPlaceholder(new Label(context.texts().get("recent.none")));
        list.setOnKeyPressed(event -> {
            StepWords.Line line = list.getSelectionModel().getSelectedItem();
            if (line != null && event.getCode() == KeyCode.ENTER) {
                model.open(line);
            } else if (line != null && event.getCode() == KeyCode.DELETE && !model.buttonKey(line).isEmpty()) {
                model.reverse(line);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Label help = new Label(context.texts().get("recent.help"));
        help.getStyleClass().add("quiet");
        help.setWrapText(true);
        Button more = new Button(context.texts().get("recent.more"));
        more.visibleProperty().bind(model.moreProperty());
        more.managedProperty().bind(more.visibleProperty());
        more.setOnAction(event -> model.loadMore());
        view.getChildren().addAll(help, list, more);
        view.getStyleClass().add("settings");
    }

    Node view() {
        return view;
    }

    void focus() {
        list.requestFocus();
    }

    /** When, who, what, on which computer, and the button. */
    private final class LineCell extends ListCell<StepWords.Line> {
        private final Label when = new Label();
        private final Label who = new Label();
        private final Label what = new Label();
        private final Label device = new Label();
        private final Label gone = new Label(context.texts().get("recent.undone"));
        private final Button reverse = new Button();
        private final HBox line = new HBox(12, when, who, what, device, gone, reverse);

        LineCell() {
            when.getStyleClass().add("quiet");
            device.getStyleClass().add("quiet");
            gone.getStyleClass().add("quiet");
            for (Region fixed : new Region[] {when, who, device, gone, reverse}) {
                fixed.setMinWidth(Region.USE_PREF_SIZE);
            }
            what.setMinWidth(0);
            what.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(what, Priority.ALWAYS);
            reverse.getStyleClass().add("small");
            reverse.setFocusTraversable(false);
            reverse.setOnAction(event -> model.reverse(getItem()));
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(StepWords.Line item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : line);
            if (!empty) {
                when.setText(item.when());
                who.setText(item.who());
                what.setText(item.what());
                device.setText(item.device());
                String key = model.buttonKey(item);
                reverse.setText(key.isEmpty() ? "" : context.texts().get(key));
                reverse.setVisible(!key.isEmpty());
                reverse.setManaged(!key.isEmpty());
                gone.setVisible(key.isEmpty());
                gone.setManaged(key.isEmpty());
            }
        }
    }
}
