package org.shegong.reports.metrics;

import static org.shegong.reports.metrics.CountedMetric.distinct;
import static org.shegong.reports.metrics.CountedMetric.rows;
import static org.shegong.reports.metrics.CountedMetric.total;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.shegong.reports.standards.ReportParameters;

/** Parts E, F and G: community activities, home visits, consultations. */
final class CommunityMetrics {
    /** Activity types with a row of their own (ACT_TYPE 1 to 14); everything else falls under 99. */
    private static final List<String> TYPES = IntStream.rangeClosed(1, 14).mapToObj(Integer::toString).toList();
    private static final int ALL_ACTORS = 5;
    /** People met in person on visits. */
    private static final Condition MET = FactSource.FORM.eq("visit");

    private CommunityMetrics() {
    }

    static List<Metric> all(ReportParameters parameters) {
        List<Metric> all = new ArrayList<>(activities(parameters));
        all.addAll(visits());
        all.add(rows("G01", CommunityFacts.CONSULTATIONS));
        all.add(new ComputedMetric("G02", Unit.COUNT, YearToDate.COMPUTED, List.of("G02a", "G02b"),
                Formula.sum("G02a", "G02b")));
        all.add(rows("G02a", CommunityFacts.CONSULTATIONS, CommunityFacts.RESULT.eq("3")));
        all.add(rows("G02b", CommunityFacts.CONSULTATIONS, CommunityFacts.RESULT.eq("2")));
        return all;
    }

    private static List<Metric> activities(ReportParameters parameters) {
        FactSource held = CommunityFacts.ACTIVITIES;
        List<Metric> all = new ArrayList<>(List.of(rows("E01", held)));
        TYPES.forEach(type -> all.add(rows("E01." + type, held, CommunityFacts.TYPE.eq(type))));
        all.addAll(List.of(
                rows("E01.99", held, CommunityFacts.TYPE.isNull().or(CommunityFacts.TYPE.notIn(TYPES))),
                total("E02", Unit.COUNT, held, "total"),
                total("E03", Unit.COUNT, held, "volunteers"),
                total("E04", Unit.HOURS, held, "minutes"),
                distinct("E05", ServedFacts.SERVICES, "person").where(FactSource.FORM.eq("activity")),
                rows("E06", held, CommunityFacts.ACTORS.ge((long) parameters.linkedActors())),
                rows("E06.five", held, CommunityFacts.ACTORS.ge((long) ALL_ACTORS)),
                rows("E07", held, CommunityFacts.PUBLICITY.eq(1L)),
                total("E07m", Unit.COUNT, held, "materials").where(CommunityFacts.PUBLICITY.eq(1L)),
                total("E08a", Unit.COUNT, held, "councils"),
                total("E08b", Unit.COUNT, held, "disputes"),
                total("E08c", Unit.COUNT, held, "incubated"),
                total("E08d", Unit.COUNT, held, "teams"),
                total("_satisfied", Unit.COUNT, held, "sat_good"),
                total("_answers", Unit.COUNT, held, "sat_valid"),
                new ComputedMetric("E09", Unit.PERCENT, YearToDate.COMPUTED, List.of("_satisfied", "_answers"),
                        Formula.percent("_satisfied", "_answers"))));
        return all;
    }

    private static List<Metric> visits() {
        FactSource visits = CommunityFacts.VISITS;
        return List.of(
                rows("F01", visits),
                rows("F01a", visits, CommunityFacts.EFFECTIVE),
                rows("F01b", visits, CommunityFacts.UNMET),
                rows("F02", ServedFacts.SERVICES, MET),
                distinct("F03", ServedFacts.SERVICES, "person").where(MET),
                new ComputedMetric("F04", Unit.PERCENT, YearToDate.COMPUTED, List.of("F01a", "F01"),
                        Formula.percent("F01a", "F01")),
                rows("F05", ClientFacts.REGISTER).in(ClientFacts.specialElder()),
                distinct("F05d", ServedFacts.SERVICES, "person").where(MET).in(ClientFacts.specialElder()),
                new ComputedMetric("F05r", Unit.PERCENT, YearToDate.NONE, List.of("F05d", "F05"),
                        Formula.percent("F05d", "F05")),
                distinct("F06", ServedFacts.SERVICES, "person").where(MET).in(ClientFacts.child()),
                total("F07", Unit.HOURS, visits, "minutes"),
                rows("F08a", CommunityFacts.disposition("visits to cases", "2")),
                rows("F08b", CommunityFacts.disposition("visits to referrals", "3")),
                rows("F08c", CommunityFacts.disposition("visits to resources", "4")),
                rows("F08d", CommunityFacts.disposition("visits to reports", "5")));
    }
}
