package org.shegong.db.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
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

    /** One computer's chain, by its lowest and highest number. */
    private record Extent(String device, long first, long last) {
    }

    static List<ChainFault> faults(StationFile file) {
        List<Extent> chains = file.read(db -> db.resultQuery(
                "SELECT device_id, MIN(seq), MAX(seq) FROM journal_entry GROUP BY device_id")
            .fetch(row -> new Extent(row.get(0, String.class), row.get(1, Long.class), row.get(2, Long.class))));
        List<ChainStretch> stretches = new ArrayList<>();
        for (Extent chain : chains) {
            LongStream.rangeClosed(0, (chain.last() - chain.first()) / STRETCH).forEach(i -> stretches.add(
                new ChainStretch(chain.device(), i == 0 ? 0 : chain.first() + i * STRETCH,
                    Math.min(chain.last(), chain.first() + (i + 1) * STRETCH - 1))));
        }
        List<ChainStretch.Seen> seen = stretches.parallelStream()
            .map(stretch -> file.read(db -> db.connectionResult(stretch::read))).toList();
        List<ChainFault> faults = new ArrayList<>();
        seen.forEach(one -> faults.addAll(one.faults()));
        long steps = seen.stream().mapToLong(ChainStretch.Seen::steps).sum();
        faults.addAll(file.read(db -> steps(db, steps)));
        faults.sort(Comparator.comparing(ChainFault::deviceId).thenComparingLong(ChainFault::seq));
        return faults.stream().distinct().toList();
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
            FROM journal_step s WHERE s.undone_by IS NOT NULL AND NOT EXISTS
                (SELECT 1 FROM journal_step u WHERE u.id = s.undone_by AND u.undoes = s.id)
            OR EXISTS (SELECT 1 FROM journal_step u WHERE u.undoes = s.id AND u.id IS NOT s.undone_by)""");
        return faults;
    }

    private static void add(List<ChainFault> faults, DSLContext db, String kind, String sql) {
        db.resultQuery(sql).forEach(row ->
            faults.add(new ChainFault(row.get(0, String.class), row.get(1, Long.class), kind)));
    }
}
