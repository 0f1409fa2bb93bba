package org.shegong.db.journal.seal;

/** The sealed content of a record was altered, moved or damaged; nothing was written, other records are unharmed. */
public final class SealDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String form;
    private final String recordId;

    SealDamagedException(String form, String recordId) {
        super("sealed content of a record of " + form + " does not open");
        this.form = form;
        this.recordId = recordId;
    }

    /** Key of the form. */
    public String form() {
        return form;
    }

    /** Id of the record. */
    public String recordId() {
        return recordId;
    }

    /** Key of the message for people. */
    public String messageKey() {
        return "seal.damaged";
    }
}
