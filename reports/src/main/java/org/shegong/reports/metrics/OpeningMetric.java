package org.shegong.reports.metrics;

/**
 * The state a month begins with: the closing figure of the month before (monthly report B01, C01, D01, H04a), taken from
 * its accepted report, else from typed opening figures, else counted at that month's end.
 *
 * @param code    row code
 * @param closing code of the stock whose previous value it is
 */
public record OpeningMetric(String code, String closing) implements Metric {
    @Override
    public Unit unit() {
        return Unit.COUNT;
    }

    @Override
    public Kind kind() {
        return Kind.STOCK;
    }

    @Override
    public YearToDate yearToDate() {
        return YearToDate.NONE;
    }
}
