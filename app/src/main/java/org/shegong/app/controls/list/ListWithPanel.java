package org.shegong.app.controls.list;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.controls.SidePanel;
import org.shegong.app.controls.page.RecordPage;

/** A list with the record's panel beside it; forms that have pages show a record's page in the place of the list. */
public final class ListWithPanel {
    private final StackPane view = new StackPane();
    private final AppContext context;
    private final RecordListModel model;
    private final RecordListView list;
    private final SidePanel panel;
    private final RecordPage.Maker pages;
    private RecordPage page;

    /**
     * @param title words above the list; may be empty
     * @param commands what others added to the menu
     * @param pages makes the page of one record; null when the panel is enough
     */
    public ListWithPanel(AppContext context, ListSource source, String title, List<ListCommand> commands,
                         RecordPage.Maker pages) {
        this.context = context;
        this.pages = pages;
        this.model = new RecordListModel(context, source);
        this.list = new RecordListView(context, model, title,
            context.station().clearance().writes(model.form()) ? () -> create(Map.of()) : null, commands);
        this.panel = new SidePanel(context, list.view());
        panel.onSaved(record -> {
            if (record.form().equals(model.form().key())) {
                model.selectedProperty().set(record.id());
            }
        });
        panel.onClosed(list::focus);
        list.onOpen(row -> open(row.id()));
        view.getChildren().add(panel.view());
    }

    public Node view() {
        return view;
    }

    /** Reads the list again, masked, and puts the keyboard into it; or the page that is in front. */
    public void shown() {
        model.showMasked();
        if (page != null) {
            page.shown();
            return;
        }
        model.reload();
        if (!panel.isOpen()) {
            context.tasks().inWindow(list::focus);
        }
    }

    /** Opens a record, on its page or in the panel, and marks its line. */
    public void open(String id) {
        model.selectedProperty().set(id);
        if (pages == null) {
            panel.open(model.form().key(), id);
        } else {
            panel.close();
            closePage();
            page = pages.make(context, id, this::back);
            view.getChildren().setAll(page.view());
            page.shown();
        }
    }

    /** Opens a record's form, with what was left unfinished in it, beside the list. */
    public void resume(String id) {
        closePage();
        view.getChildren().setAll(panel.view());
        panel.open(model.form().key(), id);
    }

    private void back() {
        closePage();
        view.getChildren().setAll(panel.view());
        shown();
    }

    private void closePage() {
        if (page != null) {
            page.leave();
            page = null;
        }
    }

    /** Starts a new record in the panel. */
    public void create(Map<String, Object> prefilled) {
        closePage();
        view.getChildren().setAll(panel.view());
        panel.create(model.form().key(), prefilled);
    }

    /** Closes the panel; what was typed is kept. */
    public void leave() {
        panel.close();
        closePage();
    }

    /** Does what a key asks for: the page in front, the panel while it is open, then the list. */
    public boolean perform(DeskAction action) {
        if (page != null) {
            if (!page.perform(action) && action == DeskAction.CLOSE) {
                back();
            }
            return true;
        }
        return panel.perform(action) || list.perform(action);
    }
}
