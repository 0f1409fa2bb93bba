package org.shegong.db.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.KeptTyping;
import org.shegong.db.journal.TypingDrafts;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.store.StationFile;

/** Copies that are made by themselves, on this disk and on a second one, and trying them out. */
class AutomaticBackupTest {
    private static final String NAME = "样例镇社会工作服务站";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T08:30:00Z"), ZoneId.of("Asia/Shanghai"));
    @TempDir
    private Path folder;
    private Path home;
    private Path stick;
    private KeyRing.Created keys;
    private Station station;

    @BeforeEach
    void makeStation() throws IOException {
        home = Files.createDirectory(folder.resolve("station"));
        stick = Files.createDirectory(folder.resolve("U盘"));
        keys = KeyRing.create(home, "站长", "leader", "口令-2026".toCharArray(), new KdfCost(64, 1, 1));
        station = new Station(StationFile.create(home, keys.key().bytes()), FormCatalogue.bundled(),
            CodeBook.bundled(), CLOCK, TestStation.ACTOR);
        TestStation.draft(station, "village", "name", "白沙村");
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void putsTheSameCopyBesideTheStationAndOnTheSecondDisk() throws IOException {
        AutomaticBackup.Outcome outcome = at(Duration.ZERO).run(NAME, Optional.of(stick));
        assertThat(outcome.own()).isInstanceOf(BackupResult.Done.class);
        assertThat(outcome.second()).get().isInstanceOf(BackupResult.Done.class);
        assertThat(names(stick)).isEqualTo(names(own()))
            .containsExactly(NAME + "-20261120-163000.shegong-backup");
        assertThat(Files.mismatch(own().resolve(names(own()).get(0)), stick.resolve(names(stick).get(0))))
            .isEqualTo(-1);
    }

    @Test
    void aMissingStickIsSaidAndTheOwnCopyIsMadeAllTheSame() throws IOException {
        Path gone = folder.resolve("not-plugged-in");
        AutomaticBackup.Outcome outcome = at(Duration.ZERO).run(NAME, Optional.of(gone));
        assertThat(outcome.own()).isInstanceOf(BackupResult.Done.class);
        assertThat(outcome.second()).contains(new BackupResult.Failed(BackupProblem.TARGET_MISSING, null));
        assertThat(gone).doesNotExist();
        Files.createDirectory(gone);
        assertThat(at(Duration.ZERO).catchUp(NAME, gone)).get().isInstanceOf(BackupResult.Done.class);
        assertThat(names(gone)).isEqualTo(names(own()));
        assertThat(at(Duration.ZERO).catchUp(NAME, gone)).as("nothing is left to do").isEmpty();
    }

    @Test
    void aStickPulledOutInMidWriteIsSaidAndItsOldCopyStays() throws IOException {
        at(Duration.ZERO).run(NAME, Optional.of(stick));
        List<String> before = names(stick);
        TestStation.draft(station, "village", "name", "和平社区");
        Path pocket = folder.resolve("pocket");
        AutomaticBackup pulling = new AutomaticBackup(station.file(), keys.key(),
            Clock.offset(CLOCK, Duration.ofDays(1)), () -> move(stick, pocket));
        AutomaticBackup.Outcome outcome = pulling.run(NAME, Optional.of(stick));
        assertThat(outcome.own()).isInstanceOf(BackupResult.Done.class);
        assertThat(problem(outcome.second())).isEqualTo(BackupProblem.TARGET_MISSING);
        assertThat(stick).doesNotExist();
        move(pocket, stick);
        assertThat(names(stick)).contains(before.get(0)).anyMatch(name -> name.endsWith(".part"));
        assertThat(new Restore(CLOCK).preview(stick.resolve(before.get(0)))).isInstanceOf(RestorePreview.Readable.class);
        assertThat(at(Duration.ofDays(1)).catchUp(NAME, stick)).get().isInstanceOf(BackupResult.Done.class);
        assertThat(names(stick)).hasSize(2).noneMatch(name -> name.endsWith(".part"));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void signingInAloneIsNoReasonForACopyAndTypingIs() {
        at(Duration.ZERO).run(NAME, Optional.empty());
        AutomaticBackup later = at(Duration.ofHours(1));
        assertThat(later.isBehind(NAME)).isFalse();
        station.journal().event(TestStation.ACTOR, "sign_in", "登录", "account", "a1", Map.of("role", "leader"));
        station.journal().event(TestStation.ACTOR, "sign_in_failed", "登录失败", "account", "a1", Map.of("failures", 2));
        assertThat(later.isBehind(NAME)).isFalse();
        new TypingDrafts(station.file(), station.forms(), TestStation.ACTOR, Clock.offset(CLOCK, Duration.ofHours(1)))
            .keep(new KeptTyping("village", station.newId(), 0, "", Map.of("name", "半个村"), Map.of(), Map.of(), "name"));
        assertThat(later.isBehind(NAME)).isTrue();
        later.run(NAME, Optional.empty());
        assertThat(at(Duration.ofHours(2)).isBehind(NAME)).isFalse();
        TestStation.draft(station, "village", "name", "和平社区");
        assertThat(at(Duration.ofHours(2)).isBehind(NAME)).isTrue();
    }

    @Test
    void aFullStickGetsNoHalfFile() throws IOException, InterruptedException {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", stick.toString()))
            .as("this test needs the right to mount a small disk").isTrue();
        try {
            AutomaticBackup.Outcome outcome = at(Duration.ZERO).run(NAME, Optional.of(stick));
            assertThat(outcome.own()).isInstanceOf(BackupResult.Done.class);
            assertThat(problem(outcome.second())).isEqualTo(BackupProblem.DISK_FULL);
            assertThat(names(stick)).isEmpty();
        } finally {
            run("umount", stick.toString());
        }
    }

    @Test
    void aStickThatOnlyReadsIsSaid() throws IOException, InterruptedException {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "ro,size=16m", "tmpfs", stick.toString()))
            .as("this test needs the right to mount a read-only disk").isTrue();
        try {
            AutomaticBackup.Outcome outcome = at(Duration.ZERO).run(NAME, Optional.of(stick));
            assertThat(outcome.own()).isInstanceOf(BackupResult.Done.class);
            assertThat(problem(outcome.second())).isIn(BackupProblem.NO_ACCESS, BackupProblem.DISK_FULL);
            assertThat(names(stick)).isEmpty();
        } finally {
            run("umount", stick.toString());
        }
    }

