package org.shegong.db.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "52361126MJ00000186", "52450203MJ00000262", "51350203MJ00000349",
        " 91350100m000100y43 ", "９１３５０１００Ｍ０００１００Ｙ４３"})
    void acceptsTheVectorsOfTheRules(String text) {
        assertThat(CreditCode.check(text)).isInstanceOf(CreditCode.Check.Valid.class);
    }

    @ParameterizedTest
    @CsvSource({"91350100M000100Y45,CHECKSUM,3", "91350100I000100Y43,FORMAT,''", "91350100O000100Y43,FORMAT,''",
        "91350100M000100Y4,FORMAT,''", "'',FORMAT,''"})
    void refusesWrongCodes(String text, CreditCode.Problem problem, String expected) {
        CreditCode.Check.Refused refused = (CreditCode.Check.Refused) CreditCode.check(text);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.expectedCheck()).isEqualTo(expected);
    }

    @Test
    void warnsAboutTheInnerCheckCharacterAndKnowsSocialServiceOrganisations() {
        CreditCode.Check.Valid wrongInside = (CreditCode.Check.Valid) CreditCode.check("52361126MJ00000186");
        CreditCode.Check.Valid right = (CreditCode.Check.Valid) CreditCode.check("91350100M000100Y43");
        assertThat(right.warnings()).isEmpty();
        assertThat(right.code().isSocialServiceOrganisation()).isFalse();
        assertThat(wrongInside.warnings()).isEmpty();
        assertThat(wrongInside.code().isSocialServiceOrganisation()).isTrue();
        CreditCode.Check.Valid body = (CreditCode.Check.Valid) CreditCode.check("52361126MJ00000173");
        assertThat(body.warnings()).containsExactly(CreditCode.Warning.BODY_CHECKSUM);
    }
}
