package org.shegong.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.SeededStation;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.forms.Form;
import org.shegong.db.schema.Tables;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever ends the program or closes the station, what was typed is offered back where it was. */
@ExtendWith(ApplicationExtension.class)
class TypingJourneyTest {
    private static final int PATIENCE = 90;
    private static final String HALF_A_DATE = "2026-1";
    @TempDir
    Path folder;
    private final Clock clock = ProgramClock.on(SeededStation.TODAY);
    private final AtomicBoolean closed = new AtomicBoolean();
    private Stage stage;
    private Tasks tasks;
    private DeskWindow window;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close() {
        WindowEnd.close(stage, window, tasks);
    }

    private void begin(Path station, Optional<StationSession> session) {
        closed.set(false);
        fx(() -> {
            tasks = Tasks.threaded(Platform::runLater);
            window = new DeskWindow(stage, Texts.bundled(), tasks, new Settings(folder.resolve("desk.properties")));
            window.onClosed(() -> closed.set(true));
            window.begin(new DeskStart(station, clock, "", session));
            return null;
        });
    }

    private StationSession opened() {
        StationSession session = SeededStation.create(folder.resolve("station"), clock);
        begin(session.folder(), Optional.of(session));
        await(() -> node(".navigation") != null);
        return session;
    }

    private void openAVisit(FxRobot robot) {
        robot.press(KeyCode.ALT).type(KeyCode.Z).release(KeyCode.ALT);
        await(() -> node(".content .record-table") instanceof TableView<?> table && !table.getItems().isEmpty()
            && table.isFocused());
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        await(() -> node("#input-date") != null);
    }

    @Test
    void aPowerCutCostsNothingAndTheCursorStandsWhereItStood(FxRobot robot) throws IOException {
        StationSession before = opened();
        openAVisit(robot);
        type(robot, "#input-companions", "村干部韦叔");
        type(robot, "#input-date", HALF_A_DATE);
        Form visit = before.station().forms().form("visit");
        await(() -> before.station().file().read(db -> db.select(Tables.TYPING_DRAFT.RECORD_ID).from(Tables.TYPING_DRAFT)
            .fetch(Tables.TYPING_DRAFT.RECORD_ID)).stream().flatMap(id -> before.station().typing().of(visit, id).stream())
            .anyMatch(kept -> kept.raw().containsValue(HALF_A_DATE)));

        Path after = copyAsThePowerFails(before.folder());
        WindowEnd.close(stage, window, tasks);
        begin(after, Optional.empty());
        signIn(robot);
        goOn();
        await(() -> node("#input-date") instanceof TextField field && field.getText().equals(HALF_A_DATE));
        assertThat(((TextField) node("#input-companions")).getText()).isEqualTo("村干部韦叔");
        await(() -> node("#input-date").isFocused());

        type(robot, "#input-date", "昨天");
        robot.type(KeyCode.ESCAPE);
        await(() -> node("#input-date") == null);
        robot.press(KeyCode.ALT).type(KeyCode.L).release(KeyCode.ALT);
        await(() -> node("#recent-steps") instanceof ListView<?> list && !list.getItems().isEmpty());
        fire("#recent-steps", "撤销");
        await(() -> said("已撤销"));
        fire("#recent-steps", "重做");
        await(() -> said("已重做"));
    }

    @Test
    void theCrossOfTheWindowKeepsWhatWasJustTyped(FxRobot robot) {
        StationSession before = opened();
        openAVisit(robot);
        type(robot, "#input-companions", "村干部韦叔");
        type(robot, "#input-date", HALF_A_DATE);
        requestToClose();
        await(closed::get);
        fx(() -> {
            tasks.close();
            return null;
        });

        begin(before.folder(), Optional.empty());
        signIn(robot);
        goOn();
        await(() -> node("#input-date") instanceof TextField field && field.getText().equals(HALF_A_DATE));
        assertThat(((TextField) node("#input-companions")).getText()).isEqualTo("村干部韦叔");
        await(() -> node("#input-date").isFocused());
    }

