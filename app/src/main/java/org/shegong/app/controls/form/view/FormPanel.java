package org.shegong.app.controls.form.view;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shegong.app.DeskAction;
import org.shegong.app.controls.form.model.FieldModel;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.db.store.RecordData;

/**
 * One form on screen, about 480 pixels wide.
 *
 * <p>Tab and Enter go through the fields, Ctrl+S saves, Ctrl+Enter saves and begins the next record, Ctrl+D takes
 * over from the last one, F2 goes to the first field, Esc closes and keeps a draft.
 */
public final class FormPanel extends StackPane implements FormScope {
    private final FormViewModel form;
    private final PanelNavigation navigation;
    private final OverlayLayer overlays = new OverlayLayer();
    private final FormBody body;

    FormPanel(FormViewModel form, PanelNavigation navigation, boolean nested) {
        this.form = form;
        this.navigation = navigation;
        this.body = new FormBody(this);
        getStyleClass().add("form-panel");
        BorderPane pane = new BorderPane(body);
        pane.setTop(new VBox(new FormHeader(this, navigation, nested), new NoticeBar(this, navigation),
            new RevealBar(form.masked(), texts())));
        pane.setBottom(new FormFooter(form, this::save, this::saveDraft));
        getChildren().setAll(pane, overlays);
        ChildrenBox.all(this, navigation).forEach(body::addBelow);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    public FormViewModel form() {
        return form;
    }

    @Override
    public OverlayLayer overlays() {
        return overlays;
    }

    @Override
    public void focusNext(FieldModel after) {
        if (!body.focusAfter(after, 1)) {
            lookup("#form-save").requestFocus();
        }
    }

    @Override
    public void focusPrevious(FieldModel before) {
        body.focusAfter(before, -1);
    }

    @Override
    public void focusCaret() {
        focusFirst();
    }

    @Override
    public void createNested(String formKey, Map<String, Object> given, Consumer<RecordData> saved) {
        navigation.create(formKey, given, saved);
    }

    @Override
    public void openNested(String formKey, String id, Consumer<RecordData> saved) {
        navigation.open(formKey, id, saved);
    }

    /**
     * Puts the cursor where it was left, or into the first empty field. The fields must have been laid out once before
     * they can take it.
     */
    public void focusFirst() {
        applyCss();
        layout();
        String caret = form.typing().caret();
        if (form.isResumed() && !caret.isEmpty()) {
            body.focus(form.field(caret));
        } else {
            body.focusFirst();
        }
    }

    /** Submits; when something is missing or wrong, shows it and goes there. */
    public void save() {
        form.saving().submit(kept -> {
            if (!kept) {
                focusFirstProblem();
            }
        });
    }

    private void saveAndNext() {
        form.saving().submit(kept -> {
            if (kept) {
                navigation.next(form.form().key());
            } else {
                focusFirstProblem();
            }
        });
    }

    private void saveDraft() {
        form.saving().keepDraft(kept -> { });
    }

    private void focusFirstProblem() {
        form.fields().stream().filter(model -> form.findings().wrong().contains(model)
            || form.findings().missing().contains(model)).findFirst().ifPresent(body::focus);
    }

    /**
     * Does what a key of the desk asks for.
     *
     * @return false when the form has nothing for it
     */
    public boolean perform(DeskAction action) {
        switch (action) {
            case SAVE -> {
                settleTyping();
                save();
            }
            case SAVE_NEXT -> {
                settleTyping();
                saveAndNext();
            }
            case COPY_LAST -> {
                if (form.saving().stored() != null) {
                    return false;
                }
                navigation.copyLast(form);
            }
            case EDIT -> body.focusTop();
            case UNDO -> {
                if (form.saving().undoableProperty().get().isEmpty()) {
                    return false;
                }
                form.saving().undo();
            }
            case PRINT -> {
                if (form.saving().stored() == null && !form.dirtyProperty().get()) {
                    return false;
                }
                settleTyping();
                navigation.print(form);
            }
            case CLOSE -> navigation.back();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void key(KeyEvent event) {
        for (DeskAction action : DeskAction.values()) {
            if (action.combination().match(event) && perform(action)) {
                event.consume();
                return;
            }
        }
    }

    /** A name still being looked up is settled as if one left its field; the cursor comes back to it. */
    private void settleTyping() {
        var owner = getScene().getFocusOwner();
        overlays.requestFocus();
        if (owner != null) {
            owner.requestFocus();
        }
    }
}
