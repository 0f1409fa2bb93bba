package org.shegong.db.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The times that records are kept and what goes with them, as they come with the program.
 *
 * @param all policies in order
 * @param with by form key, what is erased with a record of it
 * @param keepText forms whose short texts stay
 * @param keepForGood forms whose records stay though they are parts of others
 */
record RetentionPolicies(List<RetentionPolicy> all, Map<String, List<Pointer>> with, Set<String> keepText,
                         Set<String> keepForGood) {
    /**
     * A field that points to a record.
     *
     * @param form whose field
     * @param field its key
     */
    record Pointer(String form, String field) {
    }

    static RetentionPolicies bundled() {
        try (InputStream in = RetentionPolicies.class.getResourceAsStream("retention.yaml")) {
            if (in == null) {
                throw new IllegalStateException("missing retention policies");
            }
            Map<?, ?> yaml = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            List<RetentionPolicy> policies = new ArrayList<>();
            ((List<?>) yaml.get("policies")).forEach(one -> policies.add(policy((Map<?, ?>) one)));
            Map<String, List<Pointer>> with = new LinkedHashMap<>();
            ((Map<?, ?>) yaml.get("with")).forEach((form, pointers) -> with.put(form.toString(),
                ((List<?>) pointers).stream().map(pointer -> pointer(pointer.toString())).toList()));
            return new RetentionPolicies(List.copyOf(policies), with, keys(yaml, "keep_text"), keys(yaml, "keep_for_good"));
        } catch (IOException e) {
            throw new UncheckedIOException("retention policies", e);
        }
    }

    private static Set<String> keys(Map<?, ?> yaml, String list) {
        return ((List<?>) yaml.get(list)).stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }

    private static Pointer pointer(String text) {
        int dot = text.indexOf('.');
        return new Pointer(text.substring(0, dot), text.substring(dot + 1));
    }

    private static RetentionPolicy policy(Map<?, ?> yaml) {
        int years = number(yaml, "years");
        return new RetentionPolicy(text(yaml, "key"), text(yaml, "form"), years, years, number(yaml, "after_18"),
            text(yaml, "start"), text(yaml, "open"), text(yaml, "birth"));
    }

    private static String text(Map<?, ?> yaml, String key) {
        return yaml.get(key) == null ? "" : yaml.get(key).toString();
    }

    private static int number(Map<?, ?> yaml, String key) {
        return yaml.get(key) == null ? 0 : Integer.parseInt(yaml.get(key).toString());
    }

    /** True when the value of a field says who somebody is or what befell him, and no figure counts it. */
    boolean isPersonal(Form form, Field field) {
        if (field.type().isComputed() || field.type() == FieldType.AUTO || field.type() == FieldType.REF
            || field.type() == FieldType.REFS || field.mask().equals("birth")) {
            return false;
        }
        boolean text = field.type() == FieldType.TEXT && !keepText.contains(form.key());
        return text || !field.mask().isEmpty() || field.type() == FieldType.LONG_TEXT
            || field.type() == FieldType.ATTACHMENT;
    }
}
