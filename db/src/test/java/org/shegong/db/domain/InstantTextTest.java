package org.shegong.db.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstantTextTest {
    private static String at(String instant) {
        return InstantText.now(Clock.fixed(Instant.parse(instant), ZoneOffset.ofHours(8)));
    }

    @Test
    void sortsAsTimeGoesOn() {
        List<String> texts = Stream.of("2026-10-31T01:59:59.999Z", "2026-10-31T02:00:00Z", "2026-10-31T02:00:00.001Z",
            "2026-10-31T02:00:00.020999Z", "2026-10-31T02:00:01Z").map(InstantTextTest::at).toList();
        assertThat(texts).isSorted().containsExactly("2026-10-31T01:59:59.999Z", "2026-10-31T02:00:00.000Z",
            "2026-10-31T02:00:00.001Z", "2026-10-31T02:00:00.020Z", "2026-10-31T02:00:01.000Z");
    }

    @Test
    void isReadAsTheMomentItIs() {
        assertThat(Instant.parse(at("2026-10-31T02:00:00Z"))).isEqualTo(Instant.parse("2026-10-31T02:00:00Z"));
    }
}
