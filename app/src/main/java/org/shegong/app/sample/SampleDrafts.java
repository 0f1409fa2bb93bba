package org.shegong.app.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.shegong.db.store.Origin;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

/** The records of a sample station, each before those that point to it. */
final class SampleDrafts {
    private final Supplier<String> ids;
    private final List<RecordDraft> drafts = new ArrayList<>();

    SampleDrafts(Supplier<String> ids) {
        this.ids = ids;
    }

    /** Field values written as key, value, key, value; null values are left out. */
    static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                values.put((String) pairs[i], pairs[i + 1]);
            }
        }
        return values;
    }

    /** Adds a submitted record and gives its id. */
    String add(String form, Map<String, Object> values) {
        return add(form, RecordStatus.SUBMITTED, values);
    }

    String add(String form, RecordStatus status, Map<String, Object> values) {
        String id = ids.get();
        drafts.add(new RecordDraft(form, id, 0, status, Origin.ENTRY, null, values));
        return id;
    }

    List<RecordDraft> all() {
        return List.copyOf(drafts);
    }
}
