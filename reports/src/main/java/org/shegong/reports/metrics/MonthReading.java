package org.shegong.reports.metrics;

import java.util.Map;

/**
 * Everything that is counted for a monthly report.
 *
 * @param counts   its figures
 * @param parts    its split figures: row code, dimension, value in code order
 * @param previous those the report prints, of the month before
 * @param year     those the report prints that are flows, over the year up to the month; people are told apart over the
 *                 whole year, each under the value of the last day of service (R5, R8). Stocks are missing (R7)
 */
public record MonthReading(MonthCounts counts, Map<String, Map<String, Map<String, Long>>> parts,
                           Map<String, Map<String, Map<String, Long>>> previous,
                           Map<String, Map<String, Map<String, Long>>> year) {
}
