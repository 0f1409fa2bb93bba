package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Level;

/** The rules document §1 to §4 and §6 as a table: what is typed, and what is said about it at which level. */
class ValidationRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    @TempDir
    static Path folder;
    private static Station station;

    @BeforeAll
    static void open() {
        station = TestStation.create(folder.resolve("station"));
        TestStation.draft(station, "client", "name", "在册人", "id_no", "450203201306050022");
        for (int i = 0; i < 5; i++) {
            TestStation.draft(station, "client", "name", "邻居", "phone", "13000046041");
        }
    }

    @AfterAll
    static void close() {
        station.close();
    }

    private static Arguments row(String rule, String form, String field, Object value, String said, Object... others) {
        Map<String, Object> values = new HashMap<>();
        values.put(field, value);
        for (int i = 0; i < others.length; i += 2) {
            values.put((String) others[i], others[i + 1]);
        }
        return arguments(rule, form, values, said);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Stream<Arguments> identity() {
        return Stream.of(
            row("ID01 lower case and spaces", "client", "id_no", " 11010519491231002x ", ""),
            row("ID02 length", "client", "id_no", "36112619900101000", "E id.length"),
            row("ID03 no date", "client", "id_no", "361126199002300001", "E id.birth_date"),
            row("ID03 age", "client", "id_no", "440524188001010014", "W id.age"),
            row("ID04 check character", "client", "id_no", "110105194912310021", "E id.checksum"),
            row("ID05 province", "client", "id_no", "990101199001010019", "E id.province"),
            row("ID07 other sex", "client", "id_no", "11010519491231002X", "W id.mismatch", "sex", "1"),
            row("ID07 other birth", "client", "id_no", "11010519491231002X", "W id.mismatch", "birth", day("1949-12-30")),
            row("ID07 agrees", "client", "id_no", "11010519491231002X", "", "sex", "2", "birth", day("1949-12-31")),
            row("ID08 as identity card", "client", "id_no", "810000199001010019", "W id.residence_permit"),
            row("ID08 as residence permit", "client", "id_no", "810000199001010019", "", "id_type", "08"),
            row("ID09 old number", "client", "id_no", "110105491231002", "W id.old_number"),
            row("ID10 on the register", "client", "id_no", "450203201306050022", "E id.duplicate"),
            row("ID11 placeholder", "client", "id_no", "123456199001010011", "E id.placeholder"),
            row("ID12 no document, no reason", "client", "id_type", "13", "E required.missing no_id_reason"),
            row("passport", "client", "id_no", "E12345678", "", "id_type", "03"),
            row("passport", "client", "id_no", "12345678", "W id.passport", "id_type", "03"),
            row("travel permit", "client", "id_no", "H12345678", "", "id_type", "06"),
            row("travel permit", "client", "id_no", "A12345678", "W id.permit", "id_type", "06"),
            row("Taiwan travel permit", "client", "id_no", "12345678", "", "id_type", "07"),
            row("Taiwan travel permit", "client", "id_no", "1234567", "W id.permit", "id_type", "07"));
    }

    static Stream<Arguments> namesPhonesAndDates() {
        return Stream.of(
            row("N01 one character", "client", "name", "张", "W name.length"),
            row("N02 rare characters", "client", "name", "覃𬱖", ""),
            row("N03 placeholder", "client", "name", "测试", "E name.placeholder"),
            row("N04 digits", "client", "name", "张3", "W name.digits"),
            row("N04 letters", "client", "name", "John", "W name.latin"),
            row("N05 long name", "client", "name", "阿依古丽·买买提", ""),
            row("mobile", "client", "phone", "130-0004-6042", ""),
            row("mobile too short", "client", "phone", "1300004604", "W phone.form"),
            row("land line", "client", "phone", "0772-2611731", ""),
            row("hotline", "client", "phone", "4008208820", ""),
            row("international", "client", "phone", "+85221234567", ""),
            row("shared by more than five", "client", "phone", "13000046041", "W phone.shared"),
            row("D02 future", "visit", "date", TODAY.plusDays(1), "E date.future"),
            row("D03 filed before birth", "client", "filed_date", day("2020-01-01"), "E client.filed_before_birth",
                "birth", day("2021-01-01")),
            row("D03 closed before filed", "client", "closed_date", day("2020-01-01"), "E client.closed_before_filed",
                "filed_date", day("2021-01-01")),
            row("D03 case closed before opened", "case_file", "close_date", day("2026-01-01"),
                "E case.closed_before_open", "open_date", day("2026-02-01")));
    }

    static Stream<Arguments> agencies() {
        return Stream.of(
            row("US01 letter I", "station", "agency_code", "52361126IJ00000186", "E credit.format"),
            row("US01 small letters", "station", "agency_code", "52361126mj00000186", ""),
            row("US02 check character", "station", "agency_code", "52361126MJ00000185", "E credit.checksum"),
            row("US02 inner check character", "station", "agency_code", "52361126MJ00000173", "W credit.body_checksum"),
            row("US03 a company", "station", "agency_code", "91350100M000100Y43", "W credit.kind"));
    }

    static Stream<Arguments> business() {
        return Stream.of(
            row("BZ01 longest visit", "visit", "minutes", 480L, ""),
            row("BZ01 too long", "visit", "minutes", 481L, "E value.out_of_range"),
            row("BZ01 nothing", "visit", "minutes", 0L, "E value.out_of_range"),
            row("BZ01 ends before it begins", "visit", "end_time", LocalTime.of(9, 0), "E time.end_before_start",
                "start_time", LocalTime.of(15, 0)),
            row("BZ03 lost without tries", "case_file", "close_reason", "5", "E required.missing lost_try1",
                "close_date", day("2026-03-01")),
            row("BZ04 child of age", "client", "primary_cat", "C203", "W client.child_category_adult", "birth",
                day("2000-01-01")),
            row("BZ06 parts over the whole", "activity", "total", 10L, "E activity.parts_over_total", "n_child", 6L,
                "n_elder", 5L, "act_state", "2"),
            row("BZ07 negative amount", "resource_link", "qty", new BigDecimal("-1"), "E value.out_of_range"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource({"identity", "namesPhonesAndDates", "agencies", "business"})
    void saysWhatTheRuleAsks(String rule, String form, Map<String, Object> values, String said) {
        List<String> findings = station.saving().preview(RecordDraft.entered(form, station.newId(),
            RecordStatus.SUBMITTED, values)).stream()
            .filter(finding -> finding.level() != Level.I).flatMap(finding -> texts(finding, values.keySet())).toList();
        if (said.isEmpty()) {
            assertThat(findings).filteredOn(finding -> finding.split(" ").length == 2).isEmpty();
        } else {
            assertThat(findings).contains(said);
        }
    }

    /** Level and message, level and rule; for fields that were not typed with the field's name behind. */
    private static Stream<String> texts(Finding finding, Set<String> typed) {
        String behind = typed.contains(finding.field()) ? "" : " " + finding.field();
        return Stream.of(finding.level() + " " + finding.message() + behind, finding.level() + " " + finding.rule() + behind);
    }

    @Test
    void doubtsAComputerWhoseClockRunsBehindItsRecords() {
        TestStation.draft(station, "visit", "date", TODAY);
        assertThat(clockFindings(TODAY)).isEmpty();
        assertThat(clockFindings(TODAY.minusDays(1))).isEmpty();
        assertThat(clockFindings(TODAY.minusDays(2))).containsExactly("clock.suspect");
        assertThat(clockFindings(LocalDate.of(2019, 12, 31))).containsExactly("clock.suspect");
    }

    private static List<String> clockFindings(LocalDate today) {
        return station.file().read(db -> EntryRules.check(db, station.forms().form("visit"), "x", Map.of(), today))
            .stream().map(finding -> finding.rule()).toList();
    }
}
