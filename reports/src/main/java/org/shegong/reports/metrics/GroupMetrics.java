package org.shegong.reports.metrics;

import static org.shegong.reports.metrics.CountedMetric.distinct;
import static org.shegong.reports.metrics.CountedMetric.rows;
import static org.shegong.reports.metrics.CountedMetric.total;

import java.util.List;

/** Part D: group work. */
final class GroupMetrics {
    private GroupMetrics() {
    }

    static List<Metric> all() {
        return List.of(
                new OpeningMetric("D01", "D04"),
                rows("D02", GroupFacts.BEGUN),
                rows("D03", GroupFacts.ENDED, GroupFacts.STOPPED.eq(0L)),
                rows("D03b", GroupFacts.ENDED, GroupFacts.STOPPED.ne(0L)),
                rows("D04", GroupFacts.RUNNING),
                new ComputedMetric("D04x", Unit.COUNT, YearToDate.NONE, List.of("D01", "D02", "D03", "D03b", "D04"),
                        amounts -> amounts.of("D04").subtract(amounts.of("D01")).subtract(amounts.of("D02"))
                                .add(amounts.of("D03")).add(amounts.of("D03b"))),
                rows("D05", GroupFacts.SESSIONS),
                rows("D06", GroupFacts.ATTENDANCE),
                distinct("D07", GroupFacts.ATTENDANCE, "member"),
                total("D08", Unit.HOURS, GroupFacts.SESSIONS, "minutes"),
                total("_expected", Unit.COUNT, GroupFacts.SESSIONS, "expected"),
                new ComputedMetric("D09", Unit.PERCENT, YearToDate.COMPUTED, List.of("D06", "_expected"),
                        Formula.percent("D06", "_expected")),
                distinct("D10", GroupFacts.SESSIONS, "group_id"));
    }
}
