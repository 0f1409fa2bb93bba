package org.shegong.db.domain;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clock times as people write them. */
public final class TimeText {
    private static final String HOUR = Words.group("time.hour");
    private static final String MINUTE = Words.group("time.minute");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.](\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,2})(\\d{2})");
    private static final Pattern UNITS = Pattern.compile("(\\d{1,2})" + HOUR + "(?:(\\d{1,2})" + MINUTE + "?|("
            + Words.group("time.half") + ")|(" + Words.group("time.quarter") + "))?");

    private TimeText() {
    }

    /** Reads 9:05, 09:05:00, 905, 0905, 9点5分, 9点半; full width allowed. Seconds are dropped. Empty otherwise. */
    public static Optional<LocalTime> parse(String raw) {
        String text = CellText.compact(raw);
        for (Pattern pattern : new Pattern[] {CLOCK, DIGITS}) {
            Matcher match = pattern.matcher(text);
            if (match.matches()) {
                return time(match.group(1), match.group(2));
            }
        }
        Matcher units = UNITS.matcher(text);
        if (!units.matches()) {
            return Optional.empty();
        }
        String minutes = units.group(2) != null ? units.group(2)
                : units.group(3) != null ? "30" : units.group(4) != null ? "15" : "0";
        return time(units.group(1), minutes);
    }

    private static Optional<LocalTime> time(String hour, String minute) {
        try {
            return Optional.of(LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute)));
        } catch (DateTimeException notOnTheClock) {
            return Optional.empty();
        }
    }
}
