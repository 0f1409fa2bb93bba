package org.shegong.db.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X,1949-12-31,FEMALE,110105",
        "440524188001010014,1880-01-01,MALE,440524",
        "34052419800101001X,1980-01-01,MALE,340524",
        "361126199001010001,1990-01-01,FEMALE,361126",
        "450203201306050022,2013-06-05,FEMALE,450203",
        "35020319480312003X,1948-03-12,MALE,350203",
        "450225200812310046,2008-12-31,FEMALE,450225"})
    void acceptsTheVectorsOfTheRulesAndDerivesFromThem(String text, LocalDate birth, Sex sex, String area) {
        IdNumber number = valid(text).number();
        assertThat(number.birthDate()).isEqualTo(birth);
        assertThat(number.sex()).isEqualTo(sex);
        assertThat(number.area()).isEqualTo(area);
    }

    @ParameterizedTest
    @CsvSource({
        "110105194912310021,CHECKSUM,X",
        "361126199002300001,BIRTH_DATE,''",
        "36112619900101000,LENGTH,''",
        "4502991963010201,LENGTH,''",
        "450299195412143961,CHECKSUM,4",
        "450299202611210012,BIRTH_DATE,''",
        "'',LENGTH,''",
        "45029919A411111111,LENGTH,''",
        "110105********002X,MASKED,''",
        "450299195312109,LENGTH,''"})
    void refusesWithTheFirstRuleThatFails(String text, IdProblem problem, String expected) {
        IdCheck.Refused refused = refused(text);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.expectedCheck()).isEqualTo(expected);
    }

    @Test
    void refusesUnknownProvincesAndPlaceholders() {
        assertThat(refused(withCheck("99010119900101001")).problem()).isEqualTo(IdProblem.PROVINCE);
        assertThat(refused(withCheck("12345619900101001")).problem()).isEqualTo(IdProblem.PLACEHOLDER);
        assertThat(refused(withCheck("33333319900101001")).problem()).isEqualTo(IdProblem.PLACEHOLDER);
    }

    @Test
    void acceptsManyOnesInARealNumber() {
        assertThat(valid(withCheck("45029919911111111")).number().birthDate())
                .isEqualTo(LocalDate.of(1991, 11, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        " 11010519491231002x ", "１１０１０５１９４９１２３１００２Ｘ", "110105 19491231 002X",
        "'11010519491231002X", "110105\u200B19491231\uFEFF002x", "110105-19491231-002X", "\u00A011010519491231002X\n"})
    void normalisesSpellingsBeforeChecking(String typed) {
        assertThat(valid(typed).number().text()).isEqualTo("11010519491231002X");
    }

    @ParameterizedTest
    @CsvSource({"110105491231002,11010519491231002X", "130503670401001,130503196704010016"})
    void lengthensOldNumbersWithAWarning(String old, String full) {
        IdCheck.Valid valid = valid(old);
        assertThat(valid.number().text()).isEqualTo(full);
        assertThat(valid.warnings()).containsExactly(IdWarning.OLD_NUMBER);
    }

    @Test
    void warnsAboutGreatAgeUnknownAreasAndResidencePermits() {
        assertThat(valid("440524188001010014").warnings()).containsExactly(IdWarning.AGE);
        assertThat(valid(withCheck("81000019900101001")).warnings()).containsExactly(IdWarning.RESIDENCE_PERMIT);
        IdCheck unknownArea = IdNumber.check("361126199001010001", TODAY, "450203"::equals);
        assertThat(((IdCheck.Valid) unknownArea).warnings()).containsExactly(IdWarning.AREA_UNKNOWN);
    }

    @Test
    void acceptsAChildBornToday() {
        assertThat(valid(withCheck("45029920261120001")).number().ageOn(TODAY)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"4.50299E+17,true", "4.502991943010135e17,true", "450299194301013000,true", "450299195312109312,false",
        "'',false"})
    void recognisesWhatSpreadsheetsLeaveOfANumber(String text, boolean lost) {
        assertThat(IdNumber.lostDigits(text)).isEqualTo(lost);
    }

    @Test
    void neverPrintsItselfInFull() {
        assertThat(valid("11010519491231002X").number()).hasToString("110105********002X");
    }

    private static IdCheck.Valid valid(String text) {
        IdCheck check = IdNumber.check(text, TODAY);
        assertThat(check).isInstanceOf(IdCheck.Valid.class);
        return (IdCheck.Valid) check;
    }

    private static IdCheck.Refused refused(String text) {
        IdCheck check = IdNumber.check(text, TODAY);
        assertThat(check).isInstanceOf(IdCheck.Refused.class);
        return (IdCheck.Refused) check;
    }

    private static String withCheck(String body) {
        return body + IdNumber.checkCharacter(body);
    }
}
