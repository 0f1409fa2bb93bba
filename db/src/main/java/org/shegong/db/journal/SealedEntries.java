package org.shegong.db.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.journal.seal.SealedChanges;

/**
 * Takes values of sealed records out of entries, as {@link EntryErasing} does for good, but keeps them under the keys of
 * their record. Chain and commitments stay, so a check needs no key; and whoever opens a value sees by its commitment
 * that it is the one that was written.
 */
public final class SealedEntries {
    private final DSLContext db;
    private final SealedChanges sealed;

    public SealedEntries(DSLContext db, SealedChanges sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    /**
     * Seals what the journal holds of a record, and the labels of steps that kept a file with it. An entry of which
     * something is sealed that does not open is left as it is, so that nothing is lost.
     *
     * @param keys names of the keys of the record
     * @param fields which fields
     */
    public void seal(String recordId, String keys, Predicate<String> fields) {
        for (Record row : db.fetch("SELECT device_id, seq, op, changes, proof FROM journal_entry WHERE record_id = ?"
                + " AND op <> 'event'", recordId)) {
            EntryContent content = new EntryContent(row.get("changes", String.class), row.get("proof", byte[].class));
            String op = row.get("op", String.class);
            List<FieldChange> taken = content.changes(op).stream()
                .filter(change -> !change.erased() && fields.test(change.field())).toList();
            if (!taken.isEmpty()) {
                String device = row.get("device_id", String.class);
                long seq = row.get("seq", Long.class);
                Optional<List<FieldChange>> kept = sealed.open(device, seq, recordId);
                if (kept.isEmpty() && sealed.isKept(device, seq)) {
                    continue;
                }
                List<FieldChange> all = new ArrayList<>(kept.orElse(List.of()));
                all.addAll(taken);
                sealed.put(device, seq, recordId, keys, all);
                EntryContent left = content.erase(op, taken.stream().map(FieldChange::field).toList());
                db.execute("UPDATE journal_entry SET changes = ?, proof = ? WHERE device_id = ? AND seq = ?",
                    left.text(), left.proof(), device, seq);
            }
        }
        new EntryErasing(db).labels(recordId, "attach");
    }

    /** An entry's changes with those that are sealed opened again, as far as the person signed in can open them. */
    static List<FieldChange> opened(DSLContext db, String device, long seq, String recordId, List<FieldChange> changes) {
        if (changes.stream().noneMatch(FieldChange::erased)) {
            return changes;
        }
        Optional<List<FieldChange>> opened = new SealedChanges(db).open(device, seq, recordId);
        return opened.map(known -> changes.stream().map(change -> known(change, known)).toList()).orElse(changes);
    }

    private static FieldChange known(FieldChange change, Collection<FieldChange> known) {
        return !change.erased() ? change : known.stream().filter(one -> one.field().equals(change.field())
            && Chain.commitment(one).equals(change.commitment())).findFirst().orElse(change);
    }
}
