package org.shegong.app.screens.settings;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.session.StationName;
import org.shegong.app.session.StationSession;
import org.shegong.db.backup.Backup;
import org.shegong.db.backup.BackupFile;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.backup.Restore;
import org.shegong.db.backup.RestorePreview;

/** Makes a verified copy, and brings one back. */
final class BackupSettings {
    private final AppContext context;
    private final StationSession session;
    private final Consumer<Path> restore;
    private final Label problem = new Label();
    private final Node view;

    /** @param restore closes the station and brings back the copy in this file */
    BackupSettings(AppContext context, StationSession session, Consumer<Path> restore) {
        this.context = context;
        this.session = session;
        this.restore = restore;
        Button make = new Button(context.texts().get("backup.make"), new FontIcon("fth-hard-drive"));
        make.getStyleClass().add("accent");
        make.setOnAction(event -> chooseFolder());
        Button bring = new Button(context.texts().get("backup.restore"), new FontIcon("fth-rotate-ccw"));
        bring.setOnAction(event -> chooseFile());
        problem.getStyleClass().add("trouble");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        view = new SettingsCard(context.texts().get("backup.title"), context.texts().get("backup.text"), problem,
            SettingsCard.line(make, bring)).view();
    }

    Node view() {
        return view;
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(context.texts().get("backup.choose_folder"));
        File last = new File(context.settings().text("backup.to", System.getProperty("user.home")));
        if (last.isDirectory()) {
            chooser.setInitialDirectory(last);
        }
        File folder = chooser.showDialog(context.overlays().window());
        if (folder != null) {
            make(folder.toPath());
        }
    }

    private void make(Path folder) {
        problem.setText("");
        context.tasks().work(progress -> new Backup(session.station().file(), session.key(), context.clock())
            .to(folder, StationName.of(session.station()))).titled(context.texts().get("backup.making"))
            .onSuccess(result -> made(result, folder)).start();
    }

    private void made(BackupResult result, Path folder) {
        if (result instanceof BackupResult.Done done) {
            context.settings().put("backup.to", folder.toString());
            context.settings().put("backup.at", LocalDateTime.now(context.clock()).toString());
            context.overlays().toast(context.texts().get("backup.made", done.file().getFileName()));
        } else if (result instanceof BackupResult.Failed failed) {
            problem.setText(context.texts().get(failed.problem().messageKey()));
        }
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(context.texts().get("backup.choose_file"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(context.texts().get("backup.title"),
            "*" + BackupFile.EXTENSION));
        File file = chooser.showOpenDialog(context.overlays().window());
        if (file != null) {
            context.tasks().work(progress -> new Restore(context.clock()).preview(file.toPath()))
                .titled(context.texts().get("backup.reading")).onSuccess(seen -> ask(seen, file.toPath())).start();
        }
    }

    private void ask(RestorePreview preview, Path file) {
        if (preview instanceof RestorePreview.Refused refused) {
            problem.setText(context.texts().get(refused.problem().messageKey()));
        } else if (preview instanceof RestorePreview.Readable readable) {
            problem.setText("");
            context.overlays().confirm(context.texts().get("backup.confirm_title"),
                context.texts().get("backup.confirm_text", readable.manifest().station(),
                    readable.manifest().createdAt().toString().replace('T', ' ')),
                context.texts().get("backup.confirm"), () -> restore.accept(file));
        }
    }
}
