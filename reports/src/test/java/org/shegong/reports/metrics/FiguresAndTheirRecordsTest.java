package org.shegong.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shegong.db.domain.MonthRule;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.standards.ReportParameters;

/**
 * Figures of a report are counted together and quickly; the records behind a figure are asked for one figure at a time.
 * Both must say the same, for people who changed their category, were merged, closed, put back or deleted too.
 */
class FiguresAndTheirRecordsTest {
    private static final List<String> CATEGORIES = List.of("C101", "C203", "C204", "C301", "C305", "C901");
    private static final LocalDate START = LocalDate.of(2024, 11, 20);
    private static final int DAYS = 330;
    @TempDir
    Path directory;
    private final MetricCatalogue metrics = new MetricCatalogue(ReportParameters.bundled());
    private final Figures figures = new Figures(metrics);
    private Random random;
    private PlainStation station;
    private final List<String> clients = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1, 1, 2025-07", "2, 1, 2025-01", "3, 26, 2025-07", "4, 26, 2025-01", "5, 1, 2025-09"})
    void everyFigureAndPartOfOneHasAsManyRecordsBehindIt(long seed, int startDay, YearMonth of) {
        random = new Random(seed);
        try (PlainStation opened = new PlainStation(directory)) {
            station = opened;
            fill();
            StatMonth month = new StatMonth(of, new MonthRule(startDay));
            MonthReading read = figures.together(station.db(), figures.people(station.db(), month), figures.others(station.db(), month),
                    month, ClosingFigures.NONE);
            assertThat(read.counts().month().get("B06")).isPositive();
            assertThat(read.counts().month().get("F05")).isPositive();
            figures(read.counts(), month);
            parts(read, month);
        }
    }

    private void figures(MonthCounts counts, StatMonth month) {
        Span now = new Span(month.first(), month.last());
        Span before = new Span(month.previous().first(), month.previous().last());
        Span year = new Span(month.yearStart().first(), month.last());
        for (Metric metric : metrics.all()) {
            if (metric instanceof CountedMetric counted) {
                assertThat(counts.month().get(metric.code())).as(metric.code()).isEqualByComparingTo(shown(counted, now));
                assertThat(counts.previous().get(metric.code())).as(metric.code() + " before")
                        .isEqualByComparingTo(shown(counted, before));
                if (!counted.source().stock()) {
                    assertThat(counts.year().get(metric.code())).as(metric.code() + " of the year")
                            .isEqualByComparingTo(shown(counted, year));
                }
            }
        }
    }

    private BigDecimal shown(CountedMetric metric, Span span) {
        List<FactRow> rows = figures.rows(station.db(), metric.code(), span);
        long amount = metric.measure() instanceof Measure.Distinct
                ? rows.stream().map(FactRow::key).filter(Objects::nonNull).distinct().count()
                : rows.stream().mapToLong(FactRow::amount).sum();
        return metric.unit().shown(BigDecimal.valueOf(amount));
    }

    private void parts(MonthReading read, StatMonth month) {
        assertThat(read.parts().get("B06").get("category")).hasSizeGreaterThan(2);
        parts(read.parts(), new Span(month.first(), month.last()));
        parts(read.previous(), new Span(month.previous().first(), month.previous().last()));
        parts(read.year(), new Span(month.yearStart().first(), month.last()));
    }

    private void parts(Map<String, Map<String, Map<String, Long>>> parts, Span span) {
        parts.forEach((code, splits) -> splits.forEach((dimension, values) -> values.forEach((value, count) -> {
            if (!dimension.equals(Breakdown.VILLAGE) && metrics.metric(code) instanceof CountedMetric counted
                    && !(counted.measure() instanceof Measure.Distinct && !code.equals("B06"))) {
                assertThat((long) figures.rows(station.db(), code, dimension, value, span).size())
                        .as(code + " " + dimension + " " + value + " " + span).isEqualTo(count);
            }
        })));
        long served = figures.rows(station.db(), "B06", "sex", "unknown", span).size();
        assertThat(parts.get("B06").get("sex").getOrDefault("unknown", 0L)).isEqualTo(served);
    }

    private String day() {
        return START.plusDays(random.nextInt(DAYS)).toString();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    private void fill() {
        List<String> villages = List.of(station.add("village", "name", "A"), station.add("village", "name", "B"));
        List<String> households = List.of(station.add("household", "no", "1"), station.add("household", "no", "2"));
        for (int i = 0; i < 60; i++) {
            client(villages, households);
        }
        for (int i = 0; i < 200; i++) {
            String visit = station.add("visit", "date", day(), "result", once(4) ? "4" : "1", "minutes", 30L,
                    "clients", List.of(one(clients)), "village_id", once(3) ? one(villages) : null);
            if (once(15)) {
                station.set("visit", visit, "deleted_at", "t");
            }
        }
        for (int i = 0; i < 80; i++) {
            station.add("consultation", "date", day(), "client_id", once(3) ? null : one(clients), "village_id",
                    one(villages), "contact", once(2) ? "1" : null);
            station.add("activity", "date", day(), "act_state", once(5) ? "1" : "2", "act_type", "2", "village_id",
                    one(villages), "total", 20L, "clients", List.of(one(clients)));
        }
        for (int i = 0; i < 20; i++) {
            String file = station.add("case_file", "client_id", one(clients), "open_date", day());
            station.add("case_session", "case_id", file, "date", day(), "contact", "1", "minutes", 45L);
            station.add("case_session", "case_id", file, "date", day(), "persons", List.of(one(clients), one(clients)));
        }
    }

    private void client(List<String> villages, List<String> households) {
        String id = station.add("client", "filed_date", once(6) ? day() : "2024-01-01", "primary_cat", one(CATEGORIES),
                "sex", once(5) ? null : one(List.of("1", "2")), "birth", once(6) ? null : day(1940 + random.nextInt(80)),
                "village_id", once(5) ? null : one(villages), "household_id", once(2) ? one(households) : null,
                "risk", one(List.of("1", "3")));
        if (once(3)) {
            String changed = day();
            station.add("client_primary", "client_id", id, "category", one(CATEGORIES), "from_date", "2024-01-01", "to_date",
                    LocalDate.parse(changed).minusDays(1).toString());
            station.add("client_primary", "client_id", id, "category", one(CATEGORIES), "from_date", changed);
        }
        if (once(4)) {
            station.add("client_category", "client_id", id, "category", one(CATEGORIES), "from_date", day(), "to_date",
                    once(2) ? day() : null);
        }
        if (once(6)) {
            station.set("client", id, "closed_date", day());
            station.set("client", id, "restored_date", once(2) ? day() : null);
        }
        if (once(15) && !clients.isEmpty()) {
            station.set("client", id, "merged_to", clients.get(0));
        } else if (once(20)) {
            station.set("client", id, "deleted_at", "t");
        }
        clients.add(id);
    }

    private String day(int year) {
        return LocalDate.of(year, 1, 1).plusDays(random.nextInt(365)).toString();
    }
}
