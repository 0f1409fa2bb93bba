package org.shegong.app.controls.form.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Level;
import org.shegong.db.journal.UndoOutcome;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;

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
     * as a draft; changes of a submitted record are submitted when they are sound, else kept aside and offered when
     * it is opened again.
     */
    public void leave(Consumer<Boolean> then) {
        form.close();
        if (!form.dirtyProperty().get()) {
            then.accept(true);
        } else if (stored() == null || stored().status() == RecordStatus.DRAFT) {
            keepDraft(then);
        } else {
            save(RecordStatus.SUBMITTED, kept -> {
                if (kept) {
                    then.accept(true);
                } else {
                    keepAside(then);
                }
            });
        }
    }

    private void keepAside(Consumer<Boolean> then) {
        UnfinishedEdits edits = new UnfinishedEdits(desk.station());
        RecordData record = stored();
        var values = form.values();
        desk.background().act(() -> edits.keep(form.form(), record, values), () -> {
            message.set(desk.texts().text("saved.aside"));
            then.accept(true);
        }, failure -> {
            fail(failure);
            then.accept(false);
        });
    }

    /** Throws away changes that are not saved and shows the record as kept. */
    public void discardChanges() {
        if (stored() != null) {
            form.settle(stored());
            UnfinishedEdits edits = new UnfinishedEdits(desk.station());
            desk.background().act(() -> edits.drop(form.id()), () -> { }, this::fail);
        }
    }

    private void save(RecordStatus status, Consumer<Boolean> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        var draft = form.draft(stored(), status);
        boolean mayHaveEdits = stored() != null;
        desk.background().run(() -> {
            SaveResult result = desk.station().saving().save(draft);
            if (mayHaveEdits && result instanceof SaveResult.Saved) {
                new UnfinishedEdits(desk.station()).drop(draft.id());
            }
            return result;
        }, result -> {
            busy.set(false);
            then.accept(take(result));
        }, failure -> {
            busy.set(false);
            fail(failure);
            then.accept(false);
        });
    }

    private boolean take(SaveResult result) {
        if (result instanceof SaveResult.Saved saved) {
            kept(saved);
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

    private void kept(SaveResult.Saved saved) {
        stored.set(saved.record());
        undoable.set(saved.stepId());
        conflict.set(null);
        form.settle(saved.record());
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
        String label = desk.texts().text("undo.label", form.form().label());
        desk.background().run(() -> desk.station().journal().undo(desk.station().actor(), step, label),
            this::undone, this::fail);
    }

    private void undone(UndoOutcome outcome) {
        if (!(outcome instanceof UndoOutcome.Undone)) {
            message.set(desk.texts().text("undo.not_possible"));
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
