package org.shegong.app.screens.upkeep;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.controls.merge.MergeCard;

/** The list of files that may be about the same person: each pair is merged, or said to be two people. */
final class DuplicatesPane {
    private final VBox view = new VBox(8);
    private final AppContext context;
    private final DuplicatesViewModel model;
    private final ListView<DuplicatesViewModel.Line> list;

    DuplicatesPane(AppContext context, DuplicatesViewModel model) {
        this.context = context;
        this.model = model;
        list = new ListView<>(model.lines());
        list.setId("duplicate-pairs");
        list.setCellFactory(cells -> new LineCell());
        Label none = new Label();
        none.textProperty().bind(Bindings.when(model.readingProperty()).then(context.texts().get("double.reading"))
            .otherwise(context.texts().get("double.none")));
        list.setPlaceholder(none);
        list.setOnKeyPressed(this::pressed);
        VBox.setVgrow(list, Priority.ALWAYS);
        Label help = new Label(context.texts().get("double.help"));
        help.getStyleClass().add("quiet");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        Label count = new Label();
        count.textProperty().bind(model.summaryProperty());
        count.visibleProperty().bind(model.summaryProperty().isNotEmpty());
        count.managedProperty().bind(count.visibleProperty());
        view.getChildren().addAll(help, count, list);
        view.getStyleClass().add("settings");
    }

    Node view() {
        return view;
    }

    void focus() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void pressed(KeyEvent event) {
        DuplicatesViewModel.Line line = list.getSelectionModel().getSelectedItem();
        if (line == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            merge(line);
        } else if (event.getCode() == KeyCode.DELETE && line.pair().shown()) {
            model.areDifferent(line);
        } else if (event.getCode() == KeyCode.F2) {
            model.open(line);
        } else {
            return;
        }
        event.consume();
    }

    private void merge(DuplicatesViewModel.Line line) {
        if (line.pair().shown()) {
            new MergeCard(context, line.pair().one(), line.pair().other()).show();
        } else {
            model.open(line);
        }
    }

    /** Why, the two files, and the two ways to decide. */
    private final class LineCell extends ListCell<DuplicatesViewModel.Line> {
        private final Label why = new Label();
        private final Label one = new Label();
        private final Label other = new Label();
        private final Button merge = button("double.merge", () -> merge(getItem()));
        private final Button different = button("double.different", () -> model.areDifferent(getItem()));
        private final HBox line = new HBox(12, why, one, other, merge, different);

        LineCell() {
            why.getStyleClass().add("duplicate-why");
            why.setMinWidth(Region.USE_PREF_SIZE);
            for (Label file : new Label[] {one, other}) {
                file.setMinWidth(0);
                file.setPrefWidth(0);
                file.setMaxWidth(Double.MAX_VALUE);
                HBox.setHgrow(file, Priority.ALWAYS);
            }
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMinWidth(0);
            setPrefWidth(0);
        }

        private Button button(String key, Runnable action) {
            Button made = new Button(context.texts().get(key));
            made.getStyleClass().add("small");
            made.setMinWidth(Region.USE_PREF_SIZE);
            made.setFocusTraversable(false);
            made.setOnAction(event -> action.run());
            return made;
        }

        @Override
        protected void updateItem(DuplicatesViewModel.Line item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : line);
            if (!empty) {
                why.setText(item.why());
                one.setText(item.one());
                other.setText(item.other());
                for (Button decision : new Button[] {merge, different}) {
                    decision.setVisible(item.pair().shown());
                    decision.setManaged(item.pair().shown());
                }
            }
        }
    }
}
