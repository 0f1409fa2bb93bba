package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shegong.db.Station;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;

/** Sheets that stand beside ledgers in real workbooks, and cells that say more than their column asks for. */
class StrangeSheetsTest {

    private static final LocalDate FILED = LocalDate.of(2025, 3, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @TempDir
    private Path folder;

    @Test
    void takesNoSheetOfAnotherMatterForALedger() throws Exception {
        Books book = roster("台账.xlsx");
        book.sheet("各村统计").row("各村走访统计表").row("村（社区）", "走访户数", "见到人数", "未遇", "备注").row("白沙村", 12, 10, 2);
        book.sheet("采购").row("采购日期", "物品名称", "数量", "单价", "金额", "经办人").row(DAY, "打印纸", 2, 20, 40, "王建华");
        book.sheet("通讯录").row("姓名", "单位", "职务", "电话").row("张三", "民政局", "科长", "0772-1234567");
        book.sheet("请假").row("姓名", "请假日期", "天数", "事由").row("赵安", DAY, 1, "病假");
        book.sheet("工资表").row("序号", "姓名", "岗位", "基本工资", "入职日期").row(1, "王建华", "站长", 4000, FILED);
        book.sheet("志愿者名册").row("姓名", "性别", "联系电话", "服务特长").row("甲乙", "女", "13000000000", "理发");
        book.sheet("目录").row("序号", "内容", "页码").row(1, "走访台账", 2);
        Path file = book.write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, file);
            assertThat(summary.files().get(0).sheets()).filteredOn(sheet -> sheet.kind().isPresent())
                    .extracting(SheetReport::sheet).containsExactly("村", "花名册");
            assertThat(summary.files().get(0).sheets()).filteredOn(sheet -> sheet.kind().isEmpty())
                    .extracting(SheetReport::sheet).containsExactly("各村统计", "采购", "通讯录", "请假", "工资表", "志愿者名册", "目录");
            assertThat(summary.refusedRows()).isZero();
            assertThat(records(station, "worker")).isEmpty();
            assertThat(records(station, "village")).extracting(village -> village.number("households")).containsOnly(0L);
        }
    }

    @Test
    void skipsTheNumbersOrLettersOfTheColumnsBelowTheirHeadings() throws Exception {
        Path book = roster("台账.xlsx").sheet("走访").row("走访日期", "走访对象", "村（社区）", "走访结果", "时长（分钟）")
                .row(1, 2, 3, 4, 5).row(DAY, "赵安", "白沙村", "未遇", 30).sheet("咨询登记")
                .row("咨询日期", "方式", "咨询人", "咨询事项").row("甲", "乙", "丙", "丁").row(DAY, "电话", "匿名", "低保").write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, book);
            assertThat(summary.refusedRows()).isZero();
            assertThat(summary.accepted()).containsEntry("visits", 1).containsEntry("consultations", 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"赵安（白沙村）、王芳（里高社区）", "赵安。王芳。", "赵安\\王芳", "①赵安②王芳", "1、赵安 2、王芳", "（1）赵安、（2）王芳", "(1)赵安(2)王芳", "（1）赵安 （2）王芳",
        "(1) 赵安；(2) 王芳", "1）赵安2）王芳", "赵安、王芳共2人",
        "白沙村：赵安；里高社区：王芳", "赵安-白沙村、王芳-里高社区", "赵安 白沙村、王芳 里高社区", "赵安[低保]、王芳【里高社区】"})
    void readsListsOfPeopleInManyWays(String members) throws Exception {
        Path book = roster("台账.xlsx").sheet("小组").row("小组名称", "小组类型", "首节日期", "组员名单")
                .row("同行小组", "成长小组", DAY, members).write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, book);
            assertThat(summary.refusedRows()).isZero();
            assertThat(records(station, "group_member")).hasSize(2);
        }
    }

    @Test
    void aPersonWhoseNameEndsLikeAVillageStaysAPerson() throws Exception {
        Path book = roster("台账.xlsx").row("张明村", Books.id("19750101", "011"), "白沙村", "H9", "一般居民", FILED)
                .sheet("小组").row("小组名称", "小组类型", "首节日期", "组员名单")
                .row("同行小组", "成长小组", DAY, "赵安、张明村、王芳").write();
        try (Station station = station()) {
            assertThat(LedgerStation.run(station, book).refusedRows()).isZero();
            assertThat(records(station, "group_member")).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"王芳、李敬庄", "王芳 李敬庄", "李敬庄、王芳", "王芳\n李敬庄", "李敬庄：王芳、李敬庄", "王芳-里高社区、李敬庄-白沙村"})
    void aPersonIsNoVillageOfWhomStandsBefore(String members) throws Exception {
        Path book = roster("台账.xlsx").row("李敬庄", Books.id("19750101", "011"), "白沙村", "H9", "一般居民", FILED)
                .sheet("小组").row("小组名称", "小组类型", "首节日期", "组员名单").row("同行小组", "成长小组", DAY, members).write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, book);
            boolean strange = members.indexOf('：') >= 0;
            assertThat(summary.files().get(0).sheets().get(2).refused()).extracting(SheetReport.RowRemark::code)
                    .isEqualTo(strange ? List.of("client.unknown") : List.of());
            assertThat(records(station, "group_member")).hasSize(strange ? 0 : 2);
        }
    }

    @Test
    void aVillageBeforeItsPeopleEndsWithTheLine() throws Exception {
        Path book = roster("台账.xlsx").row("李四", Books.id("19750101", "011"), "白沙村", "H8", "一般居民", FILED)
                .sheet("小组").row("小组名称", "小组类型", "首节日期", "组员名单")
                .row("同行小组", "成长小组", DAY, "白沙村：赵安、李四\n王芳").row("牵手小组", "成长小组", DAY, "里高社区：王芳、李四").write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, book);
            assertThat(summary.files().get(0).sheets().get(2).refused()).extracting(row -> row.row() + " " + row.code())
                    .containsExactly("3 client.unknown");
            assertThat(records(station, "group_member")).hasSize(3);
        }
    }

    @Test
    void aVillageOfAnEarlierImportIsKnownInListsToo() throws Exception {
        Path groups = Books.at(folder.resolve("小组.xlsx")).sheet("小组").row("小组名称", "小组类型", "首节日期", "组员名单")
                .row("同行小组", "成长小组", DAY, "赵安 白沙村、王芳 里高社区").row("牵手小组", "成长小组", DAY, "赵安 没有村、王芳 里高社区").write();
        try (Station station = station()) {
            LedgerStation.run(station, roster("台账.xlsx").write());
            ImportSummary summary = LedgerStation.run(station, groups);
            assertThat(summary.files().get(0).sheets().get(0).refused()).extracting(row -> row.row() + " " + row.code())
                    .containsExactly("3 client.unknown");
            assertThat(records(station, "group_member")).hasSize(2);
        }
    }

    @Test
    void readsCountsAndAmountsWithWordsAroundAndRefusesGuesses() throws Exception {
        Path book = roster("台账.xlsx").sheet("资源链接").row("链接日期", "资源来源", "资源类型", "资金（元）", "受益人次")
                .row(DAY, "企业", "资金", "人民币500元整", "30（人）").row(DAY, "企业", "资金", "约500元", "约30人次")
                .row(DAY, "企业", "资金", "五百", 30).row(DAY, "企业", "资金", 500, "30余人").write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, book);
            assertThat(summary.files().get(0).sheets().get(2).refused()).extracting(row -> row.row() + " " + row.code())
                    .containsExactly("4 value.invalid", "5 value.invalid");
            assertThat(records(station, "resource_link")).extracting(link -> link.number("money")).containsExactly(50_000L, 50_000L);
            assertThat(records(station, "resource_link")).extracting(link -> link.number("benefit_n")).containsExactly(30L, 30L);
        }
    }

    @Test
    void aNumberInBracketsIsNeitherPartOfTheOneBeforeNorACount() throws Exception {
        Path book = roster("台账.xlsx").sheet("资源链接").row("链接日期", "资源来源", "资源类型", "资金（元）", "受益人次")
                .row(DAY, "企业", "资金", 500, "30（人）").row(DAY, "企业", "资金", 500, "（约30人次）").row(DAY, "企业", "资金", 500, "12（3）")
                .row(DAY, "企业", "资金", 500, "25(5)").row(DAY, "企业", "资金", 500, "(5)").row(DAY, "企业", "资金", 500, "（1）2").write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, book);
            assertThat(summary.files().get(0).sheets().get(2).refused()).extracting(row -> row.row() + " " + row.code())
                    .containsExactly("4 value.invalid", "5 value.invalid", "6 value.invalid", "7 value.invalid");
            assertThat(records(station, "resource_link")).extracting(link -> link.number("benefit_n")).containsExactly(30L, 30L);
        }
    }

    @Test
    void theUpperRowOfASecondHeaderIsNoRecordOfTheFirst() throws Exception {
        Books book = roster("台账.xlsx").sheet("志愿与资源").row("人数", "服务日期", "活动", "人均服务时间")
                .row(11, DAY, "义诊", "1小时30分钟").skip().row("资源链接登记表")
                .row("登记信息", null, null, "登记信息", null, "捐赠日期")
                .row("受益人数", "资源形式", "提供方", "折合人民币（元）", "现金（元）").row(48, "物资", "协会", 1350.5, "/", DAY);
        book.current().addMergedRegion(CellRangeAddress.valueOf("A5:C5"));
        book.current().addMergedRegion(CellRangeAddress.valueOf("D5:E5"));
        book.current().addMergedRegion(CellRangeAddress.valueOf("F5:F6"));
        Path file = book.write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, file);
            assertThat(summary.refusedRows()).isZero();
            assertThat(summary.accepted()).containsEntry("volunteer_services", 1).containsEntry("resource_links", 1);
            assertThat(records(station, "resource_link").get(0).date("date")).isEqualTo(DAY);
        }
    }

    @Test
    void aNarrowTableIsNotPassedOverForAWiderOneBelow() throws Exception {
        Path file = Books.at(folder.resolve("11.xlsx")).sheet("志愿者").row("志愿服务与资源链接台账（志愿服务）")
                .row("日期", "活动名称", "志愿者人数", "平均时长", "服务地点", "组织单位", "负责人").row(DAY, "义诊", "8人", 90)
                .skip().row("资源链接台账").row("链接日期", "资源来源", "资源类型", "资金（元）", "物资折价（元）", "受益人次")
                .row(DAY, "企业", "资金", 500, 0, 30).write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, file);
            assertThat(summary.refusedRows()).isZero();
            assertThat(summary.accepted()).containsEntry("volunteer_services", 1).containsEntry("resource_links", 1);
        }
    }

    private Station station() {
        return LedgerStation.create(folder.resolve("station"));
    }

    private Books roster(String name) {
        return Books.at(folder.resolve(name)).sheet("村").row("村（社区）名称", "类型").row("白沙村", "行政村").row("里高社区", "农村社区")
                .sheet("花名册").row("姓名", "身份证号", "村（社区）", "户号", "主类别", "建档日期")
                .row("王芳", Books.id("19730101", "022"), "里高社区", "H2", "一般居民", FILED)
                .row("赵安", Books.id("19740101", "011"), "白沙村", "H3", "一般居民", FILED);
    }

    private static List<RecordData> records(Station station, String form) {
        return station.records().list(ListQuery.all(form));
    }
}
