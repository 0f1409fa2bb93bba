package org.shegong.db.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The station's file cannot be opened or written.
 *
 * <p>{@link #messageKey()} names the text that tells a person what happened, whether data is safe and what to do.
 */
public final class StationFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it failed. */
    public enum Reason { MISSING, EXISTS, IN_USE, WRONG_KEY, DAMAGED, NEWER, NO_ACCESS, DISK_FULL }

    private final Reason reason;
    private final ArrayList<String> details;

    public StationFileException(Reason reason, Throwable cause) {
        this(reason, List.of(), cause);
    }

    private StationFileException(Reason reason, List<String> details, Throwable cause) {
        super("station file: " + reason, cause);
        this.reason = reason;
        this.details = new ArrayList<>(details);
    }

    /** A file that needs a program which reads this version of tables. */
    static StationFileException newer(int version) {
        return new StationFileException(Reason.NEWER,
            List.of(String.valueOf(version), String.valueOf(SchemaVersion.CURRENT)), null);
    }

    /** What is put into the places of the text, in order: for NEWER the version needed and the newest known here. */
    public List<String> details() {
        return List.copyOf(details);
    }

    public Reason reason() {
        return reason;
    }

    /** Key in the messages bundle, such as {@code station.in_use}. */
    public String messageKey() {
        return "station." + reason.name().toLowerCase(java.util.Locale.ROOT);
    }
}
