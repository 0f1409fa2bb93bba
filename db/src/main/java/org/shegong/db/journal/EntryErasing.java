package org.shegong.db.journal;

import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Takes values out of entries and labels out of steps, leaving what proves them. */
final class EntryErasing {
    private final DSLContext db;

    EntryErasing(DSLContext db) {
        this.db = db;
    }

    /** How many entries held such values. */
    int erase(String recordId, Predicate<FieldChange> erased) {
        int count = 0;
        for (Record row : db.fetch("SELECT device_id, seq, op, changes, proof FROM journal_entry WHERE record_id = ?",
                recordId)) {
            EntryContent content = new EntryContent(row.get("changes", String.class), row.get("proof", byte[].class));
            String op = row.get("op", String.class);
            EntryContent left = content.erase(op,
                content.changes(op).stream().filter(erased).map(FieldChange::field).toList());
            if (left != content) {
                db.execute("UPDATE journal_entry SET changes = ?, proof = ? WHERE device_id = ? AND seq = ?",
                    left.text(), left.proof(), row.get("device_id", String.class), row.get("seq", Long.class));
                count++;
            }
        }
        labels(recordId, "");
        return count;
    }

    /**
     * Takes out labels of steps that touched a record.
     *
     * @param action of the steps; empty for all
     */
    void labels(String recordId, String action) {
        for (Record row : db.fetch("SELECT id, label, salt FROM journal_step WHERE label <> '' AND ? IN ('', action) AND id"
                + " IN (SELECT step_id FROM journal_entry WHERE record_id = ?)", action, recordId)) {
            byte[] salt = row.get("salt", byte[].class);
            db.execute("UPDATE journal_step SET label = '', salt = NULL, label_proof = ? WHERE id = ?",
                salt == null ? null : StepSeal.labelProof(salt, row.get("label", String.class)),
                row.get("id", String.class));
        }
    }
}
