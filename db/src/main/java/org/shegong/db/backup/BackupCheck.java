package org.shegong.db.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.shegong.db.journal.ChainFault;
import org.shegong.db.journal.Journal;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.KeyRingException;

/** Reads all copies in a folder and compares the heads of the journal that they keep with the station. */
public final class BackupCheck {
    private BackupCheck() {
    }

    /**
     * What is wrong with a copy, or with the station as a copy knows it.
     *
     * @param file name of the copy
     * @param problem why it cannot be read; null when it can
     * @param fault what the station's journal lacks; null when the copy itself is at fault
     */
    public record Finding(String file, BackupProblem problem, ChainFault fault) {
    }

    /** Findings about the copies in a folder, oldest copy first; none when there is no such folder. */
    public static List<Finding> of(Path folder, Journal journal) {
        List<Finding> findings = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            for (BackupFile copy : BackupRotation.list(folder)) {
                findings.addAll(of(folder.resolve(copy.name()), copy.name(), journal));
            }
        }
        return findings;
    }

    /**
     * Names of the copies in a folder that are whole but of before this station's key was changed, oldest first: they open
     * with a password or the recovery sheet of then.
     *
     * @param key of the open station; not closed here
     */
    public static List<String> olderKeys(Path folder, KeyRing ring, DataKey key) {
        return Files.isDirectory(folder) ? BackupRotation.list(folder).stream().map(BackupFile::name)
            .filter(name -> isOlder(folder.resolve(name), ring, key)).toList() : List.of();
    }

    private static boolean isOlder(Path file, KeyRing ring, DataKey key) {
        Path work = null;
        try (BackupArchive archive = BackupArchive.open(file)) {
            work = Files.createTempDirectory("check");
            archive.unpackKeys(work);
            KeyRing inside = KeyRing.open(work, KdfCost.MINIMUM);
            return inside.fileId().equals(ring.fileId()) && !inside.belongsTo(key);
        } catch (BackupException | KeyRingException | IOException toldAlready) {
            return false;
        } finally {
            if (work != null) {
                Folders.deleteQuietly(work);
            }
        }
    }

    private static List<Finding> of(Path file, String name, Journal journal) {
        try (BackupArchive archive = BackupArchive.open(file)) {
            archive.verify();
            return archive.manifest().journal() == null ? List.of()
                : journal.verifyAgainst(archive.manifest().journal()).stream()
                    .map(fault -> new Finding(name, null, fault)).toList();
        } catch (BackupException e) {
            return List.of(new Finding(name, e.problem(), null));
        }
    }
}
