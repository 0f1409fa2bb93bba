package org.shegong.db.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.shegong.db.journal.SignedHeads;
import org.shegong.db.security.AtomicFile;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KeyRing;
import org.shegong.db.store.DatabaseCheck;
import org.shegong.db.store.StationFile;
import org.shegong.db.store.StationFileException;

/**
 * Makes verified copies of an open station. A copy is encrypted like the station and is opened with the same
 * passwords. People go on working; saving waits while the database is copied (seconds at most). Never on the
 * window's thread.
 */
public final class Backup {
    /** Room beyond the database that the copy needs. */
    private static final long MARGIN = 8L << 20;
    private static final String WORK = ".backup-work";

    private final StationFile file;
    private final DataKey key;
    private final Clock clock;

    /**
     * @param key of the open station; not closed here
     */
    public Backup(StationFile file, DataKey key, Clock clock) {
        this.file = file;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Copies the station into one file in a folder, which must exist. The file has its name only after it was
     * read again and its database, opened with the key, was found sound and complete.
     *
     * @param station name of the station, for the file's name and the preview
     */
    public BackupResult to(Path folder, String station) {
        if (!Files.isDirectory(folder)) {
            return new BackupResult.Failed(BackupProblem.TARGET_MISSING, null);
        }
        Path work = file.folder().resolve(WORK);
        try {
            Folders.delete(work);
            Files.createDirectory(work);
            return copy(folder, work, station);
        } catch (BackupException e) {
            return new BackupResult.Failed(e.problem(), e.getCause());
        } catch (StationFileException e) {
            return new BackupResult.Failed(problem(e), e);
        } catch (IOException e) {
            return new BackupResult.Failed(BackupException.writing(file.folder(), e).problem(), e);
        } finally {
            Folders.deleteQuietly(work);
        }
    }

    private BackupResult copy(Path folder, Path work, String station) throws IOException {
        Path keys = copyKeys(work);
        Path database = work.resolve(StationFile.FILE_NAME);
        requireRoom(work);
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        String created = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(now);
        AtomicReference<SignedHeads> heads = new AtomicReference<>();
        Map<String, Long> counts = file.outsideTransaction(db -> {
            heads.set(SignedHeads.of(db, created, file.headKey()));
            return vacuumInto(db, database);
        });
        DatabaseCheck check = check(database);
        if (!check.sound() || !check.counts().equals(counts)) {
            throw new BackupException(BackupProblem.NOT_VERIFIED, null);
        }
        BackupManifest manifest = new BackupManifest(BackupManifest.FORMAT, check.schemaVersion(), station,
                created, counts, BackupPacking.measure(database), BackupPacking.measure(keys), heads.get());
        Path target = folder.resolve(BackupFile.of(station, now).name());
        writeAndReadAgain(folder, target, manifest, database, keys);
        return new BackupResult.Done(target, manifest);
    }

    private Path copyKeys(Path work) throws IOException {
        Path keys = file.folder().resolve(KeyRing.FILE_NAME);
        if (!Files.isRegularFile(keys)) {
            throw new BackupException(BackupProblem.KEYS_MISSING, null);
        }
        return Files.copy(keys, work.resolve(KeyRing.FILE_NAME));
    }

    /** Counts and copy see the same rows, since nobody else writes in between. */
    private static Map<String, Long> vacuumInto(DSLContext db, Path database) {
        Map<String, Long> counts = DatabaseCheck.counts(sql -> db.fetch(sql).getValues(0, String.class));
        db.execute("VACUUM INTO ?", database.toAbsolutePath().toString());
        return counts;
    }

    private DatabaseCheck check(Path database) {
        byte[] bytes = key.bytes();
        try {
            return DatabaseCheck.of(database, bytes);
        } catch (StationFileException e) {
            throw new BackupException(BackupProblem.NOT_VERIFIED, e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static void writeAndReadAgain(Path folder, Path target, BackupManifest manifest, Path database, Path keys) {
        Path temporary = folder.resolve("." + target.getFileName() + ".part");
        try {
            BackupRotation.sweep(folder, target.getFileName().toString());
            BackupPacking.pack(temporary, manifest, database, keys);
            AtomicFile.sync(temporary);
            try (BackupArchive archive = BackupArchive.open(temporary)) {
                archive.verify();
            }
            AtomicFile.move(temporary, target);
        } catch (IOException e) {
            throw BackupException.writing(folder, e);
        } catch (BackupException e) {
            throw BackupException.readingAgain(folder, e);
        } finally {
            Folders.deleteQuietly(temporary);
        }
    }

    private void requireRoom(Path work) throws IOException {
        long size = Files.size(file.folder().resolve(StationFile.FILE_NAME));
        if (Files.getFileStore(work).getUsableSpace() < size + MARGIN) {
            throw new BackupException(BackupProblem.DISK_FULL, null);
        }
    }

    private static BackupProblem problem(StationFileException e) {
        return switch (e.reason()) {
            case DISK_FULL -> BackupProblem.DISK_FULL;
            case NO_ACCESS -> BackupProblem.NO_ACCESS;
            case IN_USE -> BackupProblem.IN_USE;
            default -> BackupProblem.STATION_DAMAGED;
        };
    }
}
