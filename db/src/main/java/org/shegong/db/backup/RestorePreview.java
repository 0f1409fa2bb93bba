package org.shegong.db.backup;

import java.util.List;
import org.shegong.db.security.Account;

/** What a person sees before a copy is brought back. No password is needed and nothing is changed. */
public sealed interface RestorePreview {

    /**
     * A whole backup.
     *
     * @param accounts those of the backup, in the order of making
     */
    record Readable(BackupManifest manifest, List<Account> accounts) implements RestorePreview {
    }

    /** Not usable. */
    record Refused(BackupProblem problem, Throwable cause) implements RestorePreview {
    }
}
