package org.shegong.db.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.KeyRingException;
import org.shegong.db.store.Connections;
import org.shegong.db.store.DatabaseCheck;
import org.shegong.db.store.SchemaVersion;
import org.shegong.db.store.StationFile;
import org.shegong.db.store.StationFileException;

/**
 * Opens a backup as restoring it would, but read-only and in a working folder that is removed again: the proof that it
 * can be used, and a look at what is inside. Never on the window's thread.
 */
public final class Rehearsal {
    private static final String WORK = ".rehearsal-work";
    private static final long MARGIN = 8L << 20;
    private static final int NEWEST = 3;

    /** How it went. */
    public sealed interface Result {
        /**
         * Every page was read, the integrity check found nothing, and the rows are those the backup names.
         *
         * @param newest the last steps of work in it, the last one first; may be empty
         */
        record Usable(BackupManifest manifest, List<Step> newest) implements Result {
        }

        /** This backup could not be restored here. */
        record Refused(BackupProblem problem, Throwable cause) implements Result {
        }
    }

    /**
     * A step of work.
     *
     * @param label   what was done to which form, in words
     * @param account who did it
     * @param at      when
     */
    public record Step(String label, String account, Instant at) {
    }

    private final Path folder;

    /** @param folder the station's folder, where there is room for a copy */
    public Rehearsal(Path folder) {
        this.folder = folder;
    }

    /** @param key of the open station; not closed here */
    public Result of(Path file, DataKey key) {
        Path work = folder.resolve(WORK);
        try (BackupArchive archive = BackupArchive.open(file)) {
            Folders.delete(work);
            Files.createDirectory(work);
            if (Files.getFileStore(work).getUsableSpace() < archive.manifest().database().size() + MARGIN) {
                return new Result.Refused(BackupProblem.DISK_FULL, null);
            }
            archive.unpack(work);
            return look(folder, work, archive.manifest(), key);
        } catch (BackupException e) {
            return new Result.Refused(e.problem(), e.getCause());
        } catch (KeyRingException | StationFileException e) {
            return new Result.Refused(BackupProblem.DAMAGED, e);
        } catch (IOException e) {
            return new Result.Refused(BackupException.writing(folder, e).problem(), e);
        } finally {
            Folders.deleteQuietly(work);
        }
    }

    private static Result look(Path folder, Path work, BackupManifest manifest, DataKey key) {
        KeyRing inside = KeyRing.open(work, KdfCost.MINIMUM);
        if (!inside.belongsTo(key)) {
            boolean same = BackupKeys.ring(folder).filter(own -> own.fileId().equals(inside.fileId())
                && own.belongsTo(key)).isPresent();
            return new Result.Refused(same ? BackupProblem.OLDER_KEYS : BackupProblem.OTHER_STATION, null);
        }
        Path database = work.resolve(StationFile.FILE_NAME);
        byte[] bytes = key.bytes();
        try {
            DatabaseCheck check = DatabaseCheck.of(database, bytes);
            if (check.schemaVersion() > SchemaVersion.CURRENT) {
                return new Result.Refused(BackupProblem.NEWER, null);
            }
            return check.sound() && check.counts().equals(manifest.counts())
                ? new Result.Usable(manifest, newest(database, bytes))
                : new Result.Refused(BackupProblem.DAMAGED, null);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static List<Step> newest(Path database, byte[] key) {
        try (Connection connection = Connections.reader(database, key);
             Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery(
                 "select label, account_name, at from journal_step order by at desc, id desc limit " + NEWEST)) {
            List<Step> steps = new ArrayList<>();
            while (rows.next()) {
                steps.add(new Step(rows.getString(1), rows.getString(2), Instant.parse(rows.getString(3))));
            }
            return steps;
        } catch (SQLException e) {
            throw Connections.failure(database, e);
        } catch (DateTimeParseException e) {
            throw new StationFileException(StationFileException.Reason.DAMAGED, e);
        }
    }
}
