package org.shegong.app.screens.upkeep;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.Screen;

/** What was done lately, the recycle bin and files that may be about the same person, as tabs. */
public final class UpkeepScreen implements Screen {
    private final TabPane tabs = new TabPane();
    private final AppContext context;
    private final RecentViewModel recent;
    private final RecentPane recentPane;
    private final BinViewModel bin;
    private final DuplicatesViewModel duplicates;
    private final DuplicatesPane duplicatesPane;

    public UpkeepScreen(AppContext context) {
        this.context = context;
        recent = new RecentViewModel(context);
        recentPane = new RecentPane(context, recent);
        bin = new BinViewModel(context);
        duplicates = new DuplicatesViewModel(context);
        duplicatesPane = new DuplicatesPane(context, duplicates);
        tabs.getTabs().setAll(new Tab(context.texts().get("upkeep.recent"), recentPane.view()),
            new Tab(context.texts().get("upkeep.bin"), new BinPane(context, bin).view()));
        if (context.station().clearance().writes(context.station().forms().form("client"))) {
            tabs.getTabs().add(new Tab(context.texts().get("upkeep.double"), duplicatesPane.view()));
        }
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getSelectionModel().selectedIndexProperty().addListener((o, before, now) -> reload());
        context.changes().listen(() -> {
            if (tabs.getScene() != null) {
                reload();
            }
        });
    }

    @Override
    public Node view() {
        return tabs;
    }

    @Override
    public void shown() {
        reload();
        context.tasks().inWindow(recentPane::focus);
    }

    private void reload() {
        switch (tabs.getSelectionModel().getSelectedIndex()) {
            case 0 -> recent.load();
            case 1 -> bin.load();
            default -> duplicates.load();
        }
    }

    @Override
    public boolean perform(DeskAction action) {
        if (action == DeskAction.RELOAD) {
            reload();
        }
        return action == DeskAction.RELOAD;
    }
}
