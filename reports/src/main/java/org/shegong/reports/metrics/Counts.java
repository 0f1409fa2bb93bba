package org.shegong.reports.metrics;

import java.util.Map;
import java.util.TreeMap;

/**
 * Stored amounts of one counted figure.
 *
 * @param months amount of each month by its key ({@code 2026-10}); a month without rows is missing
 * @param year   amount of the year up to the month asked for; null for a stock
 */
record Counts(Map<String, Long> months, Long year) {
    Counts {
        months = new TreeMap<>(months);
    }

    long of(String month) {
        return months.getOrDefault(month, 0L);
    }

    /** The months of one year added up; for distinct counts more than the year's own count. */
    long sumOfYear(String year) {
        return months.entrySet().stream().filter(month -> month.getKey().startsWith(year))
                .mapToLong(Map.Entry::getValue).sum();
    }
}
