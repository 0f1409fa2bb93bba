package org.shegong.reports.metrics;

import java.util.List;

/**
 * A figure worked out from others.
 *
 * @param code       row code
 * @param unit       how the amount is shown
 * @param yearToDate {@link YearToDate#COMPUTED}, or {@link YearToDate#NONE} if it means nothing over a longer period
 * @param inputs     codes it rests on; the records behind them are the records behind it
 * @param formula    from the inputs' stored amounts to its own
 */
public record ComputedMetric(String code, Unit unit, YearToDate yearToDate, List<String> inputs, Formula formula)
        implements Metric {
    @Override
    public Kind kind() {
        return Kind.COMPUTED;
    }
}
