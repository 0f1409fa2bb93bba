package org.shegong.app.controls.form.model;

/**
 * One thing that can be picked from a list.
 *
 * @param value code or record id; empty for the offer to make a new record
 * @param label what people read
 * @param note more about it, such as the code; may be empty
 * @param recent among the few used last
 */
public record Choice(String value, String label, String note, boolean recent) {
    /** True for the last line of a list of records, which makes a new one. */
    public boolean isNew() {
        return value.isEmpty();
    }
}
