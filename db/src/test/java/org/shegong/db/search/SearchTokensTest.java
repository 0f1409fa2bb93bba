package org.shegong.db.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTokensTest {
    private static final Pinyin PINYIN = new Pinyin();
    private static final Set<String> TOKENS = new SearchTokens(PINYIN).name("覃玉兰")
            .idNumber("45029919921231002x").phone("130-0004-6041/0772-2611731").title("白沙屯村").number("C00012").tokens();

    @ParameterizedTest
    @ValueSource(strings = {"覃", "覃玉", "玉兰", "兰", "qyl", "QYL", "tyl", "yl", "qinyu", "tanyulan", "yulan",
        "45029919921231002X", "4502991992", "002x", "31002X", "13000046041", "130-0004-6041", "6041", "07722611731", "1731",
        "白沙", "沙屯", "bst", "baishatun", "c00012", "12", "白沙 qyl", "覃玉兰 6041", "白沙yl", "ＱＹＬ", " qyl ", "玉 兰", "",
        "覃 玉兰"})
    void findsAPersonByWhatPeopleType(String typed) {
        assertThat(SearchQuery.of(typed).matches(TOKENS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"李", "玉覃", "qy1", "9999", "白沙 李", "lan玉", "2611732"})
    void findsNobodyElse(String typed) {
        assertThat(SearchQuery.of(typed).matches(TOKENS)).isFalse();
    }

    @Test
    void findsRareCharactersBySurrogatePairsAsWhole() {
        Set<String> tokens = new SearchTokens(PINYIN).name("𠮷𬱖").tokens();
        assertThat(tokens).contains("𠮷𬱖", "𬱖", "jd", "d", "jidi", "di").allMatch(t -> !Character.isLowSurrogate(t.charAt(0)));
    }

    @Test
    void splitsQueriesIntoWords() {
        assertThat(SearchQuery.of("白沙村 zw、6041").words()).isEqualTo(List.of("白沙村", "zw", "6041"));
        assertThat(SearchQuery.of("lü").words()).isEqualTo(List.of("lv"));
        assertThat(SearchQuery.of(null).isEmpty()).isTrue();
        assertThat(SearchQuery.of(" %_'\" ").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"留守老年人,lsl,2", "留守老年人,liushou,2", "留守老年人,lshoul,2", "留守老年人,留守,1", "留守老年人,老年,3",
        "留守老年人,lnr,4", "留守老年人,C301,0", "留守老年人,c3,1", "见到本人,jdbr,2", "个案,gean,2"})
    void ranksChoicesOfAPicker(String label, String typed, int rank) {
        assertThat(new PinyinMatch(PINYIN).rank(typed, label, "C301")).hasValue(rank);
    }

    @Test
    void filtersAndOrdersChoices() {
        PinyinMatch match = new PinyinMatch(PINYIN);
        List<String> labels = List.of("农村留守儿童", "留守老年人", "流动儿童", "低保对象");
        assertThat(match.filter("l", labels, l -> l, l -> "")).containsExactly("留守老年人", "流动儿童", "农村留守儿童");
        assertThat(match.filter("", labels, l -> l, l -> "")).isEqualTo(labels);
        assertThat(match.matches("xyz", "留守老年人")).isFalse();
    }

    @Test
    void findsRunningTextByAnyStretchOfItButNotByPinyin() {
        Set<String> tokens = new SearchTokens(PINYIN).running("想问高龄补贴，何时发？").tokens();
        assertThat(SearchQuery.of("高龄补贴").matches(tokens)).isTrue();
        assertThat(SearchQuery.of("补贴何时").matches(tokens)).isTrue();
        assertThat(SearchQuery.of("glbt").matches(tokens)).isFalse();
        assertThat(tokens).hasSize(8);
    }
}
