package org.shegong.app.screens.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.Screen;
import org.shegong.app.backups.AutoBackup;
import org.shegong.app.backups.WhileClosed;
import org.shegong.app.controls.SidePanel;
import org.shegong.app.session.StationSession;
import org.shegong.db.security.Right;
import org.shegong.db.store.Clearance;
import org.shegong.db.store.ListQuery;

/** Settings: look, account, backups on one page; the code lists; the station's own data in the panel beside. */
public final class SettingsScreen implements Screen {
    private static final String STATION = "station";
    private final AppContext context;
    private final SidePanel panel;

    /**
     * @param copies the copies made by themselves
     * @param closed what is done while the station is closed
     * @param shortcuts shows the sheet of shortcuts
     */
    public SettingsScreen(AppContext context, StationSession session, AutoBackup copies, WhileClosed closed,
                          Runnable shortcuts) {
        this.context = context;
        Label title = new Label(context.texts().get("nav.settings"));
        title.getStyleClass().add("page-title");
        Clearance clearance = context.station().clearance();
        VBox cards = new VBox();
        if (clearance.writes(context.station().forms().form(STATION))) {
            cards.getChildren().add(stationCard());
        }
        if (clearance.may(Right.BACKUP)) {
            cards.getChildren().add(new BackupSettings(context, session, copies, closed.restore()).view());
        }
        if (clearance.may(Right.ACCOUNTS)) {
            cards.getChildren().add(new AccountsCard(context, session, closed.rekey()).view());
        }
        if (clearance.may(Right.ASSIGN)) {
            cards.getChildren().add(new SealedCard(context, session).view());
        }
        cards.getChildren().addAll(new AccountSettings(context, session).view(), new LockSettings(context).view(),
            new DisplaySettings(context).view(), keysCard(shortcuts));
        cards.getStyleClass().add("settings");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page-scroll");
        TabPane tabs = new TabPane(new Tab(context.texts().get("settings.general"), scroll));
        if (clearance.writes(context.station().forms().form("code_entry"))) {
            tabs.getTabs().add(new Tab(context.texts().get("settings.codes"), new CodeListsPane(context).view()));
        }
        if (clearance.may(Right.AUDIT)) {
            addAudit(tabs);
        }
        if (clearance.may(Right.ERASE)) {
            addRetention(tabs);
        }
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        BorderPane page = new BorderPane(tabs);
        panel = new SidePanel(context, page);
    }

    private void addAudit(TabPane tabs) {
        AuditPane audit = new AuditPane(context);
        Tab tab = new Tab(context.texts().get("audit.tab"), audit.view());
        tab.setOnSelectionChanged(event -> {
            if (tab.isSelected()) {
                audit.shown();
            }
        });
        tabs.getTabs().add(tab);
    }

    private void addRetention(TabPane tabs) {
        RetentionPane retention = new RetentionPane(context);
        Tab tab = new Tab(context.texts().get("due.tab"), retention.view());
        tab.setOnSelectionChanged(event -> {
            if (tab.isSelected()) {
                retention.shown();
            }
        });
        tabs.getTabs().add(tab);
    }

    private Node stationCard() {
        javafx.scene.control.Button edit = new javafx.scene.control.Button(context.texts().get("settings.edit_station"));
        edit.setOnAction(event -> editStation());
        return new SettingsCard(context.texts().get("settings.station"), context.texts().get("settings.station_text"),
            SettingsCard.line(edit)).view();
    }

    private Node keysCard(Runnable shortcuts) {
        javafx.scene.control.Button show = new javafx.scene.control.Button(context.texts().get("settings.show_keys",
            DeskAction.HELP.keyText()));
        show.setOnAction(event -> shortcuts.run());
        return new SettingsCard(context.texts().get("keys.title"), context.texts().get("settings.keys_text"),
            SettingsCard.line(show)).view();
    }

    private void editStation() {
        context.tasks().work(progress -> context.station().records().ids(ListQuery.all(STATION)))
            .onSuccess(this::openStation).start();
    }

    private void openStation(List<String> ids) {
        if (ids.isEmpty()) {
            panel.create(STATION, java.util.Map.of());
        } else {
            panel.open(STATION, ids.get(0));
        }
    }

    @Override
    public Node view() {
        return panel.view();
    }

    @Override
    public void shown() {
        // nothing here goes stale
    }

    @Override
    public boolean perform(DeskAction action) {
        return panel.perform(action);
    }

    @Override
    public boolean openRecord(String form, String id) {
        if (form.equals(STATION)) {
            panel.open(form, id);
        }
        return form.equals(STATION);
    }

    @Override
    public void leave() {
        panel.close();
    }
}
