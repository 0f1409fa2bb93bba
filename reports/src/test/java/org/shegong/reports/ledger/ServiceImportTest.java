package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.shegong.reports.ledger.Books.id;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;

class ServiceImportTest {

    private static final Object[] VISIT_HEAD = {"序号", "走访日期", "走访对象", "村（社区）", "同户受访人", "走访结果", "时长",
        "走访社工", "走访内容"};

    @TempDir
    private Path folder;
    private Station station;

    /** Two of one name in one village, a household of two, somebody who left on 1 March, somebody filed late. */
    @BeforeEach
    void open() throws Exception {
        station = LedgerStation.create(folder.resolve("station"));
        Path file = Books.at(folder.resolve("基础.xlsx")).sheet("社工").row("姓名", "岗位", "证书等级", "到岗时间")
                .row("岑小工", "站长", "中级", "2023-4-1").row("岑大工", "驻站社工", "未持证", "2024-4-1")
                .sheet("花名册").row("姓名", "身份证号", "村（社区）", "户号", "主类别", "建档日期", "注销日期")
                .row("吴秀", id("19530412", "124"), "石门村", "H1", "农村低保", "2025-1-5")
                .row("吴秀", id("19600412", "124"), "石门村", "H2", "残疾人", "2025-1-5")
                .row("韦甲", id("19530413", "123"), "石门村", "H3", "农村低保", "2025-1-5")
                .row("韦乙", id("20150413", "123"), "白马村", "H3", "留守儿童", "2025-1-5")
                .row("莫去", id("19530414", "123"), "石门村", "H4", "农村低保", "2025-1-5", "2026-3-1")
                .row("黄迟", id("19530415", "123"), "石门村", "H5", "农村低保", "2026-5-1").write();
        assertThat(LedgerStation.run(station, file).complete()).isTrue();
    }

    @AfterEach
    void close() {
        station.close();
    }

    private SheetReport sheet(String name, Object[] head, Object[]... rows) throws Exception {
        return sheet(Books.at(folder.resolve(name + ".xlsx")).sheet(name).row(head).rows(List.of(rows)).write());
    }

    private SheetReport sheet(Path file) {
        return LedgerStation.run(station, file).files().get(0).sheets().get(0);
    }

    private static Object[] visit(Object date, String name, String village, String others, String result) {
        return new Object[] {1, date, name, village, others, result, "0.5小时", "岑小工", "了解近况"};
    }

    private List<RecordData> all(String form) {
        return station.records().list(ListQuery.all(form).sortedBy("id", false));
    }

    private String client(String name, String serial) {
        return all("client").stream().filter(c -> c.text("name").equals(name) && c.text("id_no").contains(serial))
                .findFirst().orElseThrow().id();
    }

    @Test
    void findsVisitedPeopleByNameAndVillageAndRefusesTheOthersWithTheirReason() throws Exception {
        SheetReport sheet = sheet("走访", VISIT_HEAD,
                visit("2026-1-5", "韦 甲", "石门村委会", "韦\u3000乙", "见到本人"),
                visit("2026-1-5", "吴秀", "石门村", null, "见到本人"),
                visit("2026-1-5", "查无", "石门村", null, "见到本人"),
                visit("2026-1-5", "韦甲", "白马村", null, "见到本人"),
                visit("2026-3-1", "莫去", "石门村", null, "见到本人"),
                visit("2026-2-28", "莫去", "石门村", null, "未遇"),
                visit("2026-1-5", "韦甲", "石门村", "查无", "见到本人"),
                visit("2026-1-5", "韦甲", "石门村", null, "飞走了"),
                visit("2027-1-5", "韦甲", "石门村", null, "见到本人"),
                visit(null, "韦甲", "石门村", null, "见到本人"),
                visit("2026-4-5", "黄迟", "石门村", null, "见到本人"));
        assertThat(sheet.refused()).extracting(SheetReport.RowRemark::row, SheetReport.RowRemark::code).containsExactly(
                tuple(3, "client.ambiguous"), tuple(4, "client.unknown"), tuple(5, "client.unknown"),
                tuple(6, "client.not_on_register"), tuple(8, "client.unknown"), tuple(9, "code.unknown"),
                tuple(10, "date.invalid"), tuple(11, "required.missing"));
        assertThat(sheet.accepted()).isEqualTo(3);
        assertThat(sheet.remarks()).extracting(SheetReport.RowRemark::code).contains("client.before_filing");
        RecordData visit = all("visit").get(0);
        assertThat(visit.many("clients")).containsExactly(client("韦甲", "1953"), client("韦乙", "2015"));
        assertThat(visit.number("minutes")).isEqualTo(30);
        assertThat(visit.text("result")).isEqualTo("1");
        assertThat(visit.text("household_id")).isNotEmpty();
    }

