package org.shegong.db.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeBookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 30);
    private final CodeBook book = CodeBook.bundled();

    @ParameterizedTest
    @CsvSource({
        "CLIENT_CAT,C102,C102", "CLIENT_CAT,农村低保对象,C102", "CLIENT_CAT,低保(农村),C102",
        "CLIENT_CAT,低保（农村）,C102", "CLIENT_CAT,农 村　低保,C102", "CLIENT_CAT,留守老人,C301",
        "CLIENT_CAT,留守老年人,C301", "CLIENT_CAT,独居老人,C302", "CLIENT_CAT,留守儿童,C204",
        "CLIENT_CAT,事实无人抚养,C203", "CLIENT_CAT,分散特困,C105", "CLIENT_CAT,特困人员【分散供养】,C105",
        "CLIENT_CAT,散居孤儿,C201", "CLIENT_CAT,残疾,C401", "CLIENT_CAT,低保边缘户,C103",
        "CLIENT_CAT,高龄老年人,C304", "CLIENT_CAT,其他,C999", "VISIT_RESULT,见到本人,1", "VISIT_RESULT,未遇,4",
        "VISIT_RESULT,电话未接通,4", "VISIT_RESULT,敲门无应,4", "CLOSE_REASON,失去联系,5", "CLOSE_REASON,转介,3",
        "CLOSE_REASON,目标达成,1", "CERT_LEVEL,未持证,0", "CERT_LEVEL,助理社会工作师,1", "CERT_LEVEL,中级,2",
        "ACT_TYPE,政策宣传,2", "ACT_TYPE,健康服务,4", "ACT_TYPE,节日慰问,1", "ACT_TYPE,文化娱乐,3",
        "SUP_FORM,现场督导,4", "FIVE_ACTOR,社区社会组织,V2", "CONTACT,来访,1", "CONTACT,家访,2",
        "CLIENT_CLOSE_REASON,死亡,1", "CLIENT_CLOSE_REASON,搬走,2", "ETHNIC,壮,08", "SEX,男 ,1",
        "RES_SRC,县慈善会,3", "RES_SRC,志愿者协会,4", "RES_SRC,爱心企业,2"})
    void findsWhatStationsType(String list, String typed, String code) {
        assertThat(book.find(list, typed)).map(Code::code).contains(code);
    }

    @Test
    void findsNothingForUnknownWordsAndHeadings() {
        assertThat(book.find("CLIENT_CAT", "外星来客")).isEmpty();
        assertThat(book.find("CLIENT_CAT", " ")).isEmpty();
        assertThat(book.find("CLIENT_CAT", null)).isEmpty();
        assertThat(book.find("CLIENT_CAT", "社会救助类")).isEmpty();
        assertThat(book.find("CLIENT_CAT", "C1")).isEmpty();
    }

    @Test
    void labelsUnknownCodesWithTheCodeItself() {
        assertThat(book.label("VISIT_RESULT", "1")).isEqualTo("见到本人");
        assertThat(book.label("VISIT_RESULT", "77")).isEqualTo("77");
    }

    @Test
    void refusesUnknownLists() {
        assertThatThrownBy(() -> book.list("NONE")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void addsTheStationsOwnCodes() {
        CodeBook own = book.with(List.of(
            new StationCode("ACT_TYPE", "U01", "三月三歌圩", List.of("歌圩"), "", 0, true)));
        assertThat(own.find("ACT_TYPE", "歌圩")).map(Code::code).contains("U01");
        assertThat(own.label("ACT_TYPE", "U01")).isEqualTo("三月三歌圩");
        assertThat(own.list("ACT_TYPE").offered(DAY)).last().extracting(Code::code).isEqualTo("U01");
        assertThat(book.has("ACT_TYPE", "U01")).isFalse();
    }

    @Test
    void keepsTheLabelOfCodesThatAreSwitchedOff() {
        CodeBook own = book.with(List.of(new StationCode("ACT_TYPE", "13", "", List.of(), "", 0, false)));
        assertThat(own.list("ACT_TYPE").offered(DAY)).extracting(Code::code).doesNotContain("13");
        assertThat(own.label("ACT_TYPE", "13")).isEqualTo("慈善义卖/募捐");
        assertThat(own.has("ACT_TYPE", "13")).isTrue();
    }

    @Test
    void keepsFindingTheOldLabelOfARenamedCode() {
        CodeBook own = book.with(List.of(new StationCode("FIELD", "F08", "残障服务", List.of(), "", 0, true)));
        assertThat(own.label("FIELD", "F08")).isEqualTo("残障服务");
        assertThat(own.find("FIELD", "残障康复")).map(Code::code).contains("F08");
    }

    @Test
    void knowsWhichClassACodeStandsIn() {
        assertThat(book.list("CLIENT_CAT").isWithin("C302", "C3")).isTrue();
        assertThat(book.list("CLIENT_CAT").isWithin("C302", "C302")).isTrue();
        assertThat(book.list("CLIENT_CAT").isWithin("C302", "C2")).isFalse();
        assertThat(book.list("AREA").isWithin("450206", "45")).isTrue();
    }

    @Test
    void offersTheCategoryThatComesFirstInTheOrder() {
        PrimaryCategory primary = new PrimaryCategory(book);
        assertThat(primary.of(List.of("C310", "C401", "C102"))).contains("C102");
        assertThat(primary.of(List.of("C302", "C301"))).contains("C302");
        assertThat(primary.of(List.of("C703", "C901"))).contains("C703");
        assertThat(primary.of(List.of())).isEmpty();
    }

    @Test
    void ordersEveryCategory() {
        PrimaryCategory primary = new PrimaryCategory(book);
        assertThat(book.list("CLIENT_CAT").offered(DAY))
            .allSatisfy(code -> assertThat(primary.of(List.of(code.code()))).as(code.code()).contains(code.code()));
    }

    @Test
    void groupsEveryClosingReasonForTheMonthlyReport() {
        assertThat(book.list("CLOSE_REASON").codes()).extracting(Code::note)
            .containsExactly("C03a", "C03a", "C03b", "C03e", "C03c", "C03d", "C03d", "C03e", "C03e", "C03e");
    }
}
