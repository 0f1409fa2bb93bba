package org.shegong.db.journal;

import java.util.List;

/**
 * One line of a record's history.
 *
 * @param stepId step it belongs to
 * @param at ISO instant
 * @param accountName who
 * @param deviceId on which computer
 * @param action of the step
 * @param op insert, update, delete or restore
 * @param version the record's version afterwards
 * @param changes fields changed, with stored values; empty for delete and restore
 */
public record HistoryEntry(String stepId, String at, String accountName, String deviceId, String action, String op,
                           long version, List<FieldChange> changes) {
}
