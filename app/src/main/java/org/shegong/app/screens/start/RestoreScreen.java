package org.shegong.app.screens.start;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.db.backup.BackupFile;
import org.shegong.db.backup.BackupManifest;
import org.shegong.db.backup.BackupSecret;
import org.shegong.db.backup.Restore;
import org.shegong.db.backup.RestorePreview;
import org.shegong.db.backup.RestoreResult;
import org.shegong.db.security.RecoveryKey;

/** Brings a backup to a computer that has no station yet, with a password of the backup or its recovery key. */
final class RestoreScreen {
    private static final String CLIENTS = "client";
    private static final String VISITS = "visit";
    private final StartContext context;
    private final Runnable restored;
    private final StartCard card;
    private final Label seen = new Label();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final TextField recovery = new TextField();
    private final Button bring;
    private Path file;

    /** @param restored called when the station is there and can be signed in to */
    RestoreScreen(StartContext context, Runnable back, Runnable restored) {
        this.context = context;
        this.restored = restored;
        card = new StartCard(context.texts().get("bring.title"), context.texts().get("bring.text"));
        Button choose = new Button(context.texts().get("bring.choose"), new FontIcon("fth-folder"));
        choose.setOnAction(event -> choose());
        card.add(choose);
        seen.setWrapText(true);
        seen.setText(context.texts().get("bring.nothing_chosen"));
        seen.getStyleClass().add("backup-seen");
        card.add(seen);
        user.setPromptText(context.texts().get("bring.user_prompt"));
        card.field(context.texts().get("bring.user"), user);
        card.field(context.texts().get("sign_in.password"), password);
        recovery.setPromptText(context.texts().get("recovery.prompt"));
        card.field(context.texts().get("bring.recovery"), recovery);
        bring = new Button(context.texts().get("backup.confirm"));
        bring.getStyleClass().add("accent");
        bring.setDisable(true);
        bring.setOnAction(event -> bring());
        Button cancel = new Button(context.texts().get("button.back"));
        cancel.setOnAction(event -> back.run());
        card.buttons(bring, cancel);
        context.tasks().inWindow(choose::requestFocus);
    }

    Node view() {
        return card.view();
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(context.texts().get("backup.choose_file"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(context.texts().get("backup.title"),
            "*" + BackupFile.EXTENSION));
        File chosen = chooser.showOpenDialog(context.overlays().window());
        if (chosen != null) {
            show(chosen.toPath());
        }
    }

    /** Shows what is inside a backup; it needs no password for that. */
    void show(Path chosen) {
        card.problem("");
        card.busy(true);
        context.tasks().work(progress -> new Restore(context.clock()).preview(chosen))
            .onSuccess(preview -> shown(chosen, preview)).onEnd(() -> {
                card.busy(false);
                bring.setDisable(file == null);
            }).start();
    }

    private void shown(Path chosen, RestorePreview preview) {
        if (preview instanceof RestorePreview.Refused refused) {
            file = null;
            seen.setText(context.texts().get("bring.nothing_chosen"));
            card.problem(context.texts().get(refused.problem().messageKey()));
        } else if (preview instanceof RestorePreview.Readable readable) {
            file = chosen;
            BackupManifest manifest = readable.manifest();
            seen.setText(context.texts().get("bring.seen", manifest.station(),
                manifest.created().replace('T', ' '), manifest.counts().getOrDefault(CLIENTS, 0L),
                manifest.counts().getOrDefault(VISITS, 0L)));
            user.setText(readable.accounts().get(0).name());
            context.tasks().inWindow(password::requestFocus);
        }
    }

    private void bring() {
        char[] typed = password.getText().toCharArray();
        BackupSecret secret = new BackupSecret.Password(user.getText().strip(), typed);
        if (!recovery.getText().isBlank()) {
            RecoveryKey.Typed read = RecoveryKey.parse(recovery.getText());
            if (read instanceof RecoveryKey.Typed.Refused refused) {
                card.problem(context.texts().get(refused.problem().messageKey()));
                return;
            }
            secret = new BackupSecret.Recovery(((RecoveryKey.Typed.Read) read).key());
        }
        restore(secret, typed);
    }

    private void restore(BackupSecret secret, char[] typed) {
        Path chosen = file;
        card.problem("");
        card.busy(true);
        context.tasks().work(progress -> {
            try {
                return new Restore(context.clock()).from(chosen, context.folder(), secret);
            } finally {
                Arrays.fill(typed, '\0');
            }
        }).onSuccess(this::ended).onEnd(() -> card.busy(false)).start();
    }

    private void ended(RestoreResult result) {
        if (result instanceof RestoreResult.Restored done) {
            password.clear();
            recovery.clear();
            context.overlays().toast(context.texts().get("bring.done", done.manifest().station()));
            restored.run();
        } else if (result instanceof RestoreResult.Refused refused) {
            card.problem(context.texts().get(refused.problem().messageKey()));
        }
    }
}
