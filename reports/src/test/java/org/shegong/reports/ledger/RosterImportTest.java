package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shegong.reports.ledger.Books.id;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;

class RosterImportTest {

    private static final Object[] HEAD = {"序号", "姓名", "身份证号", "村（社区）", "户号", "主类别", "联系电话", "建档日期",
        "注销日期", "备注"};

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

    private SheetReport roster(Object[]... rows) throws Exception {
        Path file = Books.at(folder.resolve("花名册.xlsx")).sheet("花名册").row("服务对象花名册").row("填报单位：某站")
                .row(HEAD).rows(List.of(rows)).write();
        return LedgerStation.run(station, file).files().get(0).sheets().get(0);
    }

    private static Object[] person(String name, Object idNo, Object... more) {
        Object[] row = {1, name, idNo, "石门村", null, "农村低保", "13000000001", LocalDate.of(2026, 1, 5), null, null};
        System.arraycopy(more, 0, row, 3, more.length);
        return row;
    }

    private List<RecordData> clients() {
        return station.records().list(ListQuery.all("client"));
    }

    @Test
    void refusesEachBrokenNumberWithItsOwnCode() throws Exception {
        String good = id("19530412", "123");
        char wrong = good.charAt(17) == '0' ? '1' : '0';
        SheetReport sheet = roster(
                person("韦一", good.substring(0, 16)),
                person("韦二", "450299199013" + "451234"),
                person("韦三", good.substring(0, 17) + wrong),
                person("韦四", 4.50299195304121E17),
                person("韦五", "450299********1234"),
                person("韦六", null),
                person("", good),
                person("韦八", good),
                person("韦九", good),
                person("韦八", good));
        assertThat(sheet.refused()).extracting(SheetReport.RowRemark::row, SheetReport.RowRemark::code).containsExactly(
                tuple(4, "id.length"), tuple(5, "id.birth_date"), tuple(6, "id.checksum"), tuple(7, "id.precision"),
                tuple(8, "id.masked"), tuple(9, "required.missing"), tuple(10, "name.missing"),
                tuple(12, "id.duplicate"), tuple(13, "id.duplicate"));
        assertThat(sheet.accepted()).isEqualTo(1);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    void masksValuesInReportsAsOnScreen() throws Exception {
        SheetReport sheet = roster(person("韦一", "4502991953041212"));
        assertThat(sheet.refused().get(0).value()).startsWith("450299").doesNotContain("19530412");
        assertThat(sheet.refused().get(0).column()).isEqualTo("身份证号");
    }

    @Test
    void takesLowerCaseXFullWidthDigitsSpacesAndApostrophes() throws Exception {
        String withX = "450225200812310046";
        SheetReport sheet = roster(person("黄 小", " '" + id("19530412", "123") + " "),
                person("覃\u3000大", "４５０２２５２００８１２３１００４６", "石门村", null, "留守儿童"),
                person("莫三", "35020319480312003x"));
        assertThat(sheet.refused()).isEmpty();
        assertThat(clients()).extracting(c -> c.text("name")).containsExactlyInAnyOrder("黄小", "覃大", "莫三");
        assertThat(clients()).extracting(c -> c.text("id_no")).contains(withX, "35020319480312003X");
    }

    @Test
    void keepsTwoPeopleOfOneNameAndVillageApartByTheirNumbers() throws Exception {
        assertThat(roster(person("吴秀", id("19530412", "124")), person("吴秀", id("19600412", "124"))).accepted())
                .isEqualTo(2);
    }

    @Test
    void oneHouseholdNumberIsOneHouseholdAndNoNumberAHouseholdOfItsOwn() throws Exception {
        roster(person("韦一", id("19530412", "123"), "石门村", "H1"), person("韦二", id("19530413", "123"), "白马村", "h1 "),
                person("韦三", id("19530414", "123")), person("韦四", id("19530415", "123")));
        assertThat(clients()).extracting(c -> c.text("household_id")).doesNotContain("").satisfies(ids ->
                assertThat(ids.stream().distinct().count()).isEqualTo(3));
    }

    @Test
    void fillsBirthAndSexFromTheNumberAndKeepsTheCategoryFromTheFilingDate() throws Exception {
        roster(person("韦一", id("19530412", "124"), "石门村", null, "低保（农村）"));
        RecordData client = clients().get(0);
        assertThat(client.date("birth")).isEqualTo(LocalDate.of(1953, 4, 12));
        assertThat(client.text("sex")).isEqualTo("2");
        assertThat(client.text("primary_cat")).isEqualTo("C102");
        for (String form : List.of("client_category", "client_primary")) {
            RecordData dated = station.records().pointingTo(form, "client_id", client.id()).get(0);
            assertThat(dated.text("category")).isEqualTo("C102");
            assertThat(dated.date("from_date")).isEqualTo(LocalDate.of(2026, 1, 5));
        }
    }

    @Test
    void areasAndProvincesThatNoTableHasOnlyWarn() throws Exception {
        String head = "99029919530412123";
        SheetReport sheet = roster(person("韦一", head + org.shegong.db.domain.IdNumber.checkCharacter(head)));
        assertThat(sheet.accepted()).isEqualTo(1);
        assertThat(sheet.remarks()).extracting(SheetReport.RowRemark::code).contains("id.area_unknown");
    }

    @Test
    void aLoneNameIsRefusedForWhatItLacks() throws Exception {
        Object[] lone = {null, "韦独"};
        assertThat(roster(lone).refused()).extracting(SheetReport.RowRemark::code).containsExactly("required.missing");
    }

    @Test
    void refusesUnknownCategoriesFutureDatesAndClosingBeforeFiling() throws Exception {
        SheetReport sheet = roster(person("韦一", id("19530412", "123"), "石门村", null, "外星来客"),
                person("韦二", id("19530413", "123"), "石门村", null, "农村低保", null, LocalDate.of(2026, 11, 21)),
                person("韦三", id("19530414", "123"), "石门村", null, "农村低保", null, "2026-2-30"),
                person("韦四", id("19530415", "123"), "石门村", null, "农村低保", null, "2026-2-3", "2026-1-3"),
                person("韦五", id("19530416", "123"), "石门村", null, null));
        assertThat(sheet.refused()).extracting(SheetReport.RowRemark::code).containsExactly("code.unknown",
                "date.invalid", "date.invalid", "date.order", "required.missing");
    }

    @Test
    void takesSomebodyWithoutANumberWhenAReasonIsGiven() throws Exception {
        assertThat(roster(person("韦一", "新生儿，未上户")).accepted()).isEqualTo(1);
        assertThat(clients().get(0).text("no_id_reason")).contains("未上户");
        assertThat(roster(person("韦一", "新生儿，未上户")).unchanged()).isEqualTo(1);
    }

    @Test
    void skipsTotalsNotesSignaturesTitlesAndRepeatedHeaders() throws Exception {
        Object[] total = {"合计", "2人"};
        Object[] note = {"注：本表由社工填写"};
        Object[] signature = {"填表人：", "张三", "审核人：", "李四"};
        Object[] numberOnly = {3};
        Object[] title = {"服务对象花名册（续）"};
        Object[] page = {null, "第1页 共3页"};
        Object[] signed = {"审核人签字：", null, "日期：", "2026.10.31"};
        Object[] remark = {"备注", "数据截至十月"};
        Object[] month = {null, "2026年3月"};
        SheetReport sheet = roster(person("韦一", id("19530412", "123")), total, title, HEAD,
                person("韦二", id("19530413", "123")), numberOnly, page, month, note, signed, remark, signature);
        assertThat(sheet.rows()).isEqualTo(2);
        assertThat(sheet.accepted()).isEqualTo(2);
    }

    @Test
    void changesWhatALaterRosterSaysOtherwiseAndNothingElse() throws Exception {
        String idNo = id("19530412", "123");
        roster(person("韦一", idNo));
        String before = clients().get(0).id();
        SheetReport sheet = roster(person("韦一", idNo, "石门村", null, "农村低保", "13000000002", LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 6, 1)));
        assertThat(sheet.updated()).isEqualTo(1);
        assertThat(clients()).hasSize(1);
        assertThat(clients().get(0).id()).isEqualTo(before);
        assertThat(clients().get(0).date("closed_date")).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(clients().get(0).text("file_state")).isEqualTo("3");
        assertThat(roster(person("韦另", idNo)).refused()).extracting(SheetReport.RowRemark::code)
                .containsExactly("id.duplicate");
    }

    @Test
    void aChangedCategoryEndsTheOldOneYesterday() throws Exception {
        String idNo = id("19530412", "123");
        roster(person("韦一", idNo));
        assertThat(roster(person("韦一", idNo, "石门村", null, "残疾人")).updated()).isEqualTo(1);
        List<RecordData> periods = station.records().pointingTo("client_primary", "client_id", clients().get(0).id());
        assertThat(periods).extracting(p -> p.text("category"), p -> p.date("from_date"), p -> p.date("to_date"))
                .containsExactlyInAnyOrder(tuple("C102", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 11, 19)),
                        tuple("C401", LocalDate.of(2026, 11, 20), null));
    }

    @Test
    void oneImportIsOneStepThatCanBeTakenBackAndDoneAgain() throws Exception {
        Path file = Books.at(folder.resolve("名册.xlsx")).sheet("花名册").row(HEAD).row(person("韦一", id("19530412", "123")))
                .write();
        ImportSummary summary = LedgerStation.run(station, file);
        station.journal().undo(station.actor(), summary.stepId(), "undo");
        assertThat(clients()).isEmpty();
        assertThat(LedgerStation.run(station, file).accepted()).isEqualTo(Map.of("clients", 1));
    }
}
