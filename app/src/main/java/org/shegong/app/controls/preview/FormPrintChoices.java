package org.shegong.app.controls.preview;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.shegong.app.Overlays;
import org.shegong.app.controls.traces.TracesCard;
import org.shegong.app.i18n.Texts;
import org.shegong.db.forms.PrintTemplate;
import org.shegong.reports.printing.Edition;

/** What can be chosen about a printed form, beside its pages; each choice makes the pages anew. */
final class FormPrintChoices {
    private static final List<String> REASONS = List.of("paper.reason.file", "paper.reason.sign",
        "paper.reason.hand_in", "paper.reason.inspection");
    private final FormPrintModel model;
    private final PreviewModel pages;
    private final Texts texts;
    private final Overlays overlays;

    /** @param pages made anew after each decision */
    FormPrintChoices(FormPrintModel model, PreviewModel pages, Texts texts, Overlays overlays) {
        this.model = model;
        this.pages = pages;
        this.texts = texts;
        this.overlays = overlays;
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        if (model.templates().size() > 1) {
            nodes.add(new VBox(4, heading("paper.template"), templates()));
        }
        if (model.offered().size() > 1) {
            VBox contents = new VBox(4, heading("paper.content"));
            contents.getChildren().addAll(radios(model.offered(), model.contentProperty(), model::words));
            nodes.add(contents);
        }
        if (model.offered().contains(FormPrintModel.Content.SELECTED)
            || model.offered().contains(FormPrintModel.Content.LISTED)
            || model.offered().contains(FormPrintModel.Content.TABLE)) {
            nodes.add(whom());
            nodes.add(reason());
            nodes.add(traces());
            nodes.add(withdrawn());
        }
        return nodes;
    }

    private Label heading(String key) {
        Label heading = new Label(texts.get(key));
        heading.getStyleClass().add("preview-heading");
        return heading;
    }

    private Node templates() {
        ComboBox<PrintTemplate> templates = new ComboBox<>();
        templates.getItems().setAll(model.templates());
        templates.setConverter(new Titles());
        templates.valueProperty().bindBidirectional(model.templateProperty());
        templates.setMaxWidth(Double.MAX_VALUE);
        return templates;
    }

    private Node whom() {
        VBox box = new VBox(4, heading("paper.edition"));
        box.getChildren().addAll(radios(List.of(Edition.INTERNAL, Edition.EXTERNAL), model.editionProperty(),
            edition -> texts.get(edition == Edition.INTERNAL ? "paper.internal" : "paper.external")));
        box.disableProperty().bind(model.contentProperty().isEqualTo(FormPrintModel.Content.BLANK));
        return box;
    }

    /** What could tell who is meant in the texts; hidden while there is nothing. */
    private Node traces() {
        Button look = new Button();
        look.setWrapText(true);
        look.setMinHeight(Region.USE_PREF_SIZE);
        look.setMaxWidth(Double.MAX_VALUE);
        look.getStyleClass().add("trace");
        look.managedProperty().bind(look.visibleProperty());
        Runnable show = () -> {
            int count = model.found().size();
            look.setVisible(count > 0);
            look.setText(texts.get(model.isDecided() ? "traces.decided" : "traces.button", count));
        };
        look.setOnAction(event -> {
            TracesCard card = new TracesCard(texts, overlays, model.found(), model.kept(), kept -> {
                model.keep(kept);
                pages.show(model.document());
            });
            overlays.dialog(card.view(), card.firstFocus());
        });
        pages.stateProperty().addListener((property, before, now) -> show.run());
        show.run();
        return look;
    }

    /** That somebody has withdrawn a consent; hidden when nobody has. */
    private Node withdrawn() {
        Label warning = new Label();
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        warning.getStyleClass().add("trace");
        warning.managedProperty().bind(warning.visibleProperty());
        Runnable show = () -> {
            warning.setVisible(model.withdrawn() > 0);
            warning.setText(texts.get("consent.printed", model.withdrawn()));
        };
        pages.stateProperty().addListener((property, before, now) -> show.run());
        show.run();
        return warning;
    }

    private Node reason() {
        TextField field = new TextField();
        field.setPromptText(texts.get("paper.reason.prompt"));
        field.textProperty().bindBidirectional(model.reasonProperty());
        FlowPane usual = new FlowPane(4, 4);
        for (String key : REASONS) {
            Button choice = new Button(texts.get(key));
            choice.getStyleClass().add("small");
            choice.setFocusTraversable(false);
            choice.setOnAction(event -> model.reasonProperty().set(choice.getText()));
            usual.getChildren().add(choice);
        }
        VBox box = new VBox(4, heading("paper.reason"), field, usual);
        box.visibleProperty().bind(Bindings.createBooleanBinding(model::isPlain, model.contentProperty(),
            model.editionProperty()));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static <T> List<RadioButton> radios(List<T> values, ObjectProperty<T> chosen,
                                                java.util.function.Function<T, String> words) {
        ToggleGroup group = new ToggleGroup();
        List<RadioButton> buttons = new ArrayList<>();
        for (T value : values) {
            RadioButton button = new RadioButton(words.apply(value));
            button.setWrapText(true);
            button.setToggleGroup(group);
            button.setSelected(value.equals(chosen.get()));
            button.selectedProperty().addListener((property, before, on) -> {
                if (on) {
                    chosen.set(value);
                }
            });
            buttons.add(button);
        }
        return buttons;
    }

    private static final class Titles extends StringConverter<PrintTemplate> {
        @Override
        public String toString(PrintTemplate template) {
            return template == null ? "" : template.title();
        }

        @Override
        public PrintTemplate fromString(String title) {
            throw new UnsupportedOperationException("templates are chosen, not typed");
        }
    }
}
