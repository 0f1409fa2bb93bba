package org.shegong.db.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource({
        "'韦\u3000㛃',韦㛃", "' 刘浩海 ',刘浩海", "'卢 俊',卢俊", "'覃\u00A0𬱖',覃𬱖", "'王\n国',王国",
        "阿依古丽．买买提,阿依古丽·买买提", "阿依古丽•买买提,阿依古丽·买买提", "阿依古丽・买买提,阿依古丽·买买提",
        "阿依古丽.买买提,阿依古丽·买买提", "'阿依古丽 · 买买提',阿依古丽·买买提",
        "'John  Smith',John Smith", "Ｊｏｈｎ,John", "'',''"})
    void writesEverySpellingOneWay(String typed, String name) {
        assertThat(PersonName.normalise(typed)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张伟", "覃𬱖", "𠮷𠮷", "欧阳震华", "阿依古丽·买买提", "乌兰巴特尔巴特尔巴特尔巴特尔巴特尔"})
    void findsNothingWrongWithRealNames(String name) {
        assertThat(PersonName.check(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',MISSING", "' ',MISSING", "无,MISSING", "-,MISSING", "测试,PLACEHOLDER", "XXX,PLACEHOLDER",
        "某某,PLACEHOLDER", "***,PLACEHOLDER", "张,LENGTH", "𠮷,LENGTH", "张3,DIGITS", "张a,LATIN"})
    void namesWhatIsWrong(String name, PersonName.Problem problem) {
        assertThat(PersonName.check(name)).containsExactly(problem);
    }

    @Test
    void refusesOnlyMissingNamesAndPlaceholders() {
        assertThat(PersonName.Problem.values()).filteredOn(PersonName.Problem::refuses)
                .containsExactly(PersonName.Problem.MISSING, PersonName.Problem.PLACEHOLDER);
    }

    @ParameterizedTest
    @CsvSource({"张伟,张", "欧阳震华,欧阳", "欧阳,欧", "阿依古丽·买买提,阿依古丽", "𠮷田,𠮷", "'',''"})
    void findsTheSurname(String name, String surname) {
        assertThat(PersonName.surname(name)).isEqualTo(surname);
    }
}
