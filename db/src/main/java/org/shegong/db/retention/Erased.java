package org.shegong.db.retention;

import org.shegong.db.journal.JournalStep;

/**
 * What was erased.
 *
 * @param step the journal's note of it
 * @param records how many records, those that went with others included
 */
public record Erased(JournalStep step, int records) {
}
