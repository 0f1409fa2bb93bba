package org.shegong.app.screens.report;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.i18n.Texts;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.catalogue.MonthlyFigures;

/** Opening figures from the last paper report, typed once. */
final class OpeningCard {
    private final AppContext context;
    private final VBox view;
    private final Button save;
    private TextField first;

    OpeningCard(AppContext context, ReportReading reading, MonthlyFigures report) {
        this.context = context;
        Texts texts = context.texts();
        OpeningViewModel model = new OpeningViewModel(context, reading, report);
        save = Parts.button(texts.get("opening.save"), "fth-check", () -> {
            if (model.valid()) {
                model.save(() -> {
                    context.overlays().close(card());
                    context.overlays().toast(texts.get("opening.saved"));
                });
            }
        });
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("difference-grid");
        for (int i = 0; i < model.entries().size(); i++) {
            row(grid, i, model.entries().get(i), model);
        }
        StatMonth closed = report.period().previous();
        view = Parts.card(texts.get("opening.title", closed.month().getYear(), closed.month().getMonthValue()),
            List.of(Parts.label(texts.get("opening.text"), "quiet"), grid),
            Parts.button(texts.get("button.cancel"), "fth-x", () -> context.overlays().close(card())), save);
    }

    private VBox card() {
        return view;
    }

    private void row(GridPane grid, int line, OpeningViewModel.Entry entry, OpeningViewModel model) {
        Texts texts = context.texts();
        TextField field = new TextField();
        field.textProperty().bindBidirectional(entry.typed());
        field.setDisable(!entry.open());
        field.setPrefColumnCount(7);
        Label origin = Parts.fixed(texts.get("opening.from." + entry.origin().name().toLowerCase(java.util.Locale.ROOT)),
            "quiet");
        entry.typed().addListener(change -> {
            origin.setText(entry.valid() ? "" : texts.get("opening.invalid"));
            origin.getStyleClass().setAll("label", entry.valid() ? "quiet" : "trouble");
            save.setDisable(!model.valid());
        });
        if (first == null && entry.open()) {
            first = field;
        }
        grid.addRow(line, Parts.fixed(entry.label()), field, origin);
    }

    void show() {
        context.overlays().dialog(view, first == null ? save : first);
    }
}
