package org.shegong.app.controls.list;

import java.time.YearMonth;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.DeskAction;
import org.shegong.app.i18n.Texts;

/** The month of a list of services, with the ones before and after, or all time. */
final class MonthSwitcher {
    private final HBox view = new HBox(2);
    private final Label label = new Label();
    private final ToggleButton all;
    private final Texts texts;

    MonthSwitcher(RecordListModel model, Texts texts, YearMonth now) {
        this.texts = texts;
        all = new ToggleButton(texts.get("month.all"));
        all.getStyleClass().addAll("small", "flat");
        all.setOnAction(event -> model.monthProperty().set(all.isSelected() ? null : now));
        label.getStyleClass().add("month-label");
        view.getChildren().addAll(step("fth-chevron-left", DeskAction.PREVIOUS_MONTH, () -> model.moveMonth(-1)),
            label, step("fth-chevron-right", DeskAction.NEXT_MONTH, () -> model.moveMonth(1)), all);
        view.setAlignment(Pos.CENTER_LEFT);
        model.monthProperty().addListener((property, before, month) -> show(month));
        show(model.monthProperty().get());
    }

    private Button step(String icon, DeskAction action, Runnable move) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        String words = texts.get(action.textKey());
        button.setTooltip(new Tooltip(texts.get("tip.with_key", words, action.keyText())));
        button.setAccessibleText(words);
        button.setOnAction(event -> move.run());
        return button;
    }

    private void show(YearMonth month) {
        all.setSelected(month == null);
        label.setText(month == null ? texts.get("month.any")
            : texts.get("month.label", month.getYear(), month.getMonthValue()));
    }

    Node view() {
        return view;
    }
}
