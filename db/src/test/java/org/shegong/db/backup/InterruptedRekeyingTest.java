package org.shegong.db.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.HeadAnchor;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.Unlock;
import org.shegong.db.store.StationFile;

/** Moving into a file with another key, stopped after each of its steps: the password opens the old file or the new one. */
class InterruptedRekeyingTest {
    private static final String PASSWORD = "口令-2026";
    private static final int VILLAGES = 3;
    @TempDir
    private Path folder;

    /** Stands for the end of the process. */
    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    private DataKey make(Path home) throws IOException {
        Files.createDirectory(home);
        KeyRing.Created keys = KeyRing.create(home, "站长", "leader", PASSWORD.toCharArray(), new KdfCost(64, 1, 1));
        try (Station station = station(StationFile.create(home, keys.key().bytes()))) {
            for (int i = 0; i < VILLAGES; i++) {
                TestStation.draft(station, "village", "name", "村" + i);
            }
        }
        return keys.key();
    }

    private static Station station(StationFile file) {
        return new Station(file, FormCatalogue.bundled(), CodeBook.bundled(), TestStation.CLOCK, TestStation.ACTOR);
    }

    private static boolean stops(Path home, DataKey old, int step) {
        int[] left = {step};
        try {
            Rekeying.Result result = new Rekeying(TestStation.CLOCK, reached -> {
                if (--left[0] == 0) {
                    throw new Stopped();
                }
            }).run(home, old);
            assertThat(result).isInstanceOf(Rekeying.Result.Done.class);
            return false;
        } catch (Stopped stopped) {
            return true;
        }
    }

    /** True when the file has the new key by now. */
    private static boolean opensWhole(Path home, DataKey old) {
        Restore.finishInterrupted(home);
        assertThat(home.resolve(HeadAnchor.FILE_NAME)).exists();
        Unlock unlock = KeyRing.open(home).unlock("站长", PASSWORD.toCharArray());
        byte[] key = ((Unlock.Unlocked) unlock).key().bytes();
        try (Station station = station(StationFile.open(home, key))) {
            Long villages = station.records().ask(db -> db.resultQuery("SELECT COUNT(*) FROM village").fetchOne(0, Long.class));
            assertThat(villages).isEqualTo(VILLAGES);
            assertThat(station.journal().verify()).isEmpty();
        }
        return !java.util.Arrays.equals(key, old.bytes());
    }

    @Test
    void theOldOrTheNewFileOpensWithThePasswordWhereverItStops() throws IOException {
        List<Boolean> renewed = new ArrayList<>();
        boolean stopped = true;
        for (int step = 1; stopped; step++) {
            Path home = folder.resolve("station" + step);
            DataKey old = make(home);
            stopped = stops(home, old, step);
            renewed.add(opensWhole(home, old));
        }
        assertThat(renewed).hasSizeGreaterThan(6).startsWith(false, false).endsWith(true, true);
    }
}
