package org.shegong.app.screens.start;

import java.nio.file.Path;
import java.io.File;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.db.security.RecoverySheet;

/** The recovery sheet; setting up goes on only after it was printed or saved outside the station's folder. */
final class SheetScreen {
    private final StartContext context;
    private final RecoverySheet sheet;
    private final StartCard card;
    private final Label text = new Label();
    private final Button next;

    SheetScreen(StartContext context, RecoverySheet sheet, Runnable done) {
        this.context = context;
        this.sheet = sheet;
        card = new StartCard(context.texts().get("sheet.title"), context.texts().get("sheet.text"));
        text.setText(String.join("\n", sheet.lines()));
        text.getStyleClass().add("recovery-sheet");
        text.setWrapText(true);
        card.add(text);
        next = new Button(context.texts().get("sheet.next"));
        next.getStyleClass().add("accent");
        next.setDisable(true);
        next.setOnAction(event -> done.run());
        Button print = new Button(context.texts().get("button.print"), new FontIcon("fth-printer"));
        print.setOnAction(event -> print());
        Button save = new Button(context.texts().get("sheet.save"), new FontIcon("fth-save"));
        save.setOnAction(event -> choose());
        card.buttons(next, print, save);
        context.tasks().inWindow(save::requestFocus);
    }

    Node view() {
        return card.view();
    }

    private void print() {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            card.problem(context.texts().get("print.no_printer"));
        } else if (job.showPrintDialog(context.overlays().window()) && job.printPage(text) && job.endJob()) {
            kept();
        }
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(context.texts().get("sheet.save"));
        chooser.setInitialFileName(context.texts().get("sheet.file"));
        File file = chooser.showSaveDialog(context.overlays().window());
        if (file != null) {
            saveTo(file.toPath());
        }
    }

    private void saveTo(Path file) {
        if (file.toAbsolutePath().normalize().startsWith(context.folder().toAbsolutePath().normalize())) {
            card.problem(context.texts().get("sheet.elsewhere"));
            return;
        }
        context.tasks().work(progress -> {
            sheet.writeTo(file);
            return file;
        }).onSuccess(written -> kept()).start();
    }

    private void kept() {
        card.problem("");
        next.setDisable(false);
        next.requestFocus();
    }
}
