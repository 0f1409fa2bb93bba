package org.shegong.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.SeededStation;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.settings.Settings;
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

    @Test
    void opensEveryListWithItsRecords(FxRobot robot) {
        desk.open(SeededStation.create(folder.resolve("station"), clock), clock);
        robot.press(KeyCode.ALT).type(KeyCode.Z).release(KeyCode.ALT);
        desk.await(() -> lines() == 61);
        robot.press(KeyCode.CONTROL).type(KeyCode.LEFT).release(KeyCode.CONTROL);
        desk.await(() -> lines() == 60);
        for (String letter : "F X A O H D P Y J R C".split(" ")) {
            robot.press(KeyCode.ALT).type(KeyCode.getKeyCode(letter)).release(KeyCode.ALT);
            desk.await(() -> table() != null && table().getColumns().size() > 2);
        }
        assertThat(stage.getScene().lookup(".error-card")).isNull();
    }

    @Test
    void everyListOfANewStationSaysWhatToDoWithinTheWindow(FxRobot robot) {
        desk.open(SeededStation.empty(folder.resolve("new"), clock), clock);
        for (String letter : "F Z X A O H D P Y J R C".split(" ")) {
            robot.press(KeyCode.ALT).type(KeyCode.getKeyCode(letter)).release(KeyCode.ALT);
            desk.await(() -> table() != null && stage.getScene().lookup(".content .list-state .state-title") != null);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.getScene().getRoot().lookupAll(".button")
                .stream().filter(button -> button.getLayoutBounds().getHeight() > 60).toList())).as(letter).isEmpty();
        }
    }

    @Test
    void findsAPersonByInitialsFromAnywhereAndOpensThePage(FxRobot robot) {
        desk.open(SeededStation.create(folder.resolve("station"), clock), clock);
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        desk.await(() -> stage.getScene().getFocusOwner() instanceof TextField);
        System.gc();
        robot.write("qyl");
        desk.await(() -> stage.getScene().lookup(".search-hits") != null);
        robot.type(KeyCode.ENTER);
        desk.await(() -> stage.getScene().getFocusOwner().getStyleClass().contains("timeline") && desk.labelled("覃**"));
        desk.await(() -> stage.getScene().lookup(".search-hits") == null);
        robot.type(KeyCode.ESCAPE);
        desk.await(() -> lines() == 100);
    }

    @Test
    void helpShowsEveryKeyAndEscPutsTheKeyboardBack(FxRobot robot) {
        desk.open(SeededStation.create(folder.resolve("station"), clock), clock);
        robot.press(KeyCode.ALT).type(KeyCode.Z).release(KeyCode.ALT);
        desk.await(() -> table() != null && stage.getScene().getFocusOwner() == table());
        robot.type(KeyCode.F1);
        desk.await(() -> desk.labelled("Ctrl+K"));
        robot.type(KeyCode.ESCAPE);
        desk.await(() -> stage.getScene().getFocusOwner() == table());
    }

    @Test
    void refusesAWrongPasswordAndOpensWithTheRightOne(FxRobot robot) {
        Path station = folder.resolve("station");
        SeededStation.empty(station, clock).close();
        desk.begin(station, clock);
        desk.await(() -> stage.getScene().getFocusOwner() instanceof PasswordField);
        robot.write("wrong-password").type(KeyCode.ENTER);
        desk.await(() -> desk.labelled("账户名或密码不对。"));
        desk.await(() -> stage.getScene().getFocusOwner() instanceof PasswordField field && !field.isDisabled());
        robot.write(SeededStation.PASSWORD).type(KeyCode.ENTER);
        desk.await(() -> stage.getScene().lookup(".navigation") != null);
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        desk.await(() -> stage.getScene().lookup(".start-card") != null);
    }

    @Test
    void aFirstStartDoesNotEndBeforeTheRecoverySheetIsKept(FxRobot robot) {
        Path station = folder.resolve("fresh");
        desk.begin(station, clock);
        desk.await(() -> stage.getScene().getFocusOwner() instanceof TextField);
        robot.write("样例镇社工站").type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.TAB).write("long-enough")
            .type(KeyCode.TAB).write("long-enough").type(KeyCode.ENTER);
        desk.await(() -> stage.getScene().lookup(".recovery-sheet") != null);
        Node next = stage.getScene().lookup(".start-card .accent");
        assertThat(next).isInstanceOf(Button.class).extracting(Node::isDisabled).isEqualTo(true);
    }

    @Test
    void nothingIsCutWhenTheFontGrows(FxRobot robot) {
        desk.open(SeededStation.create(folder.resolve("station"), clock), clock);
        robot.interact(() -> desk.settings().fontSize().set(Settings.LARGEST_FONT));
        robot.press(KeyCode.ALT).type(KeyCode.S).release(KeyCode.ALT);
        desk.await(() -> stage.getScene().lookup(".settings-card") != null);
        assertThat(stage.getScene().getRoot().lookupAll(".nav-name")).allMatch(node -> node instanceof Label label
            && label.getWidth() >= label.prefWidth(-1) - 1);
    }

    private TableView<?> table() {
        Scene scene = stage.getScene();
        return (TableView<?>) scene.lookup(".content .record-table");
    }

    private int lines() {
        return table() == null ? -1 : table().getItems().size();
    }
}
