package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.store.ListQuery;
import org.shegong.reports.ledger.write.CorrectionWorkbook;
import org.shegong.reports.metrics.ClosingFigures;
import org.shegong.reports.metrics.Figures;
import org.shegong.reports.metrics.MetricCatalogue;
import org.shegong.reports.standards.ReportParameters;

/** Ledgers of other stations: headings that no list has, names and villages that look alike, odd layouts. */
class UnforeseenLedgersTest {

    private static final String ROSTER = """
            姓名,性别,身份证号,村（社区）,户号,主类别,建档日期
            昌鹏,男,450299194503120018,龙泉社区,1,独居老人,2025-03-01
            迪力·木拉提,男,450299195001010016,龙泉社区,2,独居老人,2025-03-01
            韦䶮,女,450299196001010045,龙泉村,3,残疾人,2025-03-01
            """;

    @TempDir
    private Path folder;

    @Test
    void guessesHeadingsThatNoListHas() throws Exception {
        Path workers = file("社工.csv", "社工名字,岗位职责,所持证书情况,来站报到日期\n白敏,驻站社工,初级,2025-03-02\n");
        Path visits = file("走访.csv", """
                入户走访时间,被走访者姓名,所属村居,同住其他家属,本次入户结果,走访用时(分钟)
                2026-03-05,昌鹏,龙泉社区,,见到本人,30
                """);
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, workers, file("花名册.csv", ROSTER), visits);
            assertThat(summary.accepted()).containsEntry("workers", 1).containsEntry("clients", 3)
                    .containsEntry("visits", 1);
            assertThat(station.records().list(ListQuery.all("visit")).get(0).number("minutes")).isEqualTo(30L);
        }
    }

    @Test
    void leavesColumnsOfOtherMattersAlone() throws Exception {
        Path visits = file("走访.csv", """
                下次走访日期,上门日期,走访时间（分钟）,走访对象,村（社区）,走访结果
                2027-12-05,2026-03-05,30,昌鹏,龙泉社区,见到本人
                """);
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, file("花名册.csv", ROSTER), visits);
            assertThat(summary.refusedRows()).isZero();
            assertThat(station.records().list(ListQuery.all("visit")).get(0).date("date"))
                    .isEqualTo(LocalDate.of(2026, 3, 5));
            assertThat(station.records().list(ListQuery.all("visit")).get(0).number("minutes")).isEqualTo(30L);
        }
    }

    @Test
    void findsAColumnThatHasToBeThereByItsCells() throws Exception {
        Path headed = file("走访.csv", """
                走访日期,对方,走访村,走访结论
                2026-04-05,昌鹏,龙泉社区,见到本人
                2026-04-06,韦䶮,龙泉村,未遇
                """);
        try (Station station = station()) {
            LedgerStation.run(station, file("花名册.csv", ROSTER));
            assertThat(LedgerStation.run(station, headed).accepted()).containsEntry("visits", 2);
        }
    }

    @Test
    void skipsSumsThatSayOfWhichMonthTheyAre() throws Exception {
        Path consultations = file("咨询登记.csv", """
                咨询日期,方式,咨询人
                2026-03-05,电话,匿名
                3月小计,1条,
                2026-10-06,电话,匿名
                第四季度合计,1条,
                """);
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, consultations);
            assertThat(summary.refusedRows()).isZero();
            assertThat(summary.accepted()).containsEntry("consultations", 2);
        }
    }

    @Test
    void readsSeveralCodesPartedBySpacesOrSlashes() throws Exception {
        Path activities = file("社区活动台账.csv", """
                活动日期,活动名称,参加人次,五社参与主体
                2026-03-05,义诊,20,社区 社会工作者 社会慈善资源
                2026-03-06,义诊,20,社区/社区志愿者
                """);
        try (Station station = station()) {
            LedgerStation.run(station, activities);
            assertThat(figure(station, 3, "E06")).isEqualByComparingTo("2");
        }
    }

    @Test
    void lostDigitsAreStillLostInTheCorrectionWorkbook() throws Exception {
        Path roster = folder.resolve("花名册.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(roster)) {
            XSSFSheet sheet = book.createSheet("花名册");
            row(sheet, 0, "姓名", "村（社区）", "主类别", "建档日期", "身份证号");
            row(sheet, 1, "昌鹏", "龙泉社区", "独居老人", "2025-03-01");
            // A number that is valid although its last digits are lost.
            sheet.getRow(1).createCell(4).setCellValue(450299194503121600d);
            book.write(out);
        }
        Path corrections = folder.resolve("未导入.xlsx");
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, roster);
            LedgerImport ledgers = new LedgerImport(station);
            new CorrectionWorkbook(ledgers.words(), new LedgerMessages()).write(summary, corrections);
            ImportSummary again = LedgerStation.run(station, corrections);
            assertThat(again.refusedRows()).isEqualTo(1);
            assertThat(again.files().get(0).sheets().get(0).refused().get(0).code()).isEqualTo("id.precision");
        }
    }

    @Test
    void givesAVagueHeadingToTheColumnThatIsStillMissing() throws Exception {
        Path visits = file("走访.csv", """
                走访日期,走访情况,姓名,村（社区）,见面情况
                2026-03-05,了解近况,昌鹏,龙泉社区,见到本人
                """);
        Path more = file("走访二.csv", "走访日期,姓名,村（社区）,走访情况\n2026-03-06,昌鹏,龙泉社区,见到本人\n");
        try (Station station = station()) {
            assertThat(LedgerStation.run(station, file("花名册.csv", ROSTER), visits, more).accepted())
                    .containsEntry("visits", 2);
        }
    }

    @Test
    void keepsVillagesApartWhoseNamesLookAlike() throws Exception {
        Path villages = file("村社区.csv", "村（社区）名称,类型\n江村,行政村\n大江村,行政村\n大江社区,城市社区\n");
        try (Station station = station()) {
            assertThat(LedgerStation.run(station, villages).accepted()).containsEntry("villages", 3);
            assertThat(LedgerStation.run(station, villages).files().get(0).sheets().get(0).unchanged()).isEqualTo(3);
        }
    }

    @Test
    void readsSpreadAndDottedNamesBeforeTheirVillage() throws Exception {
        Path activities = file("社区活动台账.csv", """
                活动日期,活动名称,活动类型,时长,参加人次,具名服务对象
                2026-03-05,义诊,健康服务,90分钟,20,"昌\u3000鹏（龙泉社区）、韦 䶮(龙泉村)、迪力•木拉提（龙泉社区）"
                """);
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, file("花名册.csv", ROSTER), activities);
            assertThat(summary.refusedRows()).isZero();
            assertThat(station.records().list(ListQuery.all("activity")).get(0).many("clients")).hasSize(3);
        }
    }

    @Test
    void skipsATitleBetweenTheRecords() throws Exception {
        Path groups = file("小组台账.csv", "小组名称,小组类型,首节日期,组员名单\n同行小组,成长小组,2026-03-05,昌鹏（龙泉社区）\n");
        Path sessions = file("小组活动记录.csv", """
                小组名称,节次,活动日期,时长,出席名单
                同行小组,1,2026-03-05,60,昌鹏
                小组活动记录（续）,,,,
                小组名称,节次,活动日期,时长,出席名单
                同行小组,2,2026-03-12,60,昌鹏
                """);
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, file("花名册.csv", ROSTER), groups, sessions);
            assertThat(summary.refusedRows()).isZero();
            assertThat(summary.accepted()).containsEntry("group_sessions", 2);
        }
    }

    @Test
    void aRoundWithoutMonthInItsNameMayRunOverTheMonthsEnd() throws Exception {
        Path rounds = file("督导记录.csv", """
                督导次序,督导日期,督导形式,时长,督导员,被督导社工
                第1次,2026-01-10,个别督导,16小时,农督导,
                第1次,2026-04-30,个别督导,480,农督导,
                第1次,2026-05-01,团体督导,480,农督导,
                """);
        try (Station station = station()) {
            LedgerStation.run(station, rounds);
            assertThat(figure(station, 1, "K01")).isEqualByComparingTo("1");
            assertThat(figure(station, 4, "K01")).isEqualByComparingTo("1");
            assertThat(figure(station, 5, "K01")).isEqualByComparingTo("0");
            assertThat(figure(station, 5, "K02")).isEqualByComparingTo("8");
        }
    }

    @Test
    void plainNumbersInAWorkbookFrom1904CountFromThatYear() throws Exception {
        Path file = folder.resolve("咨询登记.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            book.getCTWorkbook().getWorkbookPr().setDate1904(true);
            XSSFSheet sheet = book.createSheet("咨询");
            row(sheet, 0, "咨询日期", "方式", "咨询人");
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue(44_624);
            row.createCell(1).setCellValue("来访");
            row.createCell(2).setCellValue("匿名");
            book.write(out);
        }
        try (Station station = station()) {
            LedgerStation.run(station, file);
            assertThat(station.records().list(ListQuery.all("consultation")).get(0).date("date"))
                    .isEqualTo(LocalDate.of(2026, 3, 5));
        }
    }

    private Station station() {
        return LedgerStation.create(folder.resolve("station"));
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void row(XSSFSheet sheet, int number, String... texts) {
        Row row = sheet.createRow(number);
        List.of(texts).forEach(text -> row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(text));
    }

    private static BigDecimal figure(Station station, int month, String key) {
        Figures figures = new Figures(new MetricCatalogue(ReportParameters.bundled()));
        return station.file().read(db -> figures.month(db, StatMonth.of(YearMonth.of(2026, month)),
                ClosingFigures.NONE)).month().get(key);
    }
}
