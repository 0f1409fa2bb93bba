package org.shegong.app.controls;

import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.db.store.RecordData;

/**
 * A page with the record's panel at its right, over it when there is no room for both. The panel is made when it is
 * first needed. Window thread only.
 */
public final class SidePanel {
    private static final double PANEL_WIDTH = 34.3;
    private static final double PAGE_NEEDS = 36;
    private final StackPane view = new StackPane();
    private final BorderPane beside = new BorderPane();
    private final AppContext context;
    private Consumer<RecordData> saved = record -> { };
    private Runnable closed = () -> { };
    private RecordEditor editor;
    private boolean open;

    /** @param page what stays in sight */
    public SidePanel(AppContext context, Node page) {
        this.context = context;
        beside.setCenter(page);
        view.getChildren().add(beside);
        view.widthProperty().addListener(change -> place());
        context.settings().fontSize().addListener(change -> place());
    }

    public Node view() {
        return view;
    }

    /** Called after each save; {@link org.shegong.app.Changes} has been told already. */
    public void onSaved(Consumer<RecordData> listener) {
        saved = listener;
    }

    /** Called after the panel was closed: the moment to take the keyboard back. */
    public void onClosed(Runnable listener) {
        closed = listener;
    }

    public boolean isOpen() {
        return open;
    }

    /** Opens a record. */
    public void open(String form, String id) {
        editor().open(form, id);
        show();
    }

    /** Starts a new record, unless the role of whoever works here only reads such records. */
    public void create(String form, Map<String, Object> prefilled) {
        if (!context.station().clearance().writes(context.station().forms().form(form))) {
            context.overlays().toast(context.texts().get("role.read_only"));
            return;
        }
        editor().create(form, prefilled);
        show();
    }

    /** Closes the panel; what was typed is kept. */
    public void close() {
        if (open) {
            editor.close();
        }
    }

    /** Does what a key asks for while the panel is open; Esc closes it. */
    public boolean perform(DeskAction action) {
        if (!open || action == DeskAction.NEW) {
            return false;
        }
        if (editor.perform(action)) {
            return true;
        }
        if (action == DeskAction.CLOSE) {
            editor.close();
            return true;
        }
        return false;
    }

    private RecordEditor editor() {
        if (editor == null) {
            editor = context.editors().get();
            editor.view().getStyleClass().add("side-panel");
            editor.onSaved(record -> {
                saved.accept(record);
                context.changes().saved();
            });
            editor.onClosed(this::hide);
        }
        return editor;
    }

    private void show() {
        open = true;
        place();
    }

    private void hide() {
        open = false;
        place();
        closed.run();
    }

    private void place() {
        if (!open) {
            beside.setRight(null);
            view.getChildren().setAll(beside);
            return;
        }
        Region panel = editor.view();
        double size = context.settings().fontSize().get();
        double width = Math.min(view.getWidth(), PANEL_WIDTH * size);
        panel.setPrefWidth(width);
        panel.setMinWidth(width);
        panel.setMaxWidth(width);
        boolean roomForBoth = view.getWidth() - width >= PAGE_NEEDS * size;
        if (roomForBoth && beside.getRight() != panel) {
            view.getChildren().setAll(beside);
            beside.setRight(panel);
        } else if (!roomForBoth && !view.getChildren().contains(panel)) {
            beside.setRight(null);
            StackPane.setAlignment(panel, Pos.CENTER_RIGHT);
            view.getChildren().setAll(beside, panel);
        }
    }
}
