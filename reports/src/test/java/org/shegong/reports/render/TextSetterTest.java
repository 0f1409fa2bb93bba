package org.shegong.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextSetterTest {
    private static final PdfFonts FONTS = new PdfFonts();
    private static final float SIZE = 10;
    private final TextSetter setter = new TextSetter(FONTS, new LinkedHashSet<>());

    @Test
    void breaksChineseAnywhereButNotBeforeClosingMarks() {
        assertThat(wrap("一二三四，五六", 40)).containsExactly("一二三", "四，五六");
    }

    @Test
    void leavesNoOpeningMarkAtTheEndOfALine() {
        assertThat(wrap("一二三（四五六）", 40)).containsExactly("一二三", "（四五", "六）");
    }

    @Test
    void keepsNumbersAndWordsWhole() {
        assertThat(wrap("共2025人次 home visits", 45)).containsExactly("共2025人", "次 home", "visits");
    }

    @Test
    void breaksAWordThatIsLongerThanALine() {
        List<String> lines = wrap("450299194003120017", 40);
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(String.join("", lines)).isEqualTo("450299194003120017");
    }

    @Test
    void keepsGluedCharactersTogether() {
        String glue = String.valueOf(TextSetter.GLUE);
        assertThat(wrap("一二" + "□" + glue + "甲" + glue + "乙", 40)).containsExactly("一二", "□甲乙");
    }

    @Test
    void keepsEmptyLinesAndDropsControlCharacters() {
        assertThat(wrap("a\n\nb\u0007c\uFE0F", 100)).containsExactly("a", "", "bc");
    }

    @Test
    void partsHeadingsBeforeABracketOrInTheMiddle() {
        assertThat(texts(setter.balance("完成率(%)", FontRole.HEAD, SIZE, 38))).containsExactly("完成率", "(%)");
        assertThat(texts(setter.balance("计量单位", FontRole.HEAD, SIZE, 32))).containsExactly("计量", "单位");
    }

    @Test
    void setsTooWideFiguresSmallerOnOneLine() {
        List<TextLine> lines = setter.shrink("1234567.89", FontRole.BODY, SIZE, 45);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).width()).isLessThanOrEqualTo(45);
        assertThat(lines.get(0).size()).isLessThan(SIZE);
    }

    private List<String> wrap(String text, float width) {
        return texts(setter.wrap(text, FontRole.BODY, SIZE, width));
    }

    private static List<String> texts(List<TextLine> lines) {
        return lines.stream().map(line -> line.runs().stream().map(TextLine.Run::text).collect(Collectors.joining()))
                .toList();
    }
}
