package org.shegong.app.screens.report;

import java.math.BigDecimal;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.catalogue.ReportRows;
import org.shegong.reports.catalogue.SupervisorSheet;

/** The supervisor's monthly sheet: who, the figures, and the texts typed on it. */
final class SupervisorTab {
    private static final int LINES = 3;
    private static final String NOT_APPLICABLE = "\u2014";
    private final BorderPane view = new BorderPane();
    private final VBox body = new VBox(14);
    private final ChoiceBox<SupervisorSheet> choice = new ChoiceBox<>();
    private final HBox standard = new HBox(6);
    private final GridPane figures = new GridPane();
    private final Label unregistered = Parts.label("", "trace");
    private final Texts texts;
    private final SupervisorViewModel model;
    private final AppContext context;
    private boolean choosing;

    SupervisorTab(AppContext context, SupervisorViewModel model) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        figures.getStyleClass().add("supervisor-figures");
        unregistered.managedProperty().bind(unregistered.visibleProperty());
        choice.setConverter(new Names());
        choice.valueProperty().addListener((property, before, sheet) -> {
            if (!choosing && sheet != null) {
                model.chosenProperty().set(sheet);
            }
        });
        standard.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(10, Parts.fixed(texts.get("supervisor.choose")), choice, standard);
        head.setAlignment(Pos.CENTER_LEFT);
        body.getChildren().addAll(head, unregistered, columns());
        body.getStyleClass().add("tab-body");
        model.chosenProperty().addListener((property, before, sheet) -> show(sheet));
        model.busyProperty().addListener((property, was, is) -> show(model.chosenProperty().get()));
        show(null);
    }

    private Node columns() {
        VBox written = new VBox(4);
        SupervisorViewModel.TEXTS.forEach(key -> {
            TextArea area = new TextArea();
            area.setWrapText(true);
            area.setPrefRowCount(LINES);
            area.textProperty().bindBidirectional(model.text(key));
            area.disableProperty().bind(unregistered.visibleProperty());
            area.setId("supervisor-text-" + key);
            if (key.equals("topics")) {
                area.setPromptText(texts.get("supervisor.topics.prompt"));
            }
            TextsPane.letTabThrough(area);
            written.getChildren().addAll(Parts.label(texts.get("supervisor.text." + key), "field-label"), area);
        });
        HBox.setHgrow(written, Priority.ALWAYS);
        figures.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return new HBox(24, figures, written);
    }

    Node view() {
        return view;
    }

    private void show(SupervisorSheet sheet) {
        if (sheet == null) {
            view.setCenter(model.busyProperty().get() ? Parts.waiting(texts.get("report.loading")) : nobody());
            return;
        }
        choosing = true;
        choice.getItems().setAll(model.sheets());
        choice.setValue(sheet);
        choosing = false;
        standard.getChildren().setAll(new FontIcon(sheet.met() ? "fth-check" : "fth-alert-triangle"),
            Parts.fixed(texts.get(sheet.met() ? "supervisor.met" : "supervisor.not_met"),
                sheet.met() ? "quiet" : "warn-text"));
        unregistered.setText(texts.get("supervisor.unregistered", sheet.name()));
        unregistered.setVisible(!model.editable());
        fill(sheet);
        if (!(view.getCenter() instanceof ScrollPane)) {
            ScrollPane scroll = new ScrollPane(body);
            scroll.setFitToWidth(true);
            view.setCenter(scroll);
        }
    }

    private Node nobody() {
        return Parts.state("fth-compass", texts.get("supervisor.none"), texts.get("supervisor.none.hint"),
            Parts.button(texts.get("supervisor.register"), "fth-plus",
                () -> context.navigator().newRecord("supervisor", Map.of())));
    }

    private void fill(SupervisorSheet sheet) {
        figures.getChildren().clear();
        figures.addRow(0, Parts.fixed(texts.get("supervisor.column.code"), "quiet"),
            Parts.fixed(texts.get("supervisor.column.label"), "quiet"),
            Parts.fixed(texts.get("supervisor.column.value"), "quiet"),
            Parts.fixed(texts.get("supervisor.column.unit"), "quiet"));
        ReportRows rows = model.reading().report().rows();
        int line = 1;
        for (Map.Entry<String, BigDecimal> figure : sheet.figures().entrySet()) {
            BigDecimal value = figure.getValue();
            Label number = Parts.fixed(value == null ? NOT_APPLICABLE : value.toPlainString(), "figure");
            GridPane.setHalignment(number, javafx.geometry.HPos.RIGHT);
            boolean part = figure.getKey().contains(".");
            Label label = Parts.fixed(rows.label(figure.getKey()));
            if (rows.row(figure.getKey()).map(row -> row.indent()).orElse(0) > 0) {
                label.getStyleClass().add("sub-figure");
            }
            figures.addRow(line++, Parts.fixed(part ? "" : figure.getKey(), "quiet"), label, number,
                Parts.fixed(rows.row(figure.getKey()).map(row -> row.unit()).orElse(""), "quiet"));
        }
    }

    /** Supervisors by name. */
    private final class Names extends StringConverter<SupervisorSheet> {
        @Override
        public String toString(SupervisorSheet sheet) {
            return sheet == null ? "" : sheet.name();
        }

        @Override
        public SupervisorSheet fromString(String name) {
            return model.sheets().stream().filter(sheet -> sheet.name().equals(name)).findFirst().orElse(null);
        }
    }
}
