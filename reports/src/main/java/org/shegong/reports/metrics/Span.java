package org.shegong.reports.metrics;

import java.time.LocalDate;

/**
 * The days of a period, both ends included.
 *
 * @param from first day
 * @param to   last day, not before {@code from}
 */
public record Span(LocalDate from, LocalDate to) {
    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("span ends before it begins: " + from + ".." + to);
        }
    }

    /** The first day as records store it. */
    public String first() {
        return from.toString();
    }

    /** The last day as records store it. */
    public String last() {
        return to.toString();
    }
}
