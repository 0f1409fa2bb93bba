package org.shegong.app.screens.ledgerimport;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.geometry.Orientation;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.shegong.app.i18n.Texts;
import org.shegong.app.screens.ledgerimport.RemarkRow.SheetRow;
import org.shegong.reports.ledger.ImportSummary;
import org.shegong.reports.ledger.SheetReport;

/** The third step: what would become of every row, with the reason of each refusal. */
final class PreviewPane {
    private static final double SHEETS_SHARE = 0.42;
    private static final double LINE_EM = 2.15;
    private final BorderPane view = new BorderPane();
    private final TableView<SheetRow> sheets = new TableView<>();
    private final TableView<RemarkRow> refused = new TableView<>();
    private final TableView<RemarkRow> remarks = new TableView<>();
    private final Tab refusedTab = new Tab();
    private final Tab remarksTab = new Tab();
    private final Label summaryLine = Wizard.label("", "step-text");
    private final Texts texts;
    private final ReadOnlyIntegerProperty fontSize;

    PreviewPane(Texts texts, ReadOnlyIntegerProperty fontSize) {
        this.texts = texts;
        this.fontSize = fontSize;
        sheetColumns();
        remarkColumns(refused, "import.preview.no_refused");
        remarkColumns(remarks, "import.preview.no_remarks");
        refused.setId("import-refused");
        refusedTab.setContent(refused);
        remarksTab.setContent(remarks);
        TabPane tabs = new TabPane(refusedTab, remarksTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        SplitPane split = new SplitPane(sheets, tabs);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(SHEETS_SHARE);
        view.setTop(summaryLine);
        view.setCenter(split);
        sheets.getSelectionModel().selectedItemProperty().addListener((property, before, row) ->
            details(row == null ? List.copyOf(sheets.getItems()) : List.of(row)));
    }

    Node view() {
        return view;
    }

    void focus() {
        sheets.requestFocus();
    }

    void show(ImportSummary summary) {
        List<SheetRow> rows = SheetRow.of(summary);
        sheets.getItems().setAll(rows);
        sheets.getSelectionModel().clearSelection();
        details(rows);
        summaryLine.setText(texts.get("import.preview.summary", sum(rows, SheetReport::rows),
            sum(rows, SheetReport::accepted), sum(rows, SheetReport::updated), sum(rows, SheetReport::unchanged),
            summary.refusedRows()));
    }

    static int sum(List<SheetRow> rows, ToIntFunction<SheetReport> number) {
        return rows.stream().map(SheetRow::report).mapToInt(number).sum();
    }

    private void details(List<SheetRow> rows) {
        List<RemarkRow> no = RemarkRow.refused(rows);
        List<RemarkRow> look = RemarkRow.remarks(rows);
        refused.getItems().setAll(no);
        remarks.getItems().setAll(look);
        refusedTab.setText(texts.get("import.preview.refused.title", no.size()));
        remarksTab.setText(texts.get("import.preview.remarks.title", look.size()));
    }

    private void sheetColumns() {
        prepare(sheets);
        sheets.getColumns().add(text("import.preview.sheet", 26, row -> row.file() + " · " + row.report().sheet()));
        sheets.getColumns().add(text("import.preview.kind", 11,
            row -> Wizard.kind(texts, row.report().kind().orElse(null))));
        number("import.preview.rows", SheetReport::rows);
        number("import.preview.accepted", SheetReport::accepted);
        number("import.preview.updated", SheetReport::updated);
        number("import.preview.unchanged", SheetReport::unchanged);
        number("import.preview.refused", sheet -> sheet.refused().size());
        number("import.preview.remarks", sheet -> sheet.remarks().size());
    }

    private void number(String key, ToIntFunction<SheetReport> number) {
        TableColumn<SheetRow, String> column = text(key, 6.5, row -> {
            int count = number.applyAsInt(row.report());
            return count == 0 ? "\u2014" : String.valueOf(count);
        });
        column.getStyleClass().add("number");
        boolean refusals = key.endsWith("refused");
        column.setCellFactory(view -> new NumberCell(refusals));
        sheets.getColumns().add(column);
    }

    private void remarkColumns(TableView<RemarkRow> table, String nothing) {
        prepare(table);
        table.setPlaceholder(Wizard.label(texts.get(nothing), "quiet"));
        table.getColumns().add(text("import.preview.place", 17, row -> row.sheet()));
        table.getColumns().add(text("import.preview.row", 5, row -> String.valueOf(row.remark().row())));
        table.getColumns().add(text("import.preview.column", 9, row -> row.remark().column()));
        table.getColumns().add(text("import.preview.value", 14, row -> row.remark().value()));
        table.getColumns().add(text("import.preview.reason", 36, row -> row.remark().message()));
    }

    private <T> void prepare(TableView<T> table) {
        table.getStyleClass().add("record-table");
        table.fixedCellSizeProperty().bind(fontSize.multiply(LINE_EM));
    }

    private <T> TableColumn<T, String> text(String key, double em, Function<T, String> value) {
        TableColumn<T, String> column = new TableColumn<>(texts.get(key));
        column.setReorderable(false);
        column.setSortable(false);
        column.prefWidthProperty().bind(fontSize.multiply(em));
        column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
        column.setCellFactory(view -> new WholeText<>());
        return column;
    }

    /** A text that is read whole when it is pointed at. */
    private static final class WholeText<T> extends TableCell<T, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.isEmpty() ? null : new Tooltip(text));
        }
    }

    /** A number at the right; refusals stand out. */
    private static final class NumberCell extends TableCell<SheetRow, String> {
        private final boolean refusals;

        NumberCell(boolean refusals) {
            this.refusals = refusals;
            getStyleClass().add("number");
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            getStyleClass().removeAll("nothing", "refusals");
            if (!empty) {
                getStyleClass().add(text.equals("\u2014") ? "nothing" : refusals ? "refusals" : "some");
            }
        }
    }
}
