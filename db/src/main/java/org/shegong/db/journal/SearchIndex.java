package org.shegong.db.journal;

import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.shegong.db.forms.Form;

/** Gives the words by which a record is found. */
@FunctionalInterface
public interface SearchIndex {
    /**
     * The words of one record; empty for forms that are not searched.
     *
     * @param values typed values by field key
     */
    Set<String> words(DSLContext db, Form form, Map<String, Object> values);
}
