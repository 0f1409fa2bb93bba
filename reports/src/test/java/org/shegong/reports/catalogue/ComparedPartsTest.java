package org.shegong.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.StationFixture;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.CellText;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.Table;
import org.shegong.reports.standards.ReportParameters;

/** The columns of parts: three people, served in May, June and July 2026; one of them changes category in June. */
class ComparedPartsTest {
    private static final StatMonth JUNE = StatMonth.of(YearMonth.of(2026, 6));
    private static final StatMonth JULY = StatMonth.of(YearMonth.of(2026, 7));
    @TempDir
    Path directory;
    private StationFixture fixture;
    private MonthlyReport report;

    @BeforeEach
    void load() {
        fixture = new StationFixture(directory);
        fixture.put("station", "station", "name", "样例镇社会工作服务站");
        fixture.put("village", "v1", "name", "白沙村", "code", "450299100201");
        client("a", "C301");
        client("b", "C301");
        client("c", "C401");
        fixture.put("client_primary", "p1", "client_id", "c", "category", "C301", "from_date", "2026-01-01",
                "to_date", "2026-06-14");
        fixture.put("client_primary", "p2", "client_id", "c", "category", "C401", "from_date", "2026-06-15");
        visit("2026-05-05", "a", "1");
        visit("2026-06-03", "b", "1");
        visit("2026-06-04", "c", "1");
        visit("2026-07-06", "b", "1");
        visit("2026-07-07", "c", "1");
        visit("2026-07-08", "c", "4");
        fixture.save();
        report = new MonthlyReport(ReportParameters.bundled(), fixture.station().codes());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void client(String id, String category) {
        fixture.put("client", id, "name", id, "sex", "2", "birth", "1950-01-01", "primary_cat", category,
                "filed_date", "2026-01-01", "village_id", "v1");
    }

    private void visit(String date, String client, String result) {
        fixture.put("visit", date + client, "date", date, "clients", List.of(client), "result", result, "village_id", "v1",
                "minutes", 30L);
    }

    private MonthlyFigures of(StatMonth month) {
        return fixture.read(db -> report.of(db, month));
    }

    private List<String> texts(MonthlyFigures month, String key) {
        Table table = (Table) sheet(month, "月报").blocks().get(0);
        Row row = table.rows().stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
        return row.cells().stream().skip(3).limit(4).map(cell -> cell.equals(Cell.NOT_APPLICABLE) ? "—"
                : CellText.of(cell, table.columns().get(3).type())).toList();
    }

    private Sheet sheet(MonthlyFigures month, String name) {
        Document document = report.document(month);
        return document.sheets().stream().filter(s -> s.name().startsWith(name)).findFirst().orElseThrow();
    }

    @Test
    void partsShowTheMonthBeforeTheChangeAndTheYearWithPeopleToldApartAgain() {
        MonthlyFigures july = of(JULY);
        assertThat(texts(july, "B06.category.C301")).containsExactly("1", "2", "-50.0", "2");
        assertThat(texts(july, "B06.category.C401")).containsExactly("1", "0", "—", "1");
        assertThat(texts(july, "B06.sex.2")).containsExactly("2", "2", "0.0", "3");
    }

    @Test
    void partsOfAStockHaveNoYear() {
        assertThat(texts(of(JULY), "B04.category.C401")).containsExactly("1", "1", "0.0", "—");
    }

    @Test
    void aPartThatIsNothingThisMonthStandsWhileTheYearOrTheMonthBeforeHasIt() {
        StatMonth august = StatMonth.of(YearMonth.of(2026, 8));
        assertThat(texts(of(august), "B06.category.C401")).containsExactly("0", "1", "-100.0", "1");
    }

    @Test
    void theMonthBeforeStandsAsItWasReportedWhateverTheRecordsSayNow() {
        MonthlyVersions versions = new MonthlyVersions(report);
        fixture.add("monthly_report", "m", "period", "2026-06", "reasons",
                "{\"B06\":\"x\",\"B08\":\"x\",\"F01\":\"x\",\"X11\":\"x\",\"X15\":\"x\",\"K05\":\"x\"}");
        Finalising locked = versions.finalise(fixture.reading(), fixture.station().saving()::save, JUNE, "王站长",
                StationFixture.NOW, LocalDate.of(2026, 11, 20), "version-1");
        assertThat(locked).isInstanceOf(Finalising.Locked.class);
        visit("2026-06-20", "a", "1");
        fixture.save();
        assertThat(texts(of(JULY), "B06.category.C301")).containsExactly("1", "2", "-50.0", "2");
        MonthlyFigures again = fixture.read(db -> LockedVersion.last(db, JUNE)).map(LockedVersion::figures).orElseThrow();
        assertThat(texts(again, "B06.category.C301")).containsExactly("2", "1", "100.0", "3");
    }

    @Test
    void aTotalTypedInFromPaperHasNoPartsBehindIt() {
        fixture.add("opening_figure", "o", "period", "2026-06", "code", "B04", "value", "9");
        assertThat(texts(of(JULY), "B04.sex.2")).containsExactly("3", "—", "—", "—");
    }

    @Test
    void aTargetOfTheYearShowsWithWhatHasBeenReachedOfIt() {
        fixture.put("figure_target", "t1", "year", "2026", "code", "F01", "value", "8");
        fixture.put("figure_target", "t2", "year", "2026", "code", "B04", "value", "2");
        fixture.put("figure_target", "t3", "year", "2025", "code", "B06", "value", "5");
        fixture.save();
        MonthlyFigures july = of(JULY);
        Table table = (Table) sheet(july, "月报").blocks().get(0);
        assertThat(columns(table, "F01", 8, 9)).containsExactly("8", "75.0");
        assertThat(columns(table, "B04", 8, 9)).containsExactly("2", "150.0");
        assertThat(columns(table, "B06", 8, 9)).containsExactly("—", "—");
    }

    private static List<String> columns(Table table, String key, int... columns) {
        Row row = table.rows().stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
        return IntStream.of(columns).mapToObj(i -> row.cells().get(i).equals(Cell.NOT_APPLICABLE) ? "—"
                : CellText.of(row.cells().get(i), table.columns().get(i).type())).toList();
    }

    @Test
    void somebodyBackOnTheRegisterIsCountedAsRestoredAndStandsAgain() {
        fixture.put("client", "d", "name", "d", "filed_date", "2026-01-01", "closed_date", "2026-03-10",
                "restored_date", "2026-07-05", "primary_cat", "C301");
        fixture.save();
        MonthlyFigures june = of(JUNE);
        MonthlyFigures july = of(JULY);
        assertThat(june.figures().get("B04")).isEqualByComparingTo("3");
        assertThat(july.figures().get("B02b")).isEqualByComparingTo("1");
        assertThat(july.figures().get("B04")).isEqualByComparingTo("4");
        assertThat(july.figures().get("B03b")).isEqualByComparingTo("0");
    }

    @Test
    void visitsAreListedByVillageAndCategoryAndServiceByVillageOnASheetOfItsOwn() {
        List<List<Object>> visits = of(JULY).lists().stream().filter(list -> list.key().equals("visits")).findFirst()
                .orElseThrow().rows();
        assertThat(visits).containsExactly(List.of("白沙村", "C301", 1, 1, 0, 30L), List.of("白沙村", "C401", 2, 1, 1, 60L));
        assertThat(sheet(of(JULY), "附4").name()).isEqualTo("附4走访汇总");
        assertThat(sheet(of(JULY), "附10").name()).isEqualTo("附10村社区服务分布");
        assertThat(of(JULY).figures().get("F01")).isEqualByComparingTo("3");
    }
}
