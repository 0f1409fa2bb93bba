package org.shegong.db;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;
import org.shegong.db.store.StationFile;

/** A real, empty station in a temporary folder, on 20 November 2026. */
public final class TestStation {
    public static final byte[] KEY = new byte[32];
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneId.of("Asia/Shanghai"));
    public static final Actor ACTOR = new Actor("a1", "王社工", "d1");
    private TestStation() {
    }

    public static Station create(Path folder) {
        return new Station(StationFile.create(folder, KEY), FormCatalogue.bundled(), CodeBook.bundled(), CLOCK, ACTOR);
    }

    public static Station open(Path folder) {
        return new Station(StationFile.open(folder, KEY), FormCatalogue.bundled(), CodeBook.bundled(), CLOCK, ACTOR);
    }

    /** Saves a new record as a draft, which nothing but a clash can refuse; gives its id. */
    public static String draft(Station station, String form, Object... keysAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        SaveResult result = station.saving().save(
            RecordDraft.entered(form, station.newId(), RecordStatus.DRAFT, values));
        return ((SaveResult.Saved) result).record().id();
    }
}
