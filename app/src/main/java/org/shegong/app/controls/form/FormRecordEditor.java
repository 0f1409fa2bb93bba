package org.shegong.app.controls.form;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.shegong.app.DeskAction;
import org.shegong.app.Overlays;
import org.shegong.app.controls.RecordEditor;
import org.shegong.app.controls.form.model.FormDesk;
import org.shegong.app.controls.form.view.FormPanel;
import org.shegong.app.controls.form.view.RecordPanel;
import org.shegong.db.store.RecordData;

/** The panel of forms as screens use it. */
public final class FormRecordEditor implements RecordEditor {
    private final RecordPanel panel;
    private Runnable closed = () -> { };

    /** @param overlays says after a save that it can be taken back, also when the next record is open already */
    public FormRecordEditor(FormDesk desk, Overlays overlays) {
        panel = new RecordPanel(desk);
        panel.onClosed(() -> closed.run());
        panel.onKept(form -> {
            if (!form.saving().undoableProperty().get().isEmpty()) {
                overlays.toast(form.saving().messageProperty().get(), desk.texts().text("form.undo"),
                    () -> form.saving().undo());
            }
        });
    }

    @Override
    public Region view() {
        return panel;
    }

    @Override
    public void create(String form, Map<String, Object> prefilled) {
        panel.openNew(form, prefilled);
    }

    @Override
    public void open(String form, String id) {
        panel.open(form, id, false);
    }

    @Override
    public void close() {
        panel.leaveAll(() -> closed.run());
    }

    @Override
    public boolean perform(DeskAction action) {
        FormPanel form = panel.current();
        return form != null && form.perform(action);
    }

    /** Hears which record is to go into the recycle bin; the second is run when it lies there. */
    public void onRecycle(BiConsumer<RecordData, Runnable> listener) {
        panel.onRecycle(listener);
    }

    /** Hears which saved record is to be printed. */
    public void onPrint(Consumer<RecordData> listener) {
        panel.onPrint(listener);
    }

    @Override
    public void onSaved(Consumer<RecordData> listener) {
        panel.onSaved(listener);
    }

    @Override
    public void onClosed(Runnable listener) {
        closed = listener;
    }
}