    @Test
    void saysWhenTheFolderForOwnCopiesCannotBeMade() throws IOException {
        Files.writeString(own(), "a file in the way");
        AutomaticBackup.Outcome outcome = at(Duration.ZERO).run(NAME, Optional.of(stick));
        assertThat(problem(Optional.of(outcome.own()))).isEqualTo(BackupProblem.NO_ACCESS);
        assertThat(names(stick)).isEmpty();
    }

    @Test
    void keepsTheLastOfADayOnBothDisks() throws IOException {
        for (int half = 0; half < 4; half++) {
            at(Duration.ofMinutes(30L * half)).run(NAME, Optional.of(stick));
        }
        at(Duration.ofDays(1)).run(NAME, Optional.of(stick));
        assertThat(names(own())).isEqualTo(names(stick)).containsExactly(
            NAME + "-20261120-180000.shegong-backup", NAME + "-20261121-163000.shegong-backup");
    }

    @Test
    void knowsWhetherTheNewestCopyHoldsEverything() {
        assertThat(at(Duration.ZERO).isBehind(NAME)).isTrue();
        at(Duration.ZERO).run(NAME, Optional.empty());
        assertThat(at(Duration.ZERO).isBehind(NAME)).isFalse();
        TestStation.draft(station, "village", "name", "大埠村");
        assertThat(at(Duration.ZERO).isBehind(NAME)).isTrue();
    }

    @Test
    void aRehearsalShowsWhatIsInsideAndLeavesNothingBehind() throws IOException {
        at(Duration.ZERO).run(NAME, Optional.of(stick));
        List<String> before = names(home);
        Rehearsal.Result result = new Rehearsal(home).of(stick.resolve(names(stick).get(0)), keys.key());
        assertThat(result).isInstanceOfSatisfying(Rehearsal.Result.Usable.class, usable -> {
            assertThat(usable.manifest().counts()).containsEntry("village", 1L);
            assertThat(usable.newest()).hasSize(1);
            assertThat(usable.newest().get(0).account()).isEqualTo("王社工");
            assertThat(usable.newest().get(0).at()).isEqualTo(CLOCK.instant());
        });
        assertThat(names(home)).isEqualTo(before);
    }

    @Test
    void aRehearsalRefusesADamagedCopyAndOneOfAnotherStation() throws IOException {
        at(Duration.ZERO).run(NAME, Optional.empty());
        Path copy = own().resolve(names(own()).get(0));
        byte[] other = new byte[DataKey.LENGTH];
        assertThat(new Rehearsal(home).of(copy, DataKey.of(other)))
            .isEqualTo(new Rehearsal.Result.Refused(BackupProblem.OTHER_STATION, null));
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy, bytes);
        assertThat(new Rehearsal(home).of(copy, keys.key())).isInstanceOfSatisfying(Rehearsal.Result.Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo(BackupProblem.DAMAGED));
    }

    /** Every second day of 2026, so that days, weeks and months fall on different copies; expected by a calendar. */
    @Test
    void thinsAYearOfEverySecondDayToDaysWeeksAndMonths() {
        List<BackupFile> copies = Stream.iterate(LocalDateTime.of(2026, 12, 30, 18, 0), day -> day.minusDays(2))
            .limit(180).map(day -> BackupFile.of(NAME, day)).toList();
        assertThat(BackupRotation.keep(copies)).extracting(copy -> copy.created().toLocalDate().toString())
            .containsExactlyInAnyOrder(
                "2026-12-30", "2026-12-28", "2026-12-26", "2026-12-24", "2026-12-22", "2026-12-20", "2026-12-18",
                "2026-12-16", "2026-12-14", "2026-12-12", "2026-12-10", "2026-12-08",
                "2026-12-06", "2026-11-28", "2026-11-22", "2026-11-14", "2026-11-08", "2026-10-31",
                "2026-11-30", "2026-09-29", "2026-08-30", "2026-07-31", "2026-06-29", "2026-05-30", "2026-04-30");
    }

    private AutomaticBackup at(Duration later) {
        return new AutomaticBackup(station.file(), keys.key(), Clock.offset(CLOCK, later));
    }

    private Path own() {
        return AutomaticBackup.ownFolder(home);
    }

    private static BackupProblem problem(Optional<BackupResult> result) {
        return ((BackupResult.Failed) result.orElseThrow()).problem();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
