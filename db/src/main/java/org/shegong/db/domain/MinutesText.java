package org.shegong.db.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them, kept as whole minutes. */
public final class MinutesText {
    private static final Map<Character, Integer> NUMBERS = numbers();
    private static final String NUMBER = "\\d{1,5}(?:\\.\\d{1,6})?|[" + digits() + "]{1,3}";
    private static final String HOUR = Words.group("minutes.hour");
    private static final String MINUTE = Words.group("minutes.minute");
    private static final String QUARTER = Words.group("minutes.quarter");
    private static final String HALF = Words.group("minutes.half");
    private static final String PIECE = Words.group("minutes.piece");
    private static final Pattern ABOUT = Pattern.compile("^" + Words.group("minutes.about"));
    private static final Pattern TAIL = Pattern.compile("(?<=.)" + Words.group("minutes.tail") + "$|[()]");
    private static final Pattern PLAIN = Pattern.compile("(\\d{1,5})(?:\\.0+)?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):([0-5]\\d)(?::00)?");
    private static final Pattern FROM_UNTIL = Pattern.compile("(\\d{1,2}):([0-5]\\d)" + Words.group("minutes.until")
            + "{1,2}(\\d{1,2}):([0-5]\\d)");
    /** Half an hour, with the half before the unit: half an hour, one and a half hours. */
    private static final Pattern HALF_HOURS = Pattern.compile(
            "(?:(" + NUMBER + ")" + PIECE + "?)?" + HALF + PIECE + "?" + HOUR);
    private static final Pattern HOURS = Pattern.compile("(" + NUMBER + ")" + HOUR + "(?:(" + HALF + ")|"
            + Words.group("minutes.and") + "?(" + NUMBER + ")(" + MINUTE + "|" + QUARTER + ")?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MINUTES = Pattern.compile("(" + NUMBER + ")(" + MINUTE + "|" + QUARTER + ")",
            Pattern.CASE_INSENSITIVE);

    private MinutesText() {
    }

    /**
     * Minutes of a typed duration: 90, 90分钟, 50分, 1.5小时, 1小时15分, 1:15, 1.5h, 2个小时, 半小时, 一个半小时, 9:00-10:30.
     * A number without unit is minutes and must be whole. Fractions of a minute round half up. Empty when the
     * text is no duration; zero is a duration, negative ones are not.
     */
    public static Optional<Long> parse(String raw) {
        String text = ABOUT.matcher(CellText.compact(raw)).replaceFirst("").replace('\uFF1A', ':');
        text = TAIL.matcher(text).replaceAll("");
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return Optional.of(Long.valueOf(plain.group(1)));
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return Optional.of(Long.parseLong(clock.group(1)) * 60 + Long.parseLong(clock.group(2)));
        }
        Matcher times = FROM_UNTIL.matcher(text);
        if (times.matches()) {
            long minutes = minuteOfDay(times, 3) - minuteOfDay(times, 1);
            return Optional.of(minutes).filter(span -> span > 0);
        }
        Matcher half = HALF_HOURS.matcher(text);
        if (half.matches()) {
            return whole(half.group(1) == null ? minutes("0.5", 60) : minutes(half.group(1), 60).add(minutes("30", 1)));
        }
        Matcher hours = HOURS.matcher(text);
        if (hours.matches()) {
            return whole(minutes(hours.group(1), 60).add(rest(hours)));
        }
        Matcher minutes = MINUTES.matcher(text);
        return minutes.matches() ? whole(minutes(minutes.group(1), unit(minutes.group(2)))) : Optional.empty();
    }

    private static long minuteOfDay(Matcher times, int group) {
        return Long.parseLong(times.group(group)) * 60 + Long.parseLong(times.group(group + 1));
    }

    /** Hours with one decimal, half up: 75 gives 1.3. */
    public static BigDecimal hours(long minutes) {
        return hours(minutes, 1);
    }

    /** Hours with the given decimals, half up. */
    public static BigDecimal hours(long minutes, int decimals) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), decimals, RoundingMode.HALF_UP);
    }

    private static BigDecimal rest(Matcher hours) {
        if (hours.group(2) != null) {
            return BigDecimal.valueOf(30);
        }
        return hours.group(3) == null ? BigDecimal.ZERO : minutes(hours.group(3), unit(hours.group(4)));
    }

    private static int unit(String word) {
        return word != null && Words.set("minutes.quarter").contains(word) ? 15 : 1;
    }

    private static BigDecimal minutes(String number, int unit) {
        BigDecimal value = Character.isDigit(number.charAt(0)) ? new BigDecimal(number)
                : BigDecimal.valueOf(spelled(number));
        return value.multiply(BigDecimal.valueOf(unit));
    }

    private static Optional<Long> whole(BigDecimal minutes) {
        return Optional.of(minutes.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** Chinese numerals up to 99. */
    private static int spelled(String numerals) {
        int total = 0;
        int pending = 0;
        for (char c : numerals.toCharArray()) {
            int value = NUMBERS.get(c);
            if (value == 10) {
                total += Math.max(1, pending) * 10;
                pending = 0;
            } else {
                pending = value;
            }
        }
        return total + pending;
    }

    private static Map<Character, Integer> numbers() {
        Map<Character, Integer> numbers = new HashMap<>();
        for (String word : Words.list("numbers")) {
            numbers.put(word.charAt(0), Integer.valueOf(word.substring(1)));
        }
        return Map.copyOf(numbers);
    }

    private static String digits() {
        StringBuilder digits = new StringBuilder();
        NUMBERS.keySet().forEach(digits::append);
        return digits.toString();
    }
}
