package org.shegong.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.SeededStation;
import org.shegong.app.controls.list.RecordRow;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.AccountOffice;
import org.shegong.app.session.Opening;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.SignIn;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.security.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the desk offers to people who may not do everything. */
@ExtendWith(ApplicationExtension.class)
class RoleDeskTest {
    private static final String PASSWORD = "duty-roster";
    @TempDir
    Path folder;
    private final Clock clock = ProgramClock.on(SeededStation.TODAY);
    private Stage stage;
    private Tasks tasks;
    private DeskWindow window;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @BeforeEach
    void build() {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            tasks = Tasks.threaded(Platform::runLater);
            window = new DeskWindow(stage, Texts.bundled(), tasks, new Settings(folder.resolve("desk.properties")));
        });
    }

    @AfterEach
    void close() {
        WindowEnd.close(stage, window, tasks);
    }

    private void open(String name, Role role) {
        Path station = folder.resolve("station");
        try (StationSession leader = SeededStation.create(station, clock)) {
            new AccountOffice(leader).add(name, role, PASSWORD.toCharArray());
        }
        Opening.Opened opened = (Opening.Opened) new SignIn(clock).open(station, name, PASSWORD.toCharArray());
        WaitForAsyncUtils.waitForAsyncFx(20_000,
            () -> window.begin(new DeskStart(station, clock, name, Optional.of(opened.session()))));
        await(() -> stage.getScene().lookup(".navigation") != null);
    }

    private void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("did not come about", e);
        }
    }

    private List<String> buttons(String within) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.getScene().getRoot().lookupAll(within + " .button")
            .stream().map(node -> ((Button) node).getText()).filter(text -> text != null && !text.isEmpty()).toList());
    }

    @Test
    void aSupervisorTellsClientsApartByNumberAndIsOfferedNothingHeMayNotDo(FxRobot robot) {
        open("郭督导", Role.SUPERVISOR);
        robot.press(KeyCode.ALT).type(KeyCode.F).release(KeyCode.ALT);
        await(() -> stage.getScene().lookup(".content .record-table") instanceof TableView<?> table
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
        await(() -> stage.getScene().lookup(".page-head") != null && stage.getScene().lookup(".page-head .button") != null);
        assertThat(buttons(".page-head")).noneMatch(text -> text.contains("新") || text.contains("合并")
            || text.contains("修改") || text.contains("显示")).anyMatch(text -> text.startsWith("查看"));
    }

    @Test
    void aStatisticianBeginsWithTheFigures(FxRobot robot) {
        open("统计员小陈", Role.STATISTICIAN);
        await(() -> stage.getScene().lookup(".report-screen") != null);
        robot.press(KeyCode.ALT).type(KeyCode.F).release(KeyCode.ALT);
        assertThat(stage.getScene().lookup(".report-screen")).isNotNull();
    }
}
