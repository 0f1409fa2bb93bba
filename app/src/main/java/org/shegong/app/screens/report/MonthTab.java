package org.shegong.app.screens.report;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.geometry.Pos;
import org.shegong.app.AppContext;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.catalogue.RequiredReason;
import org.shegong.reports.checks.CheckResult;

/** The monthly report: its table, and beside it checks, texts and reasons. */
final class MonthTab {
    private static final double TABLE_SHARE = 0.75;
    private final StackPane view = new StackPane();
    private final SplitPane split = new SplitPane();
    private final ProgressIndicator spinner = new ProgressIndicator();
    private final TabPane side = new TabPane();
    private final Texts texts;
    private final ReportViewModel model;
    private final TextsViewModel written;
    private final FigureTable table;
    private final ChecksPane checks;
    private final TextsPane textsPane;
    private final ReasonsPane reasonsPane;
    private final Tab checksTab;
    private final Tab textsTab;
    private final Tab reasonsTab;

    MonthTab(AppContext context, ReportViewModel model, TextsViewModel written) {
        this.texts = context.texts();
        this.model = model;
        this.written = written;
        this.table = new FigureTable(new DrillDown(context, model)::open, context.settings().fontSize());
        this.checks = new ChecksPane(texts, this::point, this::write);
        this.textsPane = new TextsPane(texts, context.overlays(), written);
        this.reasonsPane = new ReasonsPane(texts, written);
        this.checksTab = new Tab(texts.get("side.checks"), checks.view());
        this.textsTab = new Tab(texts.get("side.texts"), textsPane.view());
        this.reasonsTab = new Tab(texts.get("side.reasons"), reasonsPane.view());
        side.getTabs().setAll(checksTab, textsTab, reasonsTab);
        side.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        side.getStyleClass().add("report-side");
        split.getItems().setAll(table.view(), side);
        split.setDividerPositions(TABLE_SHARE);
        SplitPane.setResizableWithParent(side, false);
        spinner.getStyleClass().add("corner-spinner");
        spinner.visibleProperty().bind(model.busyProperty());
        StackPane.setAlignment(spinner, Pos.TOP_LEFT);
        view.getChildren().setAll(Parts.waiting(texts.get("report.loading")));
        model.stateProperty().addListener((property, before, state) -> show(state));
        model.failureProperty().addListener((property, before, failure) -> failed(context, failure));
    }

    Node view() {
        return view;
    }

    private void show(ReportState state) {
        if (state == null) {
            view.getChildren().setAll(Parts.waiting(texts.get("report.loading")));
            return;
        }
        written.show(state);
        table.show(state.table());
        checks.show(state.shown().checks(), state.locked());
        long failing = state.shown().checks().stream().filter(check -> !check.passes()).count();
        checksTab.setText(counted("side.checks", failing));
        long open = state.shown().reasons().stream().filter(reason -> !reason.given()).count();
        reasonsTab.setText(counted("side.reasons", state.locked() ? 0 : open));
        if (!view.getChildren().contains(split)) {
            view.getChildren().setAll(split, spinner);
        }
    }

    private String counted(String key, long count) {
        return count == 0 ? texts.get(key) : texts.get("side.counted", texts.get(key), count);
    }

    private void failed(AppContext context, Throwable failure) {
        if (failure != null && model.stateProperty().get() == null) {
            view.getChildren().setAll(Parts.state("fth-alert-triangle", texts.get("report.failed"),
                texts.get("report.failed.safe"), Parts.button(texts.get("report.retry"), "fth-refresh-cw", model::load),
                Parts.button(texts.get("list.details"), "fth-info", () -> context.overlays().error(failure))));
        } else if (failure != null) {
            context.overlays().error(failure);
        }
    }

    private void point(List<String> codes) {
        ReportState state = model.stateProperty().get();
        if (state != null) {
            table.point(state.table(), codes);
        }
    }

    /** Goes to where something is to be done: a text, a reason, or the figures that a check speaks of. */
    void goTo(String key) {
        ReportState state = model.stateProperty().get();
        if (state == null) {
            return;
        }
        if (textsPane.focus(key)) {
            side.getSelectionModel().select(textsTab);
            textsPane.focus(key);
        } else if (state.shown().reasons().stream().map(RequiredReason::key).anyMatch(key::equals)) {
            write(key);
        } else {
            side.getSelectionModel().select(checksTab);
            state.shown().checks().stream().filter(check -> check.id().equals(key)).map(CheckResult::rows)
                .findFirst().ifPresent(this::point);
        }
    }

    private void write(String key) {
        side.getSelectionModel().select(reasonsTab);
        reasonsPane.focus(key);
    }

    void focus() {
        table.focus();
    }
}
