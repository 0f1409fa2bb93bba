package org.shegong.db.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    @Test
    void aCalendarMonthRunsFromItsFirstToItsLastDay() {
        StatMonth february = StatMonth.of(YearMonth.of(2028, 2));
        assertThat(february.first()).isEqualTo("2028-02-01");
        assertThat(february.last()).isEqualTo("2028-02-29");
        assertThat(february.previous()).hasToString("2028-01");
        assertThat(february.yearStart().first()).isEqualTo("2028-01-01");
    }

    @Test
    void aShiftedMonthRunsFromTheDayOfThePreviousMonth() {
        MonthRule rule = new MonthRule(26);
        StatMonth october = StatMonth.parse("2026-10", rule).orElseThrow();
        assertThat(october.first()).isEqualTo("2026-09-26");
        assertThat(october.last()).isEqualTo("2026-10-25");
        assertThat(StatMonth.containing(LocalDate.of(2026, 10, 25), rule)).isEqualTo(october);
        assertThat(StatMonth.containing(LocalDate.of(2026, 10, 26), rule)).isEqualTo(october.next());
        assertThat(new StatMonth(YearMonth.of(2027, 1), rule).first()).isEqualTo("2026-12-26");
        assertThat(october.contains(LocalDate.of(2026, 9, 26))).isTrue();
        assertThat(october.contains(LocalDate.of(2026, 9, 25))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-10,2026-10", "2026/1,2026-01", "202610,2026-10", "2026年3月,2026-03", "２０２６．１０,2026-10"})
    void readsMonthsInSeveralSpellings(String typed, YearMonth month) {
        assertThat(StatMonth.parse(typed, MonthRule.CALENDAR)).map(StatMonth::month).contains(month);
    }

    @ParameterizedTest
    @CsvSource({"2026-13", "''", "2026", "10月", "2026-10-1"})
    void refusesWhatIsNoMonth(String typed) {
        assertThat(StatMonth.parse(typed, MonthRule.CALENDAR)).isEmpty();
    }

    @Test
    void readsTheRuleOfAStation() {
        assertThat(MonthRule.parse(null)).isEqualTo(MonthRule.CALENDAR);
        assertThat(MonthRule.parse("calendar")).isEqualTo(MonthRule.CALENDAR);
        assertThat(MonthRule.parse("26")).isEqualTo(new MonthRule(26));
        assertThatThrownBy(() -> new MonthRule(29)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2012-02-29,2026-02-28,13", "2012-02-29,2026-03-01,14", "2012-02-29,2028-02-28,15",
        "2012-02-29,2028-02-29,16", "2010-05-06,2026-05-05,15", "2010-05-06,2026-05-06,16"})
    void turnsOlderOnTheBirthdayAndOnMarchFirstForLeapDays(LocalDate birth, LocalDate date, int age) {
        assertThat(AgeOn.years(birth, date)).isEqualTo(age);
    }

    @Test
    void namesTheDayOnWhichAnAgeIsReached() {
        assertThat(AgeOn.birthday(LocalDate.of(2012, 2, 29), 14)).isEqualTo("2026-03-01");
        assertThat(AgeOn.birthday(LocalDate.of(2012, 2, 29), 16)).isEqualTo("2028-02-29");
        assertThat(AgeOn.birthday(LocalDate.of(2012, 7, 16), 16)).isEqualTo("2028-07-16");
    }

    @ParameterizedTest
    @CsvSource({"0,0-5", "5,0-5", "6,6-13", "13,6-13", "14,14-17", "17,14-17", "18,18-34", "34,18-34", "35,35-59",
        "59,35-59", "60,60-79", "79,60-79", "80,80+", "110,80+"})
    void putsAgesIntoBands(int age, String band) {
        assertThat(AgeBand.of(age).code()).isEqualTo(band);
    }
}
