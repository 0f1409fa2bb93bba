package org.shegong.reports.checks;

import java.math.BigDecimal;
import java.util.Map;
import org.shegong.reports.metrics.MetricCatalogue;
import org.shegong.reports.metrics.MonthCounts;
import org.shegong.reports.standards.ReportParameters;

/**
 * What the identities look at.
 *
 * @param counts     figures of the month, the month before and the year
 * @param breakdowns row code, dimension, value
 * @param reasons    written explanations by check id or row code; empty texts count as none
 * @param zeroReason why everything is 0, or empty
 * @param ledgers    rows of the month in each ledger, by the code of the figure that counts them
 * @param workdays   Mondays to Fridays of the month
 * @param metrics    definitions
 * @param parameters thresholds
 */
public record CheckedMonth(MonthCounts counts, Map<String, Map<String, Map<String, Long>>> breakdowns,
                           Map<String, String> reasons, String zeroReason, Map<String, Long> ledgers, long workdays,
                           MetricCatalogue metrics, ReportParameters parameters) {

    BigDecimal of(String code) {
        BigDecimal value = counts.month().get(code);
        return value == null ? BigDecimal.ZERO : value;
    }

    BigDecimal previous(String code) {
        BigDecimal value = counts.previous().get(code);
        return value == null ? BigDecimal.ZERO : value;
    }

    boolean explained(String key) {
        String reason = reasons.get(key);
        return reason != null && !reason.isBlank();
    }

    static String shown(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    String shown(String code) {
        return shown(of(code));
    }
}
