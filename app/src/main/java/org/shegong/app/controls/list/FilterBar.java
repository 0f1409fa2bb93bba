package org.shegong.app.controls.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.controls.list.ChoiceList.Choice;
import org.shegong.db.codes.Code;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;

/** A button for each field that can narrow the list; the values are ticked in a drop-down inside the scene. */
final class FilterBar {
    private static final int MOST_RECORDS = 500;
    private final FlowPane view = new FlowPane(6, 6);
    private final AppContext context;
    private final RecordListModel model;
    private final Hyperlink clear;

    FilterBar(AppContext context, RecordListModel model) {
        this.context = context;
        this.model = model;
        for (Field field : model.filters().offered()) {
            view.getChildren().add(button(field));
        }
        clear = new Hyperlink(context.texts().get("list.clear_filters"));
        clear.setOnAction(event -> {
            model.filters().clear();
            showChosen();
        });
        view.getChildren().add(clear);
        view.getStyleClass().add("filter-bar");
        showChosen();
    }

    Node view() {
        return view;
    }

    private Button button(Field field) {
        Button button = new Button(field.label(), new FontIcon("fth-chevron-down"));
        button.getStyleClass().addAll("filter", "small");
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.setUserData(field);
        button.setOnAction(event -> context.tasks().work(progress -> choices(field))
            .onSuccess(choices -> open(button, field, choices)).start());
        return button;
    }

    private List<Choice> choices(Field field) {
        if (field.type() == FieldType.REF || field.type() == FieldType.REFS) {
            List<String> ids = context.station().records().page(ListQuery.all(field.target()), null, MOST_RECORDS)
                .records().stream().map(RecordData::id).toList();
            var labels = context.station().records().labels(field.target(), ids,
                model.masksProperty().get());
            return ids.stream().map(id -> new Choice(id, labels.getOrDefault(id, ""))).toList();
        }
        List<Choice> choices = new ArrayList<>();
        for (Code code : context.station().codes().list(field.codes()).codes()) {
            if (!code.isHeading() && code.enabled()) {
                choices.add(new Choice(code.code(), code.label()));
            }
        }
        return choices;
    }

    private void open(Button button, Field field, List<Choice> choices) {
        ChoiceList list = new ChoiceList(choices, model.filters().of(field), chosen -> {
            model.filters().choose(field, chosen);
            showChosen();
        }, context.texts().get("choice.all"), context.texts());
        context.overlays().beneath(button, list.view(), list.firstFocus());
    }

    /** Says on each button how many values are chosen; the colour alone would not be enough. */
    private void showChosen() {
        for (Node node : view.getChildren()) {
            if (node.getUserData() instanceof Field field && node instanceof Button button) {
                Set<String> chosen = model.filters().of(field);
                button.setText(chosen.isEmpty() ? field.label()
                    : context.texts().get("list.filter_chosen", field.label(), chosen.size()));
                button.getStyleClass().remove("chosen");
                if (!chosen.isEmpty()) {
                    button.getStyleClass().add("chosen");
                }
            }
        }
        clear.setVisible(!model.filters().isEmpty());
        clear.setManaged(!model.filters().isEmpty());
    }
}
