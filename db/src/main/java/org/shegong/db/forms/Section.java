package org.shegong.db.forms;

/**
 * A headed part of a form.
 *
 * @param key name within the form
 * @param label heading
 * @param shownIf when it is shown at all
 */
public record Section(String key, String label, Condition shownIf) {
}
