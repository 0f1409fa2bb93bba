package org.shegong.reports.catalogue;

import java.math.BigDecimal;

/**
 * One part of a split figure with the columns of the report.
 *
 * @param value    what the part stands for, such as a category code
 * @param month    this month
 * @param previous the month before; null if not known
 * @param year     the year so far; null for stocks
 */
record PartRow(String value, Long month, Long previous, Long year) {
    /** Change against the month before in percent, one decimal; null if it cannot be told. */
    BigDecimal change() {
        return previous == null ? null : MonthlyFigures.change(BigDecimal.valueOf(month), BigDecimal.valueOf(previous));
    }

    boolean empty() {
        return month == 0 && (previous == null || previous == 0) && (year == null || year == 0);
    }
}