    @Test
    void lockingWaitsForAFileThatIsBusyHoweverLong(FxRobot robot) throws InterruptedException {
        StationSession before = opened();
        openAVisit(robot);
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Thread writing = new Thread(() -> before.station().file().write(db -> {
            busy.countDown();
            try {
                return free.await(PATIENCE, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        writing.start();
        busy.await();
        type(robot, "#input-companions", "村干部韦叔");
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        await(() -> node(".progress-indicator") != null && node(".navigation") == null);
        assertThat(stage.getScene().lookup(".password-field")).isNull();
        free.countDown();
        writing.join();
        signIn(robot);
        openAVisit(robot);
        await(() -> node("#input-companions") instanceof TextField field && field.getText().equals("村干部韦叔"));
    }

    @Test
    void whenNothingCanBeKeptTheWindowStaysAndSaysSo(FxRobot robot) {
        StationSession before = opened();
        openAVisit(robot);
        type(robot, "#input-companions", "村干部韦叔");
        before.station().file().write(db -> db.execute("PRAGMA query_only = ON"));
        requestToClose();
        await(() -> node(".leaving-card") != null);
        assertThat(closed).isFalse();
        fire(".leaving-card", "回到窗口");
        await(() -> node("#input-companions") instanceof TextField field && field.getText().equals("村干部韦叔"));
        before.station().file().write(db -> db.execute("PRAGMA query_only = OFF"));
        requestToClose();
        await(closed::get);
        fx(() -> {
            tasks.close();
            return null;
        });
        begin(before.folder(), Optional.empty());
        signIn(robot);
        openAVisit(robot);
        await(() -> node("#input-companions") instanceof TextField field && field.getText().equals("村干部韦叔"));
    }

    private void requestToClose() {
        fx(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
    }

    private void signIn(FxRobot robot) {
        await(() -> stage.getScene().getFocusOwner() instanceof PasswordField);
        fx(() -> {
            ((PasswordField) stage.getScene().getFocusOwner()).setText(SeededStation.PASSWORD);
            return null;
        });
        robot.type(KeyCode.ENTER);
        await(() -> node(".navigation") != null);
    }

    private void goOn() {
        await(() -> node(".unfinished .accent") != null);
        fx(() -> {
            ((Button) node(".unfinished .accent")).fire();
            return null;
        });
    }

    /** What is on the disk at this moment, opened elsewhere as if it were the next morning. */
    private Path copyAsThePowerFails(Path from) throws IOException {
        Path to = Files.createDirectories(folder.resolve("next-morning"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().endsWith(".lock")) {
                    Files.copy(file, to.resolve(file.getFileName().toString()));
                }
            }
        }
        return to;
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private void type(FxRobot robot, String selector, String text) {
        fx(() -> {
            node(selector).requestFocus();
            ((TextField) node(selector)).clear();
            return null;
        });
        await(() -> node(selector).isFocused());
        robot.write(text);
        await(() -> ((TextField) node(selector)).getText().equals(text));
    }

    private void fire(String within, String words) {
        await(() -> !buttons(within, words).isEmpty());
        fx(() -> {
            buttons(within, words).get(0).fire();
            return null;
        });
    }

    private List<Button> buttons(String within, String words) {
        return node(within).lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
            .filter(button -> button.isVisible() && button.getText().equals(words))
            .sorted((one, other) -> Double.compare(one.localToScene(0, 0).getY(), other.localToScene(0, 0).getY()))
            .toList();
    }

    private boolean said(String text) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
            .anyMatch(node -> node instanceof Labeled label && label.getText() != null
                && label.getText().startsWith(text));
    }

    private static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000L, action);
    }

    private void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> fx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("did not come about; keyboard at " + stage.getScene().getFocusOwner() + ", said "
                + fx(() -> stage.getScene().getRoot().lookupAll(".label").stream().map(node -> ((Labeled) node).getText())
                    .filter(text -> text != null && !text.isBlank()).limit(40).toList()), e);
        }
    }
}
