package org.shegong.db.journal;

import java.util.Map;

/** One record's part in a step. */
public sealed interface RecordWrite {
    /** Under which the journal keeps why a record was moved to the recycle bin. */
    String REASON = "$reason";

    /** Key of the form. */
    String form();

    /** Id of the record. */
    String id();

    /**
     * A new record.
     *
     * @param header header columns to set ({@code status}, {@code source}, {@code doc_no}, {@code import_key},
     *     {@code sens}); missing ones take their defaults
     * @param values typed values by field key
     */
    record Insert(String form, String id, Map<String, Object> header, Map<String, Object> values)
        implements RecordWrite {
    }

    /**
     * New values of a record.
     *
     * @param version the version that the change was made on; a newer one in the file stops the whole step
     * @param header header columns to change
     * @param values typed values to change; null clears
     */
    record Update(String form, String id, long version, Map<String, Object> header, Map<String, Object> values)
        implements RecordWrite {
    }

    /**
     * Into the recycle bin.
     *
     * @param reason code of the reason; empty for none, as when it follows from something else
     */
    record Delete(String form, String id, String reason) implements RecordWrite {
        /** Without a reason of its own. */
        public Delete(String form, String id) {
            this(form, id, "");
        }
    }

    /** Out of the recycle bin. */
    record Restore(String form, String id) implements RecordWrite {
    }
}
