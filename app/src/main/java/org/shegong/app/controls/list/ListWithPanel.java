package org.shegong.app.controls.list;

import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.controls.RecordEditor;

/** A list with the record's panel at its right, over it when the window is narrow. */
public final class ListWithPanel {
    private static final double PANEL_WIDTH = 34.3;
    private static final double LIST_NEEDS = 36;
    private final StackPane view = new StackPane();
    private final BorderPane beside = new BorderPane();
    private final AppContext context;
    private final RecordListModel model;
    private final RecordListView list;
    private RecordEditor editor;
    private boolean open;

    public ListWithPanel(AppContext context, ListSource source, String title, List<ListCommand> commands) {
        this.context = context;
        this.model = new RecordListModel(context, source);
        this.list = new RecordListView(context, model, title, () -> create(Map.of()), commands);
        list.onOpen(row -> open(row.id()));
        beside.setCenter(list.view());
        view.getChildren().add(beside);
        view.widthProperty().addListener(change -> place());
        context.settings().fontSize().addListener(change -> place());
    }

    public Node view() {
        return view;
    }

    /** Reads the list again and puts the keyboard into it. */
    public void shown() {
        model.reload();
        if (!open) {
            context.tasks().inWindow(list::focus);
        }
    }

    /** Opens a record in the panel and marks its line. */
    public void open(String id) {
        model.selectedProperty().set(id);
        editor().open(model.form().key(), id);
        showPanel();
    }

    /** Starts a new record in the panel. */
    public void create(Map<String, Object> prefilled) {
        editor().create(model.form().key(), prefilled);
        showPanel();
    }

    /** Closes the panel; what was typed is kept. */
    public void leave() {
        if (open) {
            editor.close();
        }
    }

    private RecordEditor editor() {
        if (editor == null) {
            editor = context.editors().get();
            editor.view().getStyleClass().add("side-panel");
            editor.onSaved(record -> {
                model.selectedProperty().set(record.id());
                context.changes().saved();
            });
            editor.onClosed(this::hidePanel);
        }
        return editor;
    }

    private void showPanel() {
        open = true;
        place();
    }

    private void hidePanel() {
        open = false;
        place();
        list.focus();
    }

    /** Beside the list while both have room, else over it at the right. */
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
        boolean roomForBoth = view.getWidth() - width >= LIST_NEEDS * size;
        if (roomForBoth && beside.getRight() != panel) {
            view.getChildren().setAll(beside);
            beside.setRight(panel);
        } else if (!roomForBoth && !view.getChildren().contains(panel)) {
            beside.setRight(null);
            StackPane.setAlignment(panel, Pos.CENTER_RIGHT);
            view.getChildren().setAll(beside, panel);
        }
    }

    /** Does what a key asks for: the panel first while it is open, then the list. */
    public boolean perform(DeskAction action) {
        if (open && action != DeskAction.NEW && editor.perform(action)) {
            return true;
        }
        if (open && action == DeskAction.CLOSE) {
            editor.close();
            return true;
        }
        return list.perform(action);
    }
}
