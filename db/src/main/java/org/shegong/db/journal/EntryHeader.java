package org.shegong.db.journal;

/**
 * What an entry says besides its fields.
 *
 * @param deviceId whose chain
 * @param seq place in the chain, from 1
 * @param stepId step it belongs to
 * @param at ISO instant
 * @param accountId who
 * @param op insert, update, delete, restore or event
 * @param form key of the form
 * @param recordId the record
 * @param recordVersion its version after the entry
 */
public record EntryHeader(String deviceId, long seq, String stepId, String at, String accountId, String op,
                          String form, String recordId, long recordVersion) {
}
