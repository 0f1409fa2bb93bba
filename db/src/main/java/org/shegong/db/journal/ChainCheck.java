package org.shegong.db.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.shegong.db.store.StationFile;

/**
 * Reads every chain from its start and finds entries that were edited, dropped, moved or cut off, and steps that were
 * edited.
 *
 * <p>Chains are read in stretches, several at once: a stretch needs no more of the one before than its last hash.
 */
final class ChainCheck {
    private static final int STRETCH = 20_000;

    private ChainCheck() {
    }

    static List<ChainFault> faults(StationFile file) {
        List<ChainStretch> stretches = file.read(ChainCheck::stretches);
        List<ChainStretch.Seen> seen = stretches.parallelStream()
            .map(stretch -> file.read(db -> db.connectionResult(stretch::read))).toList();
        List<ChainFault> faults = new ArrayList<>();
        seen.forEach(one -> faults.addAll(one.faults()));
        long steps = seen.stream().mapToLong(ChainStretch.Seen::steps).sum();
        faults.addAll(file.read(db -> steps(db, steps)));
        faults.sort(Comparator.comparing(ChainFault::deviceId).thenComparingLong(ChainFault::seq));
        return faults.stream().distinct().toList();
    }

    /** Asks the index where chains and stretches begin, without reading through it. */
    private static List<ChainStretch> stretches(DSLContext db) {
        List<ChainStretch> stretches = new ArrayList<>();
        String device = ask(db, "SELECT MIN(device_id) FROM journal_entry", String.class);
        while (device != null) {
            long last = ask(db, "SELECT MAX(seq) FROM journal_entry WHERE device_id = ?", Long.class, device);
            Long begin = ask(db, "SELECT MIN(seq) FROM journal_entry WHERE device_id = ?", Long.class, device);
            for (boolean first = true; begin != null; first = false) {
                long end = Math.min(last - STRETCH, begin - 1) + STRETCH;
                stretches.add(new ChainStretch(device, first ? 0 : begin, end));
                begin = ask(db, "SELECT MIN(seq) FROM journal_entry WHERE device_id = ? AND seq > ?", Long.class, device, end);
            }
            device = ask(db, "SELECT MIN(device_id) FROM journal_entry WHERE device_id > ?", String.class, device);
        }
        return stretches;
    }

    /** The type is said beforehand, since the driver calls every expression's number an int and would cut it. */
    private static <T> T ask(DSLContext db, String sql, Class<T> type, Object... bindings) {
        return db.resultQuery(sql, bindings).coerce(DSL.field("asked", type)).fetchOne(0, type);
    }

    /** Steps whose entries are gone, and marks of taking back that do not fit the steps that did so. */
    private static List<ChainFault> steps(DSLContext db, long proved) {
        List<ChainFault> faults = new ArrayList<>();
        Long kept = db.resultQuery("SELECT COUNT(*) FROM journal_step WHERE salt IS NOT NULL OR label_proof IS NOT NULL")
            .fetchOne(0, Long.class);
        if (kept == null || kept != proved) {
            add(faults, db, "missing", """
                SELECT s.device_id, (SELECT COALESCE(MAX(e.seq), 0) + 1 FROM journal_entry e JOIN journal_step b
                    ON b.id = e.step_id WHERE e.device_id = s.device_id AND b.id < s.id)
                FROM journal_step s WHERE (s.salt IS NOT NULL OR s.label_proof IS NOT NULL)
                AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.step_id = s.id)""");
        }
        add(faults, db, "missing", """
            SELECT s.device_id, COALESCE(MAX(e.seq), 0) + 1 FROM journal_step s
            LEFT JOIN journal_entry e ON e.step_id = s.id WHERE s.salt IS NULL AND s.label_proof IS NULL
            GROUP BY s.id HAVING COUNT(e.seq) <> s.entries OR COUNT(e.seq) = 0""");
        add(faults, db, "step", """
            SELECT s.device_id, (SELECT COALESCE(MAX(e.seq), 0) FROM journal_entry e WHERE e.step_id = s.id)
            FROM journal_step s WHERE s.id IN (
                SELECT m.id FROM journal_step m LEFT JOIN journal_step u ON u.id = m.undone_by
                WHERE m.undone_by IS NOT NULL AND u.undoes IS NOT m.id
                UNION SELECT m.id FROM journal_step u JOIN journal_step m ON m.id = u.undoes
                WHERE u.id IS NOT m.undone_by)""");
        return faults;
    }

    private static void add(List<ChainFault> faults, DSLContext db, String kind, String sql) {
        db.resultQuery(sql).forEach(row ->
            faults.add(new ChainFault(row.get(0, String.class), row.get(1, Long.class), kind)));
    }
}
