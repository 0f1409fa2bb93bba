package org.shegong.db.security;

import java.util.Locale;

/** What came of changing an account. */
public sealed interface AccountChange {

    /** Done and written to the disk. */
    record Done(Account account) implements AccountChange {
    }

    /** Nothing was changed. */
    record Refused(Reason reason) implements AccountChange {
    }

    /** Why a change was refused. */
    enum Reason {
        NAME_MISSING, NAME_TAKEN,
        /** Shorter than {@link KeyRing#SHORTEST_PASSWORD} characters. */
        PASSWORD_SHORT,
        WRONG_PASSWORD, UNKNOWN_ACCOUNT, WRONG_RECOVERY_KEY,
        /** The only account stays. */
        LAST_ACCOUNT,
        /** The only leader stays one. */
        LAST_LEADER,
        /** Nobody removes himself or changes his own role. */
        SELF,
        /** The entry that was needed is damaged. */
        DAMAGED;

        /** Key in the messages bundle, such as {@code account.name_taken}. */
        public String messageKey() {
            return "account." + name().toLowerCase(Locale.ROOT);
        }
    }
}
