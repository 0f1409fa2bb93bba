package org.shegong.app.screens.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.AppContext;
import org.shegong.app.Changes;
import org.shegong.app.SeededStation;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.backup.AutomaticBackup;
import org.shegong.db.backup.BackupProblem;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is shown before a backup replaces a station, of a real station and a real backup of it. */
@ExtendWith(ApplicationExtension.class)
class BackupContentsCardTest {
    private static final String STATION = "样例镇社会工作服务站";
    @TempDir
    Path folder;
    private final Clock clock = ProgramClock.on(SeededStation.TODAY);
    private final AtomicBoolean restored = new AtomicBoolean();
    private StationSession session;
    private Path copy;
    private Stage stage;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @BeforeEach
    void backUp() {
        session = SeededStation.empty(folder.resolve("station"), clock);
        add("白沙村");
        AutomaticBackup.Outcome outcome = new AutomaticBackup(session.station().file(), session.key(), clock)
            .run(STATION, Optional.empty());
        copy = ((BackupResult.Done) outcome.own()).file();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void asksForTheNumberOfRecordsThatWouldGoMissing() {
        add("大埠村");
        add("古岭村");
        BackupContents.Usable contents = (BackupContents.Usable) BackupContents.of(copy, session);
        assertThat(contents.recordsLost()).isEqualTo(2);
        assertThat(contents.stepsLost()).isEqualTo(2);
        assertThat(contents.lines()).contains(new BackupContents.Line("村（社区）", 3, 1));
        show(contents);
        assertThat(restore().isDisabled()).isTrue();
        type("3");
        assertThat(restore().isDisabled()).isTrue();
        type(" 2 ");
        assertThat(restore().isDisabled()).isFalse();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> restore().fire());
        assertThat(restored).isTrue();
    }

    @Test
    void asksForNothingWhenTheBackupHoldsEverything() {
        BackupContents.Usable contents = (BackupContents.Usable) BackupContents.of(copy, session);
        assertThat(contents.recordsLost()).isZero();
        show(contents);
        assertThat(restore().isDisabled()).isFalse();
        assertThat(stage.getScene().lookup(".lost-number")).isNull();
        assertThat(stage.getScene().getRoot().lookupAll(".label")).anyMatch(node -> node instanceof Label label
            && label.getText().startsWith("现在的记录备份里都有。"));
    }

    @Test
    void saysThatABackupOfAnotherStationCannotBeUsedHere() {
        try (StationSession other = SeededStation.empty(folder.resolve("other"), clock)) {
            assertThat(BackupContents.of(copy, other))
                .isEqualTo(new BackupContents.Refused(BackupProblem.OTHER_STATION));
        }
    }

    private void add(String village) {
        session.station().saving().save(RecordDraft.entered("village", session.station().newId(),
            RecordStatus.DRAFT, Map.of("name", village)));
    }

    private void show(BackupContents.Usable contents) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            AppContext context = new AppContext(session.station(), Tasks.direct(), Texts.bundled(),
                new Settings(folder.resolve("desk.properties")), clock, new Changes(clock), null, null, null);
            BackupContentsCard card = BackupContentsCard.restore(context, contents, () -> { },
                () -> restored.set(true));
            stage.setScene(new Scene(new StackPane(card.view()), 800, 700));
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Button restore() {
        return (Button) stage.getScene().lookup(".restore-now");
    }

    private void type(String text) {
        WaitForAsyncUtils.waitForAsyncFx(20_000,
            () -> ((TextField) stage.getScene().lookup(".lost-number")).setText(text));
    }
}
