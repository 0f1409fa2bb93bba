package org.shegong.db.journal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.store.Clearance;
import org.shegong.db.store.StationFile;

/** Notes in the journal that the station was brought back from a copy. */
public final class Restoring {
    /** The chain of these notes: they are written without an account, before anybody signs in. */
    static final String DEVICE = "restore";

    private Restoring() {
    }

    /**
     * Writes the note; copies made between the two times are then known to be of a line of work left behind.
     *
     * @param file the restored station
     * @param label in words for people
     * @param from when the copy was made, ISO local date and time
     */
    public static void note(StationFile file, Clock clock, String label, String from) {
        event(file, clock, "restore", label, Map.of("from", from, "at",
            LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    /**
     * Notes that the station got another data key.
     *
     * @param label in words for people
     * @param at when, ISO local date and time
     */
    public static void rekeyed(StationFile file, Clock clock, String label, String at) {
        event(file, clock, "rekey", label, Map.of("at", at));
    }

    private static void event(StationFile file, Clock clock, String action, String label, Map<String, Object> details) {
        new Journal(file, FormCatalogue.bundled(), clock, (db, form, values) -> Set.of(), Clearance.unlimited())
            .event(new Actor("", "", DEVICE), action, label, "station", "", details);
    }
}
