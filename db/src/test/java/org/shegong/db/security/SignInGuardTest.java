package org.shegong.db.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInGuardTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    @TempDir
    private Path folder;

    private SignInGuard reopened() {
        return new SignInGuard(folder);
    }

    @Test
    void theFirstThreeWrongPasswordsCostNoWaitAndLaterOnesEverMoreUpToAQuarterOfAnHour() {
        assertThat(SignInGuard.waitAfter(2)).isZero();
        assertThat(SignInGuard.waitAfter(3)).isEqualTo(Duration.ofSeconds(5));
        assertThat(SignInGuard.waitAfter(4)).isEqualTo(Duration.ofSeconds(10));
        assertThat(SignInGuard.waitAfter(8)).isEqualTo(Duration.ofSeconds(160));
        assertThat(SignInGuard.waitAfter(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theWaitOutlivesARestartAndEnds() {
        for (int i = 0; i < 3; i++) {
            reopened().failed("a", NOW);
        }
        assertThat(reopened().waiting("a", NOW.plusSeconds(2))).isEqualTo(Duration.ofSeconds(3));
        assertThat(reopened().waiting("a", NOW.plusSeconds(5))).isZero();
        assertThat(reopened().waiting("b", NOW)).isZero();
    }

    @Test
    void aClockThatWasSetBackDoesNotLengthenTheWait() {
        for (int i = 0; i < 3; i++) {
            reopened().failed("a", NOW);
        }
        assertThat(reopened().waiting("a", NOW.minus(Duration.ofDays(400)))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void signingInForgetsAndTellsTheFailures() {
        reopened().failed("a", NOW);
        reopened().failed("a", NOW);

        assertThat(reopened().succeeded("a")).isEqualTo(2);
        assertThat(reopened().succeeded("a")).isZero();
    }

    @Test
    void aDamagedFileLocksNobodyOut() throws IOException {
        for (String content : new String[] {"{", "null", "[]", "{\"a\":null}", "{\"a\":{\"count\":9,\"last\":\"x\"}}"}) {
            Files.writeString(folder.resolve(SignInGuard.FILE_NAME), content);
            assertThat(reopened().waiting("a", NOW)).isLessThanOrEqualTo(Duration.ofMinutes(15));
            reopened().failed("a", NOW);
        }
    }
}
