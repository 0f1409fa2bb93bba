package org.shegong.db.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A condition over a record's values, as form files write it: when a field is required or shown. */
public sealed interface Condition {
    /** Holds for any record. */
    Condition ALWAYS = new All(List.of());
    /** Holds for no record. */
    Condition NEVER = new Any(List.of());

    /**
     * Whether this holds.
     *
     * @param values the record's values by field key, computed ones included
     */
    boolean test(Map<String, Object> values);

    /** Adds the keys of the fields that this condition looks at. */
    void collectFields(Set<String> keys);

    /** All of the parts hold; holds when there are none. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean test(Map<String, Object> values) {
            return parts.stream().allMatch(part -> part.test(values));
        }

        @Override
        public void collectFields(Set<String> keys) {
            parts.forEach(part -> part.collectFields(keys));
        }
    }

    /** At least one of the parts holds; fails when there are none. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean test(Map<String, Object> values) {
            return parts.stream().anyMatch(part -> part.test(values));
        }

        @Override
        public void collectFields(Set<String> keys) {
            parts.forEach(part -> part.collectFields(keys));
        }
    }

    /** The part does not hold. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean test(Map<String, Object> values) {
            return !part.test(values);
        }

        @Override
        public void collectFields(Set<String> keys) {
            part.collectFields(keys);
        }
    }

    /** The field holds one of these values (for a field of several values: any of them does). */
    record In(String field, Set<String> options) implements Condition {
        @Override
        public boolean test(Map<String, Object> values) {
            Object value = values.get(field);
            if (value instanceof Collection<?> many) {
                return many.stream().anyMatch(one -> options.contains(String.valueOf(one)));
            }
            return value != null && options.contains(plain(value));
        }

        @Override
        public void collectFields(Set<String> keys) {
            keys.add(field);
        }
    }

    /** The field's text, or one of its several, begins so (classes of codes, such as C4 for disability). */
    record StartsWith(String field, String prefix) implements Condition {
        @Override
        public boolean test(Map<String, Object> values) {
            Object value = values.get(field);
            if (value instanceof Collection<?> many) {
                return many.stream().anyMatch(one -> String.valueOf(one).startsWith(prefix));
            }
            return value != null && value.toString().startsWith(prefix);
        }

        @Override
        public void collectFields(Set<String> keys) {
            keys.add(field);
        }
    }

    /** The field has a value. */
    record Filled(String field) implements Condition {
        @Override
        public boolean test(Map<String, Object> values) {
            return RecordValues.isFilled(values.get(field));
        }

        @Override
        public void collectFields(Set<String> keys) {
            keys.add(field);
        }
    }

    /** The field's number or date compares so with the bound; fails when the field is empty. */
    record Compares(String field, Comparison comparison, BigDecimal bound) implements Condition {
        @Override
        public boolean test(Map<String, Object> values) {
            Object value = values.get(field);
            if (value == null || value instanceof LocalDate || value instanceof Collection<?>) {
                return false;
            }
            try {
                return comparison.holds(new BigDecimal(plain(value)).compareTo(bound));
            } catch (NumberFormatException notANumber) {
                return false;
            }
        }

        @Override
        public void collectFields(Set<String> keys) {
            keys.add(field);
        }
    }

    /** How two numbers compare. */
    enum Comparison {
        LT, LE, GT, GE;

        boolean holds(int compared) {
            return switch (this) {
                case LT -> compared < 0;
                case LE -> compared <= 0;
                case GT -> compared > 0;
                case GE -> compared >= 0;
            };
        }
    }

    private static String plain(Object value) {
        return value instanceof Boolean yes ? (yes ? "true" : "false") : value.toString();
    }
}
