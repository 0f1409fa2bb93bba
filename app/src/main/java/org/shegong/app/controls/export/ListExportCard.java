package org.shegong.app.controls.export;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.Overlays;
import org.shegong.app.i18n.Texts;

/** Asks how a list is to be exported. Enter exports, Esc leaves it. */
final class ListExportCard {
    private static final List<String> REASONS = List.of("listing.reason.import", "listing.reason.hand_in",
        "listing.reason.check");
    private final VBox view = new VBox(14);
    private final ListExportModel model;
    private final Texts texts;
    private final Overlays overlays;
    private final Button export;

    ListExportCard(ListExportModel model, Texts texts, Overlays overlays) {
        this.model = model;
        this.texts = texts;
        this.overlays = overlays;
        Label title = new Label(texts.get("listing.title", model.form().label()));
        title.getStyleClass().add("card-title");
        export = new Button(texts.get("listing.start"));
        export.getStyleClass().add("accent");
        export.setDefaultButton(true);
        export.setOnAction(event -> start());
        view.getChildren().add(title);
        if (model.hasLedger()) {
            view.getChildren().add(shapes());
        }
        view.getChildren().addAll(masks(), reason(), withdrawn(), new FolderLine(model.folder(), texts, overlays).view(), problem(),
            buttons());
        view.getStyleClass().add("card");
    }

    Node view() {
        return view;
    }

    Node firstFocus() {
        return export;
    }

    private void start() {
        if (model.start()) {
            overlays.close();
        }
    }

    private Node shapes() {
        ToggleGroup group = new ToggleGroup();
        RadioButton list = radio("listing.as_shown", group, model.lines());
        list.setSelected(model.shapeProperty().get() == ListExportModel.Shape.AS_SHOWN);
        RadioButton ledger = radio("listing.ledger", group, model.monthWords().isEmpty()
            ? texts.get("listing.all_time") : model.monthWords());
        ledger.selectedProperty().addListener((property, before, on) -> model.shapeProperty()
            .set(on ? ListExportModel.Shape.LEDGER : ListExportModel.Shape.AS_SHOWN));
        return new VBox(6, list, ledger);
    }

    private Node masks() {
        ToggleGroup group = new ToggleGroup();
        RadioButton masked = radio("listing.masked", group);
        masked.setSelected(true);
        RadioButton plain = radio("listing.plain", group);
        plain.selectedProperty().bindBidirectional(model.plainProperty());
        Label note = new Label();
        note.textProperty().bind(Bindings.createStringBinding(this::note, model.plainProperty(),
            model.shapeProperty()));
        note.setWrapText(true);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        note.getStyleClass().add("quiet");
        return new VBox(6, masked, plain, note);
    }

    private String note() {
        if (model.shapeProperty().get() != ListExportModel.Shape.LEDGER) {
            return "";
        }
        return texts.get(model.plainProperty().get() ? "listing.ledger_plain" : "listing.ledger_masked");
    }

    private RadioButton radio(String key, ToggleGroup group, Object... args) {
        RadioButton button = new RadioButton(texts.get(key, args));
        button.setWrapText(true);
        button.setToggleGroup(group);
        return button;
    }

    private Node reason() {
        TextField field = new TextField();
        field.setPromptText(texts.get("listing.reason"));
        field.textProperty().bindBidirectional(model.reasonProperty());
        FlowPane usual = new FlowPane(6, 6);
        for (String key : REASONS) {
            Button choice = new Button(texts.get(key));
            choice.getStyleClass().add("small");
            choice.setOnAction(event -> model.reasonProperty().set(choice.getText()));
            usual.getChildren().add(choice);
        }
        VBox box = new VBox(6, new Label(texts.get("listing.reason")), field, usual);
        box.visibleProperty().bind(model.plainProperty());
        box.managedProperty().bind(model.plainProperty());
        box.visibleProperty().addListener((property, before, on) -> {
            if (on) {
                field.requestFocus();
            }
        });
        return box;
    }

    private Node withdrawn() {
        Label warning = new Label();
        warning.setWrapText(true);
        warning.getStyleClass().add("trace");
        warning.setVisible(false);
        warning.managedProperty().bind(warning.visibleProperty());
        model.withdrawn().onSuccess(count -> {
            warning.setVisible(count > 0);
            warning.setText(texts.get("consent.printed", count));
        }).start();
        return warning;
    }

    private Node problem() {
        Label problem = new Label();
        problem.textProperty().bind(model.problemProperty());
        problem.setWrapText(true);
        problem.getStyleClass().add("trouble");
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private Node buttons() {
        Button cancel = new Button(texts.get("button.cancel"));
        cancel.setOnAction(event -> overlays.close());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(8, space, cancel, export);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }
}
