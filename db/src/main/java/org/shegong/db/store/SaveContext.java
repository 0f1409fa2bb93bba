package org.shegong.db.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.shegong.db.forms.Form;
import org.shegong.db.journal.RecordWrite;

/**
 * One record on its way into the file, as the effects of saving see it.
 *
 * @param db inside the step's transaction
 * @param form its form
 * @param id its id
 * @param before as it stood; null for a new record
 * @param values what it will hold, complete; effects may fill in more
 * @param header header columns to set; effects may fill in more
 * @param first writes that must come before the record itself, such as a new household
 * @param then writes that follow it, such as the history of its primary category
 * @param today the day of the write
 */
public record SaveContext(DSLContext db, Form form, String id, RecordData before, Map<String, Object> values,
                          Map<String, Object> header, List<RecordWrite> first, List<RecordWrite> then,
                          LocalDate today) {

    static SaveContext of(DSLContext db, Form form, String id, RecordData before, Map<String, Object> values,
                          Map<String, Object> header, LocalDate today) {
        return new SaveContext(db, form, id, before, values, header, new ArrayList<>(), new ArrayList<>(), today);
    }

    /** True when the field was given a value other than the one before. */
    public boolean changed(String field) {
        Object now = values.get(field);
        Object then = before == null ? null : before.values().get(field);
        return now == null ? then != null : !now.equals(then);
    }

    /** Text of a field as it will be; empty when it has none. */
    public String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString();
    }
}
