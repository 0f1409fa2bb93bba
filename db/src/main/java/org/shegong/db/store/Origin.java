package org.shegong.db.store;

import java.util.Locale;

/** How a record came in: typed, imported from a ledger, from a field package, or made by the program. */
public enum Origin {
    ENTRY, IMPORT, FIELD, SYSTEM;

    /** As kept in the file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The origin kept under this key. */
    public static Origin of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
