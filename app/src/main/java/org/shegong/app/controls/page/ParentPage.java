package org.shegong.app.controls.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.controls.SidePanel;
import org.shegong.app.controls.export.PaperCommands;
import org.shegong.app.controls.list.ListCommand;
import org.shegong.app.controls.list.RecordListModel;
import org.shegong.app.controls.list.RecordListView;
import org.shegong.app.controls.list.StoredList;
import org.shegong.app.controls.preview.FormPrinting;
import org.shegong.app.tasks.Latest;
import org.shegong.db.forms.ChildLink;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Masks;
import org.shegong.db.store.ListQuery;

/**
 * A record and the lists of what belongs to it, such as a case with its sessions; any line opens in the panel beside.
 * Screens may put tabs of their own in front.
 */
public final class ParentPage implements RecordPage {
    private static final int FACTS = 10;
    private final AppContext context;
    private final Form form;
    private final String id;
    private final PageHead head;
    private final SidePanel panel;
    private final PlainView plain;
    private final TabPane tabs = new TabPane();
    private final List<Runnable> readings = new ArrayList<>();
    private final List<ChildLink> children = new ArrayList<>();
    private final List<ListCommand> paper;
    private final Latest latest;

    /**
     * @param first the child form whose list is in front
     * @param back shows the list again
     */
    public ParentPage(AppContext context, String form, String id, String first, Runnable back) {
        this.context = context;
        this.form = context.station().forms().form(form);
        this.id = id;
        this.paper = PaperCommands.of(context);
        this.latest = new Latest(context.tasks());
        this.head = new PageHead(context.texts(), back);
        this.form.children().stream().filter(link -> link.form().equals(first)).forEach(children::add);
        this.form.children().stream().filter(link -> !link.form().equals(first)).forEach(children::add);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox page = new VBox(head.view(), tabs);
        page.getStyleClass().add("record-page");
        panel = new SidePanel(context, page);
        panel.onClosed(tabs::requestFocus);
        children.forEach(link -> tabs.getTabs().add(tab(link)));
        plain = new PlainView(context, form, id, this::shown);
        plain.offer(head);
        head.print(this::print);
        head.open(context.station().clearance().writes(this.form), this::edit);
    }

    /**
     * Puts a tab in front of the others.
     *
     * @param reading reads what it shows; called each time the page is shown and after each save
     */
    public void lead(String title, Node content, Runnable reading) {
        tabs.getTabs().add(0, new Tab(title, content));
        tabs.getSelectionModel().select(0);
        readings.add(reading);
    }

    /** Opens a record in the panel beside. */
    public void open(String formKey, String recordId) {
        panel.open(formKey, recordId);
    }

    private Tab tab(ChildLink link) {
        Form child = context.station().forms().form(link.form());
        RecordListModel model = new RecordListModel(context, new StoredList(context.station(), context.texts(),
            ListQuery.all(child.key()).withFilter(link.by(), Set.of(id))));
        RecordListView list = new RecordListView(context, model, "",
            context.station().clearance().writes(child) ? () -> create(link) : null, paper);
        list.onOpen(row -> {
            model.selectedProperty().set(row.id());
            panel.open(row.form(), row.id());
        });
        readings.add(model::reload);
        return new Tab(link.label().isEmpty() ? child.label() : link.label(), list.view());
    }

    private void create(ChildLink link) {
        panel.create(link.form(), Map.of(link.by(), id));
    }

    private void print() {
        new FormPrinting(context).record(form.key(), id);
    }

    private void edit() {
        panel.open(form.key(), id);
    }

    @Override
    public Node view() {
        return panel.view();
    }

    @Override
    public void shown() {
        List<String> asked = form.list().stream().limit(FACTS).toList();
        Masks masks = plain.masks();
        latest.start(context.tasks().work(progress -> java.util.Optional.ofNullable(
            RecordFacts.read(context, masks, form.key(), id, asked))).onSuccess(facts -> facts.ifPresentOrElse(
                read -> head.show(read.name(), read.facts()),
                () -> context.overlays().toast(context.texts().get("page.gone")))));
        readings.forEach(Runnable::run);
    }

    @Override
    public boolean perform(DeskAction action) {
        if (panel.perform(action)) {
            return true;
        }
        int at = tabs.getSelectionModel().getSelectedIndex() - (tabs.getTabs().size() - children.size());
        switch (action) {
            case EDIT -> edit();
            case PRINT -> print();
            case NEW -> {
                if (!children.isEmpty()) {
                    create(children.get(Math.max(0, at)));
                }
            }
            case RELOAD -> shown();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void leave() {
        panel.close();
    }
}
