package org.shegong.db.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was typed into one record's form and not saved.
 *
 * @param form key of the form
 * @param recordId the record, which need not exist yet
 * @param baseVersion version of the record that the typing began on; 0 for a new one, -1 when nobody knows
 * @param at ISO instant of the last change
 * @param values typed values of the fields that differ from the record; null for a field that was emptied
 * @param before values that the record had in these fields when typing began; empty fields have no key
 * @param raw text that is no value (yet), by field key
 * @param caret key of the field with the cursor; empty for none
 */
public record KeptTyping(String form, String recordId, long baseVersion, String at, Map<String, Object> values,
                         Map<String, Object> before, Map<String, String> raw, String caret) {
    public KeptTyping {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        raw = Collections.unmodifiableMap(new LinkedHashMap<>(raw));
    }
}
