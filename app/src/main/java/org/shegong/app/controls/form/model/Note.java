package org.shegong.app.controls.form.model;

import org.shegong.db.forms.Level;

/**
 * One sentence that stands at a field.
 *
 * @param level weight; shown by icon and word, not by colour alone
 */
public record Note(Level level, String text) {
}
