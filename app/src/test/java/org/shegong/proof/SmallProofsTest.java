package org.shegong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proofs of the profile {@code proof}, a little of each. */
class SmallProofsTest {
    private static final long SEED = 7;
    @TempDir
    private Path folder;

    @Test
    void everyTamperingWithTheJournalIsFound() throws Exception {
        assertThat(new JournalTampering(folder, SEED).run(200)).isEmpty();
    }

    @Test
    void everyChangedByteIsFoundAndEveryCopyRestores() throws Exception {
        assertThat(new ByteFlips(folder, SEED).run(5)).isEmpty();
    }

    @Test
    void nothingTypedCanBeReadInTheFiles() throws Exception {
        assertThat(new Canaries(folder, SEED).run(20, false)).isEmpty();
    }

    @Test
    void nothingIsLostWhenTheProgramIsKilledInsideAnUpgrade() throws Exception {
        assertThat(new CrashKills(folder, "migrating", SEED).run(2)).isEmpty();
    }

    @Test
    void nothingIsLostWhenTheProgramIsKilledWhileItSaves() throws Exception {
        assertThat(new CrashKills(folder, "saving", SEED).run(2)).isEmpty();
    }
}
