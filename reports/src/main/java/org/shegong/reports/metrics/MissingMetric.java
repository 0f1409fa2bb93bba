package org.shegong.reports.metrics;

/**
 * A row of the report whose records this program does not keep: it always shows as not applicable.
 *
 * @param code row code
 * @param unit how it would be shown
 */
public record MissingMetric(String code, Unit unit) implements Metric {
    @Override
    public Kind kind() {
        return Kind.FLOW;
    }

    @Override
    public YearToDate yearToDate() {
        return YearToDate.NONE;
    }
}
