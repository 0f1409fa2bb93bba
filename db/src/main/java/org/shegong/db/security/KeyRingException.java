package org.shegong.db.security;

import java.util.Locale;

/** The keys of a station cannot be read or written at all; refusals that a person can mend are values instead. */
public final class KeyRingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is no {@code keys.json}. */
        MISSING,
        /** A new one was to be made where one exists. */
        EXISTS,
        /** It cannot be understood. */
        DAMAGED,
        /** A newer program wrote it. */
        NEWER,
        /** The file system refuses. */
        NO_ACCESS
    }

    private final Reason reason;

    public KeyRingException(Reason reason, Throwable cause) {
        super("keys of the station: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Key in the messages bundle, such as {@code keys.missing}. */
    public String messageKey() {
        return "keys." + reason.name().toLowerCase(Locale.ROOT);
    }
}
