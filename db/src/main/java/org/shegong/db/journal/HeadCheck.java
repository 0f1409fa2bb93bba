package org.shegong.db.journal;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Compares the chains with heads that were signed earlier. */
final class HeadCheck {
    private HeadCheck() {
    }

    /** Chains that lack an entry which was once their head, or have another in its place. */
    static List<ChainFault> faults(DSLContext db, SignedHeads earlier) {
        List<ChainFault> faults = new ArrayList<>();
        for (ChainHead head : earlier.heads()) {
            Record row = db.fetchOne("SELECT hash FROM journal_entry WHERE device_id = ? AND seq = ?", head.device(),
                head.seq());
            if (row == null) {
                Long last = db.resultQuery("SELECT MAX(seq) FROM journal_entry WHERE device_id = ? AND seq < ?",
                    head.device(), head.seq()).fetchOne(0, Long.class);
                faults.add(new ChainFault(head.device(), last == null ? 1 : last + 1, "cut"));
            } else if (!head.hash().equals(row.get(0, String.class))) {
                faults.add(new ChainFault(head.device(), head.seq(), "replaced"));
            }
        }
        return faults;
    }

    /** Whether a copy was made on a line of work that a later restoring of an older copy left behind. */
    static boolean leftBehind(DSLContext db, String made) {
        return db.fetch("SELECT op, changes, proof FROM journal_entry WHERE device_id = ? AND op = 'event'",
                Restoring.DEVICE).stream().anyMatch(row -> {
                    List<FieldChange> notes = new EntryContent(row.get(1, String.class), row.get(2, byte[].class))
                        .changes("event");
                    return note(notes, "from").compareTo(made) < 0 && made.compareTo(note(notes, "at")) <= 0;
                });
    }

    private static String note(List<FieldChange> notes, String key) {
        return notes.stream().filter(note -> note.field().equals(key)).map(note -> String.valueOf(note.after()))
            .findFirst().orElse("");
    }
}
