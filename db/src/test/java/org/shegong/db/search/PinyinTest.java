package org.shegong.db.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
    private static final Pinyin PINYIN = new Pinyin();

    @ParameterizedTest
    @CsvSource({"覃,qin", "覃,tan", "朴,piao", "朴,pu", "单,shan", "仇,qiu", "区,ou", "解,xie", "查,zha", "曾,zeng",
        "尉,yu", "尉,wei", "𠮷,ji", "𬱖,di", "㛃,jie", "䶮,yan", "吕,lv", "女,nv", "乐,yue", "乐,le", "燚,yi"})
    void knowsReadingsOfSurnamesAndRareCharacters(String character, String reading) {
        assertThat(PINYIN.readings(character.codePointAt(0))).contains(reading);
    }

    @ParameterizedTest
    @CsvSource({"覃玉兰,qin yu lan", "曾小单,zeng xiao shan", "仇英,qiu ying", "尉迟恭,yu chi gong", "李A3,li a 3",
        "阿依·古丽,a yi gu li"})
    void putsTheReadingUsedInNamesFirst(String name, String key) {
        assertThat(PINYIN.sortKey(name)).isEqualTo(key);
    }

    @Test
    void givesInitialsForEveryCombinationOfReadings() {
        assertThat(PINYIN.initials("覃玉兰", 32)).contains("qyl", "tyl");
        assertThat(PINYIN.initials("尉迟乐", 32)).contains("ycy", "ycl", "wcy", "wcl");
        assertThat(PINYIN.initials("", 32)).isEmpty();
        assertThat(PINYIN.initials("单单单单单单单单", 16)).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void hearsNamesThatSoundAlike() {
        assertThat(PINYIN.soundAlike("覃玉兰", "秦玉蓝")).isTrue();
        assertThat(PINYIN.soundAlike("覃玉兰", "谭玉兰")).isTrue();
        assertThat(PINYIN.soundAlike("张伟", "张伟伟")).isFalse();
        assertThat(PINYIN.soundAlike("张伟", "章魏")).isTrue();
        assertThat(PINYIN.soundAlike("", "")).isFalse();
    }
}
