package org.shegong.reports.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.checks.CheckResult;
import org.shegong.reports.metrics.Breakdown;
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
 * @param targets    what figures are to reach in the year, by row code; empty if none were set
 * @param breakdowns row code, dimension, value
 * @param compared   the same parts in the month before and in the year
 * @param checks     X01 to X18; never empty
 * @param origins    where opening figures come from, by row code
 * @param corrected  whether the month before was changed after its first version
 * @param texts      what people wrote
 * @param reasons    what must be explained; empty for a locked version
 * @param lists      attached lists
 */
public record MonthlyFigures(StationInfo station, StatMonth period, int version, Map<String, BigDecimal> figures,
                             Map<String, BigDecimal> previous, Map<String, BigDecimal> year,
                             Map<String, BigDecimal> targets,
                             Map<String, Map<String, Map<String, Long>>> breakdowns, ComparedParts compared,
                             List<CheckResult> checks, Map<String, ClosingFigures.Origin> origins, boolean corrected,
                             MonthlyTexts texts, List<RequiredReason> reasons, List<AttachedList> lists) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public MonthlyFigures {
        compared = compared == null ? ComparedParts.NONE : compared;
        targets = targets == null ? Map.of() : targets;
    }

    /** The same report with what must be explained. */
    MonthlyFigures with(List<RequiredReason> required) {
        return new MonthlyFigures(station, period, version, figures, previous, year, targets, breakdowns, compared, checks, origins,
                corrected, texts, required, lists);
    }

    /** The parts of a split figure, one row for each value that is not 0 in every column; in code order. */
    List<PartRow> parts(String code, String dimension) {
        Map<String, Long> now = split(breakdowns, code, dimension);
        if (now == null) {
            return List.of();
        }
        Map<String, Long> before = split(compared.previous(), code, dimension);
        Map<String, Long> soFar = split(compared.year(), code, dimension);
        Set<String> values = new TreeSet<>(Breakdown.ORDER);
        values.addAll(now.keySet());
        values.addAll(before == null ? Set.of() : before.keySet());
        values.addAll(soFar == null ? Set.of() : soFar.keySet());
        return values.stream().map(value -> new PartRow(value, amount(now, value), amount(before, value),
                amount(soFar, value))).filter(row -> !row.empty()).toList();
    }

    private static Map<String, Long> split(Map<String, Map<String, Map<String, Long>>> all, String code, String dimension) {
        return all.getOrDefault(code, Map.of()).get(dimension);
    }

    private static Long amount(Map<String, Long> parts, String value) {
        return parts == null ? null : parts.getOrDefault(value, 0L);
    }

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

    /**
     * What a figure has reached of its target in percent, one decimal, beyond 100 too: the year so far, of a stock the end
     * of the month.
     *
     * @return null without a target
     */
    public BigDecimal completion(String code) {
        BigDecimal target = targets.get(code);
        BigDecimal reached = year.get(code) == null ? figures.get(code) : year.get(code);
        return target == null || target.signum() == 0 || reached == null ? null
                : reached.multiply(HUNDRED).divide(target, 1, RoundingMode.HALF_UP);
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
