package org.shegong.db.retention;

import java.time.LocalDate;

/**
 * A record that may be erased.
 *
 * @param policy key of the policy
 * @param form of the record
 * @param id of the record
 * @param from day from which its years count
 * @param due first day on which it may be erased
 */
public record DueRecord(String policy, String form, String id, LocalDate from, LocalDate due) {
}
