package org.shegong.app.screens.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.controls.SidePanel;
import org.shegong.app.controls.merge.MergeCard;
import org.shegong.app.controls.page.PageHead;
import org.shegong.app.controls.page.PlainView;
import org.shegong.app.controls.page.RecordFacts;
import org.shegong.app.controls.page.RecordPage;
import org.shegong.app.controls.preview.FormPrinting;
import org.shegong.app.tasks.Latest;
import org.shegong.db.forms.Masks;
import org.shegong.db.store.Consents;

/** Facts of one client and the time line; any entry opens in the panel beside it. */
public final class ClientPage implements RecordPage {
    private static final String FORM = "client";
    static final List<String> FACTS = List.of("client_no", "sex", "age", "village_id", "address", "phone",
        "primary_cat", "risk", "owner_worker_id", "next_date", "file_state", "last_service", "hh_size");
    private final AppContext context;
    private final String id;
    private final PageHead head;
    private final SidePanel panel;
    private final PlainView plain;
    private final FlowPane kinds = new FlowPane(6, 6);
    private final javafx.collections.ObservableList<TimelineEntry> entries = FXCollections.observableArrayList();
    private final FilteredList<TimelineEntry> shown = new FilteredList<>(entries);
    private final ListView<TimelineEntry> list = new ListView<>(shown);
    private final Latest latest;
    private String kind = "";

    /** @param back shows the list again */
    public ClientPage(AppContext context, String id, Runnable back) {
        this.context = context;
        this.id = id;
        this.latest = new Latest(context.tasks());
        head = new PageHead(context.texts(), back);
        offer("visit", "home.new.visit", "fth-map-pin", Map.of("clients", List.of(id)));
        offer("consultation", "home.new.consultation", "fth-message-circle", Map.of("client_id", id));
        offer("case_file", "client.new_case", "fth-folder-plus", Map.of("client_id", id));
        plain = new PlainView(context, FORM, id, this::shown);
        plain.offer(head);
        boolean writes = writes(FORM);
        if (writes) {
            head.action(context.texts().get("client.merge"), "fth-git-merge", () -> new MergeCard(context, id).show());
        }
        head.print(this::print);
        head.open(writes, this::edit);
        list.setCellFactory(view -> new TimelineCell(context.texts()));
        list.getStyleClass().add("timeline");
        list.setPlaceholder(new Label(context.texts().get("client.nothing_yet")));
        list.setOnMouseClicked(event -> openSelected());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        kinds.getStyleClass().add("kinds");
        VBox page = new VBox(head.view(), kinds, list);
        page.getStyleClass().add("record-page");
        panel = new SidePanel(context, page);
        panel.onSaved(record -> shown());
        panel.onClosed(list::requestFocus);
    }

    /** Nobody is offered what his role may not write. */
    private void offer(String form, String text, String icon, Map<String, Object> first) {
        if (writes(form)) {
            head.action(context.texts().get(text), icon, () -> create(form, first));
        }
    }

    private boolean writes(String form) {
        return context.station().clearance().writes(context.station().forms().form(form));
    }

    @Override
    public Node view() {
        return panel.view();
    }

    @Override
    public void shown() {
        Masks masks = plain.masks();
        latest.start(context.tasks().work(progress -> new Read(RecordFacts.read(context, masks, FORM, id, FACTS),
            new TimelineReading(context, masks).of(id),
            withdrawn())).titled(context.texts().get("client.reading"))
            .onSuccess(this::show));
    }

    /** What the client took back consent for, in words. */
    private Set<String> withdrawn() {
        return new Consents(context.station()).withdrawn(List.of(id)).getOrDefault(id, Set.of());
    }

    /** What is read at once. */
    private record Read(RecordFacts facts, List<TimelineEntry> entries, Set<String> withdrawn) {
    }

    private void show(Read read) {
        if (read.facts() == null) {
            context.overlays().toast(context.texts().get("page.gone"));
            return;
        }
        String merged = read.facts().data().text("merged_to");
        if (!merged.isEmpty()) {
            context.overlays().toast(context.texts().get("client.merged_to", read.facts().name()));
            context.navigator().openRecord(FORM, merged);
            return;
        }
        head.show(read.facts().name(), read.facts().facts());
        head.warn(read.withdrawn().isEmpty() ? "" : context.texts().get("consent.withdrawn",
            String.join(context.texts().get("consent.join"), read.withdrawn())));
        TimelineEntry selected = list.getSelectionModel().getSelectedItem();
        entries.setAll(read.entries());
        showKinds();
        entries.stream().filter(entry -> selected != null && entry.id().equals(selected.id())).findFirst()
            .ifPresent(list.getSelectionModel()::select);
        if (!panel.isOpen()) {
            list.requestFocus();
        }
    }

    /** One button for each kind of entry, with how many there are. */
    private void showKinds() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        entries.forEach(entry -> counts.merge(entry.kind(), 1, Integer::sum));
        kinds.getChildren().setAll(kindButton("", context.texts().get("client.everything", entries.size())));
        counts.forEach((name, count) -> kinds.getChildren().add(kindButton(name,
            context.texts().get("client.kind", name, count))));
    }

    private ToggleButton kindButton(String name, String text) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add("small");
        button.setSelected(kind.equals(name));
        button.setOnAction(event -> {
            kind = name;
            shown.setPredicate(entry -> name.isEmpty() || entry.kind().equals(name));
            showKinds();
        });
        return button;
    }

    private void openSelected() {
        TimelineEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            panel.open(entry.form(), entry.id());
        }
    }

    private void create(String form, Map<String, Object> prefilled) {
        panel.create(form, prefilled);
    }

    private void print() {
        new FormPrinting(context).record(FORM, id);
    }

    private void edit() {
        panel.open(FORM, id);
    }

    @Override
    public boolean perform(DeskAction action) {
        if (panel.perform(action)) {
            return true;
        }
        switch (action) {
            case EDIT -> edit();
            case PRINT -> print();
            case NEW -> create("visit", Map.of("clients", List.of(id)));
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