    @Test
    void aNumberBesideAnAmbiguousNameSettlesIt() throws Exception {
        Object[] head = {"日期", "姓名", "村", "结果", "身份证号/档案号"};
        SheetReport sheet = sheet("走访", head, new Object[] {"2026-1-5", "吴秀", "石门村", "见到本人", id("19600412", "124")},
                new Object[] {"2026-1-6", "吴秀", "石门村", "见到本人", id("19530413", "123")});
        assertThat(sheet.accepted()).isEqualTo(1);
        assertThat(sheet.refused()).extracting(SheetReport.RowRemark::code).containsExactly("client.mismatch");
        assertThat(all("visit").get(0).many("clients")).containsExactly(client("吴秀", "1960"));
    }

    @Test
    void identicalAnonymousConsultationsStayTwoAndASecondImportAddsNone() throws Exception {
        Object[] head = {"序号", "日期", "咨询方式", "姓名", "村（社区）", "事项", "社工"};
        Object[][] rows = {{1, "2026-1-5", "来访", "匿名", null, "低保", "岑小工"}, {2, "2026.1.5", "来访", "匿名", null, "低保", "岑小工"},
            {3, "2026-1-6", "电话", null, null, "低保", "岑小工"}, {4, "2026-1-7", "电话", "韦甲", "石门村", "低保", "岑小工"}};
        assertThat(sheet("咨询", head, rows).accepted()).isEqualTo(4);
        assertThat(all("consultation")).extracting(c -> c.text("client_id").isEmpty())
                .containsExactly(true, true, true, false);
        SheetReport again = sheet("咨询", head, rows);
        assertThat(again.unchanged()).isEqualTo(4);
        assertThat(all("consultation")).hasSize(4);
    }

    @Test
    void casesAreKnownByNumberAndSessionsCountThePersonsPresent() throws Exception {
        Path file = Books.at(folder.resolve("个案.xlsx")).sheet("个案服务记录")
                .row("个案编号", "服务日期", "方式", "时长", "在场人数").row("GA-1", "2026-2-1", "家访", 90, 3)
                .row("ga-1 ", "2026-2-2", "电话", "1小时15分", null).row("GA-9", "2026-2-2", "电话", 10, 1)
                .sheet("个案").row("编号", "案主", "村（社区）", "立案时间", "结案时间", "结案原因", "社工")
                .row("GA-1", "韦甲", "石门村", "2026-1-20", null, null, "岑小工")
                .row("GA-2", "韦甲", "石门村", "2026-1-20", "2026-1-10", "目标达成", "岑小工")
                .row("GA-1", "韦甲", "石门村", "2026-1-21", null, null, "岑小工").write();
        FileReport report = LedgerStation.run(station, file).files().get(0);
        assertThat(report.sheets().get(0).refused()).extracting(SheetReport.RowRemark::code).containsExactly("case.unknown");
        assertThat(report.sheets().get(1).refused()).extracting(SheetReport.RowRemark::code)
                .containsExactly("date.order", "case.duplicate");
        assertThat(all("case_session")).extracting(s -> s.many("persons").size(), s -> s.number("others"),
                s -> s.number("minutes")).containsExactly(tuple(1, 2L, 90L), tuple(1, 0L, 75L));
    }

    @Test
    void attendanceIsLookedUpAmongTheMembersFirstAndMarksTheFirstUnnamedOnes() throws Exception {
        Path file = Books.at(folder.resolve("小组.xlsx")).sheet("小组")
                .row("小组名称", "小组类型", "首节日期", "组员名单", "未署名组员数")
                .row("护苗小组", "成长小组", "2026-2-1", "韦甲（石门村）、韦乙（白马村）、黄迟(石门村)", 2)
                .row("另一组", "手工小组", "2026-2-1", "吴秀（石门村）", 0)
                .sheet("小组活动记录").row("小组名称", "节次", "活动日期", "时长（小时）", "出席名单", "未署名出席人数")
                .row("护苗小组", 1, "2026-2-1", 1.5, "韦甲，韦 乙;黄迟", 1)
                .row("护苗小组", 2, "2026-2-8", 2, "莫去", 3)
                .row("没有的组", 1, "2026-2-8", 2, "韦甲", 0).write();
        FileReport report = LedgerStation.run(station, file).files().get(0);
        assertThat(report.sheets().get(0).refused()).extracting(SheetReport.RowRemark::code)
                .containsExactly("client.ambiguous");
        assertThat(report.sheets().get(1).refused()).extracting(SheetReport.RowRemark::code)
                .containsExactly("group.unknown");
        List<RecordData> sessions = all("group_session");
        assertThat(sessions).extracting(s -> s.many("present").size(), s -> s.number("minutes"))
                .containsExactly(tuple(4, 90L), tuple(4, 120L));
        assertThat(all("group_member")).hasSize(3 + 2 + 1 + 1);
    }

