package org.shegong.db.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shegong.db.domain.AgeOn;

/**
 * The computations that form files name: what follows from a record's own values and the day.
 *
 * <p>A name may carry fields in brackets, {@code minutes_between(start_time,end_time)}. Computations that need other
 * records are not known here and give null.
 */
public final class Computations {
    private static final int CERTIFICATE_MONTHS = 24;

    /**
     * The computed value, or null when it cannot be worked out from these values.
     *
     * @param expression name with optional fields in brackets
     */
    public Object compute(String expression, Map<String, Object> values, LocalDate today) {
        List<String> parts = parts(expression);
        List<String> fields = parts.subList(1, parts.size());
        return switch (parts.get(0)) {
            case "age" -> age(values, fields, today);
            case "minutes_between" -> minutes(values, fields);
            case "percent" -> percent(values, fields);
            case "difference" -> difference(values, fields);
            case "months_since", "months_between" -> months(values, fields, today);
            case "years_since" -> years(values, fields, today);
            case "cert_deadline" -> deadline(values, fields);
            case "sum" -> sum(values, fields);
            case "product" -> product(values, fields);
            case "percent_over" -> percentOver(values, fields);
            case "count" -> count(values, fields);
            case "training_minutes" -> trainingMinutes(values, fields);
            case "age_band" -> ageBand(values, fields, today);
            default -> null;
        };
    }

    /** The fields that an expression works from; empty for those that need other records. */
    public static List<String> inputs(String expression) {
        List<String> parts = parts(expression);
        return parts.subList(1, parts.size());
    }

    private static List<String> parts(String expression) {
        List<String> parts = new ArrayList<>();
        for (String part : expression.split("[(),]")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts.isEmpty() ? List.of("") : parts;
    }

    private static LocalDate date(Map<String, Object> values, List<String> fields, int index, String otherwise) {
        String key = fields.size() > index ? fields.get(index) : otherwise;
        return values.get(key) instanceof LocalDate date ? date : null;
    }

    private static Long age(Map<String, Object> values, List<String> fields, LocalDate today) {
        LocalDate birth = date(values, fields, 0, "birth");
        LocalDate day = fields.size() > 1 ? date(values, fields, 1, "") : today;
        return birth == null || day == null || birth.isAfter(day) ? null : (long) AgeOn.years(birth, day);
    }

    private static String ageBand(Map<String, Object> values, List<String> fields, LocalDate today) {
        Long age = age(values, fields, today);
        return age == null ? null : org.shegong.db.domain.AgeBand.of(age.intValue()).code();
    }

    private static Long minutes(Map<String, Object> values, List<String> fields) {
        if (fields.size() >= 2 && values.get(fields.get(0)) instanceof LocalTime start
            && values.get(fields.get(1)) instanceof LocalTime end) {
            long minutes = ChronoUnit.MINUTES.between(start, end);
            long pause = fields.size() > 2 && values.get(fields.get(2)) instanceof Long rest ? rest : 0;
            return (minutes < 0 ? minutes + ChronoUnit.DAYS.getDuration().toMinutes() : minutes) - pause;
        }
        return null;
    }

    private static BigDecimal number(Map<String, Object> values, String key) {
        return values.get(key) instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    private static BigDecimal percent(Map<String, Object> values, List<String> fields) {
        BigDecimal part = fields.size() < 2 ? null : number(values, fields.get(0));
        BigDecimal whole = fields.size() < 2 ? null : number(values, fields.get(1));
        return part == null || whole == null || whole.signum() == 0 ? null
            : part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal difference(Map<String, Object> values, List<String> fields) {
        BigDecimal one = fields.size() < 2 ? null : number(values, fields.get(0));
        BigDecimal other = fields.size() < 2 ? null : number(values, fields.get(1));
        return one == null || other == null ? null : one.subtract(other);
    }

    private static Long months(Map<String, Object> values, List<String> fields, LocalDate today) {
        LocalDate from = date(values, fields, 0, "");
        LocalDate to = fields.size() > 1 ? date(values, fields, 1, "") : today;
        return from == null || to == null ? null : ChronoUnit.MONTHS.between(from, to);
    }

    private static Long years(Map<String, Object> values, List<String> fields, LocalDate today) {
        LocalDate from = date(values, fields, 0, "");
        return from == null ? null : (long) Period.between(from, today).getYears();
    }

    private static LocalDate deadline(Map<String, Object> values, List<String> fields) {
        LocalDate clock = date(values, fields, 0, "cert_clock_from");
        LocalDate from = clock != null ? clock : date(values, List.of(), 0, "on_from");
        return from == null ? null : from.plusMonths(CERTIFICATE_MONTHS);
    }

    private static BigDecimal sum(Map<String, Object> values, List<String> fields) {
        return fields.stream().map(key -> number(values, key)).filter(java.util.Objects::nonNull)
            .reduce(BigDecimal::add).orElse(null);
    }

    private static BigDecimal product(Map<String, Object> values, List<String> fields) {
        return fields.stream().anyMatch(key -> number(values, key) == null) ? null
            : fields.stream().map(key -> number(values, key)).reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    /** By how many percent the first number is over the second; 0 when it is not. */
    private static BigDecimal percentOver(Map<String, Object> values, List<String> fields) {
        BigDecimal spent = fields.size() < 2 ? null : number(values, fields.get(0));
        BigDecimal planned = fields.size() < 2 ? null : number(values, fields.get(1));
        return spent == null || planned == null || planned.signum() == 0 ? null
            : spent.subtract(planned).max(BigDecimal.ZERO).multiply(BigDecimal.valueOf(100))
                .divide(planned, 1, RoundingMode.HALF_UP);
    }

    /** How many the fields name or count together; null when all are empty. */
    private static Long count(Map<String, Object> values, List<String> fields) {
        long count = 0;
        for (String key : fields) {
            count += values.get(key) instanceof java.util.Collection<?> many ? many.size()
                : values.get(key) instanceof Number number ? number.longValue() : 0;
        }
        return count == 0 ? null : count;
    }

    /** Hours and minutes become minutes; class hours depend on local rules and are typed. */
    private static Long trainingMinutes(Map<String, Object> values, List<String> fields) {
        BigDecimal amount = fields.size() < 2 ? null : number(values, fields.get(0));
        BigDecimal each = switch (String.valueOf(values.get(fields.size() < 2 ? "" : fields.get(1)))) {
            case "H" -> BigDecimal.valueOf(60);
            case "M" -> BigDecimal.ONE;
            default -> null;
        };
        return amount == null || each == null ? null
            : amount.multiply(each).setScale(0, RoundingMode.HALF_UP).longValue();
    }
}
