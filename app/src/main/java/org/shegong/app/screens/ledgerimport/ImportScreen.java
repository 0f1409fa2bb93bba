package org.shegong.app.screens.ledgerimport;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.Screen;
import org.shegong.app.i18n.Texts;
import org.shegong.app.screens.ledgerimport.RemarkRow.SheetRow;
import org.shegong.app.tasks.Work;
import org.shegong.reports.ledger.ImportSummary;
import org.shegong.reports.ledger.SheetReport;

/** The wizard that brings ledgers into the station. */
public final class ImportScreen implements Screen {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");
    private final BorderPane view = new BorderPane();
    private final HBox stepBar = new HBox(6);
    private final HBox foot = new HBox(8);
    private final HBox progress = new HBox(10);
    private final Button back;
    private final Button next;
    private final Texts texts;
    private final ImportViewModel model;
    private final ChoosePane choose;
    private final ColumnsPane columns;
    private final PreviewPane preview;
    private final DonePane done;
    private final Map<ImportStep, Node> bodies;

    public ImportScreen(AppContext context) {
        this(context, new ImportViewModel(context));
    }

    /** @param model the import to show, for whoever opens the wizard with files in hand */
    public ImportScreen(AppContext context, ImportViewModel model) {
        this.texts = context.texts();
        this.model = model;
        this.choose = new ChoosePane(context, model);
        this.columns = new ColumnsPane(texts, model);
        this.preview = new PreviewPane(texts, context.settings().fontSize());
        this.done = new DonePane(context, model);
        this.back = Wizard.button(texts.get("import.back"), "fth-chevron-left", this::back);
        this.next = Wizard.button(texts.get("import.next"), "fth-chevron-right", this::next);
        this.bodies = Map.of(ImportStep.CHOOSE, choose.view(), ImportStep.COLUMNS, columns.view(), ImportStep.PREVIEW,
            preview.view(), ImportStep.RUNNING, writing(), ImportStep.DONE, done.view());
        next.getStyleClass().add("accent");
        back.managedProperty().bind(back.visibleProperty());
        next.setTooltip(new Tooltip(DeskAction.SAVE_NEXT.keyText()));
        next.setDefaultButton(true);
        next.setId("import-next");
        foot.getStyleClass().add("wizard-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        progress.setAlignment(Pos.CENTER_LEFT);
        foot.getChildren().setAll(back, progress, Wizard.space(), next);
        stepBar.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(18, Wizard.fixed(texts.get("import.title"), "page-title"), stepBar);
        head.getStyleClass().add("list-head");
        head.setAlignment(Pos.CENTER_LEFT);
        view.setTop(head);
        view.setBottom(foot);
        view.getStyleClass().addAll("import-screen", "record-list");
        Wizard.styled(view);
        model.stepProperty().addListener(change -> show());
        model.files().addListener((javafx.beans.Observable change) -> buttons());
        model.runningProperty().addListener((property, before, work) -> running(work));
        model.summaryProperty().addListener(change -> summary());
        show();
    }

    private Node writing() {
        VBox box = new VBox(14, new ProgressBar(-1), Wizard.label(texts.get("import.running.text")),
            Wizard.button(texts.get("import.running.cancel"), "fth-x", this::cancel));
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("state-box");
        return box;
    }

    private void cancel() {
        model.cancel();
    }

    private void show() {
        ImportStep step = model.stepProperty().get();
        stepBar.getChildren().clear();
        for (ImportStep one : ImportStep.values()) {
            Label label = Wizard.fixed((one.ordinal() + 1) + " " + texts.get("import.step." + one), "step");
            label.pseudoClassStateChanged(CURRENT, one == step);
            label.pseudoClassStateChanged(PASSED, one.ordinal() < step.ordinal());
            stepBar.getChildren().add(label);
        }
        summary();
        view.setCenter(bodies.get(step));
        boolean footed = step != ImportStep.RUNNING && step != ImportStep.DONE;
        foot.setVisible(footed);
        foot.setManaged(footed);
        buttons();
        focus(step);
    }

    private void summary() {
        ImportSummary summary = model.summaryProperty().get();
        if (summary != null) {
            preview.show(summary);
        }
        done.show();
        buttons();
    }

    private void focus(ImportStep step) {
        switch (step) {
            case CHOOSE -> choose.focus();
            case COLUMNS -> columns.focus();
            case PREVIEW -> preview.focus();
            case DONE -> done.focus();
            default -> view.requestFocus();
        }
    }

    private void buttons() {
        ImportStep step = model.stepProperty().get();
        boolean busy = model.runningProperty().get() != null;
        back.setVisible(step != ImportStep.CHOOSE);
        back.setDisable(busy);
        next.setText(step == ImportStep.PREVIEW ? startText() : texts.get("import.next"));
        next.setDisable(busy || !mayGoOn(step));
    }

    private String startText() {
        int rows = writable();
        return rows == 0 ? texts.get("import.start.none") : texts.get("import.start", rows);
    }

    private int writable() {
        ImportSummary summary = model.summaryProperty().get();
        List<SheetRow> rows = summary == null ? List.of() : SheetRow.of(summary);
        return PreviewPane.sum(rows, SheetReport::accepted) + PreviewPane.sum(rows, SheetReport::updated);
    }

    private boolean mayGoOn(ImportStep step) {
        return switch (step) {
            case CHOOSE -> model.files().stream().anyMatch(file -> file.error() == null);
            case COLUMNS -> model.anySheet();
            case PREVIEW -> model.summaryProperty().get() != null;
            default -> false;
        };
    }

    private void next() {
        switch (model.stepProperty().get()) {
            case CHOOSE -> model.toColumns();
            case COLUMNS -> model.toPreview();
            case PREVIEW -> model.write();
            default -> view.requestFocus();
        }
    }

    private void back() {
        if (model.stepProperty().get() == ImportStep.PREVIEW) {
            model.toColumns();
        } else {
            model.toFiles();
        }
    }

    /** Shows in the foot what is under way, and a way to stop it. Once the files are read, Enter goes on. */
    private void running(Work<?> work) {
        progress.getChildren().clear();
        if (work != null) {
            ProgressBar bar = new ProgressBar();
            bar.progressProperty().bind(work.progressProperty());
            Label what = Wizard.fixed("", "quiet");
            what.textProperty().bind(Bindings.when(work.messageProperty().isEmpty()).then(work.title())
                .otherwise(work.messageProperty()));
            progress.getChildren().setAll(bar, what, Wizard.button(texts.get("button.cancel"), "fth-x", this::cancel));
        }
        buttons();
        if (work == null && model.stepProperty().get() == ImportStep.CHOOSE && !next.isDisabled()) {
            next.requestFocus();
        }
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        focus(model.stepProperty().get());
    }

    @Override
    public boolean perform(DeskAction action) {
        if (action == DeskAction.CLOSE && model.runningProperty().get() == null
            && (model.stepProperty().get() == ImportStep.COLUMNS || model.stepProperty().get() == ImportStep.PREVIEW)) {
            back();
            return true;
        }
        if (action == DeskAction.SAVE_NEXT && foot.isVisible() && !next.isDisabled()) {
            next();
            return true;
        }
        if (action == DeskAction.NEW && model.stepProperty().get() == ImportStep.DONE) {
            model.restart();
            return true;
        }
        return false;
    }
}
