package org.shegong.db.store;

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

    public StationFileException(Reason reason, Throwable cause) {
        super("station file: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Key in the messages bundle, such as {@code station.in_use}. */
    public String messageKey() {
        return "station." + reason.name().toLowerCase(java.util.Locale.ROOT);
    }
}
