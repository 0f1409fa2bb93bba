package org.shegong.db.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneTest {
    @ParameterizedTest
    @CsvSource({
        "13000046041,13000046041,MOBILE",
        "130-0004-6041,13000046041,MOBILE",
        "+86 130 0004 6041,13000046041,MOBILE",
        "8613000046041,13000046041,MOBILE",
        "１３０００００３８２８,13000003828,MOBILE",
        "0772-2611731,0772-2611731,LAND_LINE",
        "07722611731,0772-2611731,LAND_LINE",
        "(0772)2611731,0772-2611731,LAND_LINE",
        "+86-772-2611731,0772-2611731,LAND_LINE",
        "010-66012345,010-66012345,LAND_LINE",
        "2611731,2611731,LAND_LINE",
        "0772-2611731转802,0772-2611731-802,LAND_LINE",
        "400-820-8820,4008208820,SERVICE",
        "110,110,PUBLIC",
        "12345,12345,PUBLIC",
        "+852 2123 4567,+85221234567,INTERNATIONAL",
        "12000046041,12000046041,UNKNOWN",
        "1300004604,1300004604,UNKNOWN",
        "'','',UNKNOWN"})
    void normalisesAndRecognisesKinds(String typed, String text, Phone.Kind kind) {
        assertThat(Phone.of(typed).text()).isEqualTo(text);
        assertThat(Phone.of(typed).kind()).isEqualTo(kind);
    }

    @Test
    void splitsACellWithSeveralNumbers() {
        assertThat(Phone.all("13000046041/13000081329；无")).extracting(Phone::text)
                .containsExactly("13000046041", "13000081329");
        assertThat(Phone.all(null)).isEmpty();
    }

    @Test
    void addsTheStationsAreaCodeToLandLinesOnly() {
        assertThat(Phone.of("2611731").withAreaCode("0772").text()).isEqualTo("0772-2611731");
        assertThat(Phone.of("13000046041").withAreaCode("0772").text()).isEqualTo("13000046041");
        assertThat(Phone.of("0793-2611731").withAreaCode("0772").text()).isEqualTo("0793-2611731");
    }
}
