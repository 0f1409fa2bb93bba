package org.shegong.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.shegong.app.AppContext;
import org.shegong.app.Changes;
import org.shegong.app.DeskAction;
import org.shegong.app.backups.AutoBackup;
import org.shegong.app.backups.WhileClosed;
import org.shegong.app.i18n.Texts;
import org.shegong.app.screens.start.SetupScreen;
import org.shegong.app.screens.start.SignInScreen;
import org.shegong.app.screens.start.StartContext;
import org.shegong.app.session.IdleLock;
import org.shegong.app.session.SealOffice;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.Station;
import org.shegong.db.backup.AutomaticBackup;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.backup.BackupSecret;
import org.shegong.db.backup.Rekeying;
import org.shegong.db.backup.Restore;
import org.shegong.db.backup.RestoreResult;
import org.shegong.db.security.Account;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KeyRing;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;

/** The one window: the way to an opened station first, then the desk, with overlays above both. */
public final class DeskWindow {
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 768;
    private static final DateTimeFormatter LAST = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private final Stage stage;
    private final Texts texts;
    private final Tasks tasks;
    private final Settings settings;
    private final StackPane page = new StackPane();
    private final OverlayPane overlays;
    private final IdleWatch idle;
    private final Leaving leaving;
    private Runnable closed = () -> { };
    private DeskStart start;
    private Closing closing = Closing.NO;
    private int lockAfter = IdleLock.NEVER;
    private Optional<Desk> desk = Optional.empty();
    private Optional<StationSession> session = Optional.empty();
    private Optional<AutoBackup> copies = Optional.empty();

    /** How far the window is on its way to an end; WORKING brings something to its end first and goes on. */
    private enum Closing { NO, KEEPING, COPYING, WORKING, ENDING }

