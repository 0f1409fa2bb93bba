package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;

/** What stands beside the mess of the sample ledgers: other sums, notes, committees, durations and days. */
class NeighbouringMessTest {

    private static final LocalDate FILED = LocalDate.of(2025, 3, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @TempDir
    private Path folder;

    @Test
    void aCommitteeStandsForItsVillageOrCommunityAlsoWhenTheyShareTheirName() throws Exception {
        List<String> ofTheVillage = List.of("里高村", "里高村委会", "里高村民委员会", "里高村村委会", "里高行政村", "样例镇里高村委会");
        List<String> ofTheCommunity = List.of("里高社区", "里高居委会", "里高居民委员会", "里高社区居委会", "里高社区居民委员会");
        Books visits = visits();
        ofTheVillage.forEach(place -> visits.row(DAY, "王芳", place, "未遇", 10));
        ofTheCommunity.forEach(place -> visits.row(DAY, "王芳", place, "未遇", 20));
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, roster(), visits.write());
            assertThat(refusals(summary)).isEmpty();
            String village = id(station, "village", "里高村");
            String community = id(station, "village", "里高社区");
            assertThat(records(station, "village")).hasSize(3);
            assertThat(records(station, "visit")).filteredOn(visit -> visit.number("minutes") == 10)
                    .hasSize(ofTheVillage.size()).allSatisfy(visit -> assertThat(visit.text("village_id")).isEqualTo(village));
            assertThat(records(station, "visit")).filteredOn(visit -> visit.number("minutes") == 20)
                    .hasSize(ofTheCommunity.size()).allSatisfy(visit -> assertThat(visit.text("village_id")).isEqualTo(community));
        }
    }

    @Test
    void aNameThatLeavesOutVillageOrCommunityIsAmbiguousOnlyForPeopleWhoLiveInBoth() throws Exception {
        Path visits = visits().row(DAY, "王芳", "里高", "未遇", 10).row(DAY, "赵安", "里高", "未遇", 20).write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, roster(), visits);
            assertThat(refusals(summary)).containsExactly("2 client.ambiguous");
            assertThat(summary.accepted()).containsEntry("visits", 1);
        }
    }

    @Test
    void skipsSumsWhateverTheyAreSumsOf() throws Exception {
        List<String> sums = List.of("合　计", "白沙村小计", "村小计", "年合计", "王建华小计", "人数合计", "总  数", "共 2 条", "本表共2条",
                "以上共计2条", "Total", "平均", "1-3月合计", "小计（3月）");
        Books visits = visits();
        sums.forEach(sum -> visits.row(sum, null, null, null, 60).row(DAY, "赵安", "里高村", "未遇", 20).row(null, sum, null, "2条"));
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, roster(), visits.write());
            assertThat(refusals(summary)).isEmpty();
            assertThat(summary.accepted()).containsEntry("visits", sums.size());
        }
    }

    @Test
    void skipsNotesAlsoInTheColumnOfNames() throws Exception {
        Path groups = Books.at(folder.resolve("小组.xlsx")).sheet("小组").row("小组名称", "小组类型", "首节日期", "组员名单")
                .row("同行小组", "成长小组", DAY, "赵安（里高村）").row("以下空白").row("——以下空白——").row("（本页完）")
                .row("里高村委会（盖章）").row("审核意见：属实").row("分管领导：").row("保密提示：请勿外传").write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, roster(), groups);
            assertThat(refusals(summary)).isEmpty();
            assertThat(summary.accepted()).containsEntry("groups", 1);
        }
    }

    @Test
    void anActivityOfSignaturesIsNoSignature() throws Exception {
        Path activities = Books.at(folder.resolve("活动.xlsx")).sheet("活动").row("活动名称", "活动日期", "参加人次")
                .row("禁毒签名活动", DAY).row("拒毒承诺签字仪式", DAY).row("站长签字", "王建华").row("单位（盖章）：", DAY).row("里高村委会（盖章）", DAY)
                .row("负责人签名：", DAY).row("站长签字   年  月  日", "王建华").row("单位盖章2026年3月5日", "里高村委会").row("签字____", "王建华").write();
        try (Station station = station()) {
            assertThat(refusals(LedgerStation.run(station, activities))).isEmpty();
            assertThat(records(station, "activity")).extracting(activity -> activity.text("name"))
                    .containsExactlyInAnyOrder("禁毒签名活动", "拒毒承诺签字仪式");
        }
    }

    @Test
    void aLoneNameIsStillARowThatLacksTheRest() throws Exception {
        Path groups = Books.at(folder.resolve("小组.xlsx")).sheet("小组").row("小组名称", "小组类型", "首节日期", "组员名单")
                .row("同行小组").write();
        try (Station station = station()) {
            assertThat(refusals(LedgerStation.run(station, groups))).containsExactly("2 required.missing");
        }
    }

    @Test
    void readsDurationsAsPeopleWriteThem() throws Exception {
        Books visits = visits();
        List.of("30分钟左右", "30分钟。", "30（分钟）", "30分鐘", "30min.", "9:00-9:30", "9：00至9：30")
                .forEach(half -> visits.row(DAY, "赵安", "里高村", "未遇", half));
        List.of("1小时又5分", "1小时零5分", "1小时5分钟整").forEach(longer -> visits.row(DAY, "赵安", "里高村", "未遇", longer));
        List.of("20多分钟", "30-40分钟", "-30", "很久", "10:30-9:00").forEach(no -> visits.row(DAY, "赵安", "里高村", "未遇", no));
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, roster(), visits.write());
            assertThat(refusals(summary)).containsExactly("12 value.invalid", "13 value.invalid", "14 value.invalid",
                    "15 value.invalid", "16 value.invalid");
            assertThat(records(station, "visit")).extracting(visit -> visit.number("minutes"))
                    .containsExactlyInAnyOrder(30L, 30L, 30L, 30L, 30L, 30L, 30L, 65L, 65L, 65L);
        }
    }

    @Test
    void readsDaysWithAWordBehindAndResultsWithAStop() throws Exception {
        Path visits = visits().row("2026.3.5日", "赵安", "里高村", "见到本人。", 30).row("2026\\3\\5", "赵安【低保】", "里高村", "已见到本人", 31)
                .row("2026-3.5", "赵安", "里高村", "见到（本人）", 32).row(DAY, "赵安", "里高村", "空户", 33).write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, roster(), visits);
            assertThat(refusals(summary)).containsExactly("4 date.invalid");
            assertThat(records(station, "visit")).allSatisfy(visit -> assertThat(visit.date("date")).isEqualTo(DAY))
                    .extracting(visit -> visit.text("result")).containsExactlyInAnyOrder("1", "1", "6");
        }
    }

    @Test
    void findsPeopleWithRareCharactersInSpreadNames() throws Exception {
        Path roster = Books.at(folder.resolve("名册.xlsx")).sheet("花名册")
                .row("姓名", "身份证号", "村（社区）", "户号", "主类别", "建档日期")
                .row("\uD842\uDFB7\u3000田", Books.id("19720101", "008"), "白沙村", "H1", "一般居民", FILED)
                .row("覃\uD86C\uDD96安", Books.id("19730101", "022"), "白沙村", "H2", "一般居民", FILED).write();
        Path visits = visits().row(DAY, "\uD842\uDFB7田", "白沙村", "未遇", 10).row(DAY, "\uD842\uDFB7 田", "白沙村", "未遇", 20)
                .row(DAY, "覃 \uD86C\uDD96 安", "白沙村", "未遇", 30).write();
        try (Station station = station()) {
            ImportSummary summary = LedgerStation.run(station, roster, visits);
            assertThat(refusals(summary)).isEmpty();
            assertThat(summary.accepted()).containsEntry("clients", 2).containsEntry("visits", 3);
        }
    }

    private Station station() {
        return LedgerStation.create(folder.resolve("station"));
    }

    private Path roster() throws Exception {
        return Books.at(folder.resolve("花名册.xlsx")).sheet("村").row("村（社区）名称", "类型").row("里高村", "行政村")
                .row("里高社区", "农村社区").row("白沙村", "行政村").sheet("花名册")
                .row("姓名", "身份证号", "村（社区）", "户号", "主类别", "建档日期")
                .row("王芳", Books.id("19720101", "008"), "里高村委会", "H1", "一般居民", FILED)
                .row("王芳", Books.id("19730101", "022"), "里高居委会", "H2", "一般居民", FILED)
                .row("赵安", Books.id("19740101", "011"), "里高村", "H3", "一般居民", FILED).write();
    }

    private Books visits() {
        return Books.at(folder.resolve("走访.xlsx")).sheet("走访").row("走访日期", "走访对象", "村（社区）", "走访结果", "时长（分钟）");
    }

    private static List<String> refusals(ImportSummary summary) {
        return summary.files().stream().flatMap(file -> file.sheets().stream()).flatMap(sheet -> sheet.refused().stream())
                .map(row -> row.row() + " " + row.code()).toList();
    }

    private static List<RecordData> records(Station station, String form) {
        return station.records().list(ListQuery.all(form));
    }

    private static String id(Station station, String form, String name) {
        return records(station, form).stream().filter(record -> record.text("name").equals(name)).findFirst().orElseThrow().id();
    }
}
