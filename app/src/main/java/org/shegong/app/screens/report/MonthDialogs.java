package org.shegong.app.screens.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.i18n.Texts;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.catalogue.Difference;
import org.shegong.reports.catalogue.Finalising;
import org.shegong.reports.catalogue.LockedVersion;
import org.shegong.reports.catalogue.Obstacle;
import org.shegong.reports.catalogue.ReportRows;

/** Locking a month, what stands in its way, and its versions with their differences. */
final class MonthDialogs {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String NOT_APPLICABLE = "\u2014";
    private final AppContext context;
    private final Texts texts;
    private final ReportViewModel model;
    private final Consumer<String> goTo;

    /** @param goTo goes to where an obstacle is mended, by its key */
    MonthDialogs(AppContext context, ReportViewModel model, Consumer<String> goTo) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        this.goTo = goTo;
    }

    /** Asks, locks, and says how it ended; or lists what stands in the way. */
    void finalise() {
        ReportState state = model.stateProperty().get();
        if (state == null) {
            return;
        }
        if (!state.obstacles().isEmpty()) {
            blocked(state.obstacles());
            return;
        }
        StatMonth month = state.shown().period();
        context.overlays().confirm(texts.get("finalise.confirm.title", month.month().getYear(),
            month.month().getMonthValue(), state.lastVersion() + 1), texts.get("finalise.confirm.text"),
            texts.get("report.finalise"), () -> model.finalise(this::ended));
    }

    private void ended(Finalising outcome) {
        if (outcome instanceof Finalising.Locked locked) {
            context.overlays().toast(locked.differences().isEmpty() ? texts.get("finalise.done", locked.no())
                : texts.get("finalise.done.changed", locked.no(), locked.differences().size()));
        } else if (outcome instanceof Finalising.Refused refused) {
            blocked(refused.obstacles());
        } else {
            context.overlays().toast(texts.get("finalise.not_saved"));
        }
    }

    private void blocked(List<Obstacle> obstacles) {
        VBox lines = new VBox(6);
        Button close = Parts.button(texts.get("button.close"), "fth-x", () -> context.overlays().close());
        obstacles.forEach(obstacle -> lines.getChildren().add(obstacle(obstacle)));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("card-scroll");
        VBox card = Parts.card(texts.get("finalise.blocked.title"),
            List.of(Parts.label(texts.get("finalise.blocked.text"), "quiet"), scroll), close);
        card.getStyleClass().add("wide-card");
        context.overlays().dialog(card, close);
    }

    private Node obstacle(Obstacle obstacle) {
        Hyperlink go = new Hyperlink(texts.get("finalise.go"));
        go.setMinWidth(Hyperlink.USE_PREF_SIZE);
        go.setOnAction(event -> {
            context.overlays().close();
            goTo.accept(obstacle.key());
        });
        HBox line = new HBox(8, new FontIcon("fth-x-circle"), Parts.label(obstacle.text()), Parts.space(), go);
        line.setAlignment(Pos.TOP_LEFT);
        boolean here = !obstacle.key().equals("period") && !obstacle.key().equals("unchanged");
        go.setVisible(here);
        line.getStyleClass().addAll("check", "check-E");
        return line;
    }

    /** Lists the versions of the month, the newest first. */
    void versions() {
        ReportState state = model.stateProperty().get();
        if (state == null) {
            return;
        }
        VBox lines = new VBox(14);
        if (state.versions().isEmpty()) {
            lines.getChildren().add(Parts.label(texts.get("versions.none"), "quiet"));
        }
        List<LockedVersion> newest = new ArrayList<>(state.versions());
        java.util.Collections.reverse(newest);
        newest.forEach(version -> lines.getChildren().add(version(version)));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("card-scroll");
        Button close = Parts.button(texts.get("button.close"), "fth-x", () -> context.overlays().close());
        StatMonth month = state.shown().period();
        context.overlays().dialog(Parts.card(texts.get("versions.title", month.month().getYear(),
            month.month().getMonthValue()), List.of(scroll), close), close);
    }

    private Node version(LockedVersion version) {
        VBox box = new VBox(6, Parts.label(texts.get("versions.line", version.no(), moment(version.finalisedAt()),
            version.finalisedBy()), "field-label"));
        if (version.no() == 1) {
            box.getChildren().add(Parts.label(texts.get("versions.same"), "quiet"));
        } else {
            box.getChildren().add(differences(version.differences()));
        }
        return box;
    }

    static String moment(String iso) {
        return MOMENT.format(Instant.parse(iso).atZone(ZoneId.systemDefault()));
    }

    private Node differences(List<Difference> differences) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("difference-grid");
        grid.addRow(0, Parts.fixed(texts.get("versions.column.row"), "quiet"),
            Parts.fixed(texts.get("versions.column.label"), "quiet"),
            Parts.fixed(texts.get("versions.column.before"), "quiet"),
            Parts.fixed(texts.get("versions.column.after"), "quiet"));
        ReportRows rows = model.reading().report().rows();
        for (int i = 0; i < differences.size(); i++) {
            Difference one = differences.get(i);
            grid.addRow(i + 1, Parts.fixed(one.row()), Parts.label(rows.label(one.row())), figure(one.before()),
                figure(one.after()));
        }
        return grid;
    }

    private static Label figure(BigDecimal value) {
        Label label = Parts.fixed(value == null ? NOT_APPLICABLE : value.toPlainString(), "figure");
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }
}
