package org.shegong.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.standards.ReportParameters;

class AcceptanceExampleTest {
    private static final StatMonth JULY = StatMonth.of(YearMonth.of(2025, 7));
    @TempDir
    Path directory;
    private PlainStation station;
    private final AcceptanceExample example = new AcceptanceExample();
    private final Figures figures = new Figures(new MetricCatalogue(ReportParameters.bundled()));

    @BeforeEach
    void load() {
        station = new PlainStation(directory);
        example.load(station::put);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private MonthCounts july() {
        Map<String, BigDecimal> typed = Map.of("B04", BigDecimal.valueOf(6), "C04", BigDecimal.valueOf(2),
                "B08", BigDecimal.valueOf(121));
        return figures.month(station.db(), JULY, (month, code) -> month.equals(JULY.previous())
                ? Optional.ofNullable(typed.get(code))
                        .map(v -> new ClosingFigures.Reported(v, ClosingFigures.Origin.TYPED)) : Optional.empty());
    }

    @Test
    void everyExpectedFigureOfTheWorkedExampleIsReproduced() {
        Map<String, BigDecimal> month = july().month();
        JsonNode expected = example.expected();
        expected.fields().forEachRemaining(entry -> {
            if (entry.getValue().isNumber() && month.containsKey(entry.getKey())) {
                assertThat(month.get(entry.getKey())).as(entry.getKey())
                        .isEqualByComparingTo(entry.getValue().decimalValue());
            }
        });
        expected.get("C07_by").fields().forEachRemaining(way -> assertThat(month.get("C07." + way.getKey()))
                .isEqualByComparingTo(way.getValue().decimalValue()));
        assertThat(month.get("K05")).isEqualByComparingTo("1");
        assertThat(month.get("C03a")).isEqualByComparingTo("1");
    }

    @Test
    void categoriesOfTheRegisterAndOfThePeopleServedAreThoseOfTheExample() {
        var breakdowns = figures.breakdowns(station.db(), JULY);
        JsonNode expected = example.expected();
        assertThat(breakdowns.get("B04").get("category")).isEqualTo(numbers(expected.get("B04_by")));
        assertThat(breakdowns.get("B06").get("category")).isEqualTo(numbers(expected.get("B06_by_cat_last_service")));
        assertThat(breakdowns.get("B04").get("sex")).isEqualTo(Map.of("1", 3L, "2", 3L));
        assertThat(breakdowns.get("B06").get("age")).isEqualTo(Map.of("6-13", 1L, "35-59", 2L, "60-79", 2L, "80+", 1L));
    }

    @Test
    void figuresOfTwoMonthsAloneAreThoseOfTheReport() {
        MonthCounts july = figures.month(station.db(), JULY, ClosingFigures.NONE);
        List<String> codes = figures.metrics().all().stream().filter(metric -> !asksWhatWasBefore(metric))
            .map(Metric::code).toList();
        List<Map<String, BigDecimal>> two = figures.twoMonths(station.db(), JULY, codes);

        assertThat(codes).contains("B04", "B06", "C07", "D05", "E01", "F01b", "G01", "K02").doesNotContain("B01", "B03b");
        codes.forEach(code -> {
            assertThat(two.get(0).get(code)).as(code).isEqualTo(july.month().get(code));
            assertThat(two.get(1).get(code)).as(code).isEqualTo(july.previous().get(code));
        });
    }

    private boolean asksWhatWasBefore(Metric metric) {
        return metric instanceof OpeningMetric || metric instanceof ComputedMetric computed
            && computed.inputs().stream().map(figures.metrics()::metric).anyMatch(this::asksWhatWasBefore);
    }

    @Test
    void peopleOfTheYearAreCountedAgainNotAddedUp() {
        MonthCounts july = july();
        assertThat(july.year().get("B06")).isEqualByComparingTo(
                example.expected().get("YTD_B06_distinct").decimalValue());
        assertThat(july.previous().get("B06")).isEqualByComparingTo("5");
        assertThat(july.year().get("G01")).isEqualByComparingTo("9");
        assertThat(july.year().get("B04")).isNull();
    }

    @Test
    void theMonthBeforeStandsAsItWasReported() {
        assertThat(july().previous().get("B08")).isEqualByComparingTo("121");
        assertThat(july().origins()).containsEntry("B01", ClosingFigures.Origin.TYPED)
                .containsEntry("D01", ClosingFigures.Origin.COUNTED);
        assertThat(july().recounted().get("B01")).isEqualByComparingTo("5");
    }

    @Test
    void theRecordsBehindAFigureAreWhatItCounts() {
        Span july = new Span(JULY.first(), JULY.last());
        assertThat(figures.rows(station.db(), "F01", july)).hasSize(5);
        assertThat(figures.rows(station.db(), "C09", july)).extracting(FactRow::amount).containsExactly(50L, 20L, 60L, 45L,
                55L, 70L, 60L);
        assertThat(figures.rows(station.db(), "B06", july).stream().map(FactRow::key).distinct()).hasSize(6);
        assertThat(figures.rows(station.db(), "B06", "category", "C203", july)).extracting(FactRow::id)
                .containsExactly("c3");
        assertThat(figures.rows(station.db(), "C10", july)).isEmpty();
    }

    private static Map<String, Long> numbers(JsonNode node) {
        Map<String, Long> all = new java.util.TreeMap<>();
        node.fields().forEachRemaining(entry -> all.put(entry.getKey(), entry.getValue().asLong()));
        return all;
    }
}
