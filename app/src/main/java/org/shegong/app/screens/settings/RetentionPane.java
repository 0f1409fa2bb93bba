package org.shegong.app.screens.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.db.retention.DueRecord;
import org.shegong.db.retention.RetentionPolicy;

/** What has been kept long enough, and its erasure by the leader. */
final class RetentionPane {
    private final VBox view = new VBox(10);
    private final AppContext context;
    private final RetentionViewModel model;
    private final GridPane years = new GridPane();
    private final CheckBox all = new CheckBox();
    private final Label count = new Label();
    private final Map<DueRecord, SimpleBooleanProperty> ticks = new HashMap<>();
    private boolean waiting;

    RetentionPane(AppContext context) {
        this.context = context;
        this.model = new RetentionViewModel(context);
        Label text = new Label(context.texts().get("due.text"));
        text.getStyleClass().add("quiet");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        years.setHgap(10);
        years.setVgap(6);
        TitledPane periods = new TitledPane(context.texts().get("due.years"), years);
        periods.setExpanded(false);
        periods.setMinHeight(Region.USE_PREF_SIZE);
        model.policies().addListener((ListChangeListener<RetentionPolicy>) change -> showYears());
        TableView<RetentionViewModel.Line> table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        view.getChildren().addAll(text, actions(), table, periods);
        view.getStyleClass().add("settings");
        model.chosen().addListener((SetChangeListener<Object>) change -> later());
        model.lines().addListener((ListChangeListener<Object>) change -> {
            ticks.clear();
            showCount();
        });
        showCount();
    }

    Node view() {
        return view;
    }

    /** Reads again. */
    void shown() {
        model.reload();
    }

    private Node actions() {
        all.setText(context.texts().get("due.all"));
        all.setOnAction(event -> model.chooseAll(all.isSelected()));
        count.getStyleClass().add("count");
        Button erase = new Button(context.texts().get("due.erase"), new FontIcon("fth-trash-2"));
        erase.getStyleClass().add("danger");
        erase.disableProperty().bind(Bindings.isEmpty(model.chosen()));
        erase.setOnAction(event -> ask());
        FlowPane line = new FlowPane(12, 8, all, count, erase);
        line.setRowValignment(javafx.geometry.VPos.CENTER);
        return line;
    }

    private void showCount() {
        int chosen = model.chosen().size();
        all.setSelected(chosen > 0 && chosen == model.total());
        all.setDisable(model.total() == 0);
        count.setText(context.texts().get("due.count", model.total())
            + (chosen == 0 ? "" : " \u00B7 " + context.texts().get("due.selected", chosen)));
    }

    private void ask() {
        ErasureCard card = new ErasureCard(context, model.chosen().size(), reason -> model.erase(reason,
            records -> context.overlays().toast(context.texts().get("due.done", records))));
        context.overlays().dialog(card.view(), card.firstFocus());
    }

    private TableView<RetentionViewModel.Line> table() {
        TableView<RetentionViewModel.Line> table = new TableView<>(model.lines());
        table.setEditable(true);
        table.getStyleClass().addAll("record-table", "dense");
        Label none = new Label();
        none.textProperty().bind(javafx.beans.binding.Bindings.when(model.readingProperty())
            .then(context.texts().get("due.reading")).otherwise(context.texts().get("due.none")));
        table.setPlaceholder(none);
        TableColumn<RetentionViewModel.Line, Boolean> box = new TableColumn<>();
        box.setCellFactory(CheckBoxTableCell.forTableColumn(box));
        box.setCellValueFactory(row -> tick(row.getValue().record()));
        box.prefWidthProperty().bind(context.settings().fontSize().multiply(3));
        table.getColumns().add(box);
        table.getColumns().add(column("kind", RetentionViewModel.Line::kind, 8));
        table.getColumns().add(column("what", RetentionViewModel.Line::name, 30));
        table.getColumns().add(column("from", line -> line.from().toString(), 8));
        table.getColumns().add(column("due", line -> line.due().toString(), 8));
        return table;
    }

    private SimpleBooleanProperty tick(DueRecord record) {
        return ticks.computeIfAbsent(record, one -> {
            SimpleBooleanProperty tick = new SimpleBooleanProperty(model.chosen().contains(one));
            tick.addListener((property, before, on) -> {
                if (on) {
                    model.chosen().add(one);
                } else {
                    model.chosen().remove(one);
                }
            });
            return tick;
        });
    }

    /** Ticking a thousand lines changes the set a thousand times; the window follows once. */
    private void later() {
        if (!waiting) {
            waiting = true;
            context.tasks().inWindow(() -> {
                waiting = false;
                chosenChanged();
            });
        }
    }

    private void chosenChanged() {
        ticks.forEach((record, tick) -> tick.set(model.chosen().contains(record)));
        showCount();
    }

    private TableColumn<RetentionViewModel.Line, String> column(String key,
            Function<RetentionViewModel.Line, String> text, double width) {
        TableColumn<RetentionViewModel.Line, String> column = new TableColumn<>(
            context.texts().get("due.column." + key));
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
        column.prefWidthProperty().bind(context.settings().fontSize().multiply(width));
        column.setSortable(false);
        return column;
    }

    private void showYears() {
        years.getChildren().clear();
        int row = 0;
        for (RetentionPolicy policy : model.policies()) {
            TextField field = new TextField(Integer.toString(policy.years()));
            field.setPrefColumnCount(3);
            field.setAccessibleText(context.texts().get("due.policy." + policy.key()));
            field.setOnAction(event -> set(policy, field));
            field.focusedProperty().addListener((property, was, is) -> {
                if (!is) {
                    set(policy, field);
                }
            });
            Label unit = new Label(context.texts().get("due.years_unit"));
            Label note = new Label(context.texts().get("due.years_default", policy.bundledYears())
                + (policy.after18() == 0 ? "" : "\uFF1B"
                + context.texts().get("due.years_child", policy.after18())));
            note.getStyleClass().add("quiet");
            years.addRow(row++, new Label(context.texts().get("due.policy." + policy.key())), field, unit, note);
        }
    }

    private void set(RetentionPolicy policy, TextField field) {
        if (!model.setYears(policy, field.getText())) {
            field.setText(Integer.toString(policy.years()));
            context.overlays().toast(context.texts().get("due.years_bad"));
        }
    }
}
