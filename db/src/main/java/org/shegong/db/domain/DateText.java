package org.shegong.db.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as ledgers spell them (rules document §2 D01). */
public final class DateText {
    private static final String YEAR = Words.group("date.year");
    private static final String MONTH = Words.group("date.month");
    private static final String DAY = Words.group("date.day");
    /** A clock reading behind the date, as spreadsheets write date cells; the day is what counts. */
    private static final Pattern CLOCK = Pattern.compile(
            "(?<=\\d|" + DAY + ")[ T]+(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)$");
    private static final Pattern SEPARATED = Pattern.compile(
            "(\\d{4})([-./\\\\])(\\d{1,2})\\2(\\d{1,2})" + DAY + "?");
    private static final Pattern UNITS = Pattern.compile(
            "(\\d{4})" + YEAR + "(\\d{1,2})" + MONTH + "(\\d{1,2})" + DAY + "?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4}|\\d{2})");
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    private DateText() {
    }

    /**
     * Reads 2026-3-5, 2026.3.5, 2026/03/05, 2026年3月5日, 20260305, full width, with spaces around or inside and a
     * clock time behind. Years 1800 to 2199. A date without a four-digit year in front is ambiguous.
     */
    public static DateReading read(String raw) {
        String text = CellText.compact(CLOCK.matcher(prepared(raw)).replaceFirst(""))
                .replaceAll("[\u2010-\u2015\u2212]", "-").replace('\u3002', '.');
        for (Pattern pattern : List.of(UNITS, DIGITS)) {
            Matcher match = pattern.matcher(text);
            if (match.matches()) {
                return reading(match.group(1), match.group(2), match.group(3));
            }
        }
        Matcher separated = SEPARATED.matcher(text);
        if (separated.matches()) {
            return reading(separated.group(1), separated.group(3), separated.group(4));
        }
        Matcher shortForm = SHORT.matcher(text);
        return shortForm.matches() ? ambiguous(shortForm) : new DateReading.Unreadable();
    }

    /** The date of {@link #read} when there is no doubt. */
    public static Optional<LocalDate> parse(String raw) {
        return read(raw).certain();
    }

    /** A date with the clock time behind it; without one, midnight. Empty when either part cannot be read. */
    public static Optional<LocalDateTime> parseDateTime(String raw) {
        String text = prepared(raw);
        Optional<LocalDate> date = parse(text);
        if (date.isPresent()) {
            Matcher clock = CLOCK.matcher(text);
            return clock.find() ? TimeText.parse(clock.group(1)).map(date.get()::atTime)
                    : Optional.of(date.get().atStartOfDay());
        }
        int gap = text.lastIndexOf(' ');
        return gap < 0 ? Optional.empty() : parse(text.substring(0, gap))
                .flatMap(day -> TimeText.parse(text.substring(gap + 1)).map(day::atTime));
    }

    /**
     * The day of a spreadsheet serial number. In the 1900 system serial 60 is the day that never was and gives
     * nothing; fractions (clock times) are cut. Empty outside 1 to 109574 (year 2199).
     */
    public static Optional<LocalDate> fromSerial(double serial, boolean date1904) {
        long days = (long) Math.floor(serial);
        if (days < (date1904 ? 0 : 1) || days > 109_574 || !date1904 && days == 60) {
            return Optional.empty();
        }
        return Optional.of(date1904 ? EPOCH_1904.plusDays(days) : EPOCH_1900.plusDays(days > 60 ? days - 1 : days));
    }

    private static String prepared(String raw) {
        return CellText.clean(CellText.halfWidth(raw));
    }

    private static DateReading reading(String year, String month, String day) {
        return date(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                .<DateReading>map(DateReading.Read::new).orElseGet(DateReading.Unreadable::new);
    }

    private static DateReading ambiguous(Matcher parts) {
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(2));
        int third = Integer.parseInt(parts.group(3));
        int yearLast = parts.group(3).length() == 4 ? third : 2000 + third;
        TreeSet<LocalDate> candidates = new TreeSet<>();
        if (parts.group(3).length() == 2) {
            date(2000 + first, second, third).ifPresent(candidates::add);
        }
        date(yearLast, first, second).ifPresent(candidates::add);
        date(yearLast, second, first).ifPresent(candidates::add);
        return candidates.isEmpty() ? new DateReading.Unreadable()
                : new DateReading.Ambiguous(List.copyOf(candidates));
    }

    static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return year < 1800 || year > 2199 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }
}
