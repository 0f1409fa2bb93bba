package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shegong.db.Station;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.recognise.SheetMapping;

/** Sheets about other matters are no ledgers, and ledgers that have a word of such a matter about them still are. */
class OtherMattersTest {

    private static final String ACTIVITIES = "活动日期;活动名称;参加人次;地点;天气";
    private static final String WAGES = "序号;姓名;岗位;基本工资;入职日期";

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "捐赠物资入库登记表|resource_links|捐赠日期;捐赠单位;资源类型;物资名称;物资折价（元）;受益人次;经手人",
        "捐赠物资出库登记表|resource_links|捐赠日期;捐赠单位;资源类型;物资名称;物资折价（元）;受益人次",
        "困难群众入库名单|clients|姓名;身份证号;村（社区）;困难类别;建档日期;联系电话;银行账号",
        "孤寡老人通讯录|clients|姓名;身份证号;所在村;人员类别;建档日期;联系电话;紧急联系人",
        "请假期间由站长代填|visits|日期;姓名;所在村;是否见到;时长;天气",
        "费用报销以本表为准|activities|活动日期;活动名称;参加人次;地点"})
    void aHeaderThatLeavesNoDoubtCountsMoreThanAWordAboveIt(String title, String kind, String headings) throws Exception {
        assertThat(kind("Sheet1", headings, title)).contains(LedgerKind.of(kind).orElseThrow());
        assertThat(kind(title, headings, "某某表")).contains(LedgerKind.of(kind).orElseThrow());
    }

    @Test
    void wordsOfTwoCellsOrTwoWordsOfOneMakeNoThirdOne() throws Exception {
        assertThat(kind("活动", ACTIVITIES, "填报：李社工", "资料截止：2026年3月")).contains(LedgerKind.ACTIVITIES);
        assertThat(kind("Sheet1", ACTIVITIES, "填报：李社工", "资料截止：2026年3月")).contains(LedgerKind.ACTIVITIES);
        assertThat(kind("Sheet1", ACTIVITIES, "填报：李社工　资料截止：2026年3月")).contains(LedgerKind.ACTIVITIES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "试验乡社工站工资表|" + WAGES, "工 资 表|" + WAGES, "社工工资（2026年）|" + WAGES, "社工站 工资 明细|" + WAGES,
        "社工站通讯录|姓名;岗位;联系电话;入职日期;微信号", "物资出入库登记|日期;物资名称;类型;数量", "物资库存|日期;物资名称;类型;数量",
        "入库登记|入库日期;物品名称;数量;单价;金额"})
    void aSheetOfAnotherMatterIsHeldBackAlsoWhenItNamesTheStation(String title, String headings) throws Exception {
        assertThat(kind("Sheet1", headings, title)).isEmpty();
        assertThat(kind(title, headings, "某某表")).isEmpty();
    }

    @Test
    void aRosterOfWorkersWithTheirWagesIsOne() throws Exception {
        assertThat(kind("Sheet1", WAGES, "社工站人员花名册（含工资）")).contains(LedgerKind.WORKERS);
    }

    /** What a sheet is taken for that has one row of cells above its header. */
    private Optional<LedgerKind> kind(String sheet, String headings, String... above) throws Exception {
        Path file = Books.at(folder.resolve("某表.xlsx")).sheet(sheet).row((Object[]) above).row((Object[]) headings.split(";")).write();
        return new LedgerImport(station).open(List.of(file), ImportProgress.NONE).get(0).sheets().get(0).chosen().map(SheetMapping::kind);
    }
}
