package org.shegong.app.controls.list;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.controls.trail.BinReturn;
import org.shegong.app.controls.trail.RecycleCard;

/** The list of any form with everything around it: title, month, search, filters, count, columns, menu. */
public final class RecordListView {
    /** Below this width the filters have a line of their own, such as beside an open form. */
    private static final double NARROW_EM = 52;
    private final VBox view = new VBox();
    private final AppContext context;
    private final RecordListModel model;
    private final RecordTable table;
    private final TextField search = new TextField();
    private final Runnable make;
    private final List<ListCommand> commands;

    /**
     * @param title words above the list; empty for a list inside another page
     * @param make starts a new record; null when this list makes none
     * @param commands what others added, under the export menu
     */
    public RecordListView(AppContext context, RecordListModel model, String title, Runnable make,
                          List<ListCommand> commands) {
        this.context = context;
        this.model = model;
        this.make = make;
        this.commands = List.copyOf(commands);
        this.table = new RecordTable(context, model);
        table.onDelete(row -> remove(row));
        search.setPromptText(context.texts().get("list.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.getStyleClass().add("list-search");
        search.setOnAction(event -> table.focus());
        StackPane lines = new StackPane(table.view(), new ListStates(context, model, make).view());
        VBox.setVgrow(lines, Priority.ALWAYS);
        view.getChildren().addAll(head(title), filterLine(), lines);
        view.getStyleClass().add("record-list");
    }

    private Node head(String title) {
        HBox head = new HBox(8);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("list-head");
        if (!title.isEmpty()) {
            Label label = new Label(title);
            label.getStyleClass().add("page-title");
            label.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(label);
        }
        if (model.isMonthly()) {
            head.getChildren().add(new MonthSwitcher(model, context.texts(), YearMonth.from(context.today())).view());
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getChildren().add(space);
        if (make != null) {
            head.getChildren().add(newButton());
        }
        head.getChildren().add(new ListMenu(context, model).more());
        return head;
    }

    private Button newButton() {
        Button button = new Button(context.texts().get("list.make", model.form().label(),
            DeskAction.NEW.keyText()), new FontIcon("fth-plus"));
        button.getStyleClass().addAll("accent", "new-button");
        button.setTooltip(new Tooltip(context.texts().get("tip.with_key",
            context.texts().get(DeskAction.NEW.textKey()), DeskAction.NEW.keyText())));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> make.run());
        return button;
    }

    private Node filterLine() {
        Label count = new Label();
        count.textProperty().bind(model.summaryProperty());
        count.getStyleClass().add("count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Node filters = new FilterBar(context, model).view();
        Region space = new Region();
        HBox.setHgrow(filters, Priority.ALWAYS);
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, search, filters, count, new ListMenu(context, model).columns());
        if (!commands.isEmpty()) {
            line.getChildren().add(new ListMenu(context, model).export(commands));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        VBox both = new VBox(6, line);
        both.getStyleClass().add("filter-line");
        InvalidationListener arrange = change -> {
            boolean narrow = view.getWidth() < NARROW_EM * context.settings().fontSize().get();
            boolean own = both.getChildren().contains(filters);
            if (narrow && !own) {
                line.getChildren().set(1, space);
                both.getChildren().add(filters);
            } else if (!narrow && own) {
                both.getChildren().remove(filters);
                line.getChildren().set(1, filters);
            }
        };
        view.widthProperty().addListener(arrange);
        context.settings().fontSize().addListener(arrange);
        return both;
    }

    public Region view() {
        return view;
    }

    /** Called with the line that Enter or a click asks for. */
    public void onOpen(Consumer<RecordRow> listener) {
        table.onOpen(listener);
    }

    /** Puts the keyboard into the lines. */
    public void focus() {
        table.focus();
    }

    /** Does what a key asks for, when it means the list. */
    public boolean perform(DeskAction action) {
        switch (action) {
            case FIND_HERE -> search.requestFocus();
            case PREVIOUS_MONTH -> model.moveMonth(-1);
            case NEXT_MONTH -> model.moveMonth(1);
            case RELOAD -> model.reload();
            case NEW -> {
                if (make == null) {
                    return false;
                }
                make.run();
            }
            default -> {
                return command(action);
            }
        }
        return true;
    }

    private boolean command(DeskAction action) {
        List<ListCommand> asked = commands.stream().filter(command -> command.key() == action).toList();
        asked.forEach(command -> command.action().accept(model));
        return !asked.isEmpty();
    }

    private void remove(RecordRow row) {
        if (model.recycledProperty().get()) {
            new BinReturn(context).restore(model.form().key(), row.id(), () -> { });
        } else {
            new RecycleCard(context, model.form().key(), row.id(), () -> { }).show();
        }
    }
}
