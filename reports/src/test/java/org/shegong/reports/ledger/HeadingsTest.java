package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shegong.reports.ledger.Books.id;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.shegong.db.Station;
import org.shegong.reports.ledger.read.Grid;
import org.shegong.reports.ledger.recognise.KindSpec;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.recognise.SheetMapping;
import org.shegong.reports.ledger.recognise.StationWording;
import org.shegong.reports.ledger.recognise.SureHeadings;

class HeadingsTest {

    @TempDir
    private Path folder;
    private Station station;

    @BeforeEach
    void open() {
        station = LedgerStation.create(folder.resolve("station"));
    }

    @AfterEach
    void close() {
        station.close();
    }

    private List<SheetReport> sheets(Path file) {
        return LedgerStation.run(station, file).files().get(0).sheets();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Sheet1|visits|日期|姓名|所在村|其他在场家人|是否见到|时长|社工|情况记录",
        "Sheet1|visits|探访时间|受访对象|村居|在场家属|探访结果|探访时长|探访社工|探访情况",
        "1月|visits|入户日期|户主姓名|村/社区|同户人员|见面情况|用时|入户社工|内容",
        "Sheet1|clients|姓名|公民身份号码|居住村|户号|人群类别|手机|建档时间|退出时间",
        "Sheet1|consultations|咨询日期|方式|咨询人|所在村|咨询事项|接待人|处理情况|备注",
        "Sheet2|cases|案号|案主|所在村|接案日期|结案日期|结案原因|主责社工|备注",
        "Sheet1|case_sessions|案号|会谈日期|联络方式|会谈时长|在场人数|会谈内容|社工|备注",
        "Sheet1|groups|组名|小组性质|启动日期|成员名单|不具名组员数|带组社工|结组日期|备注",
        "Sheet1|group_sessions|小组|第几节|开展日期|本节时长|签到名单|匿名出席人数|本节主题|备注",
        "Sheet1|activities|举办日期|活动主题|活动类别|活动时长|居民参与人数|义工人数|在册服务对象|五社力量",
        "Sheet1|supervision_sessions|督导轮次|督导时间|督导方式|督导时数|督导老师|受督导社工|督导内容|备注",
        "Sheet1|training_attendance|学习日期|培训名称|主办方|学习方式|学时|参训人员|讲师|地点",
        "Sheet1|volunteer_services|志愿服务日期|志愿服务项目|志愿者人次|每人时长|备注|序号||",
        "Sheet1|resource_links|对接日期|捐赠方|资源种类|金额|物资价值|惠及人数|备注|",
        "Sheet1|workers|员工姓名|职务|持证等级|获证日期|上岗日期|离岗日期|学历|",
        "Sheet1|villages|所辖村社区|村居类型|总人口|户数|联系人|联系电话||"})
    void recognisesOtherWordings(ArgumentsAccessor given) throws Exception {
        String kind = given.getString(1);
        Object[] headings = given.toList().subList(2, given.size()).toArray();
        Path file = Books.at(folder.resolve("某表.xlsx")).sheet(given.getString(0)).row("某某表").row(headings).write();
        LedgerFile opened = new LedgerImport(station).open(List.of(file), ImportProgress.NONE).get(0);
        assertThat(opened.sheets().get(0).chosen().map(SheetMapping::kind)).contains(LedgerKind.of(kind).orElseThrow());
    }

    @Test
    void readsTwoRowHeadersWithMergedCellsLineBreaksAndStrangeColumns() throws Exception {
        Books book = Books.at(folder.resolve("名册.xlsx")).sheet("Sheet1").row("2026年服务对象花名册")
                .row("序\n号", "基本信息", null, null, "所在村\n（社区）", "评分", "档案", null, "对象\n类别")
                .row(null, "姓 名", "性别", "身份证\n号码", null, null, "建档\n时间", "注销\n时间", null)
                .row(1, "韦一", "男", id("19530412", "123"), "石门村", 5, "2026年3月5日", null, "留守老人");
        for (int column : new int[] {0, 4, 5, 8}) {
            book.current().addMergedRegion(new CellRangeAddress(1, 2, column, column));
        }
        book.current().addMergedRegion(new CellRangeAddress(1, 1, 1, 3));
        book.current().addMergedRegion(new CellRangeAddress(1, 1, 6, 7));
        SheetReport sheet = sheets(book.write()).get(0);
        assertThat(sheet.kind()).contains(LedgerKind.CLIENTS);
        assertThat(sheet.refused()).isEmpty();
        assertThat(sheet.accepted()).isEqualTo(1);
    }

    @Test
    void fillsVerticallyMergedCellsDownAndReadsHiddenRowsAndColumns() throws Exception {
        Books book = Books.at(folder.resolve("名册.xlsx")).sheet("花名册")
                .row("户号", "村", "姓名", "身份证号", "类别", "建档日期")
                .row("H1", "石门村", "韦一", id("19530412", "123"), "残疾人", "2026-1-1")
                .row(null, null, "韦二", id("19530413", "123"), "残疾人", "2026-1-1")
                .row("H2", "白马村", "韦三", id("19530414", "123"), "残疾人", "2026-1-1");
        book.current().addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
        book.current().addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
        book.current().getRow(2).setZeroHeight(true);
        book.current().setColumnHidden(3, true);
        SheetReport sheet = sheets(book.write()).get(0);
        assertThat(sheet.refused()).isEmpty();
        assertThat(sheet.accepted()).isEqualTo(3);
    }

    @Test
    void followsAnotherKindOfTableFurtherDown() throws Exception {
        Path file = Books.at(folder.resolve("合并.xlsx")).sheet("Sheet1").row("志愿服务记录")
                .row("日期", "服务活动", "人数", "人均时长").row("2026-1-5", "义诊", 3, 60).row("合计", null, 3).skip()
                .row("资源链接").row("日期", "来源", "类型", "资金", "物资折价", "受益人数").row("2026-1-6", "企业", "资金", 100, 0, 5)
                .write();
        assertThat(LedgerStation.run(station, file).accepted())
                .isEqualTo(Map.of("volunteer_services", 1, "resource_links", 1));
    }

    @Test
    void followsARepeatedHeaderWhoseColumnsMoved() throws Exception {
        Path file = Books.at(folder.resolve("资源.xlsx")).sheet("资源链接").row("日期", "来源", "类型", "资金", "受益人数")
                .row("2026-1-5", "企业", "资金", 100, 5).row("日期", "类型", "来源", "受益人数", "资金").row("2026-1-6", "物资", "协会", 7, 0).write();
        assertThat(sheets(file).get(0).accepted()).isEqualTo(2);
    }

    @Test
    void leavesStrangeSheetsAloneAndReadsTheOthers() throws Exception {
        Path file = Books.at(folder.resolve("混合.xlsx")).sheet("说明").row("填写说明").row("一、请如实填写")
                .sheet("菜谱").row("菜名", "价格").row("螺蛳粉", 12)
                .sheet("资源链接").row("日期", "来源", "类型").row("2026-1-5", "企业", "资金").write();
        List<SheetReport> sheets = sheets(file);
        assertThat(sheets).extracting(SheetReport::kind).containsExactly(java.util.Optional.empty(),
                java.util.Optional.empty(), java.util.Optional.of(LedgerKind.RESOURCE_LINKS));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GBK", "GB18030", "UTF-16LE"})
    void readsTextFilesOfEveryEncoding(String charset) throws Exception {
        String text = "服务对象花名册,,,,,\n姓名,身份证号,村（社区）,主类别,建档日期,备注\n"
                + "韦一,=\"" + id("19530412", "123") + "\",石门村,农村低保,2026/3/5,\"两行\n备注\"\n"
                + "韦二,'" + id("19530413", "123") + ",石门村,农村低保,20260305,\n韦三,4.50299E+17,石门村,农村低保,2026.3.5,\n";
        byte[] mark = charset.startsWith("UTF-16") ? new byte[] {(byte) 0xFF, (byte) 0xFE} : new byte[0];
        byte[] body = text.getBytes(Charset.forName(charset));
        byte[] all = java.util.Arrays.copyOf(mark, mark.length + body.length);
        System.arraycopy(body, 0, all, mark.length, body.length);
        SheetReport sheet = sheets(Files.write(folder.resolve("名册.csv"), all)).get(0);
        assertThat(sheet.accepted()).isEqualTo(2);
        assertThat(sheet.refused()).extracting(SheetReport.RowRemark::row, SheetReport.RowRemark::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(5, "id.precision"));
    }

    @Test
    void readsTheOlderFormatWithDatesAndFormulas() throws Exception {
        Books book = Books.at(folder.resolve("资源.xls")).sheet("资源链接").row("日期", "来源", "类型", "资金")
                .row(java.time.LocalDate.of(2026, 3, 5), "企业", "资金", 1);
        var cell = book.current().getRow(1).createCell(3);
        cell.setCellFormula("100+20.5");
        book.workbook().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
        assertThat(sheets(book.write()).get(0).accepted()).isEqualTo(1);
        assertThat(station.records().list(org.shegong.db.store.ListQuery.all("resource_link")).get(0).number("money"))
                .isEqualTo(12_050);
    }

    @Test
    void remembersAStationsOwnHeadings() throws Exception {
        Path file = Books.at(folder.resolve("表.xlsx")).sheet("Sheet1").row("哪天去的", "去看谁", "哪个村", "怎么样")
                .row("2026-1-5", "韦一", "石门村", "见到本人").write();
        LedgerImport ledgers = new LedgerImport(station);
        LedgerFile opened = ledgers.open(List.of(file), ImportProgress.NONE).get(0);
        assertThat(opened.sheets().get(0).chosen()).isEmpty();
        Grid grid = opened.sheets().get(0).grid();
        SheetMapping guess = ledgers.mapping(grid, LedgerKind.VISITS, 1);
        SheetMapping chosen = new SheetMapping(LedgerKind.VISITS, 1, 1,
                Map.of("date", 0, "name", 1, "village", 2, "result", 3), guess.headings());
        ImportPlan plan = ledgers.plan(List.of(opened.withMapping(0, chosen)), ImportProgress.NONE);
        assertThat(plan.summary().files().get(0).sheets().get(0).refused())
                .extracting(SheetReport.RowRemark::code).containsExactly("client.unknown");
        ledgers.remember(List.of(new StationWording("visits", "date", "哪天去的"),
                new StationWording("visits", "name", "去看谁"), new StationWording("visits", "village", "哪个村"),
                new StationWording("visits", "result", "怎么样")));
        LedgerFile again = new LedgerImport(station).open(List.of(file), ImportProgress.NONE).get(0);
        assertThat(again.sheets().get(0).chosen().map(SheetMapping::columns)).contains(chosen.columns());
    }

    @Test
    void aHeadingThatAStationHasTaughtIsNoLongerTheBundledField() throws Exception {
        Path file = Books.at(folder.resolve("表.xlsx")).sheet("走访").row("时间", "走访对象", "村", "走访情况", "日期")
                .row("30分钟", "韦一", "石门村", "见到本人", "2026-1-5").write();
        LedgerImport ledgers = new LedgerImport(station);
        assertThat(ledgers.open(List.of(file), ImportProgress.NONE).get(0).sheets().get(0).mapping().columns())
                .containsEntry("date", 0).containsEntry("result", 3);
        ledgers.remember(List.of(new StationWording("visits", "minutes", "时间"), new StationWording("visits", "note", "走访情况")));
        LedgerImport taught = new LedgerImport(station);
        assertThat(taught.open(List.of(file), ImportProgress.NONE).get(0).sheets().get(0).mapping().columns())
                .containsEntry("minutes", 0).containsEntry("date", 4).containsEntry("note", 3).doesNotContainKey("result");
        SureHeadings sure = new SureHeadings(taught.words());
        KindSpec visits = taught.words().kind(LedgerKind.VISITS);
        assertThat(sure.of(visits, visits.field("minutes").orElseThrow(), "时间")).isEqualTo("时间");
        assertThat(sure.of(visits, visits.field("date").orElseThrow(), "时间")).isEqualTo("走访日期");
    }

    @Test
    void readsDatesOfWorkbooksThatCountFrom1904() throws Exception {
        Path file = Books.at(folder.resolve("资源.xlsx")).sheet("资源链接").row("日期", "来源", "类型")
                .row(java.time.LocalDate.of(2026, 3, 5), "企业", "资金").write();
        Path shifted = folder.resolve("1904.xlsx");
        try (var in = new java.util.zip.ZipFile(file.toFile());
             var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(shifted))) {
            for (var entry : java.util.Collections.list(in.entries())) {
                out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.write(text.replace("<workbookPr date1904=\"false\"/>", "<workbookPr date1904=\"true\"/>")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        SheetReport sheet = sheets(shifted).get(0);
        // The same stored number lies four years and a day later, which is after today.
        assertThat(sheet.refused()).extracting(SheetReport.RowRemark::code).containsExactly("date.invalid");
    }
}
