package org.shegong.app.screens.report;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.i18n.Texts;
import org.shegong.db.forms.Level;
import org.shegong.reports.checks.CheckResult;

/** The report's identities: those that fail first, each with where it fails. */
final class ChecksPane {
    private final VBox lines = new VBox(8);
    private final ScrollPane view = new ScrollPane(lines);
    private final Texts texts;
    private final Consumer<List<String>> point;
    private final Consumer<String> explain;

    /**
     * @param point goes to figures by their codes
     * @param explain goes to where the reason of a check is written
     */
    ChecksPane(Texts texts, Consumer<List<String>> point, Consumer<String> explain) {
        this.texts = texts;
        this.point = point;
        this.explain = explain;
        view.setFitToWidth(true);
        lines.getStyleClass().add("side-body");
    }

    Node view() {
        return view;
    }

    void show(List<CheckResult> checks, boolean locked) {
        List<CheckResult> failing = checks.stream().filter(check -> !check.ok()).toList();
        List<CheckResult> fine = checks.stream().filter(CheckResult::ok).toList();
        lines.getChildren().setAll(Parts.label(failing.isEmpty() ? texts.get("checks.all_ok")
            : texts.get("checks.failing", failing.size()), "side-title"));
        failing.forEach(check -> lines.getChildren().add(failing(check, locked)));
        VBox passed = new VBox(4);
        fine.forEach(check -> passed.getChildren().add(fine(check)));
        TitledPane folded = new TitledPane(texts.get("checks.show_ok", fine.size()), passed);
        folded.setExpanded(false);
        folded.setAnimated(false);
        lines.getChildren().add(folded);
    }

    private Node failing(CheckResult check, boolean locked) {
        FontIcon icon = new FontIcon(check.level() == Level.E ? "fth-x-circle" : "fth-alert-triangle");
        HBox head = new HBox(6, icon, Parts.fixed(texts.get("checks.level." + check.level()), "check-level"),
            Parts.fixed(check.id(), "quiet"), Parts.space());
        head.setAlignment(Pos.CENTER_LEFT);
        if (check.level() != Level.E) {
            head.getChildren().add(explanation(check, locked));
        }
        VBox box = new VBox(4, head, Parts.label(check.text()));
        if (!check.rows().isEmpty()) {
            box.getChildren().add(rows(check));
        }
        box.getStyleClass().addAll("check", "check-" + check.level());
        return box;
    }

    private Node explanation(CheckResult check, boolean locked) {
        if (check.explained()) {
            return Parts.fixed(texts.get("checks.explained"), "quiet");
        }
        Hyperlink link = new Hyperlink(texts.get("checks.explain"));
        link.setOnAction(event -> explain.accept(check.id()));
        link.setVisible(!locked && check.level() == Level.W);
        return link;
    }

    private Node rows(CheckResult check) {
        FlowPane flow = new FlowPane(2, 0, Parts.fixed(texts.get("checks.rows"), "quiet"));
        flow.setRowValignment(javafx.geometry.VPos.BASELINE);
        for (String code : check.rows()) {
            Hyperlink link = new Hyperlink(code);
            link.setOnAction(event -> point.accept(List.of(code)));
            flow.getChildren().add(link);
        }
        return flow;
    }

    private Node fine(CheckResult check) {
        HBox line = new HBox(6, new FontIcon("fth-check"), Parts.fixed(check.id(), "quiet"), Parts.label(check.text()));
        line.getStyleClass().add("check-fine");
        return line;
    }
}
