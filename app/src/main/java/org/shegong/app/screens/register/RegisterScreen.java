package org.shegong.app.screens.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.Screen;
import org.shegong.app.controls.list.ListCommand;
import org.shegong.app.controls.list.ListWithPanel;
import org.shegong.app.controls.list.StoredList;
import org.shegong.app.controls.page.RecordPage;

/** One form's list with its panel, or several related forms as tabs. */
public final class RegisterScreen implements Screen {
    private final BorderPane view = new BorderPane();
    private final AppContext context;
    private final List<String> forms;
    private final List<ListCommand> commands;
    private final Map<String, RecordPage.Maker> pages;
    private final Map<String, ListWithPanel> lists = new LinkedHashMap<>();
    private final TabPane tabs = new TabPane();
    private String current;

    /**
     * @param forms keys of the forms shown; the first is in front
     * @param commands what others added to the lists' menus
     * @param pages by form key, for forms whose records have a page of their own
     */
    public RegisterScreen(AppContext context, List<String> forms, List<ListCommand> commands,
                          Map<String, RecordPage.Maker> pages) {
        this.context = context;
        this.forms = List.copyOf(forms);
        this.commands = commands;
        this.pages = pages;
        this.current = forms.get(0);
        if (forms.size() == 1) {
            view.setCenter(list(current).view());
        } else {
            tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
            forms.forEach(form -> tabs.getTabs().add(tab(form)));
            tabs.getSelectionModel().selectedItemProperty().addListener((property, before, tab) -> select(tab));
            view.setCenter(tabs);
            select(tabs.getTabs().get(0));
        }
        view.getStyleClass().add("register-screen");
    }

    private Tab tab(String form) {
        Tab tab = new Tab(context.station().forms().form(form).label());
        tab.setUserData(form);
        return tab;
    }

    private void select(Tab tab) {
        current = (String) tab.getUserData();
        tab.setContent(list(current).view());
        list(current).shown();
    }

    private ListWithPanel list(String form) {
        return lists.computeIfAbsent(form, key -> new ListWithPanel(context,
            StoredList.of(context.station(), context.texts(), key), title(key), commands,
            pages.get(key)));
    }

    /** Tabs carry the names already. */
    private String title(String form) {
        return forms.size() == 1 ? context.station().forms().form(form).label() : "";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        list(current).shown();
    }

    @Override
    public boolean perform(DeskAction action) {
        return list(current).perform(action);
    }

    private boolean bringToFront(String form) {
        if (!forms.contains(form)) {
            return false;
        }
        if (forms.size() > 1) {
            tabs.getSelectionModel().select(forms.indexOf(form));
        }
        return true;
    }

    @Override
    public boolean openRecord(String form, String id) {
        boolean here = bringToFront(form);
        if (here) {
            list(form).open(id);
        }
        return here;
    }

    @Override
    public boolean resume(String form, String id) {
        boolean here = bringToFront(form);
        if (here) {
            list(form).resume(id);
        }
        return here;
    }

    @Override
    public boolean newRecord(String form, Map<String, Object> prefilled) {
        boolean here = bringToFront(form);
        if (here) {
            list(form).create(prefilled);
        }
        return here;
    }

    @Override
    public void leave() {
        lists.values().forEach(ListWithPanel::leave);
    }
}
