package org.shegong.app.controls.form.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Level;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;
import org.shegong.db.store.StepUndo;

/** Saving the form: submitting it, keeping a draft when it is left, conflicts, and taking the last save back. */
public final class FormSaving {
    private final FormDesk desk;
    private final FormViewModel form;
    private final List<Consumer<RecordData>> savedListeners = new ArrayList<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<SaveConflict> conflict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper undoable = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<RecordData> stored;
    private Runnable whenSaved = () -> { };

    FormSaving(FormDesk desk, FormViewModel form, RecordData stored) {
        this.desk = desk;
        this.form = form;
        this.stored = new ReadOnlyObjectWrapper<>(stored);
    }

    /** The record as kept; null while it is new. */
    public RecordData stored() {
        return stored.get();
    }

    public ReadOnlyObjectProperty<RecordData> storedProperty() {
        return stored.getReadOnlyProperty();
    }

    /** True while saving runs. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What came of the last action, in words; empty at first. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What two people changed at once; null when there is no such quarrel. */
    public ReadOnlyObjectProperty<SaveConflict> conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    /** Step of the last save that can be taken back; empty for none. */
    public ReadOnlyStringProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Hears of every save and undo, with the record as it then stands. */
    public void onSaved(Consumer<RecordData> listener) {
        savedListeners.add(listener);
    }

    /**
     * Submits the record.
     *
     * @param then told whether it was kept; when not, the findings are shown at their fields
     */
    public void submit(Consumer<Boolean> then) {
        if (form.fields().stream().anyMatch(field -> field.unreadableProperty().get())) {
            form.findings().showAll();
            then.accept(false);
            return;
        }
        save(RecordStatus.SUBMITTED, then);
    }

    /** Keeps what there is as a draft. */
    public void keepDraft(Consumer<Boolean> then) {
        save(RecordStatus.DRAFT, then);
    }

    /**
     * Leaves the form without losing anything: nothing to do when nothing changed; a new record or a draft is kept
     * as a draft; changes of a submitted record are submitted when they are sound. What cannot be saved is kept aside
     * and offered when the form is opened again.
     */
    public void leave(Consumer<Boolean> then) {
        if (busy.get()) {
            whenSaved = () -> leave(then);
            return;
        }
        Consumer<Boolean> left = kept -> {
            if (kept) {
                form.close();
            }
            then.accept(kept);
        };
        if (!form.dirtyProperty().get()) {
            form.typing().drop();
            left.accept(true);
        } else if (stored() == null || stored().status() == RecordStatus.DRAFT) {
            keepDraft(kept -> {
                if (kept && !form.hasUnreadable()) {
                    left.accept(true);
                } else {
                    keepAside(left);
                }
            });
        } else if (form.hasUnreadable()) {
            keepAside(left);
        } else {
            save(RecordStatus.SUBMITTED, kept -> {
                if (kept) {
                    left.accept(true);
                } else {
                    keepAside(left);
                }
            });
        }
    }

    private void keepAside(Consumer<Boolean> then) {
        form.typing().keepNow(kept -> {
            if (kept) {
                message.set(desk.texts().text("saved.aside"));
            }
            then.accept(kept);
        });
    }

    /** Looks whether what was left unfinished quarrels with what others saved meanwhile. */
    void resumed() {
        if (stored() != null) {
            SaveConflict clash = SaveConflict.of(form, stored());
            if (!clash.clashes().isEmpty()) {
                conflict.set(clash);
                message.set(desk.texts().text("save.conflict"));
            }
        }
    }

    /** Throws away changes that are not saved and shows the record as kept. */
    public void discardChanges() {
        if (stored() != null) {
            form.settle(stored());
        } else {
            form.startAgain();
        }
        conflict.set(null);
        form.typing().drop();
    }

    private void save(RecordStatus status, Consumer<Boolean> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        form.typing().afterWriting(() -> saveNow(status, then));
    }

    private void saveNow(RecordStatus status, Consumer<Boolean> then) {
        var draft = form.draft(stored(), status);
        var sent = form.values();
        desk.background().keep(() -> {
            SaveResult result = desk.station().saving().save(draft);
            if (result instanceof SaveResult.Saved) {
                desk.station().typing().drop(draft.id());
            }
            return result;
        }, result -> {
            busy.set(false);
            then.accept(take(result, sent));
            saved();
        }, failure -> {
            busy.set(false);
            fail(failure);
            then.accept(false);
            saved();
        });
    }

    private void saved() {
        Runnable next = whenSaved;
        whenSaved = () -> { };
        next.run();
    }

    private boolean take(SaveResult result, Map<String, Object> sent) {
        if (result instanceof SaveResult.Saved saved) {
            kept(saved, sent);
            return true;
        }
        if (result instanceof SaveResult.Refused refused) {
            refused(refused.findings());
        } else if (result instanceof SaveResult.Conflict clash) {
            conflict.set(SaveConflict.of(form, clash.current()));
            message.set(desk.texts().text("save.conflict"));
        }
        return false;
    }

    private void kept(SaveResult.Saved saved, Map<String, Object> sent) {
        stored.set(saved.record());
        undoable.set(saved.stepId());
        conflict.set(null);
        form.typing().dropped();
        form.settle(saved.record(), sent);
        if (form.dirtyProperty().get()) {
            form.typing().changed();
        }
        message.set(desk.texts().text(saved.record().status() == RecordStatus.DRAFT ? "saved.draft" : "saved.done"));
        savedListeners.forEach(listener -> listener.accept(saved.record()));
    }

    private void refused(List<Finding> found) {
        form.findings().remote(found);
        form.findings().showAll();
        long errors = found.stream().filter(finding -> finding.level() == Level.E).count();
        message.set(desk.texts().text("save.refused", errors));
    }

    /** Settles a conflict with the choices made in it and saves again with the same status. */
    public void resolveConflict(Consumer<Boolean> then) {
        SaveConflict open = conflict.get();
        stored.set(open.current());
        open.apply(form);
        form.rebase(open.current().values());
        conflict.set(null);
        save(open.current().status() == RecordStatus.DRAFT ? RecordStatus.DRAFT : RecordStatus.SUBMITTED, then);
    }

    /** Takes the last save back; the form then shows the record as it was, or as new when it had not existed. */
    public void undo() {
        String step = undoable.get();
        if (step.isEmpty()) {
            return;
        }
        undoable.set("");
        desk.background().run(() -> desk.station().undo().undo(step), this::undone, this::fail);
    }

    private void undone(StepUndo.Outcome outcome) {
        if (!(outcome instanceof StepUndo.Outcome.Done)) {
            message.set(outcome instanceof StepUndo.Outcome.ChangedSince since && !since.later().isEmpty()
                ? desk.texts().text("undo.changed_since_by", since.later().get(0).step().accountName())
                : desk.texts().text("undo.not_possible"));
            return;
        }
        desk.background().run(() -> desk.station().records().find(form.form().key(), form.id()), record -> {
            record.ifPresent(this::takeBack);
            message.set(desk.texts().text("undo.done"));
        }, this::fail);
    }

    /** A record that undoing took away lies in the recycle bin; typing on and saving brings it back. */
    private void takeBack(RecordData record) {
        stored.set(record);
        form.settle(record);
        savedListeners.forEach(listener -> listener.accept(record));
    }

    /** Says in words that something in the background failed. */
    public void fail(Exception failure) {
        System.getLogger(FormSaving.class.getName()).log(System.Logger.Level.WARNING, "form work failed", failure);
        message.set(desk.texts().failure(failure));
    }
}
