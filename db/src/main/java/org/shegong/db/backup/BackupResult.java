package org.shegong.db.backup;

import java.nio.file.Path;

/** What came of making a copy. */
public sealed interface BackupResult {

    /** The copy is written, read again and equals the station. */
    record Done(Path file, BackupManifest manifest) implements BackupResult {
    }

    /**
     * No copy was made; older copies are untouched.
     *
     * @param cause what the system said, for the log; may be null
     */
    record Failed(BackupProblem problem, Throwable cause) implements BackupResult {
    }
}
