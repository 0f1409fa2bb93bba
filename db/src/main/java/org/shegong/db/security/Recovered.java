package org.shegong.db.security;

/** What came of using the recovery key. */
public sealed interface Recovered {

    /**
     * Opened; the caller closes both.
     *
     * @param seal opens every sealed record that was wrapped for the sheet; null when the key file cannot be written
     */
    record Opened(DataKey key, SealSecret seal) implements Recovered {
    }

    /** A well-typed recovery key, but of another station or an older sheet. */
    record WrongKey() implements Recovered {
    }

    /** The recovery entry is damaged; accounts still open the station. */
    record Damaged() implements Recovered {
    }
}
