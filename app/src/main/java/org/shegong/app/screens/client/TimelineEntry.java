package org.shegong.app.screens.client;

import java.time.LocalDate;

/**
 * One thing that happened.
 *
 * @param form form of its record
 * @param id of its record
 * @param day when; null when nobody knows
 * @param date the day in words
 * @param kind what it was, in words
 * @param summary what the record says, in one line
 * @param draft still to be finished
 */
record TimelineEntry(String form, String id, LocalDate day, String date, String kind, String summary,
                     boolean draft) {
}
