package org.shegong.db.store;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a list asks for.
 *
 * @param form key of the form
 * @param search words typed, separated by spaces; all must be found; empty for all
 * @param filters allowed values by field key; a field that holds several values matches when any is allowed
 * @param from first business date, or null
 * @param to last business date, or null
 * @param status only this status, or null for all but void
 * @param recycled the recycle bin instead of the living records
 * @param sortField column to sort by; empty for the form's own order
 * @param descending direction of {@code sortField}
 */
public record ListQuery(String form, String search, Map<String, Set<String>> filters, LocalDate from, LocalDate to,
                        RecordStatus status, boolean recycled, String sortField, boolean descending) {
    public ListQuery {
        filters = new LinkedHashMap<>(filters);
    }

    /** Every living record of a form. */
    public static ListQuery all(String form) {
        return new ListQuery(form, "", Map.of(), null, null, null, false, "", false);
    }

    public ListQuery withSearch(String words) {
        return new ListQuery(form, words, filters, from, to, status, recycled, sortField, descending);
    }

    /** Only records whose field holds one of these values. */
    public ListQuery withFilter(String field, Set<String> allowed) {
        Map<String, Set<String>> more = new LinkedHashMap<>(filters);
        more.put(field, allowed);
        return new ListQuery(form, search, more, from, to, status, recycled, sortField, descending);
    }

    /** Only business dates of this stretch, ends included; null leaves an end open. */
    public ListQuery between(LocalDate first, LocalDate last) {
        return new ListQuery(form, search, filters, first, last, status, recycled, sortField, descending);
    }

    public ListQuery withStatus(RecordStatus only) {
        return new ListQuery(form, search, filters, from, to, only, recycled, sortField, descending);
    }

    public ListQuery sortedBy(String field, boolean down) {
        return new ListQuery(form, search, filters, from, to, status, recycled, field, down);
    }

    public ListQuery inRecycleBin() {
        return new ListQuery(form, search, filters, from, to, status, true, sortField, descending);
    }
}
