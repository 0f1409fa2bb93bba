package org.shegong.db.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.shegong.db.security.AtomicFile;
import org.shegong.db.security.DataKey;
import org.shegong.db.store.StationFile;

/**
 * The copies a station makes by itself: one in a folder of its own, the same one on a second disk when one is named,
 * old ones thinned out. What goes wrong on the second disk never spoils the station's own copy; a stick that comes
 * back later gets the newest copy then. Never on the window's thread.
 */
public final class AutomaticBackup {
    private static final String OWN = "backups";
    private final StationFile file;
    private final DataKey key;
    private final Clock clock;
    private final Runnable written;

    /**
     * What came of it.
     *
     * @param own    the copy in the station's folder
     * @param second the copy on the second disk; empty when none is named or there was nothing to copy
     */
    public record Outcome(BackupResult own, Optional<BackupResult> second) {
    }

    /** @param key of the open station; not closed here */
    public AutomaticBackup(StationFile file, DataKey key, Clock clock) {
        this(file, key, clock, () -> { });
    }

    /** @param written run when the second disk's copy was written and before it is read again, for proving what follows */
    AutomaticBackup(StationFile file, DataKey key, Clock clock, Runnable written) {
        this.file = file;
        this.key = key;
        this.clock = clock;
        this.written = written;
    }

    /** Where the copies of a station's folder lie; need not exist. */
    public static Path ownFolder(Path stationFolder) {
        return stationFolder.resolve(OWN);
    }

    /** The newest copy of a station in a folder; empty when there is none or the folder cannot be read. */
    public static Optional<BackupFile> newest(Path folder, String station) {
        String part = BackupFile.of(station, LocalDate.EPOCH.atStartOfDay()).station();
        return BackupRotation.list(folder).stream().filter(copy -> copy.station().equals(part)).findFirst();
    }

    /**
     * Makes a copy and passes it on.
     *
     * @param second folder on another disk; never made here, since a stick that is not plugged in must not become a
     *               folder on this disk
     */
    public Outcome run(String station, Optional<Path> second) {
        Path own = ownFolder(file.folder());
        try {
            Files.createDirectories(own);
        } catch (FileAlreadyExistsException notAFolder) {
            return new Outcome(new BackupResult.Failed(BackupProblem.NO_ACCESS, notAFolder), Optional.empty());
        } catch (IOException e) {
            return new Outcome(new BackupResult.Failed(BackupException.writing(file.folder(), e).problem(), e),
                Optional.empty());
        }
        BackupResult made = new Backup(file, key, clock).to(own, station);
        if (made instanceof BackupResult.Done done) {
            thin(own, done.file());
        }
        return new Outcome(made, second.flatMap(folder -> catchUp(station, folder)));
    }

    /** Copies the newest own copy to a second disk that lacks it; empty when there is nothing to do. */
    public Optional<BackupResult> catchUp(String station, Path second) {
        Path own = ownFolder(file.folder());
        return newest(own, station).filter(copy -> !Files.exists(second.resolve(copy.name())))
            .map(copy -> passOn(own.resolve(copy.name()), second));
    }

    /** True when the station holds work that its newest own copy does not; a station without any copy does. */
    public boolean isBehind(String station) {
        Path own = ownFolder(file.folder());
        return newest(own, station).flatMap(copy -> manifest(own.resolve(copy.name())))
            .map(manifest -> WorkSince.copy(file, manifest, clock)).orElse(true);
    }

    private static Optional<BackupManifest> manifest(Path copy) {
        try (BackupArchive archive = BackupArchive.open(copy)) {
            return Optional.of(archive.manifest());
        } catch (BackupException unreadable) {
            return Optional.empty();
        }
    }

    /** The file gets its name on the other disk only after it was read again there. */
    private BackupResult passOn(Path copy, Path second) {
        if (!Files.isDirectory(second)) {
            return new BackupResult.Failed(BackupProblem.TARGET_MISSING, null);
        }
        Path target = second.resolve(copy.getFileName());
        Path temporary = second.resolve("." + copy.getFileName() + ".part");
        try {
            if (Files.getFileStore(second).getUsableSpace() < Files.size(copy)) {
                return new BackupResult.Failed(BackupProblem.DISK_FULL, null);
            }
            BackupRotation.sweep(second, copy.getFileName().toString());
            Files.copy(copy, temporary);
            AtomicFile.sync(temporary);
            written.run();
            BackupManifest manifest = verified(temporary);
            AtomicFile.move(temporary, target);
            thin(second, target);
            return new BackupResult.Done(target, manifest);
        } catch (BackupException e) {
            return new BackupResult.Failed(BackupException.readingAgain(second, e).problem(), e);
        } catch (IOException e) {
            return new BackupResult.Failed(BackupException.writing(second, e).problem(), e);
        } finally {
            Folders.deleteQuietly(temporary);
        }
    }

    private static BackupManifest verified(Path copy) {
        try (BackupArchive archive = BackupArchive.open(copy)) {
            archive.verify();
            return archive.manifest();
        }
    }

    private static void thin(Path folder, Path newest) {
        BackupFile.parse(newest.getFileName().toString()).ifPresent(
            copy -> BackupRotation.prune(folder, copy.station()));
    }
}
