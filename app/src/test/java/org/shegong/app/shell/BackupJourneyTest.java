package org.shegong.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
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
import org.shegong.db.backup.AutomaticBackup;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Copies in the real window: made on closing, tried out by one click, their age always in sight. */
@ExtendWith(ApplicationExtension.class)
class BackupJourneyTest {
    private static final int PATIENCE = 120;
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

    @BeforeEach
    void build() {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            tasks = Tasks.threaded(Platform::runLater);
            window = new DeskWindow(stage, Texts.bundled(), tasks, new Settings(folder.resolve("desk.properties")));
            window.onClosed(() -> closed.set(true));
        });
    }

    @AfterEach
    void close() {
        WindowEnd.close(stage, window, tasks);
    }

    @Test
    void closingTheWindowMakesACopyFirst() {
        StationSession session = SeededStation.create(folder.resolve("station"), clock);
        open(session);
        await(() -> labelled("还没有备份"));
        WaitForAsyncUtils.asyncFx(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        await(closed::get);
        assertThat(AutomaticBackup.newest(AutomaticBackup.ownFolder(session.folder()), "样例镇社会工作服务站"))
            .isPresent();
    }

    @Test
    void aCopyIsMadeAndRehearsedFromTheSettings(FxRobot robot) {
        StationSession session = SeededStation.create(folder.resolve("station"), clock);
        open(session);
        robot.press(KeyCode.ALT).type(KeyCode.S).release(KeyCode.ALT);
        await(() -> button("立即备份") != null);
        fire("立即备份");
        await(() -> labelled("备份 刚刚"));
        fire("恢复演练");
        await(() -> labelled("恢复演练成功"));
        await(() -> labelled("140"));
        assertThat(session.folder().resolve(".rehearsal-work")).satisfies(work -> await(() -> !Files.exists(work)));
    }

    private void open(StationSession session) {
        WaitForAsyncUtils.waitForAsyncFx(20_000,
            () -> window.begin(new DeskStart(session.folder(), clock, "", Optional.of(session))));
        await(() -> stage.getScene().lookup(".navigation") != null);
    }

    private void fire(String text) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> button(text).fire());
    }

    private Button button(String text) {
        for (Node node : stage.getScene().getRoot().lookupAll(".button")) {
            if (node instanceof Button button && text.equals(button.getText())) {
                return button;
            }
        }
        return null;
    }

    private boolean labelled(String text) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
            .anyMatch(node -> node instanceof Label label && text.equals(label.getText()));
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("did not come about", e);
        }
    }
}
