package org.shegong.app.screens.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.catalogue.RequiredReason;

/** What must be explained before the month can be locked, each with its text field. */
final class ReasonsPane {
    private static final int LINES = 2;
    private final VBox lines = new VBox(6);
    private final ScrollPane view = new ScrollPane(lines);
    private final Texts texts;
    private final TextsViewModel model;
    private final Map<String, Node> places = new HashMap<>();
    private List<String> shown = List.of();

    ReasonsPane(Texts texts, TextsViewModel model) {
        this.texts = texts;
        this.model = model;
        view.setFitToWidth(true);
        lines.getStyleClass().add("side-body");
        model.required().addListener((ListChangeListener<RequiredReason>) change -> show());
        model.editableProperty().addListener(change -> show());
        show();
    }

    Node view() {
        return view;
    }

    /** Fields are made anew only when other things are to be explained, so that nobody loses the cursor. */
    private void show() {
        String intro = !model.editableProperty().get() ? "texts.reasons.locked"
            : model.required().isEmpty() ? "texts.no_reasons" : "texts.reasons.intro";
        List<String> keys = Stream.concat(Stream.of(intro),
            model.required().stream().map(reason -> reason.key() + reason.text())).toList();
        if (keys.equals(shown) && !lines.getChildren().isEmpty()) {
            return;
        }
        shown = keys;
        places.clear();
        List<Node> made = new ArrayList<>();
        made.add(Parts.label(texts.get(intro), "quiet"));
        model.required().forEach(reason -> {
            made.add(Parts.label(reason.text(), "field-label"));
            Node field = TextsViewModel.isZeroReport(reason) ? zeroChoice() : field(reason);
            places.put(reason.key(), field);
            made.add(field);
        });
        lines.getChildren().setAll(made);
    }

    private Node field(RequiredReason reason) {
        TextArea area = TextsPane.area(model.reason(reason.key()), model, LINES);
        area.setPromptText(texts.get("texts.reason.prompt"));
        return area;
    }

    private Node zeroChoice() {
        ChoiceBox<String> choice = new ChoiceBox<>();
        choice.getItems().setAll(model.zeroReasons().keySet());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(String code) {
                return model.zeroReasons().getOrDefault(code, "");
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        choice.setValue(model.zeroReasonProperty().get().isEmpty() ? null : model.zeroReasonProperty().get());
        choice.valueProperty().addListener((property, before, now) -> model.zeroReasonProperty().set(now));
        return choice;
    }

    /** Puts the cursor where a reason is to be written; false when it is not asked for. */
    boolean focus(String key) {
        Node place = places.get(key);
        if (place != null) {
            place.requestFocus();
        }
        return place != null;
    }
}
