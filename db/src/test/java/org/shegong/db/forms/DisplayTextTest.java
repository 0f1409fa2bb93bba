package org.shegong.db.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTextTest {
    private static final DisplayText CLIENT = new DisplayText("{name} {sex} {age}岁 {village_id}");

    private static String filled(DisplayText text, Map<String, String> values) {
        return text.filled(key -> values.getOrDefault(key, ""));
    }

    @Test
    void fillsEveryPlaceInOrder() {
        assertThat(CLIENT.keys()).containsExactly("name", "sex", "age", "village_id");
        assertThat(filled(CLIENT, Map.of("name", "覃玉兰", "sex", "女", "age", "74", "village_id", "白沙村")))
            .isEqualTo("覃玉兰 女 74岁 白沙村");
    }

    @Test
    void leavesOutAUnitWithoutItsNumber() {
        assertThat(filled(CLIENT, Map.of("name", "覃玉兰", "village_id", "白沙村"))).isEqualTo("覃玉兰 白沙村");
        assertThat(filled(CLIENT, Map.of())).isEmpty();
    }

    @Test
    void keepsAWordOfWhichOnePlaceIsFilledAndWordsWithoutPlaces() {
        assertThat(filled(new DisplayText("{client_id}{anon_name}"), Map.of("anon_name", "小组成员"))).isEqualTo("小组成员");
        assertThat(filled(new DisplayText("第 {no}节"), Map.of("no", "$2"))).isEqualTo("第 $2节");
    }
}
