package org.shegong.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.StationFixture;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.Table;
import org.shegong.reports.metrics.AcceptanceExample;
import org.shegong.reports.standards.ReportParameters;

class MonthlyReportTest {
    private static final StatMonth JULY = StatMonth.of(YearMonth.of(2025, 7));
    @TempDir
    Path directory;
    private StationFixture fixture;
    private MonthlyReport report;
    private final AcceptanceExample example = new AcceptanceExample();

    @BeforeEach
    void load() {
        fixture = new StationFixture(directory);
        example.load(fixture::put);
        fixture.put("station", "station", "name", "样例县样例镇社会工作服务站", "code", "450299100");
        fixture.save();
        report = new MonthlyReport(ReportParameters.bundled(), fixture.station().codes());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private MonthlyFigures july() {
        return report.of(fixture.station().file(), JULY);
    }

    @Test
    void readOnTwoConnectionsItSaysTheSame() {
        assertThat(report.json(july())).isEqualTo(report.json(fixture.read(db -> report.of(db, JULY))));
    }

    @Test
    void theWorkedExampleInARealStationGivesEveryExpectedFigure() {
        MonthlyFigures july = july();
        example.expected().fields().forEachRemaining(entry -> {
            if (entry.getValue().isNumber() && july.figures().containsKey(entry.getKey())) {
                assertThat(july.figures().get(entry.getKey())).as(entry.getKey())
                        .isEqualByComparingTo(entry.getValue().decimalValue());
            }
        });
        assertThat(july.year().get("B06")).isEqualByComparingTo("7");
        assertThat(july.change("B08")).isEqualByComparingTo("13.2");
        assertThat(july.breakdowns().get("B04").get("category")).containsEntry("C101", 2L).hasSize(5);
        assertThat(july.breakdowns().get("B06").get("category")).containsEntry("C203", 1L).hasSize(5);
    }

    @Test
    void checksHoldOnceTheAdjustmentIsExplained() {
        assertThat(july().checks()).filteredOn(check -> !check.ok()).extracting("id").containsExactly("X01", "X08");
        fixture.add("monthly_report", "mr", "period", "2025-07", "reasons", "{\"B03b\":\"c8 并入 c1\"}");
        assertThat(july().checks()).hasSize(18).allMatch(check -> check.ok());
    }

    @Test
    void jsonHoldsNumbersAndNullsInTheAgreedShape() throws Exception {
        JsonNode root = new ObjectMapper().readTree(report.json(july()));
        assertThat(root.fieldNames()).toIterable().containsExactly("station", "period", "version", "state", "figures",
                "breakdowns", "checks");
        assertThat(root.get("period").asText()).isEqualTo("2025-07");
        assertThat(root.get("state").asText()).isEqualTo("draft");
        assertThat(root.get("version").asInt()).isZero();
        assertThat(root.get("figures").get("B04").isIntegralNumber()).isTrue();
        assertThat(root.get("figures").get("C09").decimalValue()).isEqualByComparingTo("6.0");
        assertThat(root.get("figures").get("N01").isNull()).isTrue();
        assertThat(root.get("figures").get("C07.home").asInt()).isEqualTo(4);
        assertThat(root.get("breakdowns").get("B04").get("sex").get("1").asInt()).isEqualTo(3);
        assertThat(root.get("checks").get(0).fieldNames()).toIterable().containsExactly("id", "level", "ok", "text");
    }

    @Test
    void theDocumentHasTheReportTableItsTextsAndTheAttachedLists() {
        MonthlyFigures july = july();
        Document document = report.document(july);
        assertThat(document.fileStem()).isEqualTo("450299100-样例县样例镇社会工作服务站-202507-月报-草稿");
        assertThat(document.sheets()).extracting("name").startsWith("填报说明", "月报", "附1在办个案").hasSize(9);
        Table table = (Table) document.sheets().get(1).blocks().get(0);
        assertThat(table.columns()).extracting("heading").containsExactly("行次", "指标名称", "计量单位", "本月", "上月",
                "环比±(%)", "本年累计", "项目周期累计", "年度(项目)目标", "完成率(%)", "备注");
        Row b08 = row(table, "B08");
        assertThat(number(b08.cells().get(3))).isEqualByComparingTo("137");
        assertThat(number(b08.cells().get(4))).isEqualByComparingTo("121");
        assertThat(number(b08.cells().get(5))).isEqualByComparingTo("13.2");
        assertThat(row(table, "B04").cells().get(6)).isEqualTo(Cell.NOT_APPLICABLE);
        assertThat(row(table, "K05").cells().get(3)).isEqualTo(Cell.text("是"));
        assertThat(row(table, "B04.category.C101").cells().get(1)).isEqualTo(Cell.text("按主类别：城市低保对象"));
        assertThat(document.sheets().get(1).blocks()).hasSize(6);
        assertThat(document.machineRows()).anyMatch(m -> m.rowCode().equals("B06") && m.columnCode().equals("year"));
        Table cases = (Table) document.sheets().get(2).blocks().get(0);
        assertThat(cases.rows()).hasSize(2);
    }

    @Test
    void everyShownFigureHasARowAndEveryRowAFigure() {
        List<String> rows = report.rows().figures().stream().map(ReportRow.FigureRow::code).toList();
        List<String> metrics = report.figures().metrics().all().stream().filter(m -> m.visible()).map(m -> m.code()).toList();
        assertThat(rows).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(metrics);
    }

    @Test
    void aStationWithoutACodeLeavesItOutOfTheFileName() {
        MonthlyFigures july = july();
        MonthlyFigures nameless = new MonthlyFigures(new StationInfo("某站", "", "", july.station().rule()), JULY, 2,
                july.figures(), july.previous(), july.year(), july.targets(), july.breakdowns(), july.compared(),
                july.checks(), july.origins(), false,
                july.texts(), List.of(), List.of());
        assertThat(MonthlyReport.fileStem(nameless)).isEqualTo("某站-202507-月报-v2");
    }

    private static Row row(Table table, String key) {
        return table.rows().stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
    }

    private static BigDecimal number(Cell cell) {
        return ((Cell.Figure) cell).value();
    }
}
