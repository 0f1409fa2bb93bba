package org.shegong.app.controls.list;

/**
 * Order of a list.
 *
 * @param field column; empty for the form's own order
 * @param descending direction
 */
public record ListSort(String field, boolean descending) {
    /** As the form file says. */
    public static final ListSort OWN = new ListSort("", false);
}
