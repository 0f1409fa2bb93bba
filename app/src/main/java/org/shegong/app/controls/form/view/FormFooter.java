package org.shegong.app.controls.form.view;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shegong.app.controls.form.model.FieldModel;
import org.shegong.app.controls.form.model.FormFindings;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.form.model.FormViewModel;

/** Saving: the button says what is still missing and goes there; beside it, what became of the last action. */
final class FormFooter extends VBox {
    private static final PseudoClass INCOMPLETE = PseudoClass.getPseudoClass("incomplete");
    private static final int NAMED = 3;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private final FormViewModel form;
    private final FormTexts texts;
    private final Button save = new Button();
    private final Button draft = new Button();
    private final Label state = new Label();
    private final Label missing = new Label();
    private final InvalidationListener refresh = change -> refresh();

    FormFooter(FormViewModel form, Runnable onSave, Runnable onDraft) {
        this.form = form;
        this.texts = form.desk().texts();
        getStyleClass().add("form-footer");
        save.setId("form-save");
        save.getStyleClass().add("accent");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(event -> onSave.run());
        draft.setId("form-draft");
        draft.setText(texts.text("form.save_draft"));
        draft.setMinWidth(USE_PREF_SIZE);
        draft.setOnAction(event -> onDraft.run());
        state.getStyleClass().add("form-state");
        state.setId("form-state");
        state.setMaxWidth(Double.MAX_VALUE);
        state.setMinWidth(0);
        HBox.setHgrow(state, Priority.ALWAYS);
        missing.getStyleClass().add("form-missing");
        missing.setWrapText(true);
        HBox row = new HBox(8, state, draft, save);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(missing, row);
        listen();
        refresh();
    }

    private void listen() {
        FormFindings findings = form.findings();
        findings.missing().addListener(refresh);
        findings.wrong().addListener(refresh);
        findings.incomplete().addListener(refresh);
        form.dirtyProperty().addListener(refresh);
        form.typing().keptAtProperty().addListener(refresh);
        form.saving().busyProperty().addListener(refresh);
        form.saving().messageProperty().addListener(refresh);
        form.saving().storedProperty().addListener(refresh);
    }

    private void refresh() {
        FormFindings findings = form.findings();
        boolean incomplete = !findings.missing().isEmpty() || !findings.wrong().isEmpty();
        boolean busy = form.saving().busyProperty().get() || readOnly();
        save.setText(texts.text(busy && !readOnly() ? "form.saving" : "form.save.key"));
        if (!busy && incomplete) {
            save.setText(!findings.missing().isEmpty() ? texts.text("form.missing", findings.missing().size())
                : texts.text("form.wrong", findings.wrong().size()));
        }
        save.pseudoClassStateChanged(INCOMPLETE, incomplete);
        save.setDisable(busy);
        save.setTooltip(new Tooltip(texts.text("form.keys.save")));
        draft.setDisable(busy || !form.dirtyProperty().get() && form.saving().stored() != null);
        draft.setManaged(form.saving().stored() == null || isDraft());
        draft.setVisible(draft.isManaged());
        boolean later = !incomplete && !findings.incomplete().isEmpty();
        missing.setText(incomplete || later ? what(findings) : "");
        missing.setManaged(incomplete || later);
        state.setText(stateText());
    }

    private boolean readOnly() {
        return !form.desk().station().clearance().writes(form.form());
    }

    private boolean isDraft() {
        return form.saving().stored().status() == org.shegong.db.store.RecordStatus.DRAFT;
    }

    private String what(FormFindings findings) {
        if (!findings.missing().isEmpty()) {
            return named("form.missing.named", findings.missing());
        }
        return findings.wrong().isEmpty() ? named("form.incomplete.named", findings.incomplete())
            : named("form.wrong.named", findings.wrong());
    }

    private String named(String key, List<FieldModel> fields) {
        String names = fields.stream().limit(NAMED).map(model -> model.field().label())
            .collect(Collectors.joining("\u3001")) + (fields.size() > NAMED ? "\u2026" : "");
        return texts.text(key, fields.size(), names);
    }

    private String stateText() {
        if (readOnly()) {
            return texts.text("form.read_only");
        }
        String message = form.saving().messageProperty().get();
        if (!message.isEmpty() && !form.dirtyProperty().get()) {
            return message;
        }
        if (form.dirtyProperty().get()) {
            LocalTime at = form.typing().keptAtProperty().get();
            return !message.isEmpty() ? message : at == null ? texts.text("form.unsaved")
                : texts.text("form.unsaved.kept", MINUTE.format(at));
        }
        return form.saving().stored() == null ? texts.text("form.never_saved") : "";
    }
}
