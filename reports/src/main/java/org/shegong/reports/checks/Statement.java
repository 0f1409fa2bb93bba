package org.shegong.reports.checks;

import java.util.List;
import org.shegong.db.forms.Level;

/**
 * One thing a check states.
 *
 * @param level what a failure means
 * @param holds whether it is true
 * @param text  for people, with its numbers
 * @param rows  row codes concerned
 */
record Statement(Level level, boolean holds, String text, List<String> rows) {
}
