package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;

@Timeout(120)
class ReadingTogetherTest {
    private static final Function<DSLContext, Integer> VILLAGES =
        db -> db.fetchOne("SELECT COUNT(*) FROM village").get(0, Integer.class);
    @TempDir
    Path folder;
    private Station station;

    @BeforeEach
    void open() {
        station = TestStation.create(folder);
        TestStation.draft(station, "village", "name", "白沙村");
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void bothRunAtTheSameTimeAndSeeOneStateEvenIfSomebodyWritesMeanwhile() {
        CyclicBarrier met = new CyclicBarrier(2);
        CountDownLatch written = new CountDownLatch(1);
        List<Integer> seen = station.file().readBoth(db -> {
            meet(met);
            int before = VILLAGES.apply(db);
            TestStation.draft(station, "village", "name", "黑石村");
            written.countDown();
            return List.of(before, VILLAGES.apply(db));
        }, db -> {
            meet(met);
            wait(written);
            return VILLAGES.apply(db);
        }, (db, first, second) -> List.of(first.get(0), first.get(1), second));
        assertThat(seen).containsExactly(1, 1, 1);
        assertThat(station.file().read(VILLAGES)).isEqualTo(2);
    }

    @Test
    void oneAfterTheOtherWithinAReadOrWhileSomebodyElseWrites() throws Exception {
        List<Integer> within = station.file().read(db -> villagesTwice());
        assertThat(within).containsExactly(1, 1);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Thread writer = new Thread(() -> station.file().write(db -> {
            writing.countDown();
            wait(asked);
            return null;
        }));
        writer.start();
        wait(writing);
        String here = Thread.currentThread().getName();
        List<String> names = station.file().readBoth(db -> Thread.currentThread().getName(),
            db -> Thread.currentThread().getName(), (db, one, two) -> List.of(one, two));
        asked.countDown();
        writer.join();
        assertThat(names).containsExactly(here, here);
    }

    @Test
    void aFailureOfEitherReachesTheCallerAndLeavesTheFileReadable() {
        Function<DSLContext, Integer> broken = db -> {
            throw new IllegalStateException("broken");
        };
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> station.file().readBoth(broken, VILLAGES, (db, one, two) -> List.of(one, two))).hasMessage("broken");
            assertThatThrownBy(() -> station.file().readBoth(VILLAGES, broken, (db, one, two) -> List.of(one, two))).hasMessage("broken");
        }
        assertThat(villagesTwice()).containsExactly(1, 1);
    }

    private List<Integer> villagesTwice() {
        return station.file().readBoth(VILLAGES, VILLAGES, (db, one, two) -> List.of(one, two));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the two did not run at the same time", e);
        }
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
