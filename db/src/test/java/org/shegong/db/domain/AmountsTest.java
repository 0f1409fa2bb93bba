package org.shegong.db.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({"5000.5,500050", "'5,000.50',500050", "￥12,1200", "12元,1200", "1.2万元,1200000", "１２.３０,1230",
        "0,0", "-3.5,-350", "100.,10000", "12000.999999999998,1200100", "5000.5000000001,500050"})
    void readsMoneyAsFen(String typed, long fen) {
        assertThat(Money.parse(typed)).contains(new Money(fen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.234", "1,2", "5000.5.1", "十元", "99999999999999999999", "9999999999999万",
        "1000000000001元"})
    void refusesWhatIsNoAmount(String typed) {
        assertThat(Money.parse(typed)).isEmpty();
    }

    @Test
    void writesMoney() {
        assertThat(new Money(500050).format()).isEqualTo("5,000.50");
        assertThat(new Money(500050)).hasToString("5000.50");
        assertThat(new Money(5).format()).isEqualTo("0.05");
        assertThat(new Money(1234500000L).tenThousands(2)).isEqualTo(new BigDecimal("1234.50"));
        assertThat(Money.ofYuan(new BigDecimal("0.125"))).contains(new Money(13));
        assertThat(Money.ofYuan(new BigDecimal("1e30"))).isEmpty();
        assertThat(new Money(100).plus(new Money(1)).minus(new Money(2))).isEqualTo(new Money(99));
    }

    @ParameterizedTest
    @CsvSource({"90,90", "90.0,90", "90分钟,90", "50分,50", "1.5小时,90", "1小时15分,75", "1小时15分钟,75", "1:15,75",
        "1：15,75", "1.5h,90", "1.5H,90", "2个小时,120", "半小时,30", "半个小时,30", "一个半小时,90", "两个半小时,150",
        "两小时,120", "1小时半,90", "一小时,60", "0.5小时,30", "1小时10,70", "1h30m,90", "45min,45", "一刻钟,15",
        "１．５小时,90", "９０分钟,90", "' 90 分钟 ',90", "约1小时,60", "十五分钟,15", "1.33小时,80", "0,0", "480,480"})
    void readsDurations(String typed, long minutes) {
        assertThat(MinutesText.parse(typed)).contains(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "-30", "一会儿", "1:75", "小时", "2天", "30-60分钟"})
    void refusesWhatIsNoDuration(String typed) {
        assertThat(MinutesText.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"75,1.3", "74,1.2", "810,13.5", "0,0.0", "3,0.1", "2,0.0", "960,16.0"})
    void roundsHoursHalfUpToOneDecimal(long minutes, BigDecimal hours) {
        assertThat(MinutesText.hours(minutes)).isEqualTo(hours);
    }
}
