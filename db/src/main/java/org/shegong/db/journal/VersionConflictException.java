package org.shegong.db.journal;

/** A record was changed by someone else after it was read; nothing of the step was written. */
public final class VersionConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String form;
    private final String recordId;

    public VersionConflictException(String form, String recordId) {
        super("record changed meanwhile: " + form);
        this.form = form;
        this.recordId = recordId;
    }

    public String form() {
        return form;
    }

    public String recordId() {
        return recordId;
    }
}
