package org.shegong.app.screens.home;

import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.Screen;
import org.shegong.app.screens.home.HomeViewModel.Content;
import org.shegong.db.Station;

/** The first screen: three columns of what is due, drafts, this month against the last, and ways to begin. */
public final class HomeScreen implements Screen {
    private static final List<String> QUICK = List.of("visit", "consultation", "case_session", "group_session",
        "activity", "client");
    private final ScrollPane view = new ScrollPane();
    private final VBox page = new VBox();
    private final AppContext context;
    private final HomeViewModel model;
    private final Runnable gaps;

    /** @param gaps opens the list of what is missing at the end of the month */
    public HomeScreen(AppContext context, Runnable gaps) {
        this.context = context;
        this.gaps = gaps;
        this.model = new HomeViewModel(context);
        page.getStyleClass().add("home");
        view.setContent(page);
        view.setFitToWidth(true);
        view.getStyleClass().add("page-scroll");
        page.getChildren().setAll(head(), new ProgressIndicator());
        model.contentProperty().addListener((property, before, content) -> show(content));
        model.failedProperty().addListener((property, was, is) -> {
            if (is) {
                page.getChildren().setAll(head(), failed());
            }
        });
        context.changes().listen(this::readIfSeen);
    }

    private void readIfSeen() {
        if (view.getScene() != null && view.getParent() != null) {
            model.reload();
        }
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.reload();
        context.tasks().inWindow(this::takeFocus);
    }

    /** Whoever has begun to type by then keeps the keyboard. */
    private void takeFocus() {
        boolean typing = view.getScene() != null && view.getScene().getFocusOwner() instanceof TextInputControl;
        if (!typing) {
            view.requestFocus();
        }
    }

    @Override
    public boolean perform(DeskAction action) {
        if (action == DeskAction.NEW) {
            writable().stream().findFirst().ifPresent(form -> context.navigator().newRecord(form, Map.of()));
        } else if (action == DeskAction.RELOAD) {
            model.reload();
        } else {
            return false;
        }
        return true;
    }

    private Node head() {
        Label title = new Label(context.texts().get("home.greeting", context.today().getMonthValue(),
            context.today().getDayOfMonth(), weekday(), context.station().actor().name()));
        title.getStyleClass().add("page-title");
        FlowPane quick = new FlowPane(8, 8);
        for (String form : writable()) {
            Button button = new Button(context.texts().get("home.new." + form), new FontIcon("fth-plus"));
            button.setOnAction(event -> context.navigator().newRecord(form, Map.of()));
            quick.getChildren().add(button);
        }
        quick.getChildren().stream().findFirst().ifPresent(first -> first.getStyleClass().add("accent"));
        return new VBox(10, title, quick);
    }

    /** What this role may begin from here. */
    private List<String> writable() {
        Station station = context.station();
        return QUICK.stream().filter(form -> station.clearance().writes(station.forms().form(form))).toList();
    }

    private String weekday() {
        int day = context.today().getDayOfWeek().getValue();
        return context.texts().get("weekdays").substring(day - 1, day);
    }

    private Node failed() {
        Label text = new Label(context.texts().get("home.failed"));
        Button again = new Button(context.texts().get("list.retry"), new FontIcon("fth-refresh-cw"));
        again.setOnAction(event -> model.reload());
        HBox line = new HBox(12, text, again);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void show(Content content) {
        DueColumns columns = new DueColumns(context);
        HBox due = new HBox(12, columns.column("home.today", "today", content.today()),
            columns.column("home.overdue", "overdue", content.overdue()),
            columns.column("home.soon", "soon", content.soon()));
        due.getChildren().forEach(column -> HBox.setHgrow(column, Priority.ALWAYS));
        Region drafts = columns.column("home.drafts", "drafts", content.drafts());
        Region figures = new MonthFigures(context, content, model::openRecords).view();
        HBox.setHgrow(figures, Priority.ALWAYS);
        HBox below = new HBox(12, figures, drafts);
        Button missing = new Button(context.texts().get("home.gaps", content.month().getMonthValue()),
            new FontIcon("fth-check-square"));
        missing.setOnAction(event -> gaps.run());
        Button incomplete = new Button("", new FontIcon("fth-edit-3"));
        incomplete.setId("home-incomplete");
        incomplete.setVisible(false);
        incomplete.managedProperty().bind(incomplete.visibleProperty());
        incomplete.setOnAction(event -> context.navigator().open("reports", "incomplete"));
        model.countIncomplete(count -> {
            incomplete.setText(context.texts().get("home.incomplete", count));
            incomplete.setVisible(count > 0);
        });
        double at = view.getVvalue();
        page.getChildren().setAll(head(), due, below, new FlowPane(12, 8, missing, incomplete));
        view.setVvalue(at);
    }
}
