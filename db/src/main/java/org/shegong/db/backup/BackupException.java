package org.shegong.db.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Carries a problem out of the steps of a backup; {@link Backup} and {@link Restore} turn it into a value. */
final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final long NEARLY_NOTHING = 1 << 20;
    private final BackupProblem problem;

    BackupException(BackupProblem problem, Throwable cause) {
        super("backup: " + problem, cause);
        this.problem = problem;
    }

    /** The problem behind a failure of the file system while writing into a folder. */
    static BackupException writing(Path folder, IOException e) {
        if (e instanceof AccessDeniedException) {
            return new BackupException(BackupProblem.NO_ACCESS, e);
        }
        if (!Files.isDirectory(folder) || e instanceof NoSuchFileException) {
            return new BackupException(BackupProblem.TARGET_MISSING, e);
        }
        return new BackupException(isFull(folder) ? BackupProblem.DISK_FULL : BackupProblem.NO_ACCESS, e);
    }

    /** The problem behind a copy that cannot be read right after it was written: pulled out, or not what was written. */
    static BackupException readingAgain(Path folder, BackupException e) {
        boolean gone = !Files.isDirectory(folder) || e.problem() == BackupProblem.FILE_MISSING;
        return new BackupException(gone ? BackupProblem.TARGET_MISSING : BackupProblem.NOT_VERIFIED, e);
    }

    BackupProblem problem() {
        return problem;
    }

    private static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < NEARLY_NOTHING;
        } catch (IOException unknown) {
            return false;
        }
    }
}
