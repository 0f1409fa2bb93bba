package org.shegong.db.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @ParameterizedTest
    @CsvSource({"'\u00A0 a\u3000 b\t',a b", "'a\u200Bb\uFEFF',ab", "'''0123',0123", "'身份证\n号码',身份证 号码",
        "'a\r\nb',a b", "'it''s',it's"})
    void cleansToOneLine(String raw, String clean) {
        assertThat(CellText.clean(raw)).isEqualTo(clean);
    }

    @Test
    void keepsLineBreaksOfLongTexts() {
        assertThat(CellText.cleanLines(" 一 \r\n\u3000二\n\n三 ")).isEqualTo("一\n二\n\n三");
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", "/", "-", "—", "——", "／", "－", " ", "", "\u00A0", "N/A"})
    void takesMarksForNothingAsEmptyWhereAsked(String raw) {
        assertThat(CellText.cleanOrEmpty(raw)).isEmpty();
        assertThat(CellText.isEmptyMark(raw)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "无锡", "-1", "a/b"})
    void leavesRealTextAlone(String raw) {
        assertThat(CellText.cleanOrEmpty(raw)).isEqualTo(raw);
    }

    @Test
    void comparesWithoutWidthSpacesAndCase() {
        assertThat(CellText.compact(" Ｈ０ ０１ ")).isEqualTo("H001");
        assertThat(CellText.matchKey("所在村\n（社区）")).isEqualTo("所在村(社区)");
    }

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "+86,'''+86'", "-5,'''-5'", "@a,'''@a'", "张,张", "'',''"})
    void guardsAgainstFormulas(String text, String guarded) {
        assertThat(CellText.guardFormula(text)).isEqualTo(guarded);
    }

    @Test
    void readsDisabilityCards() {
        DisabilityCardNo card = DisabilityCardNo.parse("361126199001010001 42").orElseThrow();
        assertThat(card.category()).isEqualTo(4);
        assertThat(card.degree()).isEqualTo(2);
        assertThat(card.belongsTo("361126199001010001")).isTrue();
        assertThat(DisabilityCardNo.parse("36112619900101000182")).isEmpty();
        assertThat(DisabilityCardNo.parse("36112619900101000145")).isEmpty();
        assertThat(DisabilityCardNo.parse("36112619900101000142B1")).map(DisabilityCardNo::suffix).contains("B1");
        assertThat(card).hasToString("361126**********0142");
    }

    @Test
    void knowsLevelsAndParentsOfAreaCodes() {
        AreaCode village = AreaCode.parse("350203001001").orElseThrow();
        assertThat(village.level()).isEqualTo(AreaCode.Level.VILLAGE);
        assertThat(village.parent()).map(AreaCode::digits).contains("350203001");
        assertThat(AreaCode.parse("350203").orElseThrow().contains(village)).isTrue();
        assertThat(AreaCode.parse("350203001000").orElseThrow().contains(village)).isTrue();
        assertThat(AreaCode.parse("350206").orElseThrow().contains(village)).isFalse();
        assertThat(AreaCode.parse("350203").orElseThrow().parent()).isEmpty();
        assertThat(AreaCode.parse("3502")).isEmpty();
        assertThat(AreaCode.parse("990203")).isEmpty();
    }
}
