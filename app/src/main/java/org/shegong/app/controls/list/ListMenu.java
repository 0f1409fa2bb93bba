package org.shegong.app.controls.list;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.controls.list.ChoiceList.Choice;
import org.shegong.app.controls.trail.RecycleCard;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Masks;

/** Columns, and what else a list can do: drafts only, recycle bin, masking, what others added such as export. */
final class ListMenu {
    private final AppContext context;
    private final RecordListModel model;

    ListMenu(AppContext context, RecordListModel model) {
        this.context = context;
        this.model = model;
    }

    /** Opens the choice of columns beneath itself. */
    Button columns() {
        Button button = new Button(context.texts().get("list.columns"), new FontIcon("fth-chevron-down"));
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        button.setOnAction(event -> chooseColumns(button));
        return button;
    }

    private void chooseColumns(Node anchor) {
        List<Choice> choices = model.columns().all().stream().map(f -> new Choice(f.key(), f.label())).toList();
        Set<String> shown = new LinkedHashSet<>(model.columns().shown().stream().map(Field::key).toList());
        ChoiceList list = new ChoiceList(choices, shown, this::showColumns, context.texts().get("list.columns_reset"),
            context.texts());
        context.overlays().beneath(anchor, list.view(), list.firstFocus());
    }

    private void showColumns(Set<String> wanted) {
        if (wanted.isEmpty()) {
            model.columns().reset();
            return;
        }
        for (Field field : model.columns().all()) {
            boolean now = model.columns().shown().contains(field);
            if (now != wanted.contains(field.key())) {
                model.columns().show(field, !now);
            }
        }
    }

    /** What others added: export and print. */
    MenuButton export(List<ListCommand> commands) {
        MenuButton menu = new MenuButton(context.texts().get("listing.menu"), new FontIcon("fth-chevron-down"));
        menu.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        menu.getStyleClass().addAll("small", "flat", "no-arrow");
        menu.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        for (ListCommand command : commands) {
            menu.getItems().add(item(command.text(), command.icon(), () -> command.action().accept(model)));
        }
        return menu;
    }

    /** The menu behind the three dots. */
    MenuButton more() {
        MenuButton menu = new MenuButton(null, new FontIcon("fth-more-horizontal"));
        menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        menu.setAccessibleText(context.texts().get("list.more"));
        menu.setOnShowing(event -> menu.getItems().setAll(items()));
        menu.getItems().setAll(items());
        return menu;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new java.util.ArrayList<>();
        items.add(item(context.texts().get("tip.with_key", context.texts().get(DeskAction.RELOAD.textKey()),
            DeskAction.RELOAD.keyText()), "fth-refresh-cw", model::reload));
        items.add(check("list.drafts_only", model.draftsOnlyProperty().get(), model.draftsOnlyProperty()::set));
        items.add(check("list.bin", model.recycledProperty().get(), model.recycledProperty()::set));
        String selected = model.selectedProperty().get();
        if (selected != null && !selected.isEmpty() && !model.recycledProperty().get()) {
            items.add(item(context.texts().get("bin.do.selected"), "fth-trash-2",
                () -> new RecycleCard(context, model.form().key(), selected, () -> { }).show()));
        }
        items.add(new SeparatorMenuItem());
        items.add(check("list.plain", model.masksProperty().get().equals(Masks.NONE), this::plain));
        return items;
    }

    private void plain(boolean wanted) {
        if (wanted) {
            PlainReason reason = new PlainReason(context, model::showPlain);
            context.overlays().dialog(reason.view(), reason.firstFocus());
        } else {
            model.showMasked();
        }
    }

    private static MenuItem item(String text, String icon, Runnable action) {
        MenuItem item = new MenuItem(text, new FontIcon(icon));
        item.setOnAction(event -> action.run());
        return item;
    }

    private MenuItem check(String key, boolean on, java.util.function.Consumer<Boolean> set) {
        CheckMenuItem item = new CheckMenuItem(context.texts().get(key));
        item.setSelected(on);
        item.setOnAction(event -> set.accept(item.isSelected()));
        return item;
    }
}
