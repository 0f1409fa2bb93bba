package org.shegong.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.domain.MonthRule;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.standards.ReportParameters;

class CountingRulesTest {
    @TempDir
    Path directory;
    private PlainStation station;
    private final Figures figures = new Figures(new MetricCatalogue(ReportParameters.bundled()));

    @BeforeEach
    void open() {
        station = new PlainStation(directory);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private MonthCounts month(String month) {
        return figures.month(station.db(), StatMonth.of(YearMonth.parse(month)), ClosingFigures.NONE);
    }

    private String figure(String month, String code) {
        var value = month(month).month().get(code);
        return value == null ? "-" : value.toPlainString();
    }

    private String client(String filed, Object... more) {
        Object[] pairs = new Object[more.length + 4];
        pairs[0] = "filed_date";
        pairs[1] = filed;
        pairs[2] = "primary_cat";
        pairs[3] = "C901";
        System.arraycopy(more, 0, pairs, 4, more.length);
        return station.add("client", pairs);
    }

    private void round(String date, long... minutes) {
        String round = station.add("supervision_round", "name", "r" + date);
        for (long part : minutes) {
            station.add("supervision_session", "round_id", round, "date", date, "minutes", part);
        }
    }

    @Test
    void aRoundOfSixteenHoursCountsAndOneMinuteLessDoesNot() {
        round("2025-07-08", 480, 420, 60);
        round("2025-08-08", 480, 420, 59);
        assertThat(figure("2025-07", "K01")).isEqualTo("1");
        assertThat(figure("2025-07", "K05")).isEqualTo("1");
        assertThat(figure("2025-08", "K01")).isEqualTo("0");
        assertThat(figure("2025-08", "K05")).isEqualTo("0");
        assertThat(figure("2025-08", "K02")).isEqualTo("16.0");
        assertThat(month("2025-08").year().get("K01")).isEqualByComparingTo("1");
    }

    @Test
    void aRoundBelongsToTheMonthOfItsFirstSessionAndHoursToTheirOwn() {
        String round = station.add("supervision_round", "name", "r");
        station.add("supervision_session", "round_id", round, "date", "2025-07-31", "minutes", 480L);
        station.add("supervision_session", "round_id", round, "date", "2025-08-01", "minutes", 480L);
        assertThat(figure("2025-07", "K01")).isEqualTo("1");
        assertThat(figure("2025-08", "K01")).isEqualTo("0");
        assertThat(figure("2025-07", "K02")).isEqualTo("8.0");
        assertThat(figure("2025-08", "K02")).isEqualTo("8.0");
    }

    @Test
    void aGroupAcrossTwoMonthsBeginsInTheFirstAndItsSessionsFallInEach() {
        String group = station.add("group_work", "name", "g", "first_date", "2025-07-30");
        String member = station.add("group_member", "group_id", group, "anon_name", "甲");
        station.add("group_session", "group_id", group, "date", "2025-07-30", "minutes", 90L, "present", List.of(member));
        station.add("group_session", "group_id", group, "date", "2025-08-06", "minutes", 90L, "late", List.of(member));
        assertThat(figure("2025-07", "D02")).isEqualTo("1");
        assertThat(figure("2025-08", "D02")).isEqualTo("0");
        assertThat(figure("2025-07", "D05")).isEqualTo("1");
        assertThat(figure("2025-08", "D05")).isEqualTo("1");
        assertThat(figure("2025-08", "D06")).isEqualTo("1");
        assertThat(figure("2025-08", "D01")).isEqualTo("1");
        assertThat(figure("2025-08", "D04")).isEqualTo("1");
        assertThat(figure("2025-08", "B06")).isEqualTo("0");
    }

    @Test
    void expectedAttendanceCountsMembersInTheGroupOnTheDay() {
        String group = station.add("group_work", "name", "g", "first_date", "2025-07-01");
        String stays = station.add("group_member", "group_id", group, "anon_name", "甲");
        station.add("group_member", "group_id", group, "anon_name", "乙", "leave_date", "2025-07-08");
        station.add("group_member", "group_id", group, "anon_name", "丙", "join_date", "2025-07-09");
        station.add("group_session", "group_id", group, "date", "2025-07-01", "present", List.of(stays));
        station.add("group_session", "group_id", group, "date", "2025-07-08", "present", List.of(stays));
        assertThat(figure("2025-07", "D09")).isEqualTo("66.7");
    }

    @Test
    void aCaseClosedOnTheLastDayIsNotOpenAtTheEnd() {
        String client = client("2025-01-01");
        station.add("case_file", "client_id", client, "open_date", "2025-07-01", "close_date", "2025-07-31",
                "close_reason", "99");
        assertThat(figure("2025-07", "C02")).isEqualTo("1");
        assertThat(figure("2025-07", "C03")).isEqualTo("1");
        assertThat(figure("2025-07", "C03e")).isEqualTo("1");
        assertThat(figure("2025-07", "C04")).isEqualTo("0");
        assertThat(figure("2025-07", "C04x")).isEqualTo("0");
    }

    @Test
    void aRecordOfTheFirstDayBelongsToItsMonth() {
        station.add("consultation", "date", "2025-07-01", "time", "00:00");
        station.add("consultation", "date", "2025-06-30", "time", "23:59");
        assertThat(figure("2025-07", "G01")).isEqualTo("1");
        assertThat(month("2025-07").previous().get("G01")).isEqualByComparingTo("1");
    }

    @Test
    void anActivityOverMidnightCountsWhollyOnTheDayItBegan() {
        station.add("activity", "date", "2025-07-31", "start_time", "23:30", "end_time", "00:20", "minutes", 50L,
                "act_state", "2", "total", 10L);
        assertThat(figure("2025-07", "E04")).isEqualTo("0.8");
        assertThat(figure("2025-08", "E01")).isEqualTo("0");
    }

    @Test
    void onlyHeldActivitiesCount() {
        station.add("activity", "date", "2025-07-03", "act_state", "1", "total", 10L);
        station.add("activity", "date", "2025-07-04", "act_state", "3", "total", 10L);
        station.add("activity", "date", "2025-07-05", "act_state", "2", "total", 10L, "actors", List.of("V1", "V3"));
        station.add("activity", "date", "2025-07-06", "act_state", "2", "total", 7L, "actors", List.of("V1"));
        assertThat(figure("2025-07", "E01")).isEqualTo("2");
        assertThat(figure("2025-07", "E02")).isEqualTo("17");
        assertThat(figure("2025-07", "E06")).isEqualTo("1");
        assertThat(figure("2025-07", "E01.99")).isEqualTo("2");
    }

    @Test
    void countsTwoVisitsToOneHouseholdOnOneDayOnce() {
        station.put("household", "h1");
        String client = client("2025-01-01", "household_id", "h1");
        station.add("visit", "date", "2025-07-22", "household_id", "h1", "start_time", "09:00", "result", "1",
                "minutes", 35L, "clients", List.of(client));
        station.add("visit", "date", "2025-07-22", "household_id", "h1", "start_time", "08:00", "result", "4",
                "minutes", 5L, "clients", List.of(client));
        assertThat(figure("2025-07", "F01")).isEqualTo("1");
        assertThat(figure("2025-07", "F01b")).isEqualTo("1");
        assertThat(figure("2025-07", "F02")).isEqualTo("0");
        assertThat(figure("2025-07", "F07")).isEqualTo("0.1");
    }

    @Test
    void onlySomebodyMetInPersonIsCountedOnAVisit() {
        String client = client("2025-01-01");
        for (String result : List.of("1", "2", "3", "4", "5", "6", "7", "8")) {
            station.put("household", "h" + result);
            station.add("visit", "date", "2025-07-02", "household_id", "h" + result, "result", result,
                    "clients", List.of(client));
        }
        assertThat(figure("2025-07", "F01a")).isEqualTo("4");
        assertThat(figure("2025-07", "F01b")).isEqualTo("4");
        assertThat(figure("2025-07", "F02")).isEqualTo("1");
        assertThat(figure("2025-07", "F04")).isEqualTo("50.0");
    }

    @Test
    void aMergedFileCountsAsTheKeptOne() {
        String kept = client("2025-01-01");
        String merged = client("2025-06-30", "merged_to", kept);
        station.add("consultation", "date", "2025-07-02", "client_id", merged);
        station.add("consultation", "date", "2025-07-03", "client_id", kept);
        assertThat(figure("2025-07", "B04")).isEqualTo("1");
        assertThat(figure("2025-07", "B06")).isEqualTo("1");
        assertThat(figure("2025-07", "B07")).isEqualTo("1");
    }

    @Test
    void aClosedPersonIsOnTheRegisterThroughTheDayBefore() {
        client("2025-01-01", "closed_date", "2025-08-01");
        client("2025-01-01", "closed_date", "2025-07-31");
        assertThat(figure("2025-07", "B04")).isEqualTo("1");
        assertThat(figure("2025-07", "B03")).isEqualTo("1");
        assertThat(figure("2025-08", "B01")).isEqualTo("1");
        assertThat(figure("2025-08", "B04")).isEqualTo("0");
        assertThat(figure("2025-08", "B03b")).isEqualTo("0");
    }

    @Test
    void draftsAndRecycledRecordsCountNowhere() {
        String draft = station.add("consultation", "date", "2025-07-02");
        station.set("consultation", draft, "status", "draft");
        String recycled = station.add("consultation", "date", "2025-07-02");
        station.set("consultation", recycled, "deleted_at", "2025-07-03T00:00:00Z");
        assertThat(figure("2025-07", "G01")).isEqualTo("0");
    }

    @Test
    void minutesAreAddedBeforeTheyBecomeHours() {
        for (int i = 0; i < 3; i++) {
            String k = station.add("case_file", "client_id", client("2025-01-01"), "open_date", "2025-07-01");
            station.add("case_session", "case_id", k, "date", "2025-07-02", "minutes", 10L);
        }
        assertThat(figure("2025-07", "C09")).isEqualTo("0.5");
        assertThat(figure("2025-07", "C08")).isEqualTo("3");
        assertThat(figure("2025-07", "B06")).isEqualTo("3");
    }

    @Test
    void furtherPeoplePresentCountAsPersonTimesButNotAsPeople() {
        String client = client("2025-01-01");
        String k = station.add("case_file", "client_id", client, "open_date", "2025-07-01");
        station.add("case_session", "case_id", k, "date", "2025-07-02", "persons", List.of(client), "others", 2L);
        assertThat(figure("2025-07", "C08")).isEqualTo("3");
        assertThat(figure("2025-07", "B06")).isEqualTo("1");
    }

    @Test
    void someoneBornOnLeapDayIsAYearOlderFromTheFirstOfMarch() {
        client("2024-01-01", "birth", "2008-02-29");
        var february = figures.breakdowns(station.db(), StatMonth.of(YearMonth.of(2026, 2)));
        var march = figures.breakdowns(station.db(), StatMonth.of(YearMonth.of(2026, 3)));
        assertThat(february.get("B04").get("age")).isEqualTo(Map.of("14-17", 1L));
        assertThat(march.get("B04").get("age")).isEqualTo(Map.of("18-34", 1L));
    }

    @Test
    void januaryBeginsWithDecemberAndItsYearHoldsJanuaryAlone() {
        client("2024-12-31");
        station.add("consultation", "date", "2024-12-31");
        station.add("consultation", "date", "2025-01-01");
        assertThat(figure("2025-01", "B01")).isEqualTo("1");
        assertThat(month("2025-01").year().get("G01")).isEqualByComparingTo("1");
        assertThat(month("2025-01").previous().get("G01")).isEqualByComparingTo("1");
    }

    @Test
    void aStatisticalMonthRunsByItsRule() {
        station.add("consultation", "date", "2025-06-25");
        station.add("consultation", "date", "2025-06-26", "client_id", client("2025-06-26"));
        station.add("consultation", "date", "2025-07-25");
        station.add("consultation", "date", "2025-07-26");
        MonthCounts july = figures.month(station.db(), new StatMonth(YearMonth.of(2025, 7), new MonthRule(26)),
                ClosingFigures.NONE);
        assertThat(july.month().get("G01")).isEqualByComparingTo("2");
        assertThat(july.previous().get("G01")).isEqualByComparingTo("1");
        assertThat(july.month().get("B06")).isEqualByComparingTo("1");
        assertThat(july.month().get("B02")).isEqualByComparingTo("1");
        assertThat(july.year().get("G01")).isEqualByComparingTo("3");
    }

    @Test
    void aPersonServedInTwoCategoriesFallsUnderTheOneOfTheLastDay() {
        String child = client("2025-01-01");
        station.add("client_primary", "client_id", child, "category", "C204", "from_date", "2025-01-01",
                "to_date", "2025-07-15");
        station.add("client_primary", "client_id", child, "category", "C203", "from_date", "2025-07-16");
        station.add("consultation", "date", "2025-07-10", "client_id", child);
        assertThat(figures.breakdowns(station.db(), StatMonth.of(YearMonth.of(2025, 7))).get("B06").get("category"))
                .isEqualTo(Map.of("C204", 1L));
        station.add("consultation", "date", "2025-07-16", "client_id", child);
        var july = figures.breakdowns(station.db(), StatMonth.of(YearMonth.of(2025, 7)));
        assertThat(july.get("B06").get("category")).isEqualTo(Map.of("C203", 1L));
        assertThat(july.get("B04").get("category")).isEqualTo(Map.of("C203", 1L));
    }

    @Test
    void workersLeaveOnTheirLastDayAndCertificatesCountFromTheirIssue() {
        String head = station.add("worker", "name", "w", "role", "1", "on_from", "2023-07-01");
        station.add("worker", "name", "x", "role", "2", "on_from", "2025-07-10", "leave_date", "2025-07-31");
        station.add("worker", "name", "y", "role", "6", "on_from", "2025-01-01");
        station.add("certificate", "worker_id", head, "level", "1", "issued_on", "2025-07-31");
        station.add("certificate", "worker_id", head, "level", "2", "issued_on", "2025-08-01");
        assertThat(figure("2025-07", "A01")).isEqualTo("1");
        assertThat(figure("2025-07", "A02a")).isEqualTo("1");
        assertThat(figure("2025-08", "A02a")).isEqualTo("0");
        assertThat(figure("2025-08", "A02b")).isEqualTo("1");
        assertThat(figure("2025-07", "A05")).isEqualTo("1");
        assertThat(figure("2025-07", "A06")).isEqualTo("1");
        assertThat(figure("2025-06", "A04")).isEqualTo("0");
        station.set("certificate", "certificate-000004", "issued_on", "2026-01-01");
        station.set("certificate", "certificate-000005", "issued_on", "2026-01-01");
        assertThat(figure("2025-07", "A04")).isEqualTo("1");
    }

    @Test
    void anOverduePersonServedSinceIsNotOverdue() {
        String late = client("2025-01-01", "next_date", "2025-07-10");
        client("2025-01-01", "next_date", "2025-07-10");
        client("2025-01-01", "next_date", "2025-07-31");
        station.add("consultation", "date", "2025-07-20", "client_id", late);
        assertThat(figure("2025-07", "B10")).isEqualTo("1");
        assertThat(figures.rows(station.db(), "B10", new Span(YearMonth.of(2025, 7).atDay(1),
                YearMonth.of(2025, 7).atEndOfMonth()))).hasSize(1);
    }

    @Test
    void crisesAreCarriedForwardAndTheirPeopleCountOnceBesideACaseSession() {
        String client = client("2025-01-01");
        String k = station.add("case_file", "client_id", client, "open_date", "2025-06-01");
        station.add("crisis", "date", "2025-06-30", "clients", List.of(client));
        station.add("crisis", "date", "2025-07-02", "closed_date", "2025-07-05", "clients", List.of(client),
                "mandatory", "2", "report_at", "2025-07-02T10:00");
        station.add("crisis", "date", "2025-07-09", "clients", List.of(client), "case_id", k, "mandatory", "1",
                "report_at", "2025-07-09T10:00");
        station.add("case_session", "case_id", k, "date", "2025-07-09", "persons", List.of(client));
        assertThat(figure("2025-07", "H04a")).isEqualTo("1");
        assertThat(figure("2025-07", "H04b")).isEqualTo("2");
        assertThat(figure("2025-07", "H04c")).isEqualTo("1");
        assertThat(figure("2025-07", "H04d")).isEqualTo("2");
        assertThat(figure("2025-07", "H05")).isEqualTo("1");
        assertThat(figure("2025-07", "H06")).isEqualTo("1");
    }

    @Test
    void rowsWhoseRecordsAreNotKeptDoNotApply() {
        assertThat(figure("2025-07", "N01")).isEqualTo("-");
        assertThat(figure("2025-07", "C12")).isEqualTo("-");
        assertThat(figure("2025-07", "F04")).isEqualTo("-");
        assertThat(figure("2025-07", "A07")).isEqualTo("-");
        assertThat(figure("2025-07", "B04")).isEqualTo("0");
    }

    @Test
    void everyFigureHasRowsThatGiveItsValue() {
        new AcceptanceExample().load(station::put);
        StatMonth july = StatMonth.of(YearMonth.of(2025, 7));
        Span span = new Span(july.first(), july.last());
        Map<String, BigDecimal> month = month("2025-07").month();
        for (Metric metric : figures.metrics().all()) {
            if (metric instanceof CountedMetric counted) {
                List<FactRow> rows = figures.rows(station.db(), metric.code(), span);
                long value = counted.measure() instanceof Measure.Distinct
                        ? rows.stream().map(FactRow::key).filter(Objects::nonNull).distinct().count()
                        : rows.stream().mapToLong(FactRow::amount).sum();
                assertThat(month.get(metric.code())).as(metric.code())
                        .isEqualByComparingTo(metric.unit().shown(BigDecimal.valueOf(value)));
            }
        }
    }
}
