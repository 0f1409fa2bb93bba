package org.shegong.db.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    private static final LocalDate FIFTH_OF_MARCH = LocalDate.of(2026, 3, 5);

    @ParameterizedTest
    @ValueSource(strings = {"2026-3-5", "2026.3.5", "2026/03/05", "2026年3月5日", "2026年03月05日", "20260305", " 2026-3-5 ",
        "２０２６－３－５", "２０２６年３月５日", "2026-3-5 00:00:00", "2026/3/5 0:00", "2026-03-05T00:00:00", "2026 年 3 月 5 日",
        "2026年3月5号", "2026年3月5", "'2026-3-5", "\u00A02026-3-5\n", "2026－3－5", "2026。3。5", "2026–3–5"})
    void readsEverySpellingOfLedgers(String typed) {
        assertThat(DateText.parse(typed)).contains(FIFTH_OF_MARCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-2-30", "2026-13-1", "20261301", "2026-3", "3月5日", "昨天", "2026-3.5", "202635",
        "1700-1-1", "9999-1-1", "46086"})
    void refusesWhatIsNoDate(String typed) {
        assertThat(DateText.read(typed)).isEqualTo(new DateReading.Unreadable());
    }

    @Test
    void offersTheReadingsOfAnAmbiguousDateInsteadOfGuessing() {
        assertThat(DateText.read("7/8/25")).isEqualTo(new DateReading.Ambiguous(java.util.List.of(
                LocalDate.of(2007, 8, 25), LocalDate.of(2025, 7, 8), LocalDate.of(2025, 8, 7))));
        assertThat(DateText.read("13/5/2026")).isEqualTo(new DateReading.Ambiguous(java.util.List.of(
                LocalDate.of(2026, 5, 13))));
        assertThat(DateText.parse("7/8/25")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,false,1900-01-01", "59,false,1900-02-28", "61,false,1900-03-01", "46086,false,2026-03-05",
        "46086.75,false,2026-03-05", "44624,true,2026-03-05"})
    void readsSpreadsheetSerialsInBothSystems(double serial, boolean date1904, LocalDate date) {
        assertThat(DateText.fromSerial(serial, date1904)).contains(date);
    }

    @Test
    void refusesTheSerialOfTheDayThatNeverWas() {
        assertThat(DateText.fromSerial(60, false)).isEmpty();
        assertThat(DateText.fromSerial(0, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-3-5 9:05,2026-03-05T09:05", "2026年3月5日 9点半,2026-03-05T09:30", "2026-3-5,2026-03-05T00:00",
        "2026-03-05T14:30,2026-03-05T14:30"})
    void readsDatesWithATime(String typed, LocalDateTime moment) {
        assertThat(DateText.parseDateTime(typed)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({"9:05,09:05", "905,09:05", "0905,09:05", "９：０５,09:05", "9点,09:00", "9时5分,09:05", "9点一刻,09:15",
        "23:59:30,23:59"})
    void readsClockTimes(String typed, LocalTime time) {
        assertThat(TimeText.parse(typed)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24:00", "9:60", "9", "早上"})
    void refusesWhatIsNoClockTime(String typed) {
        assertThat(TimeText.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5,2026-11-05", "05,2026-11-05", "5日,2026-11-05", "1005,2026-10-05", "105,2026-01-05",
        "10-5,2026-10-05", "10月5日,2026-10-05", "今天,2026-11-20", "昨天,2026-11-19", "前天,2026-11-18",
        "明天,2026-11-21", "+1,2026-11-21", "-1,2026-11-19", "-30,2026-10-21", "＋１,2026-11-21",
        "2026-3-5,2026-03-05", "20260305,2026-03-05"})
    void readsShorthandAtTheDesk(String typed, LocalDate date) {
        assertThat(DateShorthand.read(typed, LocalDate.of(2026, 11, 20))).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31", "1301", "大后天", "7/8/25", "0"})
    void refusesShorthandThatFitsNoDay(String typed) {
        assertThat(DateShorthand.read(typed, LocalDate.of(2026, 11, 20))).isEmpty();
    }
}
