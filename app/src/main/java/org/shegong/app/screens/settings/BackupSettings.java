package org.shegong.app.screens.settings;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.backups.AutoBackup;
import org.shegong.app.backups.CopyAges;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.StationName;
import org.shegong.app.session.StationSession;
import org.shegong.db.backup.AutomaticBackup;
import org.shegong.db.backup.Backup;
import org.shegong.db.backup.BackupFile;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.security.Right;

/** The copies there are and their age, a second disk, restoring, and the yearly rehearsal. */
final class BackupSettings {
    private static final int MOST_DAYS = 90;
    private final AppContext context;
    private final Texts texts;
    private final StationSession session;
    private final AutoBackup copies;
    private final Consumer<Path> restore;
    private final Label problem = new Label();
    private final Label rehearsed = new Label();
    private final Node view;

    /** @param restore closes the station and brings back the copy in this file */
    BackupSettings(AppContext context, StationSession session, AutoBackup copies, Consumer<Path> restore) {
        this.context = context;
        this.texts = context.texts();
        this.session = session;
        this.copies = copies;
        this.restore = restore;
        problem.getStyleClass().add("trouble");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        copies.problemProperty().addListener((property, before, now) -> problem.setText(now));
        problem.setText(copies.problemProperty().get());
        view = new SettingsCard(texts.get("backup.title"), texts.get("copies.text"), problem, state(true),
            state(false), may(Right.BACKUP, SettingsCard.line(now(),
                button("copies.elsewhere", "fth-save", this::chooseFolder))), may(Right.BACKUP, second()), days(),
            SettingsCard.line(may(Right.RESTORE, button("backup.restore", "fth-rotate-ccw", this::chooseFile)),
                may(Right.BACKUP, button("rehearsal.start", "fth-check-circle", this::rehearse)), rehearsed)).view();
        showRehearsed();
    }

    Node view() {
        return view;
    }

    /** Leaves out what the role may not do. */
    private <T extends Node> T may(Right right, T node) {
        boolean shown = session.station().clearance().may(right);
        node.setVisible(shown);
        node.setManaged(shown);
        return node;
    }

    private Button button(String key, String icon, Runnable action) {
        Button button = new Button(texts.get(key), new FontIcon(icon));
        button.setOnAction(event -> action.run());
        return button;
    }

    private Button now() {
        Button now = button("copies.now", "fth-hard-drive", () -> copies.now(this::made));
        now.getStyleClass().add("accent");
        return now;
    }

    /** A line about the copies here or on the second disk. */
    private Label state(boolean own) {
        Label label = new Label();
        label.setWrapText(true);
        label.textProperty().bind(Bindings.createStringBinding(
            () -> own ? ownState(copies.agesProperty().get()) : secondState(copies.agesProperty().get()),
            copies.agesProperty()));
        return label;
    }

    private String ownState(CopyAges ages) {
        String age = ages.own().map(made -> CopyAges.age(made, texts, context.clock()))
            .orElse(texts.get("copies.never"));
        return texts.get("copies.own_state", age, AutomaticBackup.ownFolder(session.folder()));
    }

    private String secondState(CopyAges ages) {
        String age = ages.second().map(made -> CopyAges.age(made, texts, context.clock()))
            .orElse(texts.get("copies.never"));
        return copies.second().map(folder -> texts.get(ages.secondThere() ? "copies.second_state"
            : "copies.second_gone", age, folder)).orElse(texts.get("copies.no_second"));
    }

    private Node second() {
        Button forget = button("copies.forget_second", "fth-x", () -> copies.nameSecond(Optional.empty()));
        forget.disableProperty().bind(copies.agesProperty().map(ages -> !ages.secondNamed()));
        return SettingsCard.line(button("copies.name_second", "fth-plus-circle", this::chooseSecond), forget);
    }

    private Node days() {
        Spinner<Integer> days = new Spinner<>(1, MOST_DAYS, copies.remindDays());
        days.setPrefWidth(90);
        days.valueProperty().addListener((property, before, now) -> copies.setRemindDays(now));
        Label words = new Label(texts.get("copies.days"));
        words.setLabelFor(days);
        return SettingsCard.line(words, days, new Label(texts.get("copies.days_unit")));
    }

