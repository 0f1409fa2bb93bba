package org.shegong.app.screens.ledgerimport;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.i18n.Texts;
import org.shegong.app.screens.ledgerimport.RemarkRow.SheetRow;
import org.shegong.reports.ledger.ImportSummary;
import org.shegong.reports.ledger.SheetReport;
import org.shegong.reports.ledger.recognise.LedgerKind;

/** The last step: what was made, the correction workbook, and the way back. */
final class DonePane {
    /** Where the records of each kind are at home in the navigation. */
    private static final Map<LedgerKind, String> HOMES = Map.ofEntries(
        Map.entry(LedgerKind.VILLAGES, "village"), Map.entry(LedgerKind.WORKERS, "worker"),
        Map.entry(LedgerKind.CLIENTS, "client"), Map.entry(LedgerKind.GROUPS, "group_work"),
        Map.entry(LedgerKind.CASES, "case_file"), Map.entry(LedgerKind.CASE_SESSIONS, "case_file"),
        Map.entry(LedgerKind.VISITS, "visit"), Map.entry(LedgerKind.CONSULTATIONS, "consultation"),
        Map.entry(LedgerKind.GROUP_SESSIONS, "group_work"), Map.entry(LedgerKind.ACTIVITIES, "activity"),
        Map.entry(LedgerKind.SUPERVISION_SESSIONS, "supervision"), Map.entry(LedgerKind.TRAINING_ATTENDANCE, "training"),
        Map.entry(LedgerKind.VOLUNTEER_SERVICES, "resources"), Map.entry(LedgerKind.RESOURCE_LINKS, "resources"));
    private final VBox body = new VBox(14);
    private final ScrollPane view = new ScrollPane(body);
    private final AppContext context;
    private final Texts texts;
    private final ImportViewModel model;
    private Button first;

    DonePane(AppContext context, ImportViewModel model) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        view.setFitToWidth(true);
        body.getStyleClass().add("done-body");
        model.undoneProperty().addListener(change -> show());
    }

    Node view() {
        return view;
    }

    void focus() {
        if (first != null) {
            first.requestFocus();
        }
    }

    void show() {
        ImportSummary summary = model.summaryProperty().get();
        first = null;
        body.getChildren().clear();
        if (summary == null || !summary.written()) {
            return;
        }
        boolean undone = model.undoneProperty().get();
        Label title = new Label(texts.get("import.done.title"),
            new FontIcon(undone ? "fth-rotate-ccw" : "fth-check-circle"));
        title.getStyleClass().add("card-title");
        List<SheetRow> rows = SheetRow.of(summary);
        int made = summary.accepted().values().stream().mapToInt(Integer::intValue).sum();
        String text = undone ? texts.get("import.done.undone") : summary.stepId().isEmpty() && summary.refusedRows() == 0
            ? texts.get("import.done.none") : texts.get("import.done.text", made, PreviewPane.sum(rows, SheetReport::updated),
                PreviewPane.sum(rows, SheetReport::unchanged), summary.refusedRows());
        body.getChildren().addAll(title, Wizard.label(text));
        if (summary.refusedRows() > 0) {
            body.getChildren().add(correction(summary));
        }
        body.getChildren().add(ways(summary, undone));
        if (!undone && made > 0) {
            body.getChildren().add(kinds(summary));
        }
    }

    private Node kinds(ImportSummary summary) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("done-grid");
        grid.addRow(0, Wizard.fixed(texts.get("import.done.kind"), "grid-head"),
            Wizard.fixed(texts.get("import.done.records"), "grid-head"));
        int line = 1;
        for (Map.Entry<String, Integer> entry : summary.accepted().entrySet()) {
            LedgerKind kind = LedgerKind.of(entry.getKey()).orElseThrow();
            Label number = Wizard.fixed(entry.getValue().toString(), "figure");
            GridPane.setHalignment(number, HPos.RIGHT);
            Hyperlink open = new Hyperlink(texts.get("import.done.open"));
            open.setOnAction(event -> context.navigator().open(HOMES.get(kind)));
            grid.addRow(line++, Wizard.fixed(Wizard.kind(texts, kind)), number, open);
        }
        return grid;
    }

    private Node correction(ImportSummary summary) {
        Button save = Wizard.button(texts.get("import.correction"), "fth-save", this::saveCorrection);
        save.setId("import-correction");
        save.getStyleClass().add("accent");
        first = save;
        VBox box = new VBox(8, Wizard.label(texts.get("import.correction.text", summary.refusedRows())), save);
        box.getStyleClass().add("trace");
        return box;
    }

    private Node ways(ImportSummary summary, boolean undone) {
        Button again = Wizard.button(texts.get("import.again"), "fth-upload", model::restart);
        again.setId("import-again");
        if (first == null) {
            first = again;
        }
        HBox ways = new HBox(8, again);
        if (!summary.stepId().isEmpty() && !undone) {
            ways.getChildren().add(Wizard.button(texts.get("import.undo"), "fth-rotate-ccw", this::undo));
        }
        ways.setAlignment(Pos.CENTER_LEFT);
        return ways;
    }

    private void saveCorrection() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("import.correction"));
        chooser.setInitialFileName(texts.get("import.correction.name"));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(texts.get("import.choose.filter"), "*.xlsx"));
        File chosen = chooser.showSaveDialog(context.overlays().window());
        if (chosen != null) {
            Path target = chosen.toPath();
            model.saveCorrection(target, rows -> context.overlays().toast(texts.get("import.correction.saved", target, rows)));
        }
    }

    private void undo() {
        context.overlays().confirm(texts.get("import.undo.confirm.title"), texts.get("import.undo.confirm.text"),
            texts.get("import.undo"), model::undo);
    }
}
