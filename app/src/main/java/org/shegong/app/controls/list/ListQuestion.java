package org.shegong.app.controls.list;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Masks;

/** Everything a list is asked at one moment, so that it can be answered beside the window. */
public record ListQuestion(String search, Map<String, Set<String>> filters, YearMonth month, boolean recycled,
                    boolean draftsOnly, ListSort sort, Masks masks, List<Field> columns) {

    /** True when the person has narrowed the list by more than the month. */
    boolean isNarrowed() {
        return !search.isBlank() || !filters.isEmpty() || recycled || draftsOnly;
    }
}
