package org.shegong.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.SeededStation;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
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
    void closingTheWindowMakesACopyFirst() {
        StationSession session = SeededStation.create(folder.resolve("station"), clock);
        desk.open(session, clock);
        desk.await(() -> desk.labelled("还没有备份"));
        desk.requestToClose();
        desk.await(desk::isClosed);
        assertThat(AutomaticBackup.newest(AutomaticBackup.ownFolder(session.folder()), "样例镇社会工作服务站"))
            .isPresent();
    }

    @Test
    void aCopyIsMadeAndRehearsedFromTheSettings(FxRobot robot) {
        StationSession session = SeededStation.create(folder.resolve("station"), clock);
        desk.open(session, clock);
        robot.press(KeyCode.ALT).type(KeyCode.S).release(KeyCode.ALT);
        desk.await(() -> button("立即备份") != null);
        fire("立即备份");
        desk.await(() -> desk.labelled("备份 刚刚"));
        fire("恢复演练");
        desk.await(() -> desk.labelled("恢复演练成功"));
        desk.await(() -> desk.labelled("140"));
        assertThat(session.folder().resolve(".rehearsal-work")).satisfies(work -> desk.await(() -> !Files.exists(work)));
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
}
