package org.shegong.db.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person types into a date field at the desk to save keystrokes, read relative to a given today. */
public final class DateShorthand {
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,3})");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})" + Words.group("date.day") + "?");
    private static final Pattern MONTH_DAY = Pattern.compile("(\\d{1,2})(\\d{2})|(\\d{1,2})(?:[-./]|"
            + Words.group("date.month") + ")(\\d{1,2})" + Words.group("date.day") + "?");

    private DateShorthand() {
    }

    /**
     * 5 is the 5th of this month, 1005 or 10-5 the 5th of October this year, +1 and -1 count days, the words for
     * today, yesterday, the day before and tomorrow work, and so does every full spelling of {@link DateText}.
     * No guess is made about past or future. Empty when nothing fits or the calendar has no such day.
     */
    public static Optional<LocalDate> read(String raw, LocalDate today) {
        String text = CellText.compact(raw);
        Optional<LocalDate> word = word(text, today);
        if (word.isPresent()) {
            return word;
        }
        Matcher offset = OFFSET.matcher(text);
        if (offset.matches()) {
            long days = Long.parseLong(offset.group(2));
            return Optional.of(offset.group(1).equals("+") ? today.plusDays(days) : today.minusDays(days));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return DateText.date(today.getYear(), today.getMonthValue(), Integer.parseInt(day.group(1)));
        }
        Matcher both = MONTH_DAY.matcher(text);
        if (both.matches()) {
            int group = both.group(1) != null ? 1 : 3;
            return DateText.date(today.getYear(), Integer.parseInt(both.group(group)),
                    Integer.parseInt(both.group(group + 1)));
        }
        return DateText.parse(text);
    }

    private static Optional<LocalDate> word(String text, LocalDate today) {
        if (Words.set("date.today").contains(text)) {
            return Optional.of(today);
        }
        if (Words.set("date.yesterday").contains(text)) {
            return Optional.of(today.minusDays(1));
        }
        if (Words.set("date.before").contains(text)) {
            return Optional.of(today.minusDays(2));
        }
        return Words.set("date.tomorrow").contains(text) ? Optional.of(today.plusDays(1)) : Optional.empty();
    }
}
