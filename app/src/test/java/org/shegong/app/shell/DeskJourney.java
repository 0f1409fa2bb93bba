package org.shegong.app.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on a station of a test: begun, waited for, looked at, closed, and begun anew. */
final class DeskJourney {
    private final Stage stage;
    private final Path settingsFile;
    private final int patienceSeconds;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Settings settings;
    private Tasks tasks;
    private DeskWindow window;

    /**
     * @param folder keeps the settings of the computer
     * @param patienceSeconds how long something may take to come about
     */
    DeskJourney(Stage stage, Path folder, int patienceSeconds) {
        this.stage = stage;
        this.settingsFile = folder.resolve("desk.properties");
        this.patienceSeconds = patienceSeconds;
    }

    /** Starts the program. */
    void begin(DeskStart start) {
        closed.set(false);
        fx(() -> {
            settings = new Settings(settingsFile);
            tasks = Tasks.threaded(Platform::runLater);
            window = new DeskWindow(stage, Texts.bundled(), tasks, settings);
            window.onClosed(() -> closed.set(true));
            window.begin(start);
            return null;
        });
    }

    /** Starts the program on a station that nobody has signed in to. */
    void begin(Path station, Clock clock) {
        begin(new DeskStart(station, clock, "", Optional.empty()));
    }

    /** Starts the program on an open station and waits for the desk. */
    void open(StationSession session, Clock clock) {
        begin(new DeskStart(session.folder(), clock, "", Optional.of(session)));
        await(() -> node(".navigation") != null);
    }

    Settings settings() {
        return settings;
    }

    /** True when the window has closed by itself or on request. */
    boolean isClosed() {
        return closed.get();
    }

    void requestToClose() {
        fx(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
    }

    /** Lets the threads of a closed window end, before the program is started anew. */
    void end() {
        fx(() -> {
            tasks.close();
            return null;
        });
    }

    /** Closes as a person in a hurry does. */
    void close() {
        if (window != null && closed.get()) {
            end();
        } else if (window != null) {
            WindowEnd.close(stage, window, tasks);
        }
    }

    <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(patienceSeconds * 1000L, action);
    }

    /** Waits for something to be so; asked on the window's thread. */
    void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(patienceSeconds, TimeUnit.SECONDS, () -> fx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("did not come about; window focused " + stage.isFocused() + ", keyboard at "
                + stage.getScene().getFocusOwner() + ", said " + fx(() -> stage.getScene().getRoot().lookupAll(".label")
                    .stream().map(node -> ((Labeled) node).getText()).filter(text -> text != null && !text.isBlank())
                    .limit(60).toList()), e);
        }
    }

    Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    boolean labelled(String text) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
            .anyMatch(node -> node instanceof Labeled label && text.equals(label.getText()));
    }
}
