package org.shegong.app.screens.report;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.shegong.app.DeskAction;
import org.shegong.app.i18n.Texts;
import org.shegong.db.domain.StatMonth;

/** The month in front with the ones before and after. */
final class MonthBar {
    private final HBox view = new HBox(2);
    private final Label label = Parts.fixed("", "month-label");
    private final Texts texts;

    MonthBar(ReportViewModel model, Texts texts) {
        this.texts = texts;
        view.getChildren().addAll(
            Parts.iconButton(tip(DeskAction.PREVIOUS_MONTH), "fth-chevron-left", () -> model.move(-1)), label,
            Parts.iconButton(tip(DeskAction.NEXT_MONTH), "fth-chevron-right", () -> model.move(1)));
        view.setAlignment(Pos.CENTER_LEFT);
        model.monthProperty().addListener((property, before, month) -> show(month));
        show(model.monthProperty().get());
    }

    private String tip(DeskAction action) {
        return texts.get("tip.with_key", texts.get(action.textKey()), action.keyText());
    }

    private void show(StatMonth month) {
        label.setText(texts.get("report.month", month.month().getYear(), month.month().getMonthValue()));
    }

    Node view() {
        return view;
    }
}
