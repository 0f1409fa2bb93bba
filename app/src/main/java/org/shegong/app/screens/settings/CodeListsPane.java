package org.shegong.app.screens.settings;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.db.codes.Code;

/** Code lists at the left, their entries at the right: tick what is offered, add what is missing. */
final class CodeListsPane {
    private final HBox view = new HBox(12);
    private final AppContext context;
    private final CodeListsViewModel model;

    CodeListsPane(AppContext context) {
        this.context = context;
        this.model = new CodeListsViewModel(context);
        ListView<Map.Entry<String, String>> lists = new ListView<>();
        lists.getItems().setAll(model.titles().entrySet());
        lists.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(Map.Entry<String, String> entry, boolean empty) {
                super.updateItem(entry, empty);
                setText(empty ? null : entry.getValue());
            }
        });
        lists.getSelectionModel().selectedItemProperty().addListener((property, before, entry) -> {
            if (entry != null) {
                model.show(entry.getKey());
            }
        });
        lists.getStyleClass().add("code-lists");
        lists.getSelectionModel().selectFirst();
        model.onRefused(result -> context.overlays().toast(context.texts().get("codes.refused")));
        Node entries = entries();
        HBox.setHgrow(entries, Priority.ALWAYS);
        view.getChildren().addAll(lists, entries);
        view.getStyleClass().add("settings");
    }

    Node view() {
        return view;
    }

    private Node entries() {
        ListView<Code> codes = new ListView<>(model.codes());
        codes.setCellFactory(list -> new CodeCell());
        VBox.setVgrow(codes, Priority.ALWAYS);
        TextField label = new TextField();
        label.setPromptText(context.texts().get("codes.new_prompt"));
        HBox.setHgrow(label, Priority.ALWAYS);
        Button add = new Button(context.texts().get("codes.add"), new FontIcon("fth-plus"));
        add.disableProperty().bind(model.savingProperty().or(Bindings.createBooleanBinding(
            () -> label.getText().isBlank(), label.textProperty())));
        add.setOnAction(event -> model.add(label.getText(), () -> {
            label.clear();
            codes.getSelectionModel().selectLast();
            codes.scrollTo(codes.getItems().size() - 1);
        }));
        label.setOnAction(event -> add.fire());
        Label text = new Label(context.texts().get("codes.text"));
        text.getStyleClass().add("quiet");
        text.setWrapText(true);
        HBox line = new HBox(8, label, add);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, text, codes, line);
    }

    /** One entry: offered or not, code, label, and whether it is the station's own. */
    private final class CodeCell extends ListCell<Code> {
        private final CheckBox offered = new CheckBox();
        private final Label own = new Label(context.texts().get("codes.own"));

        CodeCell() {
            own.getStyleClass().addAll("mark", "mark-draft");
            offered.setOnAction(event -> model.enable(getItem(), offered.isSelected()));
        }

        @Override
        protected void updateItem(Code code, boolean empty) {
            super.updateItem(code, empty);
            setGraphic(null);
            if (!empty) {
                offered.setSelected(code.enabled());
                offered.setText(context.texts().get("codes.line", code.code(), code.label()));
                own.setVisible(CodeListsViewModel.isOwn(code));
                HBox line = new HBox(10, offered, own);
                line.setAlignment(Pos.CENTER_LEFT);
                setGraphic(line);
            }
        }
    }
}
