package org.shegong.reports.ledger.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shegong.reports.ledger.parse.Problem;

/** The values of a record that a row would make, or why it makes none. */
sealed interface Built {

    /** Values by field; null values mean nothing. */
    record Values(Map<String, Object> values) implements Built {

        Values() {
            this(new LinkedHashMap<>());
        }

        Values with(String field, Object value) {
            boolean empty = value == null || value instanceof String text && text.isEmpty()
                    || value instanceof List<?> list && list.isEmpty();
            if (!empty) {
                values.put(field, value);
            }
            return this;
        }
    }

    /** Nothing, because of this. */
    record No(Problem problem) implements Built {
    }
}
