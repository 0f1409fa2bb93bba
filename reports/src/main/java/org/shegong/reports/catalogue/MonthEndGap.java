package org.shegong.reports.catalogue;

/**
 * One thing missing before the month can be closed.
 *
 * @param form   form key of the record to open
 * @param id     its id; empty if a record is missing altogether
 * @param detail what is missing or which record, without names of people; may be empty
 */
public record MonthEndGap(String form, String id, String detail) {
}
