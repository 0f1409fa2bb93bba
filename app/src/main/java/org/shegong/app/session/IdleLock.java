package org.shegong.app.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shegong.db.Station;
import org.shegong.db.security.Right;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

/**
 * After how many minutes without a key or a move of the mouse the station locks itself; one number for the whole
 * station, kept in its file (rules document C05: five minutes). Not for the window's thread.
 */
public final class IdleLock {
    /** Minutes when nobody has said otherwise. */
    public static final int USUAL = 5;
    /** Stands for no lock at all, which only a leader may choose. */
    public static final int NEVER = 0;
    private static final int LONGEST = 120;
    private static final String FORM = "setting";
    private static final String KEY = "lock.minutes";
    private final Station station;

    public IdleLock(Station station) {
        this.station = station;
    }

    /** Minutes to choose from for the person signed in, the ones in force included. */
    public List<Integer> choices() {
        return station.clearance().may(Right.ASSIGN) ? List.of(1, 2, 3, 5, 10, 15, 30, 60, NEVER)
            : List.of(1, 2, 3, 5, 10, 15, 30, 60);
    }

    /** The minutes in force. */
    public int minutes() {
        return kept().map(setting -> parsed(setting.text("value"))).orElse(USUAL);
    }

    private static int parsed(String text) {
        try {
            int minutes = Integer.parseInt(text);
            return minutes < NEVER || minutes > LONGEST ? USUAL : minutes;
        } catch (NumberFormatException notANumber) {
            return USUAL;
        }
    }

    private Optional<RecordData> kept() {
        return station.records().list(ListQuery.all(FORM).withFilter("key", Set.of(KEY))).stream().findFirst();
    }

    /**
     * Changes them.
     *
     * @throws org.shegong.db.security.NotPermittedException when the role may not, or chooses never without being leader
     */
    public void change(int minutes) {
        station.clearance().require(minutes == NEVER ? Right.ASSIGN : Right.SETTINGS);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("key", KEY);
        values.put("value", String.valueOf(minutes));
        Optional<RecordData> before = kept();
        station.saving().save(before.isPresent() ? RecordDraft.change(before.get(), RecordStatus.SUBMITTED, values)
            : RecordDraft.entered(FORM, station.newId(), RecordStatus.SUBMITTED, values));
    }
}
