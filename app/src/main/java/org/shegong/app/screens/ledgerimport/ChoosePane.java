package org.shegong.app.screens.ledgerimport;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.ledger.LedgerFile;

/** The first step: files by button or dropped, each with what was recognised or why it cannot be read. */
final class ChoosePane {
    private static final String FOLDER = "import.folder";
    private final BorderPane view = new BorderPane();
    private final VBox list = new VBox(6);
    private final VBox target = new VBox(10);
    private final Button choose;
    private final AppContext context;
    private final Texts texts;
    private final ImportViewModel model;

    ChoosePane(AppContext context, ImportViewModel model) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        choose = Wizard.button(texts.get("import.choose.button"), "fth-folder-plus", this::choose);
        choose.getStyleClass().add("accent");
        choose.setId("import-choose");
        target.setAlignment(Pos.CENTER);
        target.getStyleClass().add("drop-target");
        target.getChildren().setAll(new FontIcon("fth-upload"), Wizard.label(texts.get("import.choose.title"),
            "state-title"), Wizard.label(texts.get("import.choose.text"), "quiet"), choose);
        target.setOnDragOver(this::over);
        target.setOnDragExited(event -> target.getStyleClass().remove("dragging"));
        target.setOnDragDropped(this::dropped);
        view.setTop(target);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        list.getStyleClass().add("file-list");
        view.setCenter(scroll);
        model.files().addListener((ListChangeListener<LedgerFile>) change -> show());
        show();
    }

    Node view() {
        return view;
    }

    void focus() {
        choose.requestFocus();
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            if (!target.getStyleClass().contains("dragging")) {
                target.getStyleClass().add("dragging");
            }
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        model.add(event.getDragboard().getFiles().stream().map(File::toPath).filter(Files::isRegularFile).toList());
        event.setDropCompleted(true);
        event.consume();
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("import.title"));
        chooser.getExtensionFilters().setAll(
            new FileChooser.ExtensionFilter(texts.get("import.choose.filter"), "*.xlsx", "*.xls", "*.csv", "*.XLSX", "*.XLS",
                "*.CSV"),
            new FileChooser.ExtensionFilter(texts.get("import.choose.any"), "*.*"));
        String kept = context.settings().text(FOLDER, "");
        if (!kept.isEmpty() && Files.isDirectory(Path.of(kept))) {
            chooser.setInitialDirectory(new File(kept));
        }
        List<File> chosen = chooser.showOpenMultipleDialog(context.overlays().window());
        if (chosen != null && !chosen.isEmpty()) {
            context.settings().put(FOLDER, chosen.get(0).getAbsoluteFile().getParent());
            model.add(chosen.stream().map(File::toPath).toList());
        }
    }

    private void show() {
        list.getChildren().clear();
        if (!model.files().isEmpty()) {
            list.getChildren().add(Wizard.label(texts.get("import.files", model.files().size()), "side-title"));
        }
        model.files().forEach(file -> list.getChildren().add(line(file)));
        if (!model.files().isEmpty() && model.files().stream().allMatch(file -> file.error() != null)) {
            list.getChildren().add(Wizard.label(texts.get("import.none_readable"), "trouble"));
        }
    }

    private Node line(LedgerFile file) {
        boolean readable = file.error() == null;
        long known = file.sheets().stream().filter(sheet -> sheet.mapping() != null).count();
        HBox line = new HBox(8, new FontIcon(readable ? "fth-file-text" : "fth-alert-triangle"),
            Wizard.fixed(file.name()), Wizard.label(readable
                ? texts.get("import.file.sheets", file.sheets().size(), known)
                : texts.get("import.file.unreadable", model.reason(file.error())), readable ? "quiet" : "trouble"),
            Wizard.space(), remove(file));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("file-line");
        return line;
    }

    private Button remove(LedgerFile file) {
        Button remove = new Button(null, new FontIcon("fth-x"));
        remove.getStyleClass().addAll("button-icon", "flat", "small");
        remove.setAccessibleText(texts.get("import.file.remove"));
        remove.setTooltip(new javafx.scene.control.Tooltip(texts.get("import.file.remove")));
        remove.setOnAction(event -> model.remove(file));
        return remove;
    }
}
