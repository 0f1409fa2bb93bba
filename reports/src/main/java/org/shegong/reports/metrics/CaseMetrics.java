package org.shegong.reports.metrics;

import static org.shegong.reports.metrics.CountedMetric.distinct;
import static org.shegong.reports.metrics.CountedMetric.rows;
import static org.shegong.reports.metrics.CountedMetric.total;

import java.util.List;
import org.jooq.Condition;

/** Part C: casework. */
final class CaseMetrics {
    private CaseMetrics() {
    }

    static List<Metric> all() {
        return List.of(
                new OpeningMetric("C01", "C04"),
                rows("C02", CaseFacts.OPENED),
                rows("C02r", CaseFacts.OPENED, CaseFacts.REOPENED.isNotNull()),
                rows("C03", CaseFacts.CLOSED),
                rows("C03a", CaseFacts.CLOSED, CaseFacts.REASON.in("1", "2")),
                rows("C03b", CaseFacts.CLOSED, CaseFacts.REASON.eq("3")),
                rows("C03c", CaseFacts.CLOSED, CaseFacts.REASON.eq("5")),
                rows("C03d", CaseFacts.CLOSED, CaseFacts.REASON.in("6", "7")),
                rows("C03e", CaseFacts.CLOSED, CaseFacts.REASON.isNull()
                        .or(CaseFacts.REASON.notIn("1", "2", "3", "5", "6", "7"))),
                rows("C04", CaseFacts.OPEN),
                new ComputedMetric("C04x", Unit.COUNT, YearToDate.NONE, List.of("C01", "C02", "C03", "C04"),
                        amounts -> amounts.of("C04").subtract(amounts.of("C01")).subtract(amounts.of("C02"))
                                .add(amounts.of("C03"))),
                rows("C05", CaseFacts.OPEN, CaseFacts.STATE.eq("30")),
                distinct("C06", CaseFacts.SESSIONS, "case_id"),
                rows("C07", CaseFacts.SESSIONS),
                contact("office", CaseFacts.CONTACT.eq("1")),
                contact("home", CaseFacts.CONTACT.eq("2")),
                contact("phone", CaseFacts.CONTACT.eq("3")),
                contact("online", CaseFacts.CONTACT.eq("4")),
                contact("other", CaseFacts.CONTACT.isNull().or(CaseFacts.CONTACT.notIn("1", "2", "3", "4"))),
                total("C08", Unit.COUNT, CaseFacts.SESSIONS, "persons"),
                total("C09", Unit.HOURS, CaseFacts.SESSIONS, "minutes"),
                new MissingMetric("C10", Unit.COUNT),
                new MissingMetric("C10d", Unit.COUNT),
                rows("C11", CaseFacts.OPEN, CaseFacts.RISK.in("3", "4")),
                new MissingMetric("C12", Unit.COUNT),
                total("_goals", Unit.COUNT, CaseFacts.CLOSED, "goal_total"),
                total("_goals_met", Unit.COUNT, CaseFacts.CLOSED, "goal_met"),
                new ComputedMetric("C13", Unit.PERCENT, YearToDate.COMPUTED, List.of("_goals_met", "_goals"),
                        Formula.percent("_goals_met", "_goals")),
                rows("C14", CaseFacts.OPEN));
    }

    private static Metric contact(String way, Condition filter) {
        return rows("C07." + way, CaseFacts.SESSIONS, filter);
    }
}
