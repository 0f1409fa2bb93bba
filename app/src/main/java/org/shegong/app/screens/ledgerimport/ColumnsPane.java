package org.shegong.app.screens.ledgerimport;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.ledger.LedgerFile;
import org.shegong.reports.ledger.recognise.LedgerField;
import org.shegong.reports.ledger.recognise.LedgerKind;

/** The second step: what each sheet is and what each of its columns means; everything can be changed. */
final class ColumnsPane {
    private final BorderPane view = new BorderPane();
    private final ListView<SheetChoice> sheets = new ListView<>();
    private final VBox detail = new VBox(10);
    private final Texts texts;
    private final ImportViewModel model;
    private boolean changing;

    ColumnsPane(Texts texts, ImportViewModel model) {
        this.texts = texts;
        this.model = model;
        sheets.setCellFactory(list -> new SheetCell());
        sheets.getStyleClass().add("sheet-list");
        sheets.setId("import-sheets");
        sheets.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!changing) {
                show(now);
            }
        });
        detail.getStyleClass().add("sheet-detail");
        ScrollPane scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        view.setTop(Wizard.label(texts.get("import.columns.text"), "quiet", "step-text"));
        view.setLeft(sheets);
        view.setCenter(scroll);
        model.files().addListener((ListChangeListener<LedgerFile>) change -> reload());
    }

    Node view() {
        return view;
    }

    void focus() {
        reload();
        sheets.requestFocus();
    }

    private void reload() {
        int selected = Math.max(0, sheets.getSelectionModel().getSelectedIndex());
        changing = true;
        List<SheetChoice> all = model.sheets();
        sheets.getItems().setAll(all);
        sheets.getSelectionModel().select(Math.min(selected, all.size() - 1));
        changing = false;
        show(sheets.getSelectionModel().getSelectedItem());
    }

    private void show(SheetChoice sheet) {
        detail.getChildren().clear();
        if (sheet == null) {
            return;
        }
        HBox head = new HBox(10, Wizard.fixed(texts.get("import.kind")), kinds(sheet));
        head.setAlignment(Pos.CENTER_LEFT);
        sheet.chosen().ifPresent(mapping -> {
            Spinner<Integer> row = new Spinner<>(1, Math.max(1, sheet.lastRow()), mapping.firstRow());
            row.getStyleClass().add("header-row");
            row.valueProperty().addListener((property, before, now) -> model.chooseHeader(sheet, now));
            head.getChildren().addAll(Wizard.fixed(texts.get("import.header")), row);
        });
        detail.getChildren().add(head);
        List<String> missing = sheet.missing(model.words());
        if (!missing.isEmpty()) {
            detail.getChildren().add(Wizard.label(texts.get("import.missing",
                String.join(texts.get("import.join"), missing)), "trace"));
        }
        if (sheet.mapping() != null) {
            detail.getChildren().add(columns(sheet));
        }
    }

    private ChoiceBox<LedgerKind> kinds(SheetChoice sheet) {
        ChoiceBox<LedgerKind> choice = new ChoiceBox<>();
        List<LedgerKind> kinds = new ArrayList<>();
        kinds.add(null);
        model.words().kinds().forEach(spec -> kinds.add(spec.kind()));
        choice.setItems(FXCollections.observableArrayList(kinds));
        choice.setConverter(new Named<>(kind -> Wizard.kind(texts, kind)));
        choice.setValue(sheet.mapping() == null ? null : sheet.mapping().kind());
        choice.setId("import-kind");
        choice.valueProperty().addListener((property, before, kind) -> model.chooseKind(sheet, kind));
        return choice;
    }

    private Node columns(SheetChoice sheet) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("column-grid");
        ColumnConstraints heading = new ColumnConstraints();
        heading.setPercentWidth(26);
        ColumnConstraints field = new ColumnConstraints();
        field.setPercentWidth(28);
        ColumnConstraints sample = new ColumnConstraints();
        sample.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(heading, field, sample);
        grid.addRow(0, Wizard.fixed(texts.get("import.column.heading"), "grid-head"),
            Wizard.fixed(texts.get("import.column.field"), "grid-head"),
            Wizard.fixed(texts.get("import.column.sample"), "grid-head"));
        List<SheetChoice.Column> columns = sheet.columns();
        for (int i = 0; i < columns.size(); i++) {
            SheetChoice.Column column = columns.get(i);
            Label values = new Label(column.sample());
            values.getStyleClass().add("quiet");
            grid.addRow(i + 1, Wizard.label(column.heading()), fields(sheet, column), values);
        }
        return grid;
    }

    private ChoiceBox<String> fields(SheetChoice sheet, SheetChoice.Column column) {
        ChoiceBox<String> choice = new ChoiceBox<>();
        List<String> keys = new ArrayList<>(List.of(""));
        List<LedgerField> known = model.words().kind(sheet.mapping().kind()).fields();
        known.forEach(field -> keys.add(field.key()));
        choice.setItems(FXCollections.observableArrayList(keys));
        choice.setConverter(new Named<>(key -> known.stream().filter(field -> field.key().equals(key)).findFirst()
            .map(field -> field.required() ? texts.get("import.column.required", field.heading()) : field.heading())
            .orElse(texts.get("import.column.ignored"))));
        choice.setValue(column.field());
        choice.setMaxWidth(Double.MAX_VALUE);
        if (column.field().isEmpty()) {
            choice.getStyleClass().add("ignored");
        }
        choice.valueProperty().addListener((property, before, key) -> model.chooseField(sheet, column, key));
        return choice;
    }

    /** File and sheet, and what it is taken for. */
    private final class SheetCell extends ListCell<SheetChoice> {
        @Override
        protected void updateItem(SheetChoice sheet, boolean empty) {
            super.updateItem(sheet, empty);
            if (empty || sheet == null) {
                setGraphic(null);
                return;
            }
            boolean known = sheet.mapping() != null;
            boolean lacking = known && !sheet.missing(model.words()).isEmpty();
            FontIcon icon = new FontIcon(!known ? "fth-minus-circle" : lacking ? "fth-alert-triangle" : "fth-check");
            Label kind = new Label(known ? Wizard.kind(texts, sheet.mapping().kind()) : texts.get("import.sheet.unknown"));
            HBox top = new HBox(6, icon, kind, Wizard.space(),
                Wizard.fixed(texts.get("import.sheet.rows", sheet.rows()), "quiet"));
            top.setAlignment(Pos.CENTER_LEFT);
            Label place = new Label(sheet.fileName() + " · " + sheet.grid().name());
            place.getStyleClass().add("quiet");
            setGraphic(new VBox(2, top, place));
        }
    }
}
