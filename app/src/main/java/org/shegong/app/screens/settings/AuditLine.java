package org.shegong.app.screens.settings;

/**
 * One line of the audit, in words; texts may be empty.
 *
 * @param stepId the journal's step
 * @param at day and minute at the station
 * @param who name of the account
 * @param what kind of thing
 * @param subject to what it was done
 * @param records how many records
 * @param edition for whom a print or export was
 * @param reason as given
 * @param device on which computer
 */
record AuditLine(String stepId, String at, String who, String what, String subject, String records, String edition,
                 String reason, String device) {
}
