package org.shegong.app.screens.upkeep;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;

/** The recycle bin: choose a form, bring records back. */
final class BinPane {
    private final VBox view = new VBox(8);
    private final FlowPane kinds = new FlowPane(6, 6);
    private final AppContext context;
    private final BinViewModel model;
    private final ListView<BinViewModel.Line> list;

    BinPane(AppContext context, BinViewModel model) {
        this.context = context;
        this.model = model;
        list = new ListView<>(model.lines());
        list.setId("bin-records");
        list.setCellFactory(cells -> new LineCell());
        Label none = new Label();
        none.textProperty().bind(Bindings.when(model.readingProperty()).then(context.texts().get("bin.reading"))
            .otherwise(context.texts().get("bin.none")));
        list.setPlaceholder(none);
        list.setOnKeyPressed(event -> {
            BinViewModel.Line line = list.getSelectionModel().getSelectedItem();
            if (line != null && event.getCode() == KeyCode.ENTER) {
                model.restore(line);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Label help = new Label(context.texts().get("bin.help"));
        help.getStyleClass().add("quiet");
        help.setWrapText(true);
        model.countsProperty().addListener((o, before, now) -> showKinds(now));
        view.getChildren().addAll(help, kinds, list);
        view.getStyleClass().add("settings");
    }

    Node view() {
        return view;
    }

    private void showKinds(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        kinds.getChildren().setAll(kind("", context.texts().get("bin.all", all)));
        counts.forEach((form, count) -> kinds.getChildren().add(kind(form, context.texts().get("bin.kind",
            context.station().forms().form(form).label(), count))));
    }

    private ToggleButton kind(String form, String text) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add("small");
        button.setSelected(model.form().equals(form));
        button.setOnAction(event -> model.show(form));
        return button;
    }

    /** Kind, name, who put it there when and why, and the button. */
    private final class LineCell extends ListCell<BinViewModel.Line> {
        private final Label kind = new Label();
        private final Label name = new Label();
        private final Label why = new Label();
        private final Button restore = new Button(context.texts().get("bin.restore"));
        private final HBox line = new HBox(12, kind, name, why, restore);

        LineCell() {
            kind.getStyleClass().add("timeline-kind");
            why.getStyleClass().add("quiet");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            restore.setMinWidth(Region.USE_PREF_SIZE);
            why.setMinWidth(Region.USE_PREF_SIZE);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            restore.getStyleClass().add("small");
            restore.setFocusTraversable(false);
            restore.setOnAction(event -> model.restore(getItem()));
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(BinViewModel.Line item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : line);
            if (!empty) {
                kind.setText(item.kind());
                name.setText(item.name());
                why.setText(context.texts().get(item.reason().isEmpty() ? "bin.why.unknown" : "bin.why", item.when(),
                    item.who(), item.reason()));
            }
        }
    }
}
