package org.shegong.db.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.shegong.db.journal.HeadAnchor;
import org.shegong.db.journal.Restoring;
import org.shegong.db.security.AtomicFile;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.KeyRingException;
import org.shegong.db.store.Connections;
import org.shegong.db.store.DatabaseCheck;
import org.shegong.db.store.ProcessLock;
import org.shegong.db.store.StationFile;
import org.shegong.db.store.StationFileException;

/**
 * Brings a closed station into a new file with another data key, because somebody who went may have copied the old one
 * with its key. Never in place: a copy is made, gets the new key, is opened with it, read page by page and compared with
 * the old file; only then do the two change places, and the old one is kept aside. Passwords and the recovery sheet stay.
 * Backups made before open with the old key alone.
 *
 * <p>Needs about as much free space as the database is large. Takes as long as reading and writing all of it twice; never
 * on the window's thread.
 */
public final class Rekeying {
    private static final long MARGIN = 32L * 1024 * 1024;
    private final Clock clock;
    private final StationSwap.Steps steps;

    public Rekeying(Clock clock) {
        this(clock, step -> { });
    }

    Rekeying(Clock clock, StationSwap.Steps steps) {
        this.clock = clock;
        this.steps = steps;
    }

    /** How it ended. */
    public sealed interface Result {
        /**
         * Done.
         *
         * @param replaced folder with the file that has the old key
         */
        record Done(Optional<Path> replaced) implements Result {
        }

        /**
         * Nothing was changed: these would be locked out.
         *
         * @param names accounts that must sign in once before; {@code recovery} for the recovery sheet
         */
        record NotYet(List<String> names) implements Result {
        }

        /**
         * Nothing was changed.
         *
         * @param cause what the system said, for the log; may be null
         */
        record Refused(BackupProblem problem, Throwable cause) implements Result {
        }
    }

    /**
     * Does it.
     *
     * @param folder of the closed station
     * @param old its data key; the caller closes it
     */
    public Result run(Path folder, DataKey old) {
        Path work = folder.resolve(Restore.WORK);
        try {
            Restore.finishInterrupted(folder);
            return locked(folder, work, old);
        } catch (BackupException e) {
            return new Result.Refused(e.problem(), e);
        } catch (KeyRingException e) {
            return new Result.Refused(BackupProblem.KEYS_MISSING, e);
        } catch (StationFileException e) {
            return new Result.Refused(switch (e.reason()) {
                case IN_USE -> BackupProblem.IN_USE;
                case DISK_FULL -> BackupProblem.DISK_FULL;
                case NO_ACCESS -> BackupProblem.NO_ACCESS;
                default -> BackupProblem.STATION_DAMAGED;
            }, e);
        } catch (IOException e) {
            return new Result.Refused(BackupException.writing(folder, e).problem(), e);
        } finally {
            if (!StationSwap.isUnderWay(folder)) {
                Folders.deleteQuietly(work);
            }
        }
    }

    private Result locked(Path folder, Path work, DataKey old) throws IOException {
        try (ProcessLock lock = ProcessLock.take(folder.resolve(StationFile.LOCK_NAME))) {
            KeyRing ring = KeyRing.open(folder);
            if (!ring.withoutPair().isEmpty()) {
                return new Result.NotYet(ring.withoutPair());
            }
            try (DataKey fresh = ring.newDataKey()) {
                return exchanged(folder, work, ring, old, fresh);
            }
        }
    }

    private Result exchanged(Path folder, Path work, KeyRing ring, DataKey old, DataKey fresh) throws IOException {
        Path database = folder.resolve(StationFile.FILE_NAME);
        Folders.delete(work);
        Files.createDirectory(work);
        if (Files.getFileStore(work).getUsableSpace() < Files.size(database) + MARGIN) {
            throw new BackupException(BackupProblem.DISK_FULL, null);
        }
        byte[] before = old.bytes();
        byte[] after = fresh.bytes();
        try {
            Path copy = work.resolve(StationFile.FILE_NAME);
            Map<String, Long> counts = counts(database, before);
            copy(database, copy, before);
            change(copy, before, after);
            if (!counts(copy, after).equals(counts)) {
                throw new BackupException(BackupProblem.NOT_VERIFIED, null);
            }
            ring.rekeyed(work, fresh);
            note(work, after);
        } finally {
            Arrays.fill(before, (byte) 0);
            Arrays.fill(after, (byte) 0);
        }
        AtomicFile.sync(work.resolve(StationFile.FILE_NAME));
        AtomicFile.sync(work.resolve(KeyRing.FILE_NAME));
        AtomicFile.sync(work.resolve(HeadAnchor.FILE_NAME));
        steps.reached("copied and proved");
        Optional<Path> replaced = new StationSwap(folder, work, steps).swap(false, clock);
        return new Result.Done(replaced);
    }

    private static void copy(Path database, Path copy, byte[] key) {
        try (Connection connection = Connections.writer(database, key)) {
            Connections.execute(connection, "VACUUM INTO '" + copy.toAbsolutePath().toString().replace("'", "''") + "'");
        } catch (SQLException e) {
            throw Connections.failure(database, e);
        }
        try (Connection connection = Connections.writer(copy, key)) {
            Connections.keepSecrets(connection, key);
        } catch (SQLException e) {
            throw Connections.failure(database, e);
        }
    }

    /** Every row of every table except the file's own secrets; fails unless every page is sound under the key. */
    private static Map<String, Long> counts(Path database, byte[] key) {
        DatabaseCheck check = DatabaseCheck.of(database, key);
        if (!check.sound()) {
            throw new BackupException(BackupProblem.STATION_DAMAGED, null);
        }
        Map<String, Long> counts = new TreeMap<>(check.counts());
        counts.remove("station_secret");
        return counts;
    }

    /** SQLite refuses another key while a log beside the file is in use. */
    private static void change(Path copy, byte[] before, byte[] after) {
        try (Connection connection = Connections.writer(copy, before)) {
            Connections.execute(connection, "PRAGMA journal_mode = DELETE",
                "PRAGMA rekey = 'raw:" + HexFormat.of().formatHex(after) + "'");
        } catch (SQLException e) {
            throw Connections.failure(copy, e);
        }
    }

    private void note(Path work, byte[] key) {
        try (StationFile file = StationFile.open(work, key)) {
            HeadAnchor.begin(file);
            String at = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
            Restoring.rekeyed(file, clock, MessageFormat.format(ResourceBundle.getBundle("org.shegong.db.messages")
                .getString("rekeyed"), at), at);
        }
    }
}