    /** Builds the window without showing it. Window thread only. */
    public DeskWindow(Stage stage, Texts texts, Tasks tasks, Settings settings) {
        this.stage = stage;
        this.texts = texts;
        this.tasks = tasks;
        this.settings = settings;
        DeskFonts.load();
        this.overlays = new OverlayPane(page, texts, tasks);
        StackPane root = new StackPane(page, overlays.view());
        root.getStyleClass().add("desk-root");
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(root, Math.min(WIDTH, room.getWidth()), Math.min(HEIGHT, room.getHeight()));
        DeskStyle.dress(scene, settings.fontSize());
        idle = new IdleWatch(tasks, System::nanoTime, () -> lock(session.map(open -> open.account().name()).orElse("")));
        idle.watch(scene);
        leaving = new Leaving(texts, tasks, this::show);
        new ShortcutKeys(scene, overlays, this::deskInFront).install();
        tasks.onFailure(overlays::error);
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> unexpected(failure));
        stage.setScene(scene);
        stage.setMaximized(room.getWidth() <= WIDTH);
        stage.setTitle(texts.get("product.name"));
        stage.setOnCloseRequest(this::close);
    }

    /** Keys reach the desk only while it is in sight. */
    private Optional<Desk> deskInFront() {
        return desk.filter(open -> open.view().getScene() != null);
    }

    private void unexpected(Throwable failure) {
        System.getLogger(DeskWindow.class.getName()).log(System.Logger.Level.ERROR, "unexpected", failure);
        overlays.error(failure);
    }

    /** Called after the window has closed and the station's file with it. */
    public void onClosed(Runnable listener) {
        closed = listener;
    }

    /** Shows the window: the desk when a station is open already, else the way to one. */
    public void begin(DeskStart given) {
        start = given;
        stage.show();
        start.opened().ifPresentOrElse(this::opened, this::askForPassword);
    }

    private void askForPassword() {
        StartContext context = new StartContext(start.folder(), start.clock(), start.user(), tasks, texts, overlays,
            this::opened);
        Path folder = start.folder();
        tasks.work(progress -> {
            Restore.finishInterrupted(folder);
            return Files.exists(folder.resolve(KeyRing.FILE_NAME));
        }).onSuccess(exists -> show(exists ? new SignInScreen(context).view() : new SetupScreen(context).view()))
            .onError(failure -> {
                overlays.error(failure);
                show(new SignInScreen(context).view());
            }).start();
    }

    private void opened(StationSession given) {
        session = Optional.of(given);
        tasks.work(progress -> new Opened(stationName(given.station()), new IdleLock(given.station()).minutes()))
            .onSuccess(read -> {
                showDesk(given, read.name());
                lockAfter = read.lockAfter();
                idle.begin(lockAfter);
                greet(given);
            }).start();
    }

    /** What the desk begins with. */
    private record Opened(String name, int lockAfter) {
    }

    private String stationName(Station station) {
        return station.records().list(ListQuery.all("station")).stream().map((RecordData data) -> data.text("name"))
            .findFirst().orElse(texts.get("product.name"));
    }

    private void showDesk(StationSession given, String name) {
        Changes changes = new Changes(given.station().clock());
        AutoBackup watching = new AutoBackup(given, tasks, settings, texts, changes);
        Desk next = new Desk(ScreenList.entries(given, watching, new WhileClosed(this::restore, this::rekey),
            () -> desk.ifPresent(open -> open.perform(DeskAction.HELP))), name);
        AppContext context = new AppContext(given.station(), tasks, texts, settings, given.station().clock(),
            changes, next, overlays, next::newEditor);
        String own = given.account().name();
        next.begin(context, watching, () -> lock(own), new UserSwitch(given.keyRing().accounts().stream()
            .map(Account::name).filter(other -> !other.equals(own)).toList(), this::lock));
        desk = Optional.of(next);
        copies = Optional.of(watching);
        watching.begin(() -> new CopyReminder(watching, context).show());
        stage.setTitle(texts.get("window.title", name));
        show(next.view());
        tasks.work(progress -> new SealOffice(given).catchUp()).onSuccess(sealed -> {
            if (sealed > 0) {
                changes.saved();
            }
        }).start();
    }

    /** Keeps what was typed and closes the station; a password opens it again. */
    private void lock(String nextUser) {
        idle.rest();
        overlays.closeAll();
        desk.ifPresent(open -> leaving.from(open, () -> locked(nextUser), Optional.empty()));
    }

    private void locked(String nextUser) {
        copies.ifPresent(AutoBackup::stop);
        desk = Optional.empty();
        closing = Closing.NO;
        Optional<StationSession> open = session;
        session = Optional.empty();
        show(leaving.waiting("leaving.closing"));
        start = new DeskStart(start.folder(), start.clock(), nextUser, Optional.empty());
        tasks.whenQuiet(() -> tasks.work(progress -> {
            open.ifPresent(StationSession::close);
            return null;
        }).onEnd(this::askForPassword).start());
    }

    /** Says when this account was here before, so that a stranger's visit is noticed. */
    private void greet(StationSession given) {
        given.last().at().ifPresent(at -> {
            String when = LAST.format(at.atZone(start.clock().getZone()));
            overlays.toast(given.last().failures() == 0 ? texts.get("sign_in.last", when)
                : texts.get("sign_in.last_failed", when, given.last().failures()));
        });
        if (!given.rolesIntact()) {
            overlays.toast(texts.get("accounts.edited_outside"));
        }
    }

    /** Brings a backup back: the station is closed first, and opened anew with its password. */
    private void restore(Path file) {
        overlays.closeAll();
        desk.ifPresent(open -> leaving.from(open, () -> bringBack(file), Optional.of(() -> show(open.view()))));
    }

    private void bringBack(Path file) {
        whileClosed("backup.restoring", (folder, key) -> new Restore(start.clock()).from(file, folder,
            new BackupSecret.Key(key)), this::restored);
    }

    /** Moves the station into a file with another key; the station is closed first, and opened anew. */
    private void rekey() {
        overlays.closeAll();
        desk.ifPresent(open -> leaving.from(open, () -> whileClosed("rekey.working",
            (folder, key) -> new Rekeying(start.clock()).run(folder, key), this::rekeyed),
            Optional.of(() -> show(open.view()))));
    }

    private void rekeyed(Rekeying.Result result) {
        if (result instanceof Rekeying.Result.Done done) {
            overlays.toast(texts.get("rekey.done", done.replaced().map(Path::getFileName).map(Path::toString).orElse("")));
        } else if (result instanceof Rekeying.Result.NotYet) {
            overlays.toast(texts.get("rekey.not_yet"));
        } else if (result instanceof Rekeying.Result.Refused refused) {
            overlays.toast(texts.get("rekey.refused", texts.get(refused.problem().messageKey())));
        }
    }

    private <T> void whileClosed(String title, BiFunction<Path, DataKey, T> work, Consumer<T> told) {
        StationSession open = session.orElseThrow();
        Path folder = open.folder();
        copies.ifPresent(AutoBackup::stop);
        idle.rest();
        desk = Optional.empty();
        session = Optional.empty();
        closing = Closing.WORKING;
        show(leaving.waiting(title));
        tasks.work(progress -> {
            try (DataKey key = open.key().copy()) {
                open.close();
                return work.apply(folder, key);
            }
        }).titled(texts.get(title)).onSuccess(told).onEnd(this::reopen).start();
    }

    private void restored(RestoreResult result) {
        if (result instanceof RestoreResult.Restored restored) {
            overlays.toast(texts.get("backup.restored", restored.manifest().station(),
                restored.replaced().map(Path::toString).orElse("")));
        } else if (result instanceof RestoreResult.Refused refused) {
            overlays.toast(texts.get(refused.problem().messageKey()));
        }
    }

    private void reopen() {
        closing = Closing.NO;
        start = new DeskStart(start.folder(), start.clock(), start.user(), Optional.empty());
        askForPassword();
    }

    private void show(Node content) {
        page.getChildren().setAll(content);
    }

    /**
     * A first request to close waits until what was typed is kept, and for a copy of what no copy holds. A second one
     * while the copy is made does not wait for it.
     */
    private void close(WindowEvent request) {
        request.consume();
        if (closing == Closing.COPYING || closing == Closing.NO && desk.isEmpty()) {
            end();
        } else if (closing == Closing.NO) {
            closing = Closing.KEEPING;
            idle.rest();
            overlays.closeAll();
            leaving.from(desk.get(), this::copyAndEnd, Optional.of(this::stay));
        }
    }

    private void stay() {
        closing = Closing.NO;
        desk.ifPresent(open -> show(open.view()));
        idle.begin(lockAfter);
    }

    private void copyAndEnd() {
        closing = Closing.COPYING;
        if (copies.filter(AutoBackup::isNeeded).isPresent()) {
            ClosingCard card = new ClosingCard(texts, this::end);
            show(card.view());
            copies.get().now(outcome -> copied(outcome, card));
        } else {
            end();
        }
    }

    private void copied(AutomaticBackup.Outcome outcome, ClosingCard card) {
        boolean secondOld = outcome.second().filter(BackupResult.Failed.class::isInstance).isPresent()
            && copies.get().oldProperty().get();
        if (outcome.own() instanceof BackupResult.Failed || secondOld) {
            card.failed(copies.get().problemProperty().get());
        } else {
            end();
        }
    }

    /** Whatever still writes comes to its end first; the file is closed beside the window. */
    private void end() {
        closing = Closing.ENDING;
        copies.ifPresent(AutoBackup::stop);
        Optional<StationSession> open = session;
        session = Optional.empty();
        show(leaving.waiting("leaving.closing"));
        tasks.whenQuiet(() -> tasks.work(progress -> {
            open.ifPresent(StationSession::close);
            return null;
        }).onEnd(() -> {
            closed.run();
            stage.hide();
        }).start());
    }
}
