package org.shegong.reports.ledger.plan;

import java.time.LocalDate;

/**
 * A client as planning knows one.
 *
 * @param id          record id
 * @param name        normalised name
 * @param villageId   village, or null
 * @param idNo        identity number, or empty
 * @param clientNo    file number, or empty
 * @param householdId household, or null
 * @param filed       filing date, or null
 * @param closed      first day off the register, or null
 * @param importKey   fingerprint of the roster row behind it, or null
 */
record Person(String id, String name, String villageId, String idNo, String clientNo, String householdId,
              LocalDate filed, LocalDate closed, String importKey) {

    /** Whether a service of that day finds the person no longer on the register. */
    boolean goneOn(LocalDate day) {
        return closed != null && !day.isBefore(closed);
    }
}
