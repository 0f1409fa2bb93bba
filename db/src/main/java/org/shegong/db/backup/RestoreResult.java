package org.shegong.db.backup;

import java.nio.file.Path;
import java.util.Optional;

/** What came of bringing a copy back. */
public sealed interface RestoreResult {

    /**
     * The station in the target folder is now the one of the backup.
     *
     * @param replaced    folder with the station that was there before; empty when there was none
     * @param currentKeys true when today's accounts and passwords were kept, because the folder held the same
     *                    station; false when those of the backup hold again
     */
    record Restored(BackupManifest manifest, Optional<Path> replaced, boolean currentKeys) implements RestoreResult {
    }

    /**
     * Nothing was changed.
     *
     * @param cause what the system said, for the log; may be null
     */
    record Refused(BackupProblem problem, Throwable cause) implements RestoreResult {
    }
}
