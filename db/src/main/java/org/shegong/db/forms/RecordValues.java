package org.shegong.db.forms;

import java.util.Collection;

/** What counts as a value. */
public final class RecordValues {
    private RecordValues() {
    }

    /** False for null, blank text and empty lists. */
    public static boolean isFilled(Object value) {
        if (value instanceof String text) {
            return !text.isBlank();
        }
        if (value instanceof Collection<?> many) {
            return !many.isEmpty();
        }
        return value != null;
    }
}
