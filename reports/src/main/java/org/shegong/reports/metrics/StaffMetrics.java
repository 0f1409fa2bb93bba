package org.shegong.reports.metrics;

import static org.shegong.reports.metrics.CountedMetric.distinct;
import static org.shegong.reports.metrics.CountedMetric.rows;
import static org.shegong.reports.metrics.CountedMetric.total;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.shegong.reports.standards.ReportParameters;

/** Parts A, K and L: the station and its people, supervision, training. */
final class StaffMetrics {
    private StaffMetrics() {
    }

    static List<Metric> station(ReportParameters parameters) {
        FactSource workers = StaffFacts.workers(parameters.certificateMonths());
        return List.of(
                rows("A01", workers),
                rows("A02", workers, StaffFacts.LEVEL.gt(0L)),
                rows("A02a", workers, StaffFacts.LEVEL.eq(1L)),
                rows("A02b", workers, StaffFacts.LEVEL.eq(2L)),
                rows("A02c", workers, StaffFacts.LEVEL.eq(3L)),
                new ComputedMetric("A03", Unit.COUNT, YearToDate.NONE, List.of("A01", "A02"),
                        amounts -> amounts.of("A01").subtract(amounts.of("A02"))),
                rows("A04", workers, StaffFacts.LEVEL.eq(0L).and(StaffFacts.LATE.eq(1L))),
                rows("A05", StaffFacts.JOINED),
                rows("A06", StaffFacts.LEFT),
                rows("_points_known", StaffFacts.VILLAGES, FactSource.number("has_point").isNotNull()),
                rows("_points", StaffFacts.VILLAGES, FactSource.number("has_point").eq(1L)),
                new ComputedMetric("A07", Unit.COUNT, YearToDate.NONE, List.of("_points"), amounts ->
                        amounts.of("_points_known").signum() == 0 ? null : amounts.of("_points")),
                distinct("A08", ServedFacts.VILLAGES, "village"),
                rows("_villages", StaffFacts.VILLAGES),
                total("_population", Unit.COUNT, StaffFacts.VILLAGES, "population"),
                new ComputedMetric("A09", Unit.PERCENT, YearToDate.NONE, List.of("A08", "_villages"),
                        Formula.percent("A08", "_villages")),
                new MissingMetric("A10", Unit.COUNT));
    }

    static List<Metric> supervisionAndTraining(ReportParameters parameters) {
        FactSource workers = StaffFacts.workers(parameters.certificateMonths());
        FactSource sessions = StaffFacts.SESSIONS;
        return List.of(
                rows("K01", StaffFacts.ROUNDS, FactSource.MINUTES.ge((long) parameters.roundMinutes())),
                total("K02", Unit.HOURS, sessions, "minutes"),
                rows("K03", sessions),
                rows("K03.individual", sessions, StaffFacts.FORM.eq("1")),
                rows("K03.group", sessions, StaffFacts.FORM.eq("2")),
                rows("K03.site", sessions, StaffFacts.FORM.eq("4")),
                rows("K03.remote", sessions, StaffFacts.FORM.eq("5")),
                rows("K03.other", sessions, StaffFacts.FORM.isNull().or(StaffFacts.FORM.notIn("1", "2", "4", "5"))),
                rows("K04p", StaffFacts.SUPERVISEES),
                distinct("K04", StaffFacts.SUPERVISEES, "worker"),
                new ComputedMetric("K05", Unit.FLAG, YearToDate.NONE, List.of("K01"), amounts ->
                        amounts.of("K01").signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO),
                rows("K06", StaffFacts.ACTIONS),
                rows("K06d", StaffFacts.ACTIONS, StaffFacts.DONE.isNotNull()),
                rows("L01", StaffFacts.TRAINED),
                distinct("L02", StaffFacts.TRAINED, "worker"),
                total("L03", Unit.HOURS, StaffFacts.TRAINED, "minutes"),
                rows("L04", workers, StaffFacts.MINUTES_YEAR.ge((long) parameters.trainingMinutes())),
                rows("L04d", workers),
                rows("L05", workers, registered(parameters)));
    }

    private static Condition registered(ReportParameters parameters) {
        return StaffFacts.LEVEL.eq(1L).and(StaffFacts.MINUTES_TERM.ge(parameters.termMinutesAssistant()))
                .or(StaffFacts.LEVEL.gt(1L).and(StaffFacts.MINUTES_TERM.ge(parameters.termMinutesFull())));
    }
}
