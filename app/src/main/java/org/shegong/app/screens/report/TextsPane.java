package org.shegong.app.screens.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.shegong.app.Overlays;
import org.shegong.app.controls.traces.TracesCard;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.privacy.FoundTraces;

/** The five text sections of the report. */
final class TextsPane {
    private static final int LINES = 4;
    private final VBox lines = new VBox(6);
    private final ScrollPane view = new ScrollPane(lines);
    private final Texts texts;
    private final TextsViewModel model;
    private final Overlays overlays;
    private final Button traces;
    private final Map<String, Node> places = new HashMap<>();

    TextsPane(Texts texts, Overlays overlays, TextsViewModel model) {
        this.texts = texts;
        this.overlays = overlays;
        this.model = model;
        view.setFitToWidth(true);
        lines.getStyleClass().add("side-body");
        Label locked = Parts.label(texts.get("texts.locked"), "quiet");
        locked.managedProperty().bind(model.editableProperty().not());
        locked.visibleProperty().bind(locked.managedProperty());
        traces = new Button();
        traces.setWrapText(true);
        traces.setMaxWidth(Double.MAX_VALUE);
        traces.getStyleClass().add("trace");
        traces.disableProperty().bind(model.editableProperty().not());
        traces.setOnAction(event -> decide());
        traces.managedProperty().bind(traces.visibleProperty());
        Label keeping = Parts.fixed("", "quiet");
        model.keepingProperty().addListener((property, before, now) -> keeping.setText(texts.get(
            switch (now) {
                case KEPT -> "texts.kept";
                case TYPING -> "texts.typing";
                case FAILED -> "texts.failed";
            })));
        lines.getChildren().addAll(locked, traces);
        TextsViewModel.SECTIONS.forEach(this::section);
        lines.getChildren().add(keeping);
        model.tracesProperty().addListener((property, before, now) -> show(now));
        show(model.tracesProperty().get());
    }

    Node view() {
        return view;
    }

    private void section(String key) {
        TextArea area = area(model.section(key), model, LINES);
        area.setId("report-text-" + key);
        places.put(key, area);
        lines.getChildren().addAll(Parts.label(texts.get("texts." + key), "field-label"), area);
        if (key.equals("typical")) {
            CheckBox box = new CheckBox(texts.get("texts.deidentified"));
            box.selectedProperty().bindBidirectional(model.deidentifiedProperty());
            box.disableProperty().bind(model.editableProperty().not());
            places.put("deidentified", box);
            lines.getChildren().add(box);
        }
    }

    /** A text area that grows no further and lets Tab through to the next field. */
    static TextArea area(StringProperty text, TextsViewModel model, int rows) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.textProperty().bindBidirectional(text);
        area.editableProperty().bind(model.editableProperty());
        area.focusedProperty().addListener((o, before, inside) -> {
            if (!inside) {
                model.flush();
            }
        });
        letTabThrough(area);
        return area;
    }

    static void letTabThrough(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
                KeyEvent moved = new KeyEvent(event.getSource(), event.getTarget(), event.getEventType(),
                    event.getCharacter(), event.getText(), event.getCode(), event.isShiftDown(), true,
                    event.isAltDown(), event.isMetaDown());
                event.consume();
                area.fireEvent(moved);
            }
        });
    }

    private void show(List<FoundTraces.Line> found) {
        traces.setVisible(!found.isEmpty());
        traces.setText(texts.get("traces.button", found.size()));
    }

    private void decide() {
        TracesCard card = new TracesCard(texts, overlays, model.tracesProperty().get(), Set.of(), model::replaceTraces);
        overlays.dialog(card.view(), card.firstFocus());
    }

    /** Puts the cursor where something is to be written; false when this pane has no such place. */
    boolean focus(String key) {
        Node place = places.get(key);
        if (place != null) {
            place.requestFocus();
        }
        return place != null;
    }
}
