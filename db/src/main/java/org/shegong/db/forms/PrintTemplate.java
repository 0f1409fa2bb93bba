package org.shegong.db.forms;

import java.util.List;

/**
 * One way in which a form prints, filled or blank.
 *
 * @param key name within the form
 * @param title printed title
 * @param kind {@code form} for labelled boxes, {@code rows} for a table of child records
 * @param landscape paper orientation
 * @param sections sections printed, in order; empty means all
 * @param columns label-value pairs are laid over this many columns (2 or 4)
 * @param children child forms printed as tables below
 * @param child child form of a {@code rows} print; empty otherwise
 * @param columnsOf columns of a {@code rows} print
 * @param blankRows empty rows added for writing by hand
 * @param blankLines empty lines added to long text of a blank form
 * @param signatures who signs, in order
 */
public record PrintTemplate(String key, String title, String kind, boolean landscape, List<String> sections,
                            int columns, List<String> children, String child, List<String> columnsOf,
                            int blankRows, int blankLines, List<String> signatures) {
}
