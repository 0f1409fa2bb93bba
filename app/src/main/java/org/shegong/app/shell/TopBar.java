package org.shegong.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;

/** The line at the top: station, search over everything, who works here, lock. */
final class TopBar {
    private final HBox view = new HBox(12);
    private final SearchBox search;

    TopBar(AppContext context, String station, java.util.function.Consumer<DeskAction> perform,
           UserSwitch users) {
        search = new SearchBox(context, new GlobalSearch(context));
        Label name = new Label(station);
        name.getStyleClass().add("station-name");
        Region left = new Region();
        Region right = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        view.getChildren().addAll(name, left, search.view(), right, userMenu(context, perform, users),
            lockButton(context, perform));
        view.setAlignment(Pos.CENTER_LEFT);
        view.getStyleClass().add("top-bar");
    }

    private static MenuButton userMenu(AppContext context, java.util.function.Consumer<DeskAction> perform,
                                       UserSwitch users) {
        MenuButton menu = new MenuButton(context.station().actor().name(), new FontIcon("fth-user"));
        menu.getStyleClass().add("flat");
        MenuItem settings = new MenuItem(context.texts().get("nav.settings"), new FontIcon("fth-settings"));
        settings.setOnAction(event -> context.navigator().open("settings"));
        menu.getItems().addAll(settings, item(context, DeskAction.HELP, "fth-help-circle", perform),
            item(context, DeskAction.LOCK, "fth-lock", perform));
        if (!users.others().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (String other : users.others()) {
            MenuItem change = new MenuItem(context.texts().get("user.switch", other), new FontIcon("fth-users"));
            change.setOnAction(event -> users.to().accept(other));
            menu.getItems().add(change);
        }
        return menu;
    }

    private static MenuItem item(AppContext context, DeskAction action, String icon,
                                 java.util.function.Consumer<DeskAction> perform) {
        MenuItem item = new MenuItem(context.texts().get("tip.with_key", context.texts().get(action.textKey()),
            action.keyText()), new FontIcon(icon));
        item.setOnAction(event -> perform.accept(action));
        return item;
    }

    private static Button lockButton(AppContext context, java.util.function.Consumer<DeskAction> perform) {
        Button lock = new Button(null, new FontIcon("fth-lock"));
        String words = context.texts().get(DeskAction.LOCK.textKey());
        lock.setTooltip(new Tooltip(context.texts().get("tip.with_key", words, DeskAction.LOCK.keyText())));
        lock.setAccessibleText(words);
        lock.getStyleClass().addAll("button-icon", "flat");
        lock.setOnAction(event -> perform.accept(DeskAction.LOCK));
        return lock;
    }

    Node view() {
        return view;
    }

    void focusSearch() {
        search.focus();
    }
}
