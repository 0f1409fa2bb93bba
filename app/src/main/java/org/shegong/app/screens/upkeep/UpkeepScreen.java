package org.shegong.app.screens.upkeep;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.Screen;

/** What was done lately and the recycle bin, as tabs. */
public final class UpkeepScreen implements Screen {
    private final TabPane tabs = new TabPane();
    private final AppContext context;
    private final RecentViewModel recent;
    private final RecentPane recentPane;
    private final BinViewModel bin;

    public UpkeepScreen(AppContext context) {
        this.context = context;
        recent = new RecentViewModel(context);
        recentPane = new RecentPane(context, recent);
        bin = new BinViewModel(context);
        tabs.getTabs().setAll(new Tab(context.texts().get("upkeep.recent"), recentPane.view()),
            new Tab(context.texts().get("upkeep.bin"), new BinPane(context, bin).view()));
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
        if (tabs.getSelectionModel().getSelectedIndex() == 0) {
            recent.load();
        } else {
            bin.load();
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
