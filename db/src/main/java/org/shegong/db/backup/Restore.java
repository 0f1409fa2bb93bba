package org.shegong.db.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.ResourceBundle;
import org.shegong.db.journal.Restoring;
import org.shegong.db.security.AtomicFile;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.KeyRingException;
import org.shegong.db.store.DatabaseCheck;
import org.shegong.db.store.ProcessLock;
import org.shegong.db.store.SchemaVersion;
import org.shegong.db.store.StationFile;
import org.shegong.db.store.StationFileException;

/**
 * Brings a backup back. Everything is unpacked beside the station, compared, opened with the key and looked
 * through before anything that exists is touched; what is replaced moves to a folder {@code replaced-…} inside
 * the station's folder. The station must be closed. Never on the window's thread.
 */
public final class Restore {
    private static final long MARGIN = 8L << 20;
    /** Working folder of whatever exchanges the station's files, so that one way finishes what a power cut broke off. */
    static final String WORK = ".restore-work";
    private final Clock clock;
    private final StationSwap.Steps steps;

    public Restore(Clock clock) {
        this(clock, step -> { });
    }

    Restore(Clock clock, StationSwap.Steps steps) {
        this.clock = clock;
        this.steps = steps;
    }

    /**
     * Finishes the bringing back of a backup that a power cut broke off after it had begun to exchange files. Called
     * before a folder is looked at for a station; costs nothing when there is nothing to finish.
     */
    public static void finishInterrupted(Path folder) {
        if (!StationSwap.isUnderWay(folder)) {
            return;
        }
        try (ProcessLock lock = ProcessLock.take(folder.resolve(StationFile.LOCK_NAME))) {
            if (StationSwap.isUnderWay(folder)) {
                new StationSwap(folder, folder.resolve(WORK), step -> { }).finish();
                Folders.deleteQuietly(folder.resolve(WORK));
            }
        } catch (StationFileException e) {
            if (e.reason() != StationFileException.Reason.IN_USE) {
                throw e;
            }
            System.getLogger(Restore.class.getName()).log(System.Logger.Level.INFO, "another program restores here");
        } catch (IOException e) {
            throw new StationFileException(StationFileException.Reason.NO_ACCESS, e);
        }
    }

    /** Looks into a backup and compares all of it with its hashes; changes nothing and needs no password. */
    public RestorePreview preview(Path file) {
        Path work = null;
        try (BackupArchive archive = BackupArchive.open(file)) {
            archive.verify();
            work = Files.createTempDirectory("preview");
            archive.unpackKeys(work);
            return new RestorePreview.Readable(archive.manifest(), KeyRing.open(work, KdfCost.MINIMUM).accounts());
        } catch (BackupException e) {
            return new RestorePreview.Refused(e.problem(), e.getCause());
        } catch (KeyRingException e) {
            return new RestorePreview.Refused(problem(e), e);
        } catch (IOException e) {
            return new RestorePreview.Refused(BackupProblem.NO_ACCESS, e);
        } finally {
            if (work != null) {
                Folders.deleteQuietly(work);
            }
        }
    }

    /**
     * Puts the station of a backup into a folder.
     *
     * <p>When the folder holds the same station, its accounts and passwords of today stay, so that nobody who
     * was removed comes back; otherwise those of the backup hold.
     *
     * @param folder the station's folder; made when missing
     * @param secret opens the backup; a password is tried on today's accounts first, then on the backup's
     */
    public RestoreResult from(Path file, Path folder, BackupSecret secret) {
        Path work = folder.resolve(WORK);
        try (BackupArchive archive = BackupArchive.open(file)) {
            Files.createDirectories(folder);
            finishInterrupted(folder);
            try (ProcessLock lock = ProcessLock.take(folder.resolve(StationFile.LOCK_NAME))) {
                return restore(archive, folder, work, secret);
            }
        } catch (BackupException e) {
            return new RestoreResult.Refused(e.problem(), e.getCause());
        } catch (KeyRingException e) {
            return new RestoreResult.Refused(problem(e), e);
        } catch (StationFileException e) {
            return new RestoreResult.Refused(problem(e), e);
        } catch (IOException e) {
            return new RestoreResult.Refused(BackupException.writing(folder, e).problem(), e);
        } finally {
            if (!StationSwap.isUnderWay(folder)) {
                Folders.deleteQuietly(work);
            }
        }
    }

    private RestoreResult restore(BackupArchive archive, Path folder, Path work, BackupSecret secret)
            throws IOException {
        Folders.delete(work);
        Files.createDirectory(work);
        if (Files.getFileStore(work).getUsableSpace() < archive.manifest().database().size() + MARGIN) {
            throw new BackupException(BackupProblem.DISK_FULL, null);
        }
        archive.unpack(work);
        Optional<KeyRing> current = BackupKeys.ring(folder);
        boolean currentKeys;
        try (DataKey key = new BackupKeys(current, work).unlock(secret)) {
            verify(work, archive.manifest(), key);
            currentKeys = current.isPresent() && current.get().belongsTo(key);
        }
        AtomicFile.sync(work.resolve(StationFile.FILE_NAME));
        AtomicFile.sync(work.resolve(KeyRing.FILE_NAME));
        steps.reached("unpacked and proved");
        Optional<Path> replaced = new StationSwap(folder, work, steps).swap(currentKeys, clock);
        return new RestoreResult.Restored(archive.manifest(), replaced, currentKeys);
    }

    /** Opens the unpacked database, and brings an older one up to date while it is still beside the station. */
    private void verify(Path work, BackupManifest manifest, DataKey key) {
        byte[] bytes = key.bytes();
        try {
            DatabaseCheck check = DatabaseCheck.of(work.resolve(StationFile.FILE_NAME), bytes);
            if (check.schemaVersion() > SchemaVersion.CURRENT) {
                throw new BackupException(BackupProblem.NEWER, null);
            }
            if (!check.sound() || !check.counts().equals(manifest.counts())) {
                throw new BackupException(BackupProblem.DAMAGED, null);
            }
            try (StationFile restored = StationFile.open(work, bytes)) {
                Restoring.note(restored, clock, MessageFormat.format(ResourceBundle
                    .getBundle("org.shegong.db.messages").getString("restored"), manifest.created()),
                    manifest.created());
            }
        } catch (StationFileException e) {
            throw new BackupException(e.reason() == StationFileException.Reason.DISK_FULL ? BackupProblem.DISK_FULL
                : BackupProblem.DAMAGED, e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static BackupProblem problem(KeyRingException e) {
        return switch (e.reason()) {
            case NEWER -> BackupProblem.NEWER;
            case NO_ACCESS -> BackupProblem.NO_ACCESS;
            default -> BackupProblem.DAMAGED;
        };
    }

    private static BackupProblem problem(StationFileException e) {
        return switch (e.reason()) {
            case IN_USE -> BackupProblem.IN_USE;
            case DISK_FULL -> BackupProblem.DISK_FULL;
            case NEWER -> BackupProblem.NEWER;
            default -> BackupProblem.NO_ACCESS;
        };
    }
}
