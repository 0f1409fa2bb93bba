package org.shegong.db.security;

/** What came of signing in. */
public sealed interface Unlock {

    /**
     * Signed in.
     *
     * @param key          the caller closes it when the station is locked
     * @param rolesIntact  false when names or roles in the key file were changed outside the program; the station
     *                     still opens, and its leader should look at the accounts
     * @param seal         opens sealed records; null when the account has none that is intact; the caller closes it
     */
    record Unlocked(DataKey key, Account account, boolean rolesIntact, SealSecret seal) implements Unlock {
    }

    /** The password is not this account's. */
    record WrongPassword() implements Unlock {
    }

    /** Nobody has this name. */
    record UnknownAccount() implements Unlock {
    }

    /** This account's entry is damaged; another account or the recovery key still opens the station. */
    record Damaged() implements Unlock {
    }
}
