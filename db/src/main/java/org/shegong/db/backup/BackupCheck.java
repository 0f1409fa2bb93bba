package org.shegong.db.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.shegong.db.journal.ChainFault;
import org.shegong.db.journal.Journal;

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
