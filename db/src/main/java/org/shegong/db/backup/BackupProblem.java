package org.shegong.db.backup;

import java.util.Locale;

/** Why a copy was not made or not brought back; nothing was changed then. */
public enum BackupProblem {
    /** The folder for copies is not there: the disk is not plugged in or has another letter. */
    TARGET_MISSING,
    /** The file system refuses to read or write. */
    NO_ACCESS,
    DISK_FULL,
    /** The station has no keys, so nobody could open a copy. */
    KEYS_MISSING,
    /** The copy was made but does not equal the station; it was thrown away. */
    NOT_VERIFIED,
    /** The station's own file is damaged. */
    STATION_DAMAGED,
    /** There is no such backup file. */
    FILE_MISSING,
    /** Not a backup of this program, or one that was put together by somebody else. */
    NOT_A_BACKUP,
    /** Cut off or changed since it was written. */
    DAMAGED,
    /** Encrypted with another key than the open station: another station's, or from before its keys were renewed. */
    OTHER_STATION,
    /** Of this station, but from before its key was changed; opens with a password or the recovery sheet of then. */
    OLDER_KEYS,
    /** Made by a newer program. */
    NEWER,
    WRONG_PASSWORD,
    /** The account may not bring back a backup. */
    NOT_PERMITTED,
    UNKNOWN_ACCOUNT,
    WRONG_RECOVERY_KEY,
    /** The station is open, here or in another program. */
    IN_USE;

    /** Key in the messages bundle, such as {@code backup.target_missing}. */
    public String messageKey() {
        return "backup." + name().toLowerCase(Locale.ROOT);
    }
}
