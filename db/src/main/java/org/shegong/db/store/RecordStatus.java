package org.shegong.db.store;

import java.util.Locale;

/** Where a record stands: a draft may lack required fields and counts nowhere; a void one is kept but counts nowhere. */
public enum RecordStatus {
    DRAFT, SUBMITTED, VOID;

    /** As kept in the file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status kept under this key. */
    public static RecordStatus of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
