package org.shegong.db.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A statistical month: the period of a monthly report, with its days under the station's rule.
 *
 * @param month the month that gives the period its name
 * @param rule  how the station counts months
 */
public record StatMonth(YearMonth month, MonthRule rule) implements Comparable<StatMonth> {

    /** A calendar month. */
    public static StatMonth of(YearMonth month) {
        return new StatMonth(month, MonthRule.CALENDAR);
    }

    /** The statistical month that holds a day. */
    public static StatMonth containing(LocalDate day, MonthRule rule) {
        return new StatMonth(rule.monthOf(day), rule);
    }

    /** Reads {@code 2026-10} (also 2026/10, 2026.10, 202610, with Chinese units); empty for anything else. */
    public static Optional<StatMonth> parse(String raw, MonthRule rule) {
        String text = CellText.compact(raw).replaceAll("[^0-9]+", "-").replaceAll("-$", "");
        if (text.matches("\\d{6}")) {
            text = text.substring(0, 4) + "-" + text.substring(4);
        } else if (text.matches("\\d{4}-\\d")) {
            text = text.substring(0, 5) + "0" + text.substring(5);
        }
        try {
            return Optional.of(new StatMonth(YearMonth.parse(text), rule));
        } catch (DateTimeParseException notAMonth) {
            return Optional.empty();
        }
    }

    public LocalDate first() {
        return rule.first(month);
    }

    /** Last day, inclusive. */
    public LocalDate last() {
        return rule.last(month);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }

    public StatMonth previous() {
        return new StatMonth(month.minusMonths(1), rule);
    }

    public StatMonth next() {
        return new StatMonth(month.plusMonths(1), rule);
    }

    /** January of the same year: year-to-date figures run from its first day. */
    public StatMonth yearStart() {
        return new StatMonth(month.withMonth(1), rule);
    }

    @Override
    public int compareTo(StatMonth other) {
        return month.compareTo(other.month);
    }

    /** {@code 2026-10}, the key of stored reports. */
    @Override
    public String toString() {
        return month.toString();
    }
}
