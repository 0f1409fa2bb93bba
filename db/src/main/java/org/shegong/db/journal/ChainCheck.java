package org.shegong.db.journal;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads every chain from its start and finds entries that were edited, dropped, moved or cut off. */
final class ChainCheck {
    private final List<ChainFault> faults = new ArrayList<>();
    private String device = "";
    private long seq;
    private String hash = Chain.START;

    private ChainCheck() {
    }

    static List<ChainFault> faults(DSLContext db) {
        ChainCheck check = new ChainCheck();
        try (Cursor<Record> cursor = db.resultQuery("""
                SELECT device_id, seq, step_id, at, account_id, op, form, record_id, record_version, changes,
                       prev_hash, hash
                FROM journal_entry ORDER BY device_id, seq""").fetchSize(1000).fetchLazy()) {
            for (Record row : cursor) {
                check.read(row);
            }
        }
        check.stepsWithoutEntries(db);
        return check.faults;
    }

    private void read(Record row) {
        EntryHeader header = new EntryHeader(row.get(0, String.class), row.get(1, Long.class),
            row.get(2, String.class), row.get(3, String.class), row.get(4, String.class), row.get(5, String.class),
            row.get(6, String.class), row.get(7, String.class), row.get(8, Long.class));
        if (!header.deviceId().equals(device)) {
            device = header.deviceId();
            seq = 0;
            hash = Chain.START;
        }
        if (header.seq() != seq + 1) {
            faults.add(new ChainFault(device, seq + 1, "missing"));
        } else if (!hash.equals(row.get(10, String.class))) {
            faults.add(new ChainFault(device, header.seq(), "reordered"));
        }
        try {
            String actual = Chain.hash(row.get(10, String.class), header, Chain.changes(row.get(9, String.class)));
            if (!actual.equals(row.get(11, String.class))) {
                faults.add(new ChainFault(device, header.seq(), "edited"));
            }
        } catch (IllegalArgumentException e) {
            faults.add(new ChainFault(device, header.seq(), "unreadable"));
        }
        seq = header.seq();
        hash = row.get(11, String.class);
    }

    /** A chain cut off at its end shows in steps that count more entries than there are. */
    private void stepsWithoutEntries(DSLContext db) {
        db.resultQuery("""
            SELECT s.device_id, COALESCE(MAX(e.seq), 0) FROM journal_step s
            LEFT JOIN journal_entry e ON e.step_id = s.id
            GROUP BY s.id HAVING COUNT(e.seq) <> s.entries""")
            .forEach(row -> faults.add(new ChainFault(row.get(0, String.class), row.get(1, Long.class) + 1,
                "missing")));
    }
}
