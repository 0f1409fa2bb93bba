package org.shegong.db.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.Unlock;
import org.shegong.db.store.FileCheck;
import org.shegong.db.store.StationFile;

/** Whatever happens while a backup is brought back, afterwards there is the old station or the new one, whole. */
class InterruptedRestoreTest {
    private static final String PASSWORD = "口令-2026";
    private static final KdfCost CHEAP = new KdfCost(64, 1, 1);
    private static final int IN_THE_BACKUP = 2;
    private static final int TODAY = 5;
    @TempDir
    private Path folder;
    private Path home;
    private Path copy;
    private KeyRing.Created keys;

    @BeforeEach
    void makeStationAndBackup() throws IOException {
        home = Files.createDirectory(folder.resolve("station"));
        keys = KeyRing.create(home, "站长", "leader", PASSWORD.toCharArray(), CHEAP);
        try (Station station = station(StationFile.create(home, keys.key().bytes()))) {
            addVillages(station, IN_THE_BACKUP);
            Path disk = Files.createDirectory(folder.resolve("U盘"));
            copy = ((BackupResult.Done) new Backup(station.file(), keys.key(), TestStation.CLOCK).to(disk, "站")).file();
            addVillages(station, TODAY - IN_THE_BACKUP);
        }
    }

    private static Station station(StationFile file) {
        return new Station(file, FormCatalogue.bundled(), CodeBook.bundled(), TestStation.CLOCK, TestStation.ACTOR);
    }

    private static void addVillages(Station station, int count) {
        for (int i = 0; i < count; i++) {
            TestStation.draft(station, "village", "name", "村" + i);
        }
    }

    @Test
    void aPowerCutAfterAnyStepLeavesTheOldOrTheNewStation() throws IOException, InterruptedException {
        List<Integer> villages = new ArrayList<>();
        for (int step = 1; dies(home, step); step++) {
            villages.add(assertOpensInOneStep(home, TODAY));
            putBackToday();
        }
        assertThat(villages).hasSizeGreaterThan(5).startsWith(TODAY, TODAY).endsWith(IN_THE_BACKUP)
            .isSortedAccordingTo((one, other) -> other - one);
    }

    @Test
    void theSameWhereTheKeysAreReplacedToo() throws IOException, InterruptedException {
        List<Integer> villages = new ArrayList<>();
        for (int step = 1;; step++) {
            Path other = Files.createDirectory(folder.resolve("other" + step));
            KeyRing.create(other, "站长", "leader", "别的口令-1".toCharArray(), CHEAP).key().close();
            byte[] key = ((Unlock.Unlocked) KeyRing.open(other, CHEAP).unlock("站长", "别的口令-1".toCharArray())).key()
                .bytes();
            try (Station station = station(StationFile.create(other, key))) {
                addVillages(station, TODAY);
            }
            if (!dies(other, step)) {
                break;
            }
            Restore.finishInterrupted(other);
            boolean restored = KeyRing.open(other, CHEAP).unlock("站长", PASSWORD.toCharArray())
                instanceof Unlock.Unlocked;
            villages.add(assertWhole(other, restored ? keys.key().bytes() : key));
            assertThat(villages.get(villages.size() - 1)).isEqualTo(restored ? IN_THE_BACKUP : TODAY);
            if (restored) {
                assertThat(assertWhole(replaced(other).orElseThrow(), key)).isEqualTo(TODAY);
            }
        }
        assertThat(villages).hasSizeGreaterThan(5).startsWith(TODAY, TODAY).endsWith(IN_THE_BACKUP);
    }

    @Test
    void intoAnEmptyFolderThereIsNothingOrTheWholeStation() throws IOException, InterruptedException {
        for (int step = 1;; step++) {
            Path empty = folder.resolve("empty" + step);
            if (!dies(empty, step)) {
                break;
            }
            Restore.finishInterrupted(empty);
            if (Files.exists(empty.resolve(KeyRing.FILE_NAME)) || Files.exists(empty.resolve(StationFile.FILE_NAME))) {
                assertThat(assertWhole(empty, keys.key().bytes())).isEqualTo(IN_THE_BACKUP);
            }
            assertThat(new Restore(TestStation.CLOCK).from(copy, empty,
                new BackupSecret.Password("站长", PASSWORD.toCharArray()))).isInstanceOf(RestoreResult.Restored.class);
        }
    }

    @Test
    void aFailureAfterAnyStepLeavesTheOldStationAsItWas() throws IOException {
        AtomicInteger failures = new AtomicInteger();
        for (int step = 1;; step++) {
            AtomicInteger left = new AtomicInteger(step);
            RestoreResult result = new Restore(TestStation.CLOCK, reached -> {
                if (left.decrementAndGet() == 0) {
                    throw new IOException("the disk is gone");
                }
            }).from(copy, home, new BackupSecret.Password("站长", PASSWORD.toCharArray()));
            if (result instanceof RestoreResult.Restored) {
                break;
            }
            failures.incrementAndGet();
            assertThat(assertOpensInOneStep(home, TODAY)).as("step %d", step)
                .isIn(TODAY, left.get() == 0 && !Files.exists(home.resolve(StationSwap.MARKER)) ? IN_THE_BACKUP : TODAY);
            putBackToday();
        }
        assertThat(failures.get()).isGreaterThan(5);
    }

    /** True when the process died at that step; false when it was done before. */
    private boolean dies(Path target, int step) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true", "-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8", "-cp",
            System.getProperty("java.class.path"), RestoreThatStops.class.getName(), copy.toString(), target.toString(),
            PASSWORD, Integer.toString(step)).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isIn(0, RestoreThatStops.DEAD);
        return process.exitValue() == RestoreThatStops.DEAD;
    }

    private int assertOpensInOneStep(Path station, int replacedVillages) throws IOException {
        Restore.finishInterrupted(station);
        int villages = assertWhole(station, keys.key().bytes());
        if (villages == IN_THE_BACKUP) {
            assertThat(assertWhole(replaced(station).orElseThrow(), keys.key().bytes())).isEqualTo(replacedVillages);
        }
        return villages;
    }

    private static int assertWhole(Path station, byte[] key) {
        assertThat(station.resolve(StationSwap.MARKER)).doesNotExist();
        assertThat(KeyRing.open(station, CHEAP).accounts()).hasSize(1);
        try (StationFile file = StationFile.open(station, key)) {
            assertThat(FileCheck.faults(file)).isEmpty();
            try (Station open = station(file)) {
                assertThat(open.journal().verify()).isEmpty();
                return file.read(db -> db.fetchCount(DSL.table("village")));
            }
        }
    }

    private static Optional<Path> replaced(Path station) throws IOException {
        try (Stream<Path> files = Files.list(station)) {
            return files.filter(file -> file.getFileName().toString().startsWith("replaced-"))
                .filter(file -> Files.exists(file.resolve(StationFile.FILE_NAME))).findFirst();
        }
    }

    /** What was replaced takes its place again, for the next step to be tried. */
    private void putBackToday() throws IOException {
        Optional<Path> old = replaced(home);
        if (old.isPresent()) {
            for (String name : List.of(StationFile.FILE_NAME, "journal.head")) {
                Files.deleteIfExists(home.resolve(name));
                if (Files.exists(old.get().resolve(name))) {
                    Files.move(old.get().resolve(name), home.resolve(name));
                }
            }
        }
        try (Stream<Path> files = Files.list(home)) {
            files.filter(file -> file.getFileName().toString().startsWith("replaced-")).toList()
                .forEach(Folders::deleteQuietly);
        }
    }
}
