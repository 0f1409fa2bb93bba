package org.shegong.db.journal;

/**
 * A step as people look back on it.
 *
 * @param step the step itself
 * @param device name of the computer; empty when unknown
 * @param undoes id of the step that this one took back; empty for none
 * @param takesBack true when records went back to what they were; false when it did something, for the first time or
 *     again
 * @param form form of the record that the step is mainly about
 * @param recordId that record
 * @param op what was done to it: insert, update, delete or restore
 */
public record StepSummary(JournalStep step, String device, String undoes, boolean takesBack, String form,
                          String recordId, String op) {
    /** True while no other step has taken it back. */
    public boolean stands() {
        return step.undoneBy().isEmpty();
    }
}
