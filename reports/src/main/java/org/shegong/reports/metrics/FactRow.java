package org.shegong.reports.metrics;

/**
 * One row behind a figure.
 *
 * @param form    form key of the record
 * @param id      id of the record
 * @param version version of the record when it was read
 * @param day     ISO day of the fact; null for a stock without a beginning
 * @param key     what is counted once if the figure counts different ones (a person, a household); else null
 * @param amount  what the row adds: 1, or the number added up, as stored (minutes, fen)
 */
public record FactRow(String form, String id, long version, String day, String key, long amount) {
}
