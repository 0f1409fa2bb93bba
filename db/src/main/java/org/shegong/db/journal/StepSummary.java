package org.shegong.db.journal;

/**
 * A step as people look back on it.
 *
 * @param step the step itself
 * @param device name of the computer; empty when unknown
 * @param undoes id of the step that this one took back; empty for none
 * @param form form of the record that the step is mainly about
 * @param recordId that record
 * @param op what was done to it: insert, update, delete or restore
 */
public record StepSummary(JournalStep step, String device, String undoes, String form, String recordId, String op) {
    /** True when the step stands and can be thought of as something to take back. */
    public boolean stands() {
        return step.undoneBy().isEmpty();
    }
}
