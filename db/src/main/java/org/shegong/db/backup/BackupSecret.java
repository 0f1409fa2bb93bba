package org.shegong.db.backup;

import org.shegong.db.security.DataKey;
import org.shegong.db.security.RecoveryKey;

/** With what a backup is opened. */
public sealed interface BackupSecret {

    /** An account of the station; the caller overwrites the password. */
    record Password(String name, char[] password) implements BackupSecret {
    }

    /** The printed key. */
    record Recovery(RecoveryKey key) implements BackupSecret {
    }

    /** The key of a station that is or was open; not closed here. */
    record Key(DataKey key) implements BackupSecret {
    }
}
