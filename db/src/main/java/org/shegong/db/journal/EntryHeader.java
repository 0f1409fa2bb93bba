package org.shegong.db.journal;

import java.nio.charset.StandardCharsets;

/**
 * What an entry says besides its fields.
 *
 * @param deviceId whose chain
 * @param seq place in the chain, from 1
 * @param stepId step it belongs to
 * @param at ISO instant; empty where the step alone says it
 * @param accountId who; empty where the step alone says it
 * @param op insert, update, delete, restore or event
 * @param form key of the form
 * @param recordId the record
 * @param recordVersion its version after the entry
 * @param prevHash hash of the entry before, in entries of older files; else empty
 */
record EntryHeader(String deviceId, long seq, String stepId, String at, String accountId, String op,
                   String form, String recordId, long recordVersion, String prevHash) {
    /** Header of an entry whose step says when and who. */
    static EntryHeader compact(String deviceId, long seq, String stepId, String op, String form, String recordId,
                               long recordVersion) {
        return new EntryHeader(deviceId, seq, stepId, "", "", op, form, recordId, recordVersion, "");
    }

    /** The header as bytes: every column behind its length, in this order; {@link EntryBytes} does the same for a check. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        for (String column : new String[] {deviceId, Long.toString(seq), stepId, at, accountId, op, form, recordId,
            Long.toString(recordVersion), prevHash}) {
            text.append(column.getBytes(StandardCharsets.UTF_8).length).append(':').append(column);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
