package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;

class StationFileTest {
    @TempDir
    Path folder;

    @Test
    void keepsRecordsBetweenOpenings() {
        String id;
        try (Station station = TestStation.create(folder)) {
            id = TestStation.draft(station, "village", "name", "白沙村");
        }
        try (Station station = TestStation.open(folder)) {
            assertThat(station.records().find("village", id)).get()
                .extracting(record -> record.text("name")).isEqualTo("白沙村");
        }
    }

    /** As the first screen, the badges and a search do at once: each reads while it reads. */
    @Test
    void readsWithinReadsFromMoreThreadsThanItHasConnections() throws Exception {
        try (Station station = TestStation.create(folder)) {
            int threads = 6;
            CyclicBarrier begun = new CyclicBarrier(2);
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            List<Future<Long>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                answers.add(pool.submit(() -> station.file().read(outer -> {
                    meet(begun);
                    return station.file().read(inner -> station.records().count(ListQuery.all("village")));
                })));
            }
            for (Future<Long> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isZero();
            }
            pool.shutdownNow();
        }
    }

    /** Until two threads hold the two connections. */
    private static void meet(CyclicBarrier begun) {
        try {
            begun.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesAnotherKey() {
        TestStation.create(folder).close();
        byte[] other = new byte[32];
        Arrays.fill(other, (byte) 7);
        assertThatThrownBy(() -> StationFile.open(folder, other)).isInstanceOfSatisfying(StationFileException.class,
            e -> assertThat(e.reason()).isEqualTo(StationFileException.Reason.WRONG_KEY));
    }

    @Test
    void refusesASecondOpening() {
        try (Station station = TestStation.create(folder)) {
            assertThat(station.file().folder()).isEqualTo(folder);
            assertThatThrownBy(() -> StationFile.open(folder, TestStation.KEY)).isInstanceOfSatisfying(
                StationFileException.class, e -> assertThat(e.reason()).isEqualTo(StationFileException.Reason.IN_USE));
        }
    }

    @Test
    void refusesAFileOfANewerProgram() {
        try (Station station = TestStation.create(folder)) {
            station.file().outsideTransaction(db -> db.execute("PRAGMA user_version = 9999"));
        }
        assertThatThrownBy(() -> StationFile.open(folder, TestStation.KEY)).isInstanceOfSatisfying(
            StationFileException.class, e -> assertThat(e.reason()).isEqualTo(StationFileException.Reason.NEWER));
    }

    @Test
    void saysWhenThereIsNoStation() {
        assertThatThrownBy(() -> StationFile.open(folder, TestStation.KEY)).isInstanceOfSatisfying(
            StationFileException.class, e -> assertThat(e.reason()).isEqualTo(StationFileException.Reason.MISSING));
    }

    @Test
    void leavesNothingReadableOnDisk() throws IOException {
        String secret = "覃玉兰的秘密";
        try (Station station = TestStation.create(folder)) {
            TestStation.draft(station, "village", "name", secret);
            assertThat(anyFileHolds(secret)).isFalse();
        }
        assertThat(anyFileHolds(secret)).isFalse();
    }

    @Test
    void readersCannotWrite() {
        try (Station station = TestStation.create(folder)) {
            assertThatThrownBy(() -> station.file().read(db -> db.execute("DELETE FROM village")))
                .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void schemaVersionIsTheNumberOfTheNewestMigration() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/shegong/db/migration"))) {
            int newest = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sql"))
                .mapToInt(name -> Integer.parseInt(name.substring(1, 3))).max().orElse(0);
            assertThat(SchemaVersion.CURRENT).isEqualTo(newest);
        }
    }

    private boolean anyFileHolds(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().endsWith(".lock")
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                    return true;
                }
            }
        }
        return false;
    }
}
