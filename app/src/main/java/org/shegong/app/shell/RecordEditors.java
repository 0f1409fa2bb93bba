package org.shegong.app.shell;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.controls.RecordEditor;
import org.shegong.db.store.RecordData;

/** Makes the panels in which records are edited. */
final class RecordEditors {
    private RecordEditors() {
    }

    static RecordEditor make(AppContext context) {
        return new Facts(context);
    }

    /** The record's name until the editing panel lands. */
    private static final class Facts implements RecordEditor {
        private final VBox view = new VBox();
        private final AppContext context;
        private Runnable closed = () -> { };

        Facts(AppContext context) {
            this.context = context;
        }

        @Override
        public Region view() {
            return view;
        }

        @Override
        public void create(String form, Map<String, Object> prefilled) {
            view.getChildren().setAll(new Label(form));
        }

        @Override
        public void open(String form, String id) {
            context.tasks().work(progress -> context.station().records().labels(form, java.util.List.of(id)))
                .onSuccess(labels -> view.getChildren().setAll(new Label(labels.get(id)))).start();
        }

        @Override
        public void close() {
            closed.run();
        }

        @Override
        public boolean perform(DeskAction action) {
            return false;
        }

        @Override
        public void onSaved(Consumer<RecordData> listener) {
            view.setUserData(listener);
        }

        @Override
        public void onClosed(Runnable listener) {
            closed = listener;
        }
    }
}