    @Test
    void activitiesKeepUnknownTypesAsOtherWithTheirWording() throws Exception {
        Object[] head = {"日期", "活动名称", "类型", "时长", "参与人数（不含志愿者）", "志愿者", "重点服务对象", "五社联动主体"};
        SheetReport sheet = sheet("社区活动", head,
                new Object[] {"2026-1-5", "舞龙", "舞龙舞狮大会", "2.5小时", "56人", 3, "韦甲（石门村）、韦乙（白马村）", "社区、社会工作者、外星人"},
                new Object[] {"2026-1-5", "舞龙二", "政策宣传", 60, "很多", 3, null, null});
        assertThat(sheet.refused()).extracting(SheetReport.RowRemark::code).containsExactly("value.invalid");
        RecordData activity = all("activity").get(0);
        assertThat(activity.text("act_type")).isEqualTo("99");
        assertThat(activity.text("note")).contains("舞龙舞狮大会").contains("外星人");
        assertThat(activity.many("actors")).containsExactly("V1", "V3");
        assertThat(activity.number("total")).isEqualTo(56);
        assertThat(activity.many("clients")).hasSize(2);
    }

    @Test
    void aTrainingRowMakesOneAttendanceForEachPerson() throws Exception {
        Object[] head = {"日期", "课程名称", "组织单位", "方式", "学习时长", "参加人员"};
        Path file = Books.at(folder.resolve("培训.xlsx")).sheet("培训").row(head)
                .row("2026-1-5", "督导技巧", "县民政局", "线上", "3小时", "岑小工、岑大工、外来人").write();
        ImportSummary summary = LedgerStation.run(station, file);
        assertThat(summary.accepted()).containsEntry("training_attendance", 3);
        assertThat(summary.files().get(0).sheets().get(0).accepted()).isEqualTo(1);
        assertThat(all("training_attendance")).extracting(a -> a.text("worker_id").isEmpty(), a -> a.text("ext_name"),
                a -> a.number("minutes")).containsExactly(tuple(false, "", 180L), tuple(false, "", 180L),
                tuple(true, "外来人", 180L));
    }

    @Test
    void supervisionSessionsOfOneNameAreOneRoundAndBareNumbersOnePerMonth() throws Exception {
        Object[] head = {"督导批次", "日期", "督导形式", "时长", "督导员", "参加社工"};
        sheet("督导", head, new Object[] {"2026年1月第1次", "2026-1-5", "团体督导", 480, "农督导", "岑小工、岑大工"},
                new Object[] {"2026年1月第1次", "2026-2-1", "个别督导", "8小时", "农督导", "岑小工"},
                new Object[] {"第1次", "2026-3-1", "现场督导", "2小时", "农督导", "岑小工"},
                new Object[] {"第1次", "2026-4-1", "现场督导", "2小时", "农督导", "岑小工"});
        assertThat(all("supervision_session")).hasSize(4);
        assertThat(all("supervision_round")).hasSize(3);
        assertThat(all("supervisor")).hasSize(1);
    }

    @Test
    void resourcesAreKeptInFenAndVolunteersFindTheirActivity() throws Exception {
        sheet("社区活动", new Object[] {"日期", "活动名称", "参加人次"}, new Object[] {"2026-1-5", "义诊进村", 20});
        Path file = Books.at(folder.resolve("志愿与资源.xlsx")).sheet("志愿服务").row("日期", "服务活动", "人数", "人均时长")
                .row("2026-1-5", "义诊进村", 4, "2.5小时").row("2026-1-6", "别的", null, 60)
                .sheet("资源链接").row("日期", "来源", "类型", "资金（万元）", "物资折价", "受益人数")
                .row("2026-1-5", "爱心企业", "资金", 0.5, 0, 24).row("2026-1-5", "爱心企业", "物资", 0, "1,350.5元", "34人").write();
        FileReport report = LedgerStation.run(station, file).files().get(0);
        assertThat(report.sheets().get(0).refused()).extracting(SheetReport.RowRemark::code)
                .containsExactly("required.missing");
        assertThat(all("volunteer_service").get(0).text("activity_id")).isEqualTo(all("activity").get(0).id());
        assertThat(all("resource_link")).extracting(r -> r.number("money"), r -> r.number("goods_value"))
                .containsExactly(tuple(500_000L, 0L), tuple(0L, 135_050L));
    }

    @Test
    void namesKeptInNotesWhenNoWorkerHasThem() throws Exception {
        Object[] row = visit(LocalDate.of(2026, 1, 5), "韦甲", "石门村", null, "见到本人");
        row[7] = "陌生人";
        sheet("走访", VISIT_HEAD, row);
        assertThat(all("visit").get(0).text("note")).contains("陌生人");
        assertThat(all("visit").get(0).text("worker_id")).isEmpty();
    }
}
