package org.shegong.reports.ledger.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.shegong.db.store.Origin;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

/** The drafts of one run, in an order in which each record comes before those that point to it. */
public final class Drafts {

    /** What others point to comes first; forms that are not named here come last. */
    private static final List<String> ORDER = List.of("village", "worker", "certificate", "supervisor", "household",
            "client", "client_category", "client_primary", "group_work", "group_member", "case_file", "case_session",
            "visit", "consultation", "group_session", "activity", "supervision_round", "supervision_session",
            "training", "training_attendance", "volunteer_service", "resource_link");

    private final Supplier<String> ids;
    private final BiFunction<String, String, RecordData> stored;
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    private record Pending(String form, String id, long version, Map<String, Object> values, String[] importKey) {
    }

    /**
     * An empty list.
     *
     * @param ids    makes record ids, each greater than the one before
     * @param stored the stored record of a form and id, or null
     */
    public Drafts(Supplier<String> ids, BiFunction<String, String, RecordData> stored) {
        this.ids = ids;
        this.stored = stored;
    }

    /** Adds a new record and gives its id. Null values are left out. */
    public String create(String form, String importKey, Map<String, Object> values) {
        String id = ids.get();
        Map<String, Object> kept = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value != null) {
                kept.put(key, value);
            }
        });
        pending.put(id, new Pending(form, id, 0, kept, new String[] {importKey}));
        return id;
    }

    /**
     * Sets values of a record of the station or of this run. Null values leave fields as they are; values the
     * record already has change nothing.
     *
     * @return whether anything changes
     */
    public boolean update(String form, String id, String importKey, Map<String, Object> values) {
        Pending draft = pending.get(id);
        RecordData before = draft == null ? stored.apply(form, id) : null;
        Map<String, Object> current = draft != null ? draft.values() : before.values();
        Map<String, Object> changed = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value != null && !Objects.equals(value, current.get(key))) {
                changed.put(key, value);
            }
        });
        if (changed.isEmpty()) {
            return false;
        }
        if (draft == null) {
            draft = new Pending(form, id, before.version(), new LinkedHashMap<>(), new String[1]);
            pending.put(id, draft);
        }
        draft.values().putAll(changed);
        if (importKey != null) {
            draft.importKey()[0] = importKey;
        }
        return true;
    }

    /** The value of a field as it will be after the run; null for none. */
    public Object value(String form, String id, String field) {
        Pending draft = pending.get(id);
        if (draft != null && (draft.version() == 0 || draft.values().containsKey(field))) {
            return draft.values().get(field);
        }
        RecordData before = stored.apply(form, id);
        return before == null ? null : before.values().get(field);
    }

    /** Every draft, in an order in which each record comes before those that point to it. */
    public List<RecordDraft> list() {
        List<RecordDraft> drafts = new ArrayList<>(pending.size());
        for (Pending draft : pending.values()) {
            drafts.add(new RecordDraft(draft.form(), draft.id(), draft.version(), RecordStatus.SUBMITTED,
                    Origin.IMPORT, draft.importKey()[0], draft.values()));
        }
        drafts.sort(Comparator.comparingInt(draft -> rank(draft.form())));
        return drafts;
    }

    private static int rank(String form) {
        int place = ORDER.indexOf(form);
        return place < 0 ? ORDER.size() : place;
    }
}
