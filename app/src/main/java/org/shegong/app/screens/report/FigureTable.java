package org.shegong.app.screens.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.TextAlignment;
import org.shegong.reports.document.Alignment;

/** The report's table on screen; figures are links to their records, by mouse or Enter. */
final class FigureTable {
    private static final PseudoClass SECTION = PseudoClass.getPseudoClass("section");
    private static final PseudoClass CONCERNED = PseudoClass.getPseudoClass("concerned");
    private static final double EM_PER_MM = 0.21;
    private static final double HEADING_MARGIN_EM = 0.6;
    private static final double LINE_EM = 2.15;
    /** Where the screen gives a column another share than paper, so that headings keep their words together. */
    private static final Map<String, Double> SHARES = Map.of("code", 0.95, "label", 1.3, "change", 1.05, "year", 1.15,
        "project", 1.2, "target", 1.3, "completion", 1.25, "note", 0.9);
    private static final String LABEL = "label";
    private final TableView<ReportLine> table = new TableView<>();
    private final Set<String> concerned = new HashSet<>();
    private final Opening opening;
    private final ReadOnlyIntegerProperty fontSize;
    private List<ReportTable.Column> columns = List.of();

    /** Opens what stands behind a cell. */
    interface Opening {
        void open(ReportLine line, String column, String text);
    }

    /** @param fontSize of the window; widths and heights follow it */
    FigureTable(Opening opening, ReadOnlyIntegerProperty fontSize) {
        this.opening = opening;
        this.fontSize = fontSize;
        table.fixedCellSizeProperty().bind(fontSize.multiply(LINE_EM));
        table.getStyleClass().addAll("record-table", "figure-table");
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setRowFactory(view -> new FigureRow());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openFocused();
                event.consume();
            }
        });
    }

    Node view() {
        return table;
    }

    void focus() {
        table.requestFocus();
    }

    /** Shows the table; the place looked at stays. */
    void show(ReportTable shown) {
        if (!shown.columns().equals(columns)) {
            columns = shown.columns();
            table.getColumns().clear();
            for (int i = 0; i < columns.size(); i++) {
                table.getColumns().add(column(i, columns.get(i)));
            }
        }
        int line = table.getFocusModel().getFocusedCell().getRow();
        int column = table.getFocusModel().getFocusedCell().getColumn();
        table.getItems().setAll(shown.lines());
        if (line >= 0 && line < shown.lines().size() && column >= 0) {
            table.getSelectionModel().clearAndSelect(line, table.getColumns().get(column));
        } else if (shown.lines().size() > 1) {
            table.getSelectionModel().clearAndSelect(1, table.getColumns().get(monthColumn()));
        }
    }

    /** Goes to some figures and tints their lines. */
    void point(ReportTable shown, List<String> codes) {
        concerned.clear();
        concerned.addAll(codes);
        table.refresh();
        codes.stream().map(shown::indexOf).filter(index -> index >= 0).findFirst().ifPresent(index -> {
            table.scrollTo(Math.max(0, index - 3));
            table.getSelectionModel().clearAndSelect(index, table.getColumns().get(monthColumn()));
            table.requestFocus();
        });
    }

    private int monthColumn() {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals("month")) {
                return i;
            }
        }
        return 0;
    }

    private TableColumn<ReportLine, ReportLine> column(int index, ReportTable.Column column) {
        TableColumn<ReportLine, ReportLine> made = new TableColumn<>();
        Label heading = new Label(column.heading());
        heading.setWrapText(true);
        heading.setTextAlignment(column.alignment() == Alignment.LEFT ? TextAlignment.LEFT : TextAlignment.CENTER);
        heading.maxWidthProperty().bind(made.widthProperty().subtract(fontSize.multiply(HEADING_MARGIN_EM)));
        made.setGraphic(heading);
        made.setSortable(false);
        made.setReorderable(false);
        made.setCellValueFactory(features -> new SimpleObjectProperty<>(features.getValue()));
        made.setCellFactory(view -> new FigureCell(index, column));
        double wide = SHARES.getOrDefault(column.key(), 1.0);
        made.prefWidthProperty().bind(fontSize.multiply(column.widthMm() * EM_PER_MM * wide));
        if (column.alignment() == Alignment.RIGHT) {
            made.getStyleClass().add("number");
        }
        return made;
    }

    private void openFocused() {
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        if (at.getRow() >= 0 && at.getColumn() >= 0) {
            ReportLine line = table.getItems().get(at.getRow());
            ReportTable.Column column = columns.get(at.getColumn());
            boolean link = DrillDown.canOpen(line, column.key(), line.text(at.getColumn()));
            int from = link ? at.getColumn() : monthColumn();
            opening.open(line, columns.get(from).key(), line.text(from));
        }
    }

    private final class FigureRow extends TableRow<ReportLine> {
        @Override
        protected void updateItem(ReportLine line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(SECTION, !empty && line.kind() == ReportLine.Kind.SECTION);
            pseudoClassStateChanged(CONCERNED, !empty && concerned.contains(line.key()));
        }
    }

    private final class FigureCell extends TableCell<ReportLine, ReportLine> {
        private final int index;
        private final ReportTable.Column column;

        FigureCell(int index, ReportTable.Column column) {
            this.index = index;
            this.column = column;
            if (column.alignment() != Alignment.LEFT) {
                getStyleClass().add(column.alignment() == Alignment.RIGHT ? "number" : "centred");
            }
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null && getStyleClass().contains("link")) {
                    opening.open(getItem(), column.key(), getItem().text(index));
                }
            });
        }

        @Override
        protected void updateItem(ReportLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("link", "unfilled", "nothing");
            if (empty || line == null) {
                setText(null);
                setStyle("");
                return;
            }
            boolean section = line.kind() == ReportLine.Kind.SECTION;
            boolean label = column.key().equals(LABEL);
            String text = section ? label ? line.text(0) : "" : line.text(index);
            setText(text);
            setStyle(label && !section && line.indent() > 0
                ? "-fx-padding: 0 0.4em 0 " + (0.6 + line.indent() * 1.3) + "em;" : "");
            if (DrillDown.canOpen(line, column.key(), text)) {
                getStyleClass().add("link");
            } else if (text.equals("\u2014")) {
                getStyleClass().add("nothing");
            }
            if (line.unfilled().contains(index)) {
                getStyleClass().add("unfilled");
            }
        }
    }
}