    private void chooseSecond() {
        choose("copies.choose_second").ifPresent(folder -> copies.nameSecond(Optional.of(folder)));
    }

    private void chooseFolder() {
        choose("backup.choose_folder").ifPresent(folder -> context.tasks().work(progress ->
            new Backup(session.station().file(), session.key(), context.clock())
                .to(folder, StationName.of(session.station()))).titled(texts.get("backup.making"))
            .onSuccess(this::madeOne).start());
    }

    private Optional<Path> choose(String title) {
        problem.setText("");
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get(title));
        File last = copies.second().map(Path::toFile).orElse(new File(System.getProperty("user.home")));
        if (last.isDirectory()) {
            chooser.setInitialDirectory(last);
        }
        return Optional.ofNullable(chooser.showDialog(context.overlays().window())).map(File::toPath);
    }

    private void made(AutomaticBackup.Outcome outcome) {
        madeOne(outcome.own());
        outcome.second().filter(BackupResult.Failed.class::isInstance).ifPresent(failed ->
            problem.setText(copies.problemProperty().get()));
    }

    private void madeOne(BackupResult result) {
        if (result instanceof BackupResult.Done done) {
            problem.setText("");
            context.overlays().toast(texts.get("backup.made", done.file().getFileName()));
        } else if (result instanceof BackupResult.Failed failed) {
            problem.setText(texts.get(failed.problem().messageKey()));
        }
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("backup.choose_file"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("backup.title"),
            "*" + BackupFile.EXTENSION));
        File own = AutomaticBackup.ownFolder(session.folder()).toFile();
        if (own.isDirectory()) {
            chooser.setInitialDirectory(own);
        }
        File file = chooser.showOpenDialog(context.overlays().window());
        if (file != null) {
            showBeforeRestore(file.toPath());
        }
    }

    /** Opens a backup and shows what restoring it would mean. */
    void showBeforeRestore(Path file) {
        look(file, contents -> {
            BackupContentsCard card = BackupContentsCard.restore(context, contents, context.overlays()::close, () -> {
                context.overlays().close();
                restore.accept(file);
            });
            context.overlays().dialog(card.view(), card.firstFocus());
        });
    }

    private void rehearse() {
        context.tasks().work(progress -> newest(StationName.of(session.station())))
            .onSuccess(found -> found.ifPresentOrElse(file -> look(file, this::rehearsedWell),
                () -> problem.setText(texts.get("rehearsal.no_copy")))).start();
    }

    /** The second disk's newest copy when it can be reached, since that one is seldom tried; else the own one. */
    private Optional<Path> newest(String station) {
        Path own = AutomaticBackup.ownFolder(session.folder());
        return copies.second().flatMap(folder -> newest(folder, station)).or(() -> newest(own, station));
    }

    private static Optional<Path> newest(Path folder, String station) {
        return AutomaticBackup.newest(folder, station).map(copy -> folder.resolve(copy.name()));
    }

    private void rehearsedWell(BackupContents.Usable contents) {
        copies.rehearsedToday();
        showRehearsed();
        BackupContentsCard card = BackupContentsCard.rehearsal(context, contents, context.overlays()::close);
        context.overlays().dialog(card.view(), card.firstFocus());
    }

    private void showRehearsed() {
        rehearsed.setText(copies.rehearsed().map(day -> texts.get("rehearsal.last", day))
            .orElse(texts.get("rehearsal.never")));
        rehearsed.getStyleClass().setAll("label", copies.isRehearsalDue() ? "trouble" : "quiet");
    }

    private void look(Path file, Consumer<BackupContents.Usable> then) {
        problem.setText("");
        context.tasks().work(progress -> BackupContents.of(file, session)).titled(texts.get("backup.reading"))
            .onSuccess(contents -> {
                if (contents instanceof BackupContents.Usable usable) {
                    then.accept(usable);
                } else if (contents instanceof BackupContents.Refused refused) {
                    problem.setText(texts.get(refused.problem().messageKey()));
                }
            }).start();
    }
}
