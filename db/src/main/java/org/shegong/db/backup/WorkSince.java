package org.shegong.db.backup;

import java.time.Clock;
import org.jooq.DSLContext;
import org.shegong.db.journal.ChainHead;
import org.shegong.db.store.StationFile;

/** Whether a station holds work that a copy of it does not. Who merely signed in has done no work. */
final class WorkSince {
    private static final String NEWER = """
        SELECT EXISTS (SELECT 1 FROM journal_entry e JOIN journal_step s ON s.id = e.step_id
        WHERE e.device_id = ? AND e.seq > ? AND s.action NOT IN ('sign_in', 'sign_in_failed'))""";

    private WorkSince() {
    }

    /** @param clock in whose zone copies say when they were made */
    static boolean copy(StationFile file, BackupManifest copy, Clock clock) {
        if (copy.journal() == null) {
            return !RestoreLoss.of(file, copy).rows().isEmpty();
        }
        String made = copy.createdAt().atZone(clock.getZone()).toInstant().toString();
        return file.read(db -> copy.journal().heads().stream().anyMatch(head -> !isThere(db, head) || isNewer(db, head))
            || otherComputers(db, copy) || typedSince(db, made));
    }

    /** The copy may come from a line of work that was left behind when an older one was restored. */
    private static boolean isThere(DSLContext db, ChainHead head) {
        return exists(db, "SELECT EXISTS (SELECT 1 FROM journal_entry WHERE device_id = ? AND seq = ? AND hash = ?)",
            head.device(), head.seq(), head.hash());
    }

    private static boolean isNewer(DSLContext db, ChainHead head) {
        return exists(db, NEWER, head.device(), head.seq());
    }

    private static boolean otherComputers(DSLContext db, BackupManifest copy) {
        return db.resultQuery("SELECT id FROM device").fetch(0, String.class).stream()
            .filter(device -> copy.journal().heads().stream().noneMatch(head -> head.device().equals(device)))
            .anyMatch(device -> exists(db, NEWER, device, 0L));
    }

    /** Typing is kept apart from the journal; a copy is made within the second that it is named after. */
    private static boolean typedSince(DSLContext db, String made) {
        return exists(db, "SELECT EXISTS (SELECT 1 FROM typing_draft WHERE at > ?)", made);
    }

    private static boolean exists(DSLContext db, String query, Object... values) {
        return db.resultQuery(query, values).fetchOne(0, Integer.class) == 1;
    }
}
