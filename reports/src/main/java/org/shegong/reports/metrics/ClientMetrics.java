package org.shegong.reports.metrics;

import static org.shegong.reports.metrics.CountedMetric.distinct;
import static org.shegong.reports.metrics.CountedMetric.rows;

import java.util.List;

/** Part B: people on the register and people served. */
final class ClientMetrics {
    private ClientMetrics() {
    }

    static List<Metric> all() {
        return List.of(
                new OpeningMetric("B01", "B04"),
                rows("B02", ClientFacts.FILED),
                rows("B02b", ClientFacts.RESTORED),
                rows("B03", ClientFacts.CLOSED),
                new ComputedMetric("B03b", Unit.COUNT, YearToDate.NONE, List.of("B01", "B02", "B02b", "B03", "B04"),
                        amounts -> amounts.of("B01").add(amounts.of("B02")).add(amounts.of("B02b"))
                                .subtract(amounts.of("B03")).subtract(amounts.of("B04"))),
                rows("B04", ClientFacts.REGISTER),
                distinct("B05", ClientFacts.REGISTER, "household"),
                distinct("B06", ServedFacts.SERVICES, "person"),
                distinct("B07", ServedFacts.HOUSEHOLDS, "household"),
                new ComputedMetric("B08", Unit.COUNT, YearToDate.COMPUTED, List.of("C08", "D06", "E02", "F02", "G01", "H06"),
                        Formula.sum("C08", "D06", "E02", "F02", "G01", "H06")),
                rows("B09", ClientFacts.REGISTER, FactSource.text("risk").in("3", "4")
                        .or(FactSource.text("follow_level").in("2", "3"))),
                rows("B10", ClientFacts.OVERDUE));
    }
}
