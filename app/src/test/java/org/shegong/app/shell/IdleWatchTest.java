package org.shegong.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.shegong.app.tasks.Tasks;

class IdleWatchTest {
    private final AtomicLong now = new AtomicLong(77);
    private final AtomicInteger locked = new AtomicInteger();
    private final IdleWatch watch = new IdleWatch(Tasks.direct(), now::get, locked::incrementAndGet);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
        watch.look();
    }

    @Test
    void locksOnceAfterTheMinutesWithoutATouch() {
        watch.begin(5);
        pass(Duration.ofSeconds(299));
        assertThat(locked).hasValue(0);
        pass(Duration.ofSeconds(1));
        pass(Duration.ofHours(1));
        assertThat(locked).hasValue(1);
    }

    @Test
    void neverLocksWhenTheLeaderSaidSoOrNothingIsOpen() {
        pass(Duration.ofHours(9));
        watch.begin(0);
        pass(Duration.ofHours(9));
        assertThat(locked).hasValue(0);
    }
}
