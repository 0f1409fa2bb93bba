package org.shegong.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.SeededStation;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Journeys through the real window on a real station. */
@ExtendWith(ApplicationExtension.class)
class DeskWindowTest {
    private static final int PATIENCE = 60;
    @TempDir
    Path folder;
    private final Clock clock = ProgramClock.on(SeededStation.TODAY);
    private Stage stage;
    private Tasks tasks;
    private Settings settings;
    private DeskWindow window;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @BeforeEach
    void build() {
        WaitForAsyncUtils.asyncFx(() -> {
            tasks = Tasks.threaded(Platform::runLater);
            settings = new Settings(folder.resolve("desk.properties"));
            window = new DeskWindow(stage, Texts.bundled(), tasks, settings);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        WindowEnd.close(stage, window, tasks);
    }

    @Test
    void opensEveryListWithItsRecords(FxRobot robot) {
        open(SeededStation.create(folder.resolve("station"), clock));
        robot.press(KeyCode.ALT).type(KeyCode.Z).release(KeyCode.ALT);
        await(() -> lines() == 61);
        robot.press(KeyCode.CONTROL).type(KeyCode.LEFT).release(KeyCode.CONTROL);
        await(() -> lines() == 60);
        for (String letter : "F X A O H D P Y J R C".split(" ")) {
            robot.press(KeyCode.ALT).type(KeyCode.getKeyCode(letter)).release(KeyCode.ALT);
            await(() -> table() != null && table().getColumns().size() > 2);
        }
        assertThat(stage.getScene().lookup(".error-card")).isNull();
    }

    @Test
    void everyListOfANewStationSaysWhatToDoWithinTheWindow(FxRobot robot) {
        open(SeededStation.empty(folder.resolve("new"), clock));
        for (String letter : "F Z X A O H D P Y J R C".split(" ")) {
            robot.press(KeyCode.ALT).type(KeyCode.getKeyCode(letter)).release(KeyCode.ALT);
            await(() -> table() != null && stage.getScene().lookup(".content .list-state .state-title") != null);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.getScene().getRoot().lookupAll(".button")
                .stream().filter(button -> button.getLayoutBounds().getHeight() > 60).toList())).as(letter).isEmpty();
        }
    }

    @Test
    void findsAPersonByInitialsFromAnywhereAndOpensThePage(FxRobot robot) {
        open(SeededStation.create(folder.resolve("station"), clock));
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        await(() -> stage.getScene().getFocusOwner() instanceof TextField);
        System.gc();
        robot.write("qyl");
        await(() -> stage.getScene().lookup(".search-hits") != null);
        robot.type(KeyCode.ENTER);
        await(() -> stage.getScene().getFocusOwner().getStyleClass().contains("timeline") && labelled("覃**"));
        await(() -> stage.getScene().lookup(".search-hits") == null);
        robot.type(KeyCode.ESCAPE);
        await(() -> lines() == 100);
    }

    @Test
    void helpShowsEveryKeyAndEscPutsTheKeyboardBack(FxRobot robot) {
        open(SeededStation.create(folder.resolve("station"), clock));
        robot.press(KeyCode.ALT).type(KeyCode.Z).release(KeyCode.ALT);
        await(() -> table() != null && stage.getScene().getFocusOwner() == table());
        robot.type(KeyCode.F1);
        await(() -> labelled("Ctrl+K"));
        robot.type(KeyCode.ESCAPE);
        await(() -> stage.getScene().getFocusOwner() == table());
    }

    @Test
    void refusesAWrongPasswordAndOpensWithTheRightOne(FxRobot robot) {
        Path station = folder.resolve("station");
        SeededStation.empty(station, clock).close();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> window.begin(new DeskStart(station, clock, "", Optional.empty())));
        await(() -> stage.getScene().getFocusOwner() instanceof PasswordField);
        robot.write("wrong-password").type(KeyCode.ENTER);
        await(() -> labelled("账户名或密码不对。"));
        await(() -> stage.getScene().getFocusOwner() instanceof PasswordField field && !field.isDisabled());
        robot.write(SeededStation.PASSWORD).type(KeyCode.ENTER);
        await(() -> stage.getScene().lookup(".navigation") != null);
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        await(() -> stage.getScene().lookup(".start-card") != null);
    }

    @Test
    void aFirstStartDoesNotEndBeforeTheRecoverySheetIsKept(FxRobot robot) {
        Path station = folder.resolve("fresh");
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> window.begin(new DeskStart(station, clock, "", Optional.empty())));
        await(() -> stage.getScene().getFocusOwner() instanceof TextField);
        robot.write("样例镇社工站").type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.TAB).write("long-enough")
            .type(KeyCode.TAB).write("long-enough").type(KeyCode.ENTER);
        await(() -> stage.getScene().lookup(".recovery-sheet") != null);
        Node next = stage.getScene().lookup(".start-card .accent");
        assertThat(next).isInstanceOf(Button.class).extracting(Node::isDisabled).isEqualTo(true);
    }

    @Test
    void nothingIsCutWhenTheFontGrows(FxRobot robot) {
        open(SeededStation.create(folder.resolve("station"), clock));
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> settings.fontSize().set(Settings.LARGEST_FONT));
        robot.press(KeyCode.ALT).type(KeyCode.S).release(KeyCode.ALT);
        await(() -> stage.getScene().lookup(".settings-card") != null);
        assertThat(stage.getScene().getRoot().lookupAll(".nav-name")).allMatch(node -> node instanceof Label label
            && label.getWidth() >= label.prefWidth(-1) - 1);
    }

    private void open(StationSession session) {
        WaitForAsyncUtils.waitForAsyncFx(20_000,
            () -> window.begin(new DeskStart(session.folder(), clock, "", Optional.of(session))));
        await(() -> stage.getScene().lookup(".navigation") != null);
    }

    private TableView<?> table() {
        Scene scene = stage.getScene();
        return (TableView<?>) scene.lookup(".content .record-table");
    }

    private int lines() {
        return table() == null ? -1 : table().getItems().size();
    }

    private boolean labelled(String text) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
            .anyMatch(node -> node instanceof Label label && text.equals(label.getText()));
    }

    private void await(java.util.concurrent.Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
        } catch (TimeoutException e) {
            Node owner = stage.getScene().getFocusOwner();
            throw new AssertionError("did not come about; window focused " + stage.isFocused() + ", keyboard at " + owner
                + (owner instanceof TextField field ? " with " + field.getText() : "")
                + "; hits " + stage.getScene().lookup(".search-hits") + ", page " + stage.getScene().lookup(".page-head")
                + ", lines " + lines() + ", layers " + stage.getScene().getRoot().getChildrenUnmodifiable(), e);
        }
    }
}
