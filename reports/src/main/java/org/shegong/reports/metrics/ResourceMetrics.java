package org.shegong.reports.metrics;

import static org.shegong.reports.metrics.CountedMetric.distinct;
import static org.shegong.reports.metrics.CountedMetric.rows;
import static org.shegong.reports.metrics.CountedMetric.total;

import java.util.List;

/** Parts H, I and J: referrals and crises, volunteers, resources. */
final class ResourceMetrics {
    private ResourceMetrics() {
    }

    static List<Metric> all() {
        return List.of(
                rows("H01", ResourceFacts.REFERRALS),
                rows("H02", ResourceFacts.REFERRALS, ResourceFacts.REPLY.isNotNull()),
                rows("H03", ResourceFacts.REPLIES_LATE),
                new OpeningMetric("H04a", "H04d"),
                rows("H04b", ResourceFacts.CRISES),
                rows("H04c", ResourceFacts.CRISES_CLOSED),
                rows("H04d", ResourceFacts.CRISES_OPEN),
                rows("H05", ResourceFacts.CRISES, ResourceFacts.MANDATORY.in("2", "3", "4")
                        .and(ResourceFacts.REPORTED.isNotNull())),
                rows("H06", ResourceFacts.CRISIS_PERSONS),
                rows("I01", ResourceFacts.VOLUNTEERS),
                rows("I02", ResourceFacts.VOLUNTEERS_JOINED),
                rows("I02x", ResourceFacts.VOLUNTEERS_LEFT),
                total("I03", Unit.COUNT, ResourceFacts.SERVICES, "people"),
                total("I04", Unit.HOURS, ResourceFacts.SERVICES, "minutes"),
                distinct("I05", ResourceFacts.VOLUNTEERS, "team"),
                new ComputedMetric("I06", Unit.PERCENT, YearToDate.NONE, List.of("I01", "_population"),
                        Formula.percent("I01", "_population")),
                rows("J01", ResourceFacts.LINKS),
                total("J02", Unit.YUAN, ResourceFacts.LINKS, "money"),
                total("J03", Unit.YUAN, ResourceFacts.LINKS, "goods"),
                total("J04", Unit.COUNT, ResourceFacts.LINKS, "beneficiaries"));
    }
}
