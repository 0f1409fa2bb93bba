package org.shegong.app.screens.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.controls.export.FolderOpening;
import org.shegong.db.domain.DateShorthand;

/** The audit: who signed in, looked at plain values, printed, exported, imported, deleted, changed settings. */
final class AuditPane {
    private final VBox view = new VBox(10);
    private final AppContext context;
    private final AuditViewModel model;

    AuditPane(AppContext context) {
        this.context = context;
        this.model = new AuditViewModel(context);
        Label text = new Label(context.texts().get("audit.text"));
        text.getStyleClass().add("quiet");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        TableView<AuditLine> table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        view.getChildren().addAll(text, filters(), table, more());
        view.getStyleClass().add("settings");
    }

    Node view() {
        return view;
    }

    /** Reads again. */
    void shown() {
        model.reload();
    }

    private Node filters() {
        ComboBox<String> people = new ComboBox<>();
        model.people().addListener((ListChangeListener<String>) change -> offer(people));
        offer(people);
        people.setConverter(words(name -> name.isEmpty() ? context.texts().get("audit.everybody") : name));
        people.valueProperty().addListener((property, before, name) -> model.personProperty().set(
            name == null ? "" : name));
        ComboBox<AuditKind> kinds = new ComboBox<>();
        List<AuditKind> all = new ArrayList<>();
        all.add(null);
        all.addAll(List.of(AuditKind.values()));
        kinds.getItems().setAll(all);
        kinds.setConverter(words(kind -> context.texts().get(kind.textKey())));
        kinds.setPromptText(context.texts().get("audit.everything"));
        kinds.valueProperty().bindBidirectional(model.kindProperty());
        Label count = new Label();
        count.textProperty().bind(javafx.beans.binding.Bindings.createStringBinding(
            () -> context.texts().get("audit.count", model.countProperty().get()), model.countProperty()));
        count.getStyleClass().add("count");
        Button export = new Button(context.texts().get("audit.export"), new FontIcon("fth-grid"));
        export.setOnAction(event -> model.export(new FolderOpening(context.tasks(), context.texts(),
            context.overlays())::saved));
        FlowPane line = new FlowPane(8, 8, people, kinds, day("audit.from", model.fromProperty()),
            day("audit.until", model.untilProperty()), count, export);
        line.setRowValignment(javafx.geometry.VPos.CENTER);
        return line;
    }

    private void offer(ComboBox<String> people) {
        String chosen = people.getValue();
        List<String> names = new ArrayList<>(List.of(""));
        names.addAll(model.people());
        if (!people.getItems().equals(names)) {
            people.getItems().setAll(names);
            people.setValue(chosen == null ? "" : chosen);
        }
    }

    /** A day as dates are typed everywhere: 5, 1005, yesterday. */
    private Node day(String key, ObjectProperty<LocalDate> day) {
        TextField field = new TextField();
        field.setPromptText(context.texts().get(key));
        field.setAccessibleText(context.texts().get(key));
        field.setPrefColumnCount(8);
        Runnable read = () -> {
            LocalDate typed = DateShorthand.read(field.getText(), context.today()).orElse(null);
            field.setText(typed == null ? "" : typed.toString());
            day.set(typed);
        };
        field.setOnAction(event -> read.run());
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                read.run();
            }
        });
        return field;
    }

    private static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }

    private TableView<AuditLine> table() {
        TableView<AuditLine> table = new TableView<>(model.lines());
        table.getStyleClass().addAll("record-table", "dense");
        Label none = new Label();
        none.textProperty().bind(javafx.beans.binding.Bindings.when(model.readingProperty())
            .then(context.texts().get("audit.reading")).otherwise(context.texts().get("audit.none")));
        table.setPlaceholder(none);
        table.getColumns().add(column("at", AuditLine::at, 135));
        table.getColumns().add(column("who", AuditLine::who, 90));
        table.getColumns().add(column("what", AuditLine::what, 90));
        table.getColumns().add(column("subject", AuditLine::subject, 220));
        table.getColumns().add(column("records", AuditLine::records, 60));
        table.getColumns().add(column("edition", AuditLine::edition, 70));
        table.getColumns().add(column("reason", AuditLine::reason, 240));
        table.getColumns().add(column("device", AuditLine::device, 80));
        return table;
    }

    private TableColumn<AuditLine, String> column(String key, Function<AuditLine, String> text, double width) {
        TableColumn<AuditLine, String> column = new TableColumn<>(context.texts().get("audit.column." + key));
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
        column.prefWidthProperty().bind(context.settings().fontSize().multiply(width / 14));
        column.setSortable(false);
        return column;
    }

    private Node more() {
        Button more = new Button(context.texts().get("audit.more", AuditViewModel.PAGE));
        more.setOnAction(event -> model.more());
        more.visibleProperty().bind(javafx.beans.binding.Bindings.createBooleanBinding(
            () -> model.lines().size() < model.countProperty().get(), model.lines(), model.countProperty()));
        more.managedProperty().bind(more.visibleProperty());
        VBox box = new VBox(more);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
