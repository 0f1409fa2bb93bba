package org.shegong.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.SeededStation;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.db.forms.Form;
import org.shegong.db.schema.Tables;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whatever ends the program or closes the station, what was typed is offered back where it was. */
@ExtendWith(ApplicationExtension.class)
class TypingJourneyTest {
    private static final int PATIENCE = 90;
    private static final String HALF_A_DATE = "2026-1";
    @TempDir
    Path folder;
    private final Clock clock = ProgramClock.on(SeededStation.TODAY);
    private Stage stage;
    private DeskJourney desk;

    @Start
    void keep(Stage given) {
        stage = given;
        desk = new DeskJourney(given, folder, PATIENCE);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private StationSession opened() {
        StationSession session = SeededStation.create(folder.resolve("station"), clock);
        desk.open(session, clock);
        return session;
    }

    private void openAVisit(FxRobot robot) {
        robot.press(KeyCode.ALT).type(KeyCode.Z).release(KeyCode.ALT);
        desk.await(() -> desk.node(".content .record-table") instanceof TableView<?> table && !table.getItems().isEmpty()
            && table.isFocused());
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        desk.await(() -> desk.node("#input-date") != null);
    }

    @Test
    void aPowerCutCostsNothingAndTheCursorStandsWhereItStood(FxRobot robot) throws IOException {
        StationSession before = opened();
        openAVisit(robot);
        type(robot, "#input-companions", "村干部韦叔");
        type(robot, "#input-date", HALF_A_DATE);
        Form visit = before.station().forms().form("visit");
        desk.await(() -> before.station().file().read(db -> db.select(Tables.TYPING_DRAFT.RECORD_ID).from(Tables.TYPING_DRAFT)
            .fetch(Tables.TYPING_DRAFT.RECORD_ID)).stream().flatMap(id -> before.station().typing().of(visit, id).stream())
            .anyMatch(kept -> kept.raw().containsValue(HALF_A_DATE)));

        Path after = copyAsThePowerFails(before.folder());
        desk.close();
        desk.begin(after, clock);
        signIn();
        goOn();
        desk.await(() -> desk.node("#input-date") instanceof TextField field && field.getText().equals(HALF_A_DATE));
        assertThat(((TextField) desk.node("#input-companions")).getText()).isEqualTo("村干部韦叔");
        desk.await(() -> desk.node("#input-date").isFocused());

        type(robot, "#input-date", "昨天");
        robot.type(KeyCode.ESCAPE);
        desk.await(() -> desk.node("#input-date") == null);
        robot.press(KeyCode.ALT).type(KeyCode.L).release(KeyCode.ALT);
        desk.await(() -> desk.node("#recent-steps") instanceof ListView<?> list && !list.getItems().isEmpty());
        fire("#recent-steps", "撤销");
        desk.await(() -> said("已撤销"));
        fire("#recent-steps", "重做");
        desk.await(() -> said("已重做"));
    }

    @Test
    void theCrossOfTheWindowKeepsWhatWasJustTyped(FxRobot robot) {
        StationSession before = opened();
        openAVisit(robot);
        type(robot, "#input-companions", "村干部韦叔");
        type(robot, "#input-date", HALF_A_DATE);
        desk.requestToClose();
        desk.await(desk::isClosed);
        desk.end();

        desk.begin(before.folder(), clock);
        signIn();
        goOn();
        desk.await(() -> desk.node("#input-date") instanceof TextField field && field.getText().equals(HALF_A_DATE));
        assertThat(((TextField) desk.node("#input-companions")).getText()).isEqualTo("村干部韦叔");
        desk.await(() -> desk.node("#input-date").isFocused());
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
        desk.await(() -> desk.node(".progress-indicator") != null && desk.node(".navigation") == null);
        assertThat(stage.getScene().lookup(".password-field")).isNull();
        free.countDown();
        writing.join();
        signIn();
        openAVisit(robot);
        desk.await(() -> desk.node("#input-companions") instanceof TextField field && field.getText().equals("村干部韦叔"));
    }

    @Test
    void whenNothingCanBeKeptTheWindowStaysAndSaysSo(FxRobot robot) {
        StationSession before = opened();
        openAVisit(robot);
        type(robot, "#input-companions", "村干部韦叔");
        before.station().file().write(db -> db.execute("PRAGMA query_only = ON"));
        desk.requestToClose();
        desk.await(() -> desk.node(".leaving-card") != null);
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL).type(KeyCode.F1);
        assertThat(desk.node(".leaving-card")).isNotNull();
        assertThat(desk.labelled("Ctrl+K")).isFalse();
        assertThat(desk.isClosed()).isFalse();
        fire(".leaving-card", "回到窗口");
        desk.await(() -> desk.node("#input-companions") instanceof TextField field && field.getText().equals("村干部韦叔"));
        before.station().file().write(db -> db.execute("PRAGMA query_only = OFF"));
        desk.requestToClose();
        desk.await(desk::isClosed);
        desk.end();
        desk.begin(before.folder(), clock);
        signIn();
        openAVisit(robot);
        desk.await(() -> desk.node("#input-companions") instanceof TextField field && field.getText().equals("村干部韦叔"));
    }

    /** Without the keyboard, which other windows of the same run may still have for a moment. */
    private void signIn() {
        desk.await(() -> desk.node(".password-field") != null && desk.node(".button.accent") != null);
        desk.fx(() -> {
            ((PasswordField) desk.node(".password-field")).setText(SeededStation.PASSWORD);
            ((Button) desk.node(".button.accent")).fire();
            return null;
        });
        desk.await(() -> desk.node(".navigation") != null);
    }

    private void goOn() {
        desk.await(() -> desk.node(".unfinished .accent") != null);
        desk.fx(() -> {
            ((Button) desk.node(".unfinished .accent")).fire();
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

    private void type(FxRobot robot, String selector, String text) {
        desk.fx(() -> {
            desk.node(selector).requestFocus();
            ((TextField) desk.node(selector)).clear();
            return null;
        });
        desk.await(() -> desk.node(selector).isFocused());
        robot.write(text);
        desk.await(() -> ((TextField) desk.node(selector)).getText().equals(text));
    }

    private void fire(String within, String words) {
        desk.await(() -> !buttons(within, words).isEmpty());
        desk.fx(() -> {
            buttons(within, words).get(0).fire();
            return null;
        });
    }

    private List<Button> buttons(String within, String words) {
        return desk.node(within).lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
            .filter(button -> button.isVisible() && button.getText().equals(words))
            .sorted((one, other) -> Double.compare(one.localToScene(0, 0).getY(), other.localToScene(0, 0).getY()))
            .toList();
    }

    private boolean said(String text) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
            .anyMatch(node -> node instanceof Labeled label && label.getText() != null
                && label.getText().startsWith(text));
    }
}
