package org.shegong.db.forms;

/**
 * Records of another form that belong to this one.
 *
 * @param form the other form
 * @param by its field that points here
 * @param label heading of the list
 */
public record ChildLink(String form, String by, String label) {
}
