package org.shegong.db.journal;

import java.util.Map;

/**
 * One thing that somebody did, as an audit tells it.
 *
 * @param stepId of the step; later ones sort later
 * @param at ISO instant
 * @param who name of the account
 * @param deviceId computer on which it happened
 * @param action short code of what was done
 * @param label the same in words, often with what it was done to
 * @param form of the record or other subject; may be empty
 * @param recordId the record; empty when it concerned several or none
 * @param details what was noted with it, such as the reason; empty for changes of records
 * @param entries how many entries the step has
 */
public record AuditEntry(String stepId, String at, String who, String deviceId, String action, String label,
                         String form, String recordId, Map<String, Object> details, int entries) {
}
