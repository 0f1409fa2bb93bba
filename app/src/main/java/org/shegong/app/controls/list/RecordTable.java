package org.shegong.app.controls.list;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.shegong.app.AppContext;
import org.shegong.db.forms.Field;

/** The lines of a list: fixed height, more read as one nears the end, selection kept by record. */
final class RecordTable {
    private static final double LINE_HEIGHT = 2.3;
    private static final int READ_AHEAD = 25;
    private static final PseudoClass DRAFT = PseudoClass.getPseudoClass("draft");
    private static final PseudoClass DUPLICATE = PseudoClass.getPseudoClass("duplicate");
    private final TableView<RecordRow> table = new TableView<>();
    private final AppContext context;
    private final RecordListModel model;
    private final ColumnWidths widths;
    private Consumer<RecordRow> opened = row -> { };
    private Consumer<RecordRow> deleted = row -> { };
    private boolean restoring;

    RecordTable(AppContext context, RecordListModel model) {
        this.context = context;
        this.model = model;
        this.widths = new ColumnWidths(table, context.settings());
        table.setItems(model.rows());
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.fixedCellSizeProperty().bind(Bindings.createDoubleBinding(
            () -> Math.rint(context.settings().fontSize().get() * LINE_HEIGHT), context.settings().fontSize()));
        table.getStyleClass().addAll("record-table", "dense");
        table.setRowFactory(view -> row());
        table.setSortPolicy(view -> sorted());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, row) -> remember(row));
        model.rows().addListener((ListChangeListener<RecordRow>) change -> restore());
        model.selectedProperty().addListener((property, before, id) -> restore());
        model.columns().shown().addListener((ListChangeListener<Field>) change -> buildColumns());
        buildColumns();
    }

    TableView<RecordRow> view() {
        return table;
    }

    /** Called with the line that Enter, a click or a double click asks for. */
    void onOpen(Consumer<RecordRow> listener) {
        opened = listener;
    }

    void onDelete(Consumer<RecordRow> listener) {
        deleted = listener;
    }

    private void buildColumns() {
        table.getSortOrder().clear();
        List<TableColumn<RecordRow, RecordRow>> columns = model.columns().shown().stream().map(this::column).toList();
        table.getColumns().setAll(columns);
        widths.apply(model.columns().shown());
    }

    private TableColumn<RecordRow, RecordRow> column(Field field) {
        TableColumn<RecordRow, RecordRow> column = new TableColumn<>(field.label());
        boolean first = model.columns().shown().indexOf(field) == 0;
        column.setId(field.key());
        column.setUserData(field);
        column.setCellValueFactory(row -> new javafx.beans.property.SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(view -> new RowCell(field, first, context.texts()));
        column.setSortable(ListColumns.isSortable(field));
        if (ListColumns.isNumber(field)) {
            column.getStyleClass().add("number");
        }
        return column;
    }

    private TableRow<RecordRow> row() {
        TableRow<RecordRow> row = new TableRow<>() {
            @Override
            protected void updateItem(RecordRow item, boolean empty) {
                super.updateItem(item, empty);
                pseudoClassStateChanged(DRAFT, !empty && item.draft());
                pseudoClassStateChanged(DUPLICATE, !empty && item.duplicate());
                if (!empty && getIndex() >= model.rows().size() - READ_AHEAD) {
                    Platform.runLater(model::loadMore);
                }
            }
        };
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                opened.accept(row.getItem());
            }
        });
        return row;
    }

    /** Sorting is the file's work; the table only says what was asked for. */
    private boolean sorted() {
        if (table.getSortOrder().isEmpty()) {
            model.sortBy(ListSort.OWN);
        } else {
            TableColumn<RecordRow, ?> column = table.getSortOrder().get(0);
            model.sortBy(new ListSort(column.getId(), column.getSortType() == TableColumn.SortType.DESCENDING));
        }
        return true;
    }

    private void pressed(KeyEvent event) {
        RecordRow row = table.getSelectionModel().getSelectedItem();
        if (row == null || event.isControlDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            opened.accept(row);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            deleted.accept(row);
            event.consume();
        }
    }

    private void remember(RecordRow row) {
        if (!restoring && row != null) {
            model.selectedProperty().set(row.id());
        }
    }

    private void restore() {
        RecordRow now = table.getSelectionModel().getSelectedItem();
        String wanted = model.selectedProperty().get();
        if (now != null && now.id().equals(wanted)) {
            return;
        }
        restoring = true;
        try {
            for (int i = 0; i < model.rows().size(); i++) {
                if (model.rows().get(i).id().equals(wanted)) {
                    table.getSelectionModel().clearAndSelect(i);
                    return;
                }
            }
            table.getSelectionModel().clearSelection();
        } finally {
            restoring = false;
        }
    }

    /** Puts the keyboard into the list, on its first line when there is none yet. */
    void focus() {
        if (table.getScene() == null) {
            focusOnceShown();
            return;
        }
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !model.rows().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    /** Tabs put their content into the window only when they are next laid out. */
    private void focusOnceShown() {
        table.sceneProperty().addListener(new javafx.beans.value.ChangeListener<>() {
            @Override
            public void changed(javafx.beans.value.ObservableValue<? extends javafx.scene.Scene> property,
                                javafx.scene.Scene before, javafx.scene.Scene scene) {
                if (scene != null) {
                    table.sceneProperty().removeListener(this);
                    Platform.runLater(RecordTable.this::focus);
                }
            }
        });
    }
}
