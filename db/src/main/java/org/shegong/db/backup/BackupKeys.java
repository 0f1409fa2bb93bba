package org.shegong.db.backup;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.KeyRingException;
import org.shegong.db.security.Recovered;
import org.shegong.db.security.Right;
import org.shegong.db.security.Rights;
import org.shegong.db.security.SealSecret;
import org.shegong.db.security.Unlock;
import org.shegong.db.store.Connections;
import org.shegong.db.store.StationFile;
import org.shegong.db.store.StationFileException;

/**
 * Opens an unpacked backup: with today's accounts of the same station first, then with those of the backup. A backup of
 * before the station's key was changed opens with its own alone.
 */
final class BackupKeys {
    private final Optional<KeyRing> current;
    private final KeyRing inside;
    private final Path database;

    /**
     * @param current keys of the station that the backup is to replace
     * @param work folder with the unpacked database and its keys, already compared with the manifest
     */
    BackupKeys(Optional<KeyRing> current, Path work) {
        this.inside = KeyRing.open(work, KdfCost.MINIMUM);
        this.current = current.filter(ring -> ring.fileId().equals(inside.fileId()));
        this.database = work.resolve(StationFile.FILE_NAME);
    }

    /** The keys in a folder; none when they are missing or cannot be used, which is why one restores. */
    static Optional<KeyRing> ring(Path folder) {
        try {
            return Optional.of(KeyRing.open(folder, KdfCost.MINIMUM));
        } catch (KeyRingException unusable) {
            return Optional.empty();
        }
    }

    /**
     * A key that opens the database; the caller closes it.
     *
     * @throws BackupException when the secret does not open it
     */
    DataKey unlock(BackupSecret secret) {
        if (secret instanceof BackupSecret.Key known) {
            return fitting(known.key().copy(), current.isPresent() ? BackupProblem.OLDER_KEYS : BackupProblem.OTHER_STATION);
        }
        if (current.isEmpty()) {
            return unlock(inside, secret);
        }
        DataKey today;
        try {
            today = unlock(current.get(), secret);
        } catch (BackupException notToday) {
            if (notToday.problem() == BackupProblem.NOT_PERMITTED) {
                throw notToday;
            }
            return unlock(inside, secret);
        }
        return opens(today) ? today : older(today, secret);
    }

    /** Passwords may have stayed when the key was changed. */
    private DataKey older(DataKey today, BackupSecret secret) {
        today.close();
        try {
            return fitting(unlock(inside, secret), BackupProblem.OLDER_KEYS);
        } catch (BackupException notThen) {
            throw notThen.problem() == BackupProblem.NOT_PERMITTED ? notThen
                : new BackupException(BackupProblem.OLDER_KEYS, null);
        }
    }

    private DataKey fitting(DataKey key, BackupProblem otherwise) {
        if (opens(key)) {
            return key;
        }
        key.close();
        throw new BackupException(otherwise, null);
    }

    /** Anything else that is wrong with the database is told by the check that follows. */
    private boolean opens(DataKey key) {
        byte[] bytes = key.bytes();
        try {
            Connections.reader(database, bytes).close();
            return true;
        } catch (StationFileException e) {
            return e.reason() != StationFileException.Reason.WRONG_KEY;
        } catch (SQLException e) {
            throw Connections.failure(database, e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static DataKey unlock(KeyRing ring, BackupSecret secret) {
        BackupProblem problem;
        if (secret instanceof BackupSecret.Recovery recovery) {
            Recovered recovered = ring.unlock(recovery.key());
            if (recovered instanceof Recovered.Opened opened) {
                closeUnused(opened.seal());
                return opened.key();
            }
            problem = recovered instanceof Recovered.Damaged ? BackupProblem.DAMAGED
                    : BackupProblem.WRONG_RECOVERY_KEY;
        } else {
            BackupSecret.Password password = (BackupSecret.Password) secret;
            Unlock unlock = ring.unlock(password.name(), password.password());
            if (unlock instanceof Unlock.Unlocked unlocked) {
                closeUnused(unlocked.seal());
                return permitted(unlocked);
            }
            problem = unlock instanceof Unlock.Damaged ? BackupProblem.DAMAGED
                    : unlock instanceof Unlock.UnknownAccount ? BackupProblem.UNKNOWN_ACCOUNT
                    : BackupProblem.WRONG_PASSWORD;
        }
        throw new BackupException(problem, null);
    }

    /** Restoring moves the whole file; it opens no sealed record. */
    private static void closeUnused(SealSecret seal) {
        if (seal != null) {
            seal.close();
        }
    }

    /** A role that somebody wrote into the key file by hand counts for nothing. */
    private static DataKey permitted(Unlock.Unlocked unlocked) {
        if (unlocked.rolesIntact() && Rights.of(unlocked.account().role()).may(Right.RESTORE)) {
            return unlocked.key();
        }
        unlocked.key().close();
        throw new BackupException(BackupProblem.NOT_PERMITTED, null);
    }
}
