package org.shegong.app.screens.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.catalogue.MonthlyFigures;

/** The targets of a year: a line for each main figure, and for any other once part of its name is typed. */
final class TargetsCard {
    private final AppContext context;
    private final TargetsViewModel model;
    private final VBox view;
    private final Button save;
    private final GridPane grid = new GridPane();
    private final TextField search = new TextField();
    private final Map<String, List<Node>> lines = new HashMap<>();

    TargetsCard(AppContext context, ReportReading reading, MonthlyFigures report) {
        this.context = context;
        this.model = new TargetsViewModel(context, reading, report);
        Texts texts = context.texts();
        save = Parts.button(texts.get("targets.save"), "fth-check", this::save);
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        search.setPromptText(texts.get("targets.search"));
        search.textProperty().addListener(change -> narrow());
        grid.getStyleClass().add("difference-grid");
        narrow();
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("card-scroll");
        view = Parts.card(texts.get("targets.title", model.year()),
            List.of(Parts.label(texts.get("targets.text"), "quiet"), search, scroll),
            Parts.button(texts.get("button.cancel"), "fth-x", this::close), save);
        view.getStyleClass().add("wide-card");
    }

    private List<Node> line(TargetsViewModel.Entry entry) {
        Texts texts = context.texts();
        TextField field = new TextField();
        field.setId("target-" + entry.code());
        field.setPrefColumnCount(8);
        field.textProperty().bindBidirectional(entry.typed());
        Label trouble = Parts.fixed("", "trouble");
        entry.typed().addListener(change -> {
            trouble.setText(entry.valid() ? "" : texts.get("targets.invalid"));
            save.setDisable(!model.valid());
        });
        return List.of(Parts.fixed(entry.label()), field, trouble);
    }

    private void narrow() {
        grid.getChildren().clear();
        int at = 0;
        for (TargetsViewModel.Entry entry : model.entries()) {
            if (entry.matches(search.getText())) {
                grid.addRow(at++, lines.computeIfAbsent(entry.code(), code -> line(entry)).toArray(Node[]::new));
            }
        }
    }

    private void save() {
        if (model.valid()) {
            model.save(() -> {
                close();
                context.overlays().toast(context.texts().get("targets.saved", model.year()));
            });
        }
    }

    private void close() {
        context.overlays().close(view);
    }

    void show() {
        context.overlays().dialog(view, search);
    }
}
