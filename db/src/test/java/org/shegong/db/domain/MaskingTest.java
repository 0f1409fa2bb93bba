package org.shegong.db.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource({"11010519491231002X,110105********002X,110*************2X",
        "110105491231002,110105******002,110**********02", "4502991963010201,450299******0201,450***********01",
        "1234,****,****", "'','',''"})
    void hidesTheBirthDateOfAnIdNumber(String number, String masked, String strict) {
        assertThat(Masking.idNumber(number)).isEqualTo(masked);
        assertThat(Masking.idNumberStrict(number)).isEqualTo(strict);
    }

    @Test
    void masksChildrenMoreStrictly() {
        LocalDate birth = LocalDate.of(2013, 6, 5);
        assertThat(Masking.idNumberOn("450203201306050022", birth, LocalDate.of(2031, 6, 4)))
                .isEqualTo("450*************22");
        assertThat(Masking.idNumberOn("450203201306050022", birth, LocalDate.of(2031, 6, 5)))
                .isEqualTo("450203********0022");
    }

    @ParameterizedTest
    @CsvSource({"张伟,张*", "李建国,李**", "李建国华,李**", "欧阳修,欧阳*", "欧阳震华,欧阳**", "欧阳,欧*",
        "阿依古丽·买买提,阿**", "John Smith,J**", "𠮷田,𠮷*", "张,*", "'',''"})
    void keepsTheSurname(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13812345678,138****5678", "138-1234-5678,138****5678", "0772-2611731,0772-*****31",
        "2611731,*****31", "0772-2611731-802,0772-*****31", "110,110", "1300004604,********04", "'',''"})
    void hidesTheMiddleOfPhones(String phone, String masked) {
        assertThat(Masking.phone(phone)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"弋江镇白沙屯村3组12号,弋江镇白沙屯村***", "进德社区幸福路8号,进德社区***", "白沙屯村,白沙屯村",
        "试验乡新街12号,试验乡***", "幸福路8号,***", "'',''"})
    void keepsAddressesDownToTheVillage(String address, String masked) {
        assertThat(Masking.address(address)).isEqualTo(masked);
    }

    @Test
    void hidesCertificatesBirthDatesAndProtectedNames() {
        assertThat(Masking.certificate("36112619900101000142")).isEqualTo("361126**********0142");
        assertThat(Masking.birthDate(LocalDate.of(1949, 12, 31))).isEqualTo("1949-12");
        assertThat(Masking.protectedName("C00012")).isEqualTo("C00012某");
        assertThat(Masking.protectedName(null)).isEqualTo("某");
        assertThat(Masking.all("12")).isEqualTo("***");
    }

    @ParameterizedTest
    @CsvSource({"id_number,11010519491231002X,110105********002X", "name,张伟,张*", "phone,13812345678,138****5678",
        "address,白沙屯村3组,白沙屯村***", "birth,1949-12-31,1949-12", "amount,5000.50,***", "full,情况稳定,***",
        "unheard_of,abc,***", "'',abc,abc", "full,'',''"})
    void appliesTheMaskThatAFormNames(String mask, String text, String masked) {
        assertThat(Masking.by(mask, text)).isEqualTo(masked);
    }
}
