package org.shegong.db.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Rules on how values of one record lie to each other, beyond plain order.
 *
 * <p>{@code within_days}: the field lies at most {@code days} after the other; {@code span_days}: all of the fields
 * lie within {@code days}; {@code different_days}, {@code different_hours}: no two of the fields share a day, an
 * hour of the day; {@code no_common}: no record is named in two of the fields; {@code count_not_over}: the field
 * names at most as many as the other counts.
 */
final class SpreadRules {
    private SpreadRules() {
    }

    static boolean breached(FieldRule rule, Map<String, Object> values) {
        return switch (rule.rule()) {
            case "within_days" -> rule.others().stream().anyMatch(key ->
                daysBetween(values.get(key), values.get(rule.field())) > days(rule));
            case "span_days" -> span(days(values, rule.others())) > days(rule);
            case "different_days" -> hasTwins(days(values, rule.others()));
            case "different_hours" -> hasTwins(rule.others().stream().map(values::get)
                .filter(LocalDateTime.class::isInstance).map(at -> ((LocalDateTime) at).getHour()).toList());
            case "no_common" -> hasTwins(rule.others().stream().map(values::get)
                .filter(Collection.class::isInstance).flatMap(many -> ((Collection<?>) many).stream()).toList());
            case "count_not_over" -> rule.others().stream().anyMatch(key ->
                isOver(values.get(rule.field()), values.get(key)));
            default -> false;
        };
    }

    private static long days(FieldRule rule) {
        Object days = rule.options().get("days");
        return days == null ? 0 : Long.parseLong(days.toString());
    }

    private static List<LocalDate> days(Map<String, Object> values, List<String> keys) {
        return keys.stream().map(values::get).map(SpreadRules::day).filter(Objects::nonNull).toList();
    }

    private static LocalDate day(Object value) {
        return value instanceof LocalDate date ? date : value instanceof LocalDateTime at ? at.toLocalDate() : null;
    }

    private static long daysBetween(Object from, Object to) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        return first == null || last == null ? 0 : ChronoUnit.DAYS.between(first, last);
    }

    private static long span(List<LocalDate> days) {
        return days.isEmpty() ? 0 : ChronoUnit.DAYS.between(days.stream().min(LocalDate::compareTo).orElseThrow(),
            days.stream().max(LocalDate::compareTo).orElseThrow());
    }

    private static boolean hasTwins(List<?> all) {
        Set<Object> seen = new HashSet<>();
        return !all.stream().allMatch(seen::add);
    }

    private static boolean isOver(Object named, Object counted) {
        return named instanceof Collection<?> many && counted instanceof Number number
            && BigDecimal.valueOf(many.size()).compareTo(new BigDecimal(number.toString())) > 0;
    }
}
