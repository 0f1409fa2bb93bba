package org.shegong.app.controls;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.print.PrinterJob;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.Overlays;
import org.shegong.app.i18n.Texts;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.security.RecoverySheet;

/** A recovery sheet on screen with the two ways to keep it: paper, or a file outside the station's folder. */
public final class KeptSheet {
    private final Label text = new Label();
    private final Button print;
    private final Button save;
    private final RecoverySheet sheet;
    private final Path folder;
    private final Tasks tasks;
    private final Texts texts;
    private final Overlays overlays;
    private Consumer<String> problem = words -> { };
    private Runnable kept = () -> { };

    /** @param folder of the station, where the sheet must not lie */
    public KeptSheet(RecoverySheet sheet, Path folder, Tasks tasks, Texts texts, Overlays overlays) {
        this.sheet = sheet;
        this.folder = folder;
        this.tasks = tasks;
        this.texts = texts;
        this.overlays = overlays;
        text.setText(String.join("\n", sheet.lines()));
        text.getStyleClass().add("recovery-sheet");
        text.setWrapText(true);
        print = new Button(texts.get("button.print"), new FontIcon("fth-printer"));
        print.setOnAction(event -> print());
        save = new Button(texts.get("sheet.save"), new FontIcon("fth-save"));
        save.setOnAction(event -> choose());
    }

    /** Called with what is wrong; empty when nothing is any more. */
    public void onProblem(Consumer<String> listener) {
        problem = listener;
    }

    /** Called when the sheet was printed or saved. */
    public void onKept(Runnable listener) {
        kept = listener;
    }

    /** The sheet itself. */
    public Label text() {
        return text;
    }

    public Button printButton() {
        return print;
    }

    public Button saveButton() {
        return save;
    }

    private void print() {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            problem.accept(texts.get("print.no_printer"));
        } else if (job.showPrintDialog(overlays.window()) && job.printPage(text) && job.endJob()) {
            done();
        }
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("sheet.save"));
        chooser.setInitialFileName(texts.get("sheet.file"));
        File file = chooser.showSaveDialog(overlays.window());
        if (file != null) {
            saveTo(file.toPath());
        }
    }

    private void saveTo(Path file) {
        if (file.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
            problem.accept(texts.get("sheet.elsewhere"));
            return;
        }
        tasks.work(progress -> {
            sheet.writeTo(file);
            return file;
        }).onSuccess(written -> done()).start();
    }

    private void done() {
        problem.accept("");
        kept.run();
    }
}
