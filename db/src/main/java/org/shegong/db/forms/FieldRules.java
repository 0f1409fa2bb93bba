package org.shegong.db.forms;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shegong.db.domain.DisabilityCardNo;
import org.shegong.db.domain.IdCheck;
import org.shegong.db.domain.IdNumber;

/**
 * The rules between fields that form files name.
 *
 * <p>{@code not_before}, {@code not_after}: order of two dates or times; {@code forbid}: the condition {@code when}
 * may not hold; {@code one_of_filled}: at least one of the fields has a value; {@code different}, {@code same};
 * {@code sum_not_over}: the others together are at most the field; {@code at_least}, {@code max_count},
 * {@code min_count}: a number of values; {@code id_matches}, {@code disability_matches}. Rules may carry a
 * condition {@code when}. {@code not_future}: the date is not after today. Others: {@link SpreadRules}. Rules that
 * need other records ({@code unique}, {@code no_overlap} …) are left to the store.
 */
final class FieldRules {
    private static final Duration LONGEST_PAST_MIDNIGHT = Duration.ofHours(8);

    void check(Form form, FieldRule rule, Map<String, Object> values, LocalDate today, List<Finding> findings) {
        Condition when = ConditionReader.read(form.key() + " rule", rule.options().get("when"), Condition.ALWAYS);
        if (when.test(values) && breached(rule, values, today)) {
            findings.add(new Finding(rule.rule(), rule.level(), rule.field(), rule.message(),
                List.of(label(form, rule.field()), others(form, rule), limit(rule))));
        }
    }

    private static boolean breached(FieldRule rule, Map<String, Object> values, LocalDate today) {
        Object value = values.get(rule.field());
        return switch (rule.rule()) {
            case "forbid" -> true;
            case "one_of_filled" -> rule.others().stream()
                .noneMatch(key -> RecordValues.isFilled(values.get(key)));
            case "not_before" -> rule.others().stream().anyMatch(key -> before(value, values.get(key)));
            case "not_after" -> rule.others().stream().anyMatch(key -> before(values.get(key), value));
            case "different" -> value != null && rule.others().stream()
                .anyMatch(key -> Objects.equals(value, values.get(key)));
            case "same" -> value != null && rule.others().stream()
                .anyMatch(key -> values.get(key) != null && !Objects.equals(value, values.get(key)));
            case "sum_not_over" -> value != null && sum(rule.others(), values).compareTo(number(value)) > 0;
            case "not_over" -> value != null && rule.others().stream()
                .anyMatch(key -> values.get(key) != null && number(value).compareTo(number(values.get(key))) > 0);
            case "max_count" -> count(value) > limit(rule).intValue();
            case "min_count", "at_least" -> value != null && count(value) < limit(rule).intValue();
            case "id_matches" -> idDiffers(value, rule.others(), values);
            case "disability_matches" -> cardDiffers(value, rule.others(), values);
            case "not_future" -> value instanceof LocalDate day && day.isAfter(today);
            default -> SpreadRules.breached(rule, values);
        };
    }

    private static boolean before(Object later, Object earlier) {
        if (later instanceof LocalDate one && earlier instanceof LocalDate other) {
            return one.isBefore(other);
        }
        if (later instanceof LocalDateTime one && earlier instanceof LocalDate other) {
            return one.toLocalDate().isBefore(other);
        }
        if (later instanceof LocalDateTime one && earlier instanceof LocalDateTime other) {
            return one.isBefore(other);
        }
        if (later instanceof LocalTime one && earlier instanceof LocalTime other) {
            boolean pastMidnight = Duration.between(other, one).plusDays(1).compareTo(LONGEST_PAST_MIDNIGHT) <= 0;
            return !one.isAfter(other) && !pastMidnight;
        }
        return false;
    }

    private static BigDecimal sum(List<String> keys, Map<String, Object> values) {
        return keys.stream().map(values::get).filter(Objects::nonNull).map(FieldRules::number)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()) : BigDecimal.ZERO;
    }

    private static int count(Object value) {
        return value instanceof Collection<?> many ? many.size() : value == null ? 0 : number(value).intValue();
    }

    private static BigDecimal limit(FieldRule rule) {
        for (String key : List.of("limit", "count", "n", "max", "min", "value", "days")) {
            if (rule.options().get(key) != null) {
                return new BigDecimal(rule.options().get(key).toString());
            }
        }
        return BigDecimal.ZERO;
    }

    private static boolean idDiffers(Object idNo, List<String> others, Map<String, Object> values) {
        Object type = values.get("id_type");
        if (idNo == null || type != null && !List.of("01", "02").contains(type.toString())
            || !(IdNumber.check(idNo.toString(), LocalDate.MAX) instanceof IdCheck.Valid valid)) {
            return false;
        }
        return others.stream().map(values::get).filter(Objects::nonNull).anyMatch(other ->
            other instanceof LocalDate birth ? !birth.equals(valid.number().birthDate())
                : !other.toString().equals(valid.number().sex().code()));
    }

    private static boolean cardDiffers(Object cardNo, List<String> others, Map<String, Object> values) {
        if (cardNo == null || others.size() < 3) {
            return false;
        }
        return DisabilityCardNo.parse(cardNo.toString()).map(card ->
            values.get(others.get(0)) != null && !card.belongsTo(values.get(others.get(0)).toString())
                || differs(values.get(others.get(1)), card.category())
                || differs(values.get(others.get(2)), card.degree())).orElse(false);
    }

    private static boolean differs(Object code, int digit) {
        return code != null && !code.toString().equals(Integer.toString(digit));
    }

    private static String label(Form form, String key) {
        return form.find(key).map(Field::label).orElse("");
    }

    private static String others(Form form, FieldRule rule) {
        return String.join("、", rule.others().stream().map(key -> label(form, key))
            .filter(text -> !text.isEmpty()).toList());
    }
}
