package org.shegong.app.controls.form.view;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.controls.form.model.FieldModel;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.form.model.Note;
import org.shegong.db.forms.Level;

/** One field on screen: label over editor, help and findings under it. */
final class FieldBox extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private final FieldModel model;
    private final FieldEditor editor;
    private final FormTexts texts;
    private final VBox notes = new VBox(2);
    private final Button masked = new Button();

    /** @param reveal asks for the reason to show masked values */
    FieldBox(FieldModel model, FieldEditor editor, FormTexts texts, Runnable reveal) {
        this.model = model;
        this.editor = editor;
        this.texts = texts;
        getStyleClass().add("field-box");
        setId("field-" + model.key());
        getChildren().addAll(heading(), masked(reveal), editor.node());
        editor.node().visibleProperty().bind(model.maskedProperty().isEmpty());
        editor.node().managedProperty().bind(editor.node().visibleProperty());
        addHint();
        getChildren().add(notes);
        BooleanBinding shown = model.shownProperty()
            .and(model.valueProperty().isNotNull().or(new SimpleBooleanProperty(model.isEditable())));
        visibleProperty().bind(shown);
        managedProperty().bind(shown);
        model.notes().addListener((ListChangeListener<Note>) change -> showNotes());
        showNotes();
    }

    FieldModel model() {
        return model;
    }

    Node focusNode() {
        return model.maskedProperty().get().isEmpty() ? editor.focusNode() : masked;
    }

    /** What stands in the place of the editor while the value is masked. */
    private Node masked(Runnable reveal) {
        masked.setGraphic(new FontIcon(Feather.EYE_OFF));
        masked.setContentDisplay(ContentDisplay.RIGHT);
        masked.setMaxWidth(Double.MAX_VALUE);
        masked.getStyleClass().add("masked-value");
        masked.textProperty().bind(model.maskedProperty());
        masked.visibleProperty().bind(model.maskedProperty().isNotEmpty());
        masked.managedProperty().bind(masked.visibleProperty());
        masked.setTooltip(new Tooltip(texts.text("masked.show")));
        masked.accessibleTextProperty().bind(model.maskedProperty().map(text -> model.field().label() + " " + text));
        masked.setOnAction(event -> {
            reveal.run();
            afterwards();
        });
        return masked;
    }

    /** Whoever asked for the value finds the cursor in it. */
    private void afterwards() {
        model.maskedProperty().addListener(new javafx.beans.value.ChangeListener<>() {
            @Override
            public void changed(javafx.beans.value.ObservableValue<? extends String> property, String before,
                                String now) {
                model.maskedProperty().removeListener(this);
                if (now.isEmpty() && editor.focusNode() != null) {
                    javafx.application.Platform.runLater(() -> editor.focusNode().requestFocus());
                }
            }
        });
    }

    private Node heading() {
        Label label = new Label(model.field().label());
        label.getStyleClass().add("field-label");
        label.setLabelFor(editor.focusNode());
        Label mark = new Label("*");
        mark.getStyleClass().add("required-mark");
        mark.setAccessibleText(texts.text("form.required"));
        mark.visibleProperty().bind(model.requiredProperty());
        mark.managedProperty().bind(model.requiredProperty());
        HBox heading = new HBox(3, label, mark);
        label.setMinWidth(0);
        mark.setMinWidth(USE_PREF_SIZE);
        return heading;
    }

    private void addHint() {
        if (!model.field().hint().isEmpty()) {
            Label hint = new Label(model.field().hint());
            hint.setWrapText(true);
            hint.setMinHeight(USE_PREF_SIZE);
            hint.getStyleClass().add("field-hint");
            getChildren().add(hint);
        }
    }

    private void showNotes() {
        notes.getChildren().setAll(model.notes().stream().map(note -> new NoteLine(note, texts)).toList());
        notes.setManaged(!model.notes().isEmpty());
        boolean wrong = model.notes().stream().anyMatch(note -> note.level() == Level.E);
        editor.node().pseudoClassStateChanged(WRONG, wrong);
        pseudoClassStateChanged(WRONG, wrong);
    }
}
