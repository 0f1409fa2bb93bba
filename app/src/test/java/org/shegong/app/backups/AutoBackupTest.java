package org.shegong.app.backups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.Changes;
import org.shegong.app.SeededStation;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.backup.AutomaticBackup;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

/** When copies are made by themselves and what is said about them, without a window. */
class AutoBackupTest {
    private final TickingClock clock = new TickingClock();
    private final Texts texts = Texts.bundled();
    @TempDir
    Path folder;
    private StationSession session;
    private Settings settings;
    private Changes changes;
    private AutoBackup copies;

    @BeforeEach
    void open() {
        session = SeededStation.empty(folder.resolve("station"), clock);
        settings = new Settings(folder.resolve("desk.properties"));
        changes = new Changes(clock);
        copies = new AutoBackup(session, Tasks.direct(), settings, texts, changes);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aStationWithoutACopyNeedsOneAndSaysSo() {
        begin();
        assertThat(copies.isNeeded()).isTrue();
        assertThat(copies.lineProperty().get()).isEqualTo("还没有备份");
    }

    @Test
    void copiesHalfAnHourAfterTheFirstChangeAndNotBefore() throws IOException {
        begin();
        copies.now(outcome -> { });
        assertThat(own()).hasSize(1);
        save();
        clock.pass(Duration.ofMinutes(29));
        begin();
        assertThat(own()).hasSize(1);
        assertThat(copies.isNeeded()).isTrue();
        clock.pass(Duration.ofMinutes(1));
        begin();
        assertThat(own()).as("one a day is kept, the newest").containsExactly(
            "样例镇社会工作服务站-20261030-093000.shegong-backup");
        assertThat(copies.isNeeded()).isFalse();
        assertThat(copies.lineProperty().get()).isEqualTo("备份 刚刚");
    }

    @Test
    void withoutAChangeNoCopyIsMade() throws IOException {
        begin();
        copies.now(outcome -> { });
        clock.pass(Duration.ofHours(5));
        begin();
        assertThat(own()).containsExactly("样例镇社会工作服务站-20261030-090000.shegong-backup");
        assertThat(copies.lineProperty().get()).isEqualTo("备份 5 小时前");
    }

    @Test
    void aStickThatIsAwayIsSaidAndGetsItsCopyWhenItIsBack() throws IOException {
        Path stick = folder.resolve("stick");
        copies.nameSecond(Optional.of(stick));
        copies.now(outcome -> { });
        assertThat(own()).hasSize(1);
        assertThat(copies.problemProperty().get()).isEqualTo("本机备份已做好，但没有复制到第二个磁盘："
            + texts.get("backup.target_missing"));
        assertThat(copies.lineProperty().get()).isEqualTo("备份 刚刚 · U盘未插，上次 从未");
        assertThat(copies.oldProperty().get()).isTrue();
        Files.createDirectory(stick);
        begin();
        begin();
        assertThat(names(stick)).isEqualTo(own());
        assertThat(copies.lineProperty().get()).isEqualTo("备份 刚刚 · U盘 刚刚");
        assertThat(copies.oldProperty().get()).isFalse();
    }

    @Test
    void remindsOfAnOldCopyAfterTheDaysThatWereSet() {
        copies.now(outcome -> { });
        copies.setRemindDays(3);
        clock.pass(Duration.ofHours(71));
        begin();
        assertThat(copies.oldProperty().get()).isFalse();
        clock.pass(Duration.ofHours(1));
        begin();
        assertThat(copies.oldProperty().get()).isTrue();
        assertThat(copies.agesProperty().get().days(clock)).contains(3L);
    }

    @Test
    void aRehearsalIsDueAfterAYear() {
        assertThat(copies.isRehearsalDue()).isFalse();
        clock.pass(Duration.ofDays(365));
        assertThat(copies.isRehearsalDue()).isTrue();
        copies.rehearsedToday();
        assertThat(copies.isRehearsalDue()).isFalse();
        assertThat(copies.rehearsed()).contains(LocalDate.of(2027, 10, 30));
    }

    @Test
    void nothingIsStartedAfterTheStationIsClosed() {
        copies.stop();
        copies.now(outcome -> {
            throw new AssertionError("no copy");
        });
        assertThat(AutomaticBackup.ownFolder(session.folder())).doesNotExist();
    }

    private void begin() {
        copies.begin(() -> { });
    }

    private void save() {
        session.station().saving().save(RecordDraft.entered("village", session.station().newId(),
            RecordStatus.DRAFT, Map.of("name", "白沙村")));
        changes.saved();
    }

    private List<String> own() throws IOException {
        return names(AutomaticBackup.ownFolder(session.folder()));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A clock that moves when told. */
    private static final class TickingClock extends Clock {
        private Instant now = Instant.parse("2026-10-30T01:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
