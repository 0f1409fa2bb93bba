package org.shegong.db.security;

/** The role of whoever is signed in does not allow this; nothing was read or written. */
public final class NotPermittedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotPermittedException(String what) {
        super("not permitted: " + what);
    }

    /** Key in the messages bundle. */
    public String messageKey() {
        return "role.not_permitted";
    }
}
