package org.shegong.reports.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.checks.CheckResult;
import org.shegong.reports.metrics.ClosingFigures;

/**
 * A monthly report: its figures as shown, with everything that stands on it.
 *
 * @param station    the station
 * @param period     the month
 * @param version    0 for a draft, else the number of the locked version
 * @param figures    by row code, in report order; null where a figure does not apply
 * @param previous   the month before, as it was reported if it was
 * @param year       the year so far; null for stocks
 * @param breakdowns row code, dimension, value
 * @param checks     X01 to X18; never empty
 * @param origins    where opening figures come from, by row code
 * @param corrected  whether the month before was changed after its first version
 * @param texts      what people wrote
 * @param reasons    what must be explained; empty for a locked version
 * @param lists      attached lists
 */
public record MonthlyFigures(StationInfo station, StatMonth period, int version, Map<String, BigDecimal> figures,
                             Map<String, BigDecimal> previous, Map<String, BigDecimal> year,
                             Map<String, Map<String, Map<String, Long>>> breakdowns, List<CheckResult> checks,
                             Map<String, ClosingFigures.Origin> origins, boolean corrected, MonthlyTexts texts,
                             List<RequiredReason> reasons, List<AttachedList> lists) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Whether it is still recomputed whenever it is opened. */
    public boolean draft() {
        return version == 0;
    }

    /**
     * Change of a figure against the month before in percent, one decimal (R13).
     *
     * @return null if either figure does not apply or the earlier one is 0
     */
    public BigDecimal change(String code) {
        return change(figures.get(code), previous.get(code));
    }

    static BigDecimal change(BigDecimal now, BigDecimal before) {
        if (now == null || before == null || before.signum() == 0) {
            return null;
        }
        return now.subtract(before).multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP);
    }

    /** Whether nothing stands in the way of locking it. */
    public boolean ready() {
        return checks.stream().allMatch(CheckResult::passes) && reasons.stream().allMatch(RequiredReason::given);
    }
}
