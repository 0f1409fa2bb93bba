package org.shegong.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.SeededStation;
import org.shegong.app.controls.list.RecordRow;
import org.shegong.app.session.AccountOffice;
import org.shegong.app.session.Opening;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.SignIn;
import org.shegong.app.session.StationSession;
import org.shegong.db.security.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the desk offers to people who may not do everything. */
@ExtendWith(ApplicationExtension.class)
class RoleDeskTest {
    private static final int PATIENCE = 60;
    private static final String PASSWORD = "duty-roster";
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

    private void open(String name, Role role) {
        Path station = folder.resolve("station");
        try (StationSession leader = SeededStation.create(station, clock)) {
            new AccountOffice(leader).add(name, role, PASSWORD.toCharArray());
        }
        Opening.Opened opened = (Opening.Opened) new SignIn(clock).open(station, name, PASSWORD.toCharArray());
        desk.open(opened.session(), clock);
    }

    private List<String> buttons(String within) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.getScene().getRoot().lookupAll(within + " .button")
            .stream().map(node -> ((Button) node).getText()).filter(text -> text != null && !text.isEmpty()).toList());
    }

    @Test
    void aSupervisorTellsClientsApartByNumberAndIsOfferedNothingHeMayNotDo(FxRobot robot) {
        open("郭督导", Role.SUPERVISOR);
        robot.press(KeyCode.ALT).type(KeyCode.F).release(KeyCode.ALT);
        desk.await(() -> stage.getScene().lookup(".content .record-table") instanceof TableView<?> table
            && table.getItems().size() > 10);
        TableView<?> table = (TableView<?>) stage.getScene().lookup(".content .record-table");
        List<String> names = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> table.getItems().stream().limit(10)
            .map(row -> ((RecordRow) row).cell("name")).toList());
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.contains("-C-"));
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().selectFirst();
        });
        robot.type(KeyCode.ENTER);
        desk.await(() -> stage.getScene().lookup(".page-head") != null && stage.getScene().lookup(".page-head .button") != null);
        assertThat(buttons(".page-head")).noneMatch(text -> text.contains("新") || text.contains("合并")
            || text.contains("修改") || text.contains("显示")).anyMatch(text -> text.startsWith("查看"));
    }

    @Test
    void aStatisticianBeginsWithTheFigures(FxRobot robot) {
        open("统计员小陈", Role.STATISTICIAN);
        desk.await(() -> stage.getScene().lookup(".report-screen") != null);
        robot.press(KeyCode.ALT).type(KeyCode.F).release(KeyCode.ALT);
        assertThat(stage.getScene().lookup(".report-screen")).isNotNull();
    }
}
