package org.shegong.reports.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.forms.Level;
import org.shegong.reports.metrics.AcceptanceExample;
import org.shegong.reports.metrics.ClosingFigures;
import org.shegong.reports.metrics.Figures;
import org.shegong.reports.metrics.MetricCatalogue;
import org.shegong.reports.metrics.MonthCounts;
import org.shegong.reports.metrics.PlainStation;
import org.shegong.reports.standards.ReportParameters;

class IdentitiesTest {
    private static final StatMonth JULY = StatMonth.of(YearMonth.of(2025, 7));
    private static final ReportParameters PARAMETERS = ReportParameters.bundled();
    private static final Figures FIGURES = new Figures(new MetricCatalogue(PARAMETERS));
    private static MonthCounts counts;
    private static Map<String, Map<String, Map<String, Long>>> breakdowns;
    private static Map<String, Long> ledgers;

    @BeforeAll
    static void count(@TempDir Path directory) {
        try (PlainStation station = new PlainStation(directory)) {
            new AcceptanceExample().load(station::put);
            counts = FIGURES.month(station.db(), JULY, ClosingFigures.NONE);
            breakdowns = FIGURES.breakdowns(station.db(), JULY);
            ledgers = LedgerRows.of(station.db(), JULY);
        }
    }

    private static List<CheckResult> check(Map<String, String> changes, Map<String, String> reasons) {
        Map<String, BigDecimal> month = new LinkedHashMap<>(counts.month());
        changes.forEach((code, value) -> month.put(code,
                new BigDecimal(value).setScale(FIGURES.metrics().metric(code).unit().decimals())));
        MonthCounts changed = new MonthCounts(JULY, month, counts.previous(), counts.year(), counts.sumOfMonths(),
                counts.origins(), counts.recounted());
        return Identities.check(new CheckedMonth(changed, breakdowns, reasons, "", ledgers, 23, FIGURES.metrics(),
                PARAMETERS));
    }

    private static CheckResult result(String id, Map<String, String> changes, Map<String, String> reasons) {
        return check(changes, reasons).stream().filter(result -> result.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void everythingAgreesForCountedFigures() {
        assertThat(check(Map.of(), Map.of())).hasSize(18).allMatch(CheckResult::ok);
    }

    @ParameterizedTest(name = "{0} = {1} breaks {2} at level {3}")
    @CsvSource({
        "B04,7,X01,E", "C04,3,X01,E", "D04,0,X01,E", "H04d,1,X01,E", "I01,2,X01,E",
        "B04,7,X02,E", "B06,5,X02,E",
        "C03a,0,X03,E", "C07.home,5,X03,E", "E01.1,0,X03,E",
        "C05,9,X04,E", "C06,9,X04,E", "C11,9,X04,E", "C02r,2,X04,E",
        "B06,138,X05,E", "B07,7,X05,E", "D07,13,X05,E", "F03,6,X05,E", "E05,110,X05,E", "J02,-1,X05,E",
        "C08,6,X06,W", "C07,2,X06,W",
        "A02,3,X07,E", "A03,0,X07,E", "A04,3,X07,E",
        "G01,20,X09,E", "B06,8,X09,E",
        "K05,0,X11,W",
        "F01b,2,X13,E", "F02,0,X13,W",
        "C09,4000,X14,W",
        "G01,4,X16,E", "F01,6,X16,E",
        "E06,3,X17,E", "K01,4,X17,E"})
    void aBrokenFigureIsNamed(String code, String value, String id, Level level) {
        CheckResult result = result(id, Map.of(code, value), Map.of());
        assertThat(result.ok()).isFalse();
        assertThat(result.level()).isEqualTo(level);
        assertThat(result.rows()).isNotEmpty();
        assertThat(result.text()).isNotBlank();
    }

    @Test
    void aMonthThatBeginsElsewhereThanItEndedNeedsAReason() {
        MonthCounts typed = new MonthCounts(JULY, counts.month(), counts.previous(), counts.year(), counts.sumOfMonths(),
                Map.of("B01", ClosingFigures.Origin.TYPED), Map.of("B01", BigDecimal.valueOf(9)));
        CheckedMonth silent = new CheckedMonth(typed, breakdowns, Map.of(), "", ledgers, 23, FIGURES.metrics(), PARAMETERS);
        assertThat(Identities.check(silent).get(7)).matches(result -> result.id().equals("X08") && !result.ok());
        CheckedMonth explained = new CheckedMonth(typed, breakdowns, Map.of("B03b", "合并"), "", ledgers, 23,
                FIGURES.metrics(), PARAMETERS);
        assertThat(Identities.check(explained).get(7).ok()).isTrue();
    }

    @Test
    void aBalancingItemPassesWithAReasonOnly() {
        Map<String, String> moved = Map.of("B01", "6", "B03b", "1");
        assertThat(result("X01", moved, Map.of()).ok()).isFalse();
        assertThat(result("X01", moved, Map.of("B03b", "合并重复档案")).ok()).isTrue();
    }

    @Test
    void aWarningPassesOnceExplained() {
        assertThat(result("X11", Map.of("K05", "0"), Map.of()).passes()).isFalse();
        assertThat(result("X11", Map.of("K05", "0"), Map.of("X11", "督导员请假")).passes()).isTrue();
    }

    @Test
    void aMonthOfNothingAsksForAReason() {
        Map<String, String> zero = new HashMap<>();
        List.of("B06", "B08", "C07", "D05", "E01", "F01", "G01", "J01", "K03", "L01").forEach(code -> zero.put(code, "0"));
        assertThat(result("X15", zero, Map.of())).matches(result -> !result.ok() && result.level() == Level.W);
        assertThat(result("X15", Map.of(), Map.of()).ok()).isTrue();
    }

    @Test
    void aFigureWithForeignDecimalsIsNamed() {
        Map<String, BigDecimal> month = new LinkedHashMap<>(counts.month());
        month.put("J02", new BigDecimal("0.2"));
        MonthCounts changed = new MonthCounts(JULY, month, counts.previous(), counts.year(), counts.sumOfMonths(),
                counts.origins(), counts.recounted());
        assertThat(Identities.check(new CheckedMonth(changed, breakdowns, Map.of(), "", ledgers, 23, FIGURES.metrics(),
                PARAMETERS)).get(17)).matches(result -> result.id().equals("X18") && !result.ok());
    }
}
