package org.shegong.app.screens.report;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.shegong.app.AppContext;
import org.shegong.app.i18n.Texts;
import org.shegong.app.tasks.Work;

/** Asks which files to write and where, shows how far the writing is, and can stop it. */
final class ExportCard {
    private final VBox view;
    private final Button start;
    private final HBox progress = new HBox(8);
    private final AppContext context;
    private final Texts texts;
    private final ExportViewModel model;

    /** @param what name of what is exported, for people */
    ExportCard(AppContext context, ExportViewModel model, String what) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        start = Parts.button(texts.get("export.start"), "fth-download", this::begin);
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        start.setId("export-start");
        List<Node> body = new ArrayList<>();
        model.formats().forEach((format, wanted) -> body.add(box(format, wanted)));
        body.add(folder());
        progress.setAlignment(Pos.CENTER_LEFT);
        progress.managedProperty().bind(progress.visibleProperty());
        progress.setVisible(false);
        body.add(progress);
        Button cancel = Parts.button(texts.get("button.close"), "fth-x", () -> context.overlays().close(card()));
        view = Parts.card(texts.get("export.title", what), body, cancel, start);
        model.runningProperty().addListener((property, before, work) -> running(work));
    }

    private Node card() {
        return view;
    }

    void show() {
        context.overlays().dialog(view, start);
    }

    private CheckBox box(ExportViewModel.Format format, BooleanProperty wanted) {
        CheckBox box = new CheckBox(texts.get("export.format." + format));
        box.selectedProperty().bindBidirectional(wanted);
        box.setOnAction(event -> start.setDisable(!model.ready()));
        return box;
    }

    private Node folder() {
        Label path = Parts.label(model.folder().folderProperty().get().toString(), "folder");
        model.folder().folderProperty().addListener((property, before, folder) -> path.setText(folder.toString()));
        Button choose = Parts.button(texts.get("export.choose"), "fth-folder", this::choose);
        HBox line = new HBox(8, Parts.fixed(texts.get("export.folder")), path, Parts.space(), choose);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("export.folder"));
        Path now = model.folder().folderProperty().get();
        if (Files.isDirectory(now)) {
            chooser.setInitialDirectory(now.toFile());
        }
        File chosen = chooser.showDialog(context.overlays().window());
        if (chosen != null) {
            model.folder().choose(chosen.toPath());
        }
    }

    private void begin() {
        if (model.ready() && model.runningProperty().get() == null) {
            model.start(() -> context.overlays().close(view));
        }
    }

    private void running(Work<?> work) {
        progress.setVisible(work != null);
        start.setDisable(work != null);
        progress.getChildren().clear();
        if (work != null) {
            ProgressBar bar = new ProgressBar();
            bar.progressProperty().bind(work.progressProperty());
            Label what = Parts.fixed("", "quiet");
            what.textProperty().bind(work.messageProperty());
            progress.getChildren().addAll(bar, what, Parts.space(),
                Parts.button(texts.get("export.cancel"), "fth-x", work::cancel));
        }
    }
}
