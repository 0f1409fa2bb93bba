package org.shegong.db.journal.seal;

/** What sealed typing belongs to: an account and a record. */
public final class TypingPlace {
    private TypingPlace() {
    }

    /** The place of an account's typing in a record's form. */
    public static String of(String accountId, String recordId) {
        return "typing\n" + accountId + "\n" + recordId;
    }
}
