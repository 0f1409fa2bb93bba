package org.shegong.db.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What someone wants to save: a new record or new values of one that exists.
 *
 * @param form key of the form
 * @param id of the record; for a new one a fresh id from {@link RecordIds}
 * @param version that the change was made on; 0 for a new record
 * @param status wanted
 * @param origin how it came in
 * @param importKey fingerprint of the ledger row behind it; null for none
 * @param values fields to set; a key with a null value clears the field, a missing key leaves it as it is
 */
public record RecordDraft(String form, String id, long version, RecordStatus status, Origin origin, String importKey,
                          Map<String, Object> values) {
    public RecordDraft {
        values = new LinkedHashMap<>(values);
    }

    /** A new record typed by a person. */
    public static RecordDraft entered(String form, String id, RecordStatus status, Map<String, Object> values) {
        return new RecordDraft(form, id, 0, status, Origin.ENTRY, null, values);
    }

    /** A new record from a ledger; counted at once. */
    public static RecordDraft imported(String form, String id, String importKey, Map<String, Object> values) {
        return new RecordDraft(form, id, 0, RecordStatus.SUBMITTED, Origin.IMPORT, importKey, values);
    }

    /** New values of a record that exists. */
    public static RecordDraft change(RecordData current, RecordStatus status, Map<String, Object> values) {
        return new RecordDraft(current.form(), current.id(), current.version(), status, current.origin(), null,
            values);
    }

    /** True when the record does not exist yet. */
    public boolean isNew() {
        return version == 0;
    }
}
