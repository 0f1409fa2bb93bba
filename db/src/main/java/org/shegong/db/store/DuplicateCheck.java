package org.shegong.db.store;

import static org.shegong.db.schema.Tables.CLIENT;
import static org.shegong.db.schema.Tables.WORKER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.shegong.db.domain.IdNumber;
import org.shegong.db.domain.PersonName;
import org.shegong.db.journal.seal.Seals;

/** Looks for a client who may be the same person, while the form is being typed (validation rules, section 11). */
public final class DuplicateCheck {
    private static final int MOST = 5;
    private final StationFile file;
    private final RecordStore records;

    public DuplicateCheck(StationFile file, RecordStore records) {
        this.file = file;
        this.records = records;
    }

    /**
     * Clients who may be the one typed, the surest first, at most five.
     *
     * @param ownId id of the record being typed, which is left out
     * @param values typed so far
     */
    public List<PossibleDuplicate> find(String ownId, Map<String, Object> values) {
        Map<String, String> reasons = file.read(db -> reasons(db, ownId, values));
        Map<String, String> labels = records.labels("client", reasons.keySet());
        List<PossibleDuplicate> found = new ArrayList<>();
        reasons.forEach((id, reason) -> {
            if (labels.containsKey(id)) {
                found.add(new PossibleDuplicate(id, labels.get(id), reason));
            } else if (reason.equals("same_id")) {
                found.add(new PossibleDuplicate(id, file.read(db -> responsible(db, id)), PossibleDuplicate.HIDDEN));
            }
        });
        return found;
    }

    /** Whom to ask about a client who is not shown; empty when nobody is named. */
    static String responsible(DSLContext db, String clientId) {
        return db.select(WORKER.NAME).from(CLIENT).join(WORKER).on(WORKER.ID.eq(CLIENT.OWNER_WORKER_ID))
            .where(CLIENT.ID.eq(clientId)).fetchOptional(WORKER.NAME).orElse("");
    }

    private static Map<String, String> reasons(DSLContext db, String ownId, Map<String, Object> values) {
        Map<String, String> reasons = new LinkedHashMap<>();
        Condition other = CLIENT.ID.ne(ownId).and(CLIENT.DELETED_AT.isNull()).and(CLIENT.MERGED_TO.isNull());
        String idNo = IdNumber.normalise(text(values, "id_no"));
        String name = PersonName.normalise(text(values, "name"));
        if (!idNo.isEmpty()) {
            add(db, other.and(CLIENT.ID_NO.eq(idNo).or(CLIENT.ID.in(Seals.of(db)
                .map(seals -> seals.withIdNumber(db, idNo)).orElse(Set.of())))), "same_id", reasons);
        }
        if (!name.isEmpty() && values.get("birth") != null) {
            add(db, other.and(CLIENT.NAME.eq(name)).and(CLIENT.BIRTH.eq(values.get("birth").toString())),
                "same_name_birth", reasons);
        }
        if (!name.isEmpty() && !text(values, "village_id").isEmpty()) {
            add(db, other.and(CLIENT.NAME.eq(name)).and(CLIENT.VILLAGE_ID.eq(text(values, "village_id"))),
                "same_name_village", reasons);
        }
        return reasons;
    }

    private static String text(Map<String, Object> values, String key) {
        return values.get(key) == null ? "" : values.get(key).toString();
    }

    private static void add(DSLContext db, Condition condition, String reason, Map<String, String> reasons) {
        db.select(CLIENT.ID).from(CLIENT).where(condition).limit(MOST)
            .forEach(row -> reasons.putIfAbsent(row.value1(), reason));
    }
}
