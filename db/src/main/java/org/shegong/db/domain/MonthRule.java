package org.shegong.db.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What a statistical month is (monthly report R2): the calendar month, or from a day of the month before to the
 * day before that day, such as 26 September to 25 October for October.
 *
 * @param startDay 1 for the calendar month, else 2 to 28
 */
public record MonthRule(int startDay) {
    /** Statistical months are calendar months. */
    public static final MonthRule CALENDAR = new MonthRule(1);

    public MonthRule {
        if (startDay < 1 || startDay > 28) {
            throw new IllegalArgumentException("start day must lie between 1 and 28");
        }
    }

    /** Reads what a station record keeps: a start day, or empty, null or {@code calendar} for calendar months. */
    public static MonthRule parse(String text) {
        String digits = text == null ? "" : text.replaceAll("\\D", "");
        return digits.isEmpty() ? CALENDAR : new MonthRule(Integer.parseInt(digits));
    }

    /** First day of a statistical month. */
    public LocalDate first(YearMonth month) {
        return startDay == 1 ? month.atDay(1) : month.minusMonths(1).atDay(startDay);
    }

    /** Last day of a statistical month, inclusive. */
    public LocalDate last(YearMonth month) {
        return first(month.plusMonths(1)).minusDays(1);
    }

    /** The statistical month that a day belongs to. */
    public YearMonth monthOf(LocalDate day) {
        YearMonth calendar = YearMonth.from(day);
        return startDay > 1 && day.getDayOfMonth() >= startDay ? calendar.plusMonths(1) : calendar;
    }
}
