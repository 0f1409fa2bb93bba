package org.shegong.db.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads the conditions of form files. */
final class ConditionReader {
    private ConditionReader() {
    }

    /** Reads true, false or a condition mapping; null gives {@code otherwise}. */
    static Condition read(String where, Object node, Condition otherwise) {
        if (node == null) {
            return otherwise;
        }
        if (node instanceof Boolean yes) {
            return yes ? Condition.ALWAYS : Condition.NEVER;
        }
        if (!(node instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(where + ": a condition was expected");
        }
        if (map.containsKey("all")) {
            return new Condition.All(list(where, map.get("all")));
        }
        if (map.containsKey("any")) {
            return new Condition.Any(list(where, map.get("any")));
        }
        if (map.containsKey("not")) {
            return new Condition.Not(read(where, map.get("not"), Condition.NEVER));
        }
        return ofField(where, String.valueOf(map.get("field")), map);
    }

    private static Condition ofField(String where, String field, Map<?, ?> map) {
        List<Condition> parts = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            Object value = entry.getValue();
            switch (key) {
                case "field" -> { }
                case "in" -> parts.add(new Condition.In(field, options(value)));
                case "not_in" -> parts.add(new Condition.Not(new Condition.In(field, options(value))));
                case "starts_with" -> parts.add(startsWith(field, value));
                case "filled" -> parts.add(isTrue(value) ? new Condition.Filled(field)
                    : new Condition.Not(new Condition.Filled(field)));
                case "empty" -> parts.add(isTrue(value) ? new Condition.Not(new Condition.Filled(field))
                    : new Condition.Filled(field));
                case "lt", "le", "gt", "ge" -> parts.add(new Condition.Compares(field,
                    Condition.Comparison.valueOf(key.toUpperCase(java.util.Locale.ROOT)),
                    new BigDecimal(value.toString())));
                default -> throw new IllegalArgumentException(where + ": unknown condition " + key);
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(where + ": empty condition");
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    private static Condition startsWith(String field, Object value) {
        if (value instanceof List<?> prefixes) {
            return new Condition.Any(prefixes.stream()
                .map(prefix -> (Condition) new Condition.StartsWith(field, prefix.toString())).toList());
        }
        return new Condition.StartsWith(field, value.toString());
    }

    private static boolean isTrue(Object value) {
        return Boolean.parseBoolean(String.valueOf(value));
    }

    private static LinkedHashSet<String> options(Object value) {
        LinkedHashSet<String> options = new LinkedHashSet<>();
        if (value instanceof List<?> list) {
            list.forEach(one -> options.add(String.valueOf(one)));
        } else {
            options.add(String.valueOf(value));
        }
        return options;
    }

    private static List<Condition> list(String where, Object node) {
        if (!(node instanceof List<?> parts)) {
            throw new IllegalArgumentException(where + ": a list of conditions was expected");
        }
        return parts.stream().map(part -> read(where, part, Condition.NEVER)).toList();
    }
}
