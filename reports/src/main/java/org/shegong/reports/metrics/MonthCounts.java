package org.shegong.reports.metrics;

import java.math.BigDecimal;
import java.util.Map;
import org.shegong.db.domain.StatMonth;

/**
 * All figures of a month as they are shown: hours, yuan and percent rounded, null where a figure does not apply.
 *
 * @param period      the month
 * @param month       figure by code, intermediate amounts included
 * @param previous    the month before: reported figures where a report stands, else counted
 * @param year        the year so far; null for stocks
 * @param sumOfMonths for figures that count different people: the months added up, which is what the year must not be
 * @param origins     for opening figures, where they come from
 * @param recounted   for opening figures, what the records say now
 */
public record MonthCounts(StatMonth period, Map<String, BigDecimal> month, Map<String, BigDecimal> previous,
                          Map<String, BigDecimal> year, Map<String, BigDecimal> sumOfMonths,
                          Map<String, ClosingFigures.Origin> origins, Map<String, BigDecimal> recounted) {
}
