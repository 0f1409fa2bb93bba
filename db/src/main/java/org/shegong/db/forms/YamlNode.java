package org.shegong.db.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mapping of a form file, read by key with a place for messages; complains of keys that nobody asked for. */
final class YamlNode {
    private final String where;
    private final Map<?, ?> map;
    private final Set<String> asked = new HashSet<>();

    YamlNode(String where, Object node) {
        if (!(node instanceof Map<?, ?> mapping)) {
            throw new IllegalArgumentException(where + ": a mapping was expected");
        }
        this.where = where;
        this.map = mapping;
    }

    String where() {
        return where;
    }

    Object raw(String key) {
        asked.add(key);
        return map.get(key);
    }

    boolean has(String key) {
        return raw(key) != null;
    }

    String text(String key, String otherwise) {
        Object value = raw(key);
        return value == null ? otherwise : value.toString();
    }

    String text(String key) {
        Object value = raw(key);
        if (value == null) {
            throw new IllegalArgumentException(where + ": " + key + " is missing");
        }
        return value.toString();
    }

    boolean flag(String key, boolean otherwise) {
        Object value = raw(key);
        return value == null ? otherwise : Boolean.parseBoolean(value.toString());
    }

    int number(String key, int otherwise) {
        Object value = raw(key);
        return value == null ? otherwise : Integer.parseInt(value.toString());
    }

    BigDecimal decimal(String key) {
        Object value = raw(key);
        return value == null ? null : new BigDecimal(value.toString());
    }

    List<String> texts(String key) {
        Object value = raw(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return List.of(value.toString());
    }

    List<YamlNode> nodes(String key) {
        Object value = raw(key);
        List<YamlNode> nodes = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                nodes.add(new YamlNode(where + "." + key + "[" + i + "]", list.get(i)));
            }
        }
        return nodes;
    }

    Map<?, ?> map() {
        return map;
    }

    /** Refuses keys that nothing has read, which are most often typing errors. */
    void refuseUnknown() {
        for (Object key : map.keySet()) {
            if (!asked.contains(String.valueOf(key))) {
                throw new IllegalArgumentException(where + ": unknown key " + key);
            }
        }
    }
}
