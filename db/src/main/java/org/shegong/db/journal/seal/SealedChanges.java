package org.shegong.db.journal.seal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.journal.FieldChange;
import org.shegong.db.security.NotPermittedException;

/** Values of journal entries under the keys of the record that they are about. */
public final class SealedChanges {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() { };
    private final DSLContext db;

    public SealedChanges(DSLContext db) {
        this.db = db;
    }

    private static String place(String device, long seq, String recordId) {
        return "change\n" + device + "\n" + seq + "\n" + recordId;
    }

    /** Keeps the changes of one entry, in place of what was kept of it before. */
    public void put(String device, long seq, String recordId, String keys, List<FieldChange> changes) {
        Seals seals = Seals.of(db).orElseThrow();
        byte[] key = seals.key(db, keys).orElseThrow(() -> new NotPermittedException("journal_entry"));
        String place = place(device, seq, recordId);
        byte[] content = SealCipher.seal(key, place, SealedContent.json(changes));
        Arrays.fill(key, (byte) 0);
        db.execute("INSERT OR REPLACE INTO sealed_change (device_id, seq, record_id, keys, content, sum)"
            + " VALUES (?, ?, ?, ?, ?, ?)", device, seq, recordId, keys, content, seals.sum(place, keys, content));
    }

    /** Whether something is kept of one entry, whoever can open it. */
    public boolean isKept(String device, long seq) {
        return db.fetchOne("SELECT 1 FROM sealed_change WHERE device_id = ? AND seq = ?", device, seq) != null;
    }

    /** What is kept of one entry; empty when nothing is, or for whoever cannot open it. */
    public Optional<List<FieldChange>> open(String device, long seq, String recordId) {
        Record row = Seals.of(db).isEmpty() ? null : db.fetchOne("SELECT keys, content FROM sealed_change"
            + " WHERE device_id = ? AND seq = ? AND record_id = ?", device, seq, recordId);
        return row == null ? Optional.empty() : Seals.of(db).flatMap(seals -> seals.key(db, row.get(0, String.class)))
            .flatMap(key -> SealCipher.openAndForget(key, place(device, seq, recordId), row.get(1, byte[].class)))
            .map(SealedChanges::read);
    }

    private static List<FieldChange> read(byte[] json) {
        try {
            return JSON.readValue(json, CHANGES);
        } catch (IOException e) {
            throw new IllegalStateException("sealed changes are not JSON", e);
        }
    }

    /** Brings everything that is kept of a record under other keys, as far as the person signed in can open it. */
    void rekey(String recordId, String keys) {
        if (Seals.of(db).filter(seals -> seals.opens(db, keys)).isEmpty()) {
            return;
        }
        for (Record row : db.fetch("SELECT device_id, seq FROM sealed_change WHERE record_id = ? AND keys <> ?",
                recordId, keys)) {
            String device = row.get(0, String.class);
            long seq = row.get(1, Long.class);
            open(device, seq, recordId).ifPresent(changes -> put(device, seq, recordId, keys, changes));
        }
    }

    /** Takes what is kept of a record away for good; commitments stay in the journal. */
    public void forget(String recordId) {
        db.execute("DELETE FROM sealed_change WHERE record_id = ?", recordId);
    }

    /** True when the sum of every kept content is right; needs no key of a sealed record. */
    static boolean isSound(Seals seals, Record row) {
        String place = place(row.get("device_id", String.class), row.get("seq", Long.class), row.get("record_id", String.class));
        return java.security.MessageDigest.isEqual(row.get("sum", byte[].class),
            seals.sum(place, row.get("keys", String.class), row.get("content", byte[].class)));
    }
}
