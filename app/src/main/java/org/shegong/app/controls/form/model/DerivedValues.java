package org.shegong.app.controls.form.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.shegong.db.domain.IdCheck;
import org.shegong.db.domain.IdNumber;
import org.shegong.db.forms.CodeLookup;
import org.shegong.db.forms.Computations;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;

/**
 * Values that follow from others until a person types something else: a duration from two times, the next visit
 * from this one's date, birth date, sex and area from an ID number.
 *
 * <p>A value that a person changed is never overwritten.
 */
final class DerivedValues {
    private static final String ADD_DAYS = "add_days:";
    private static final Set<String> CITIZEN = Set.of("", "01", "02", "08", "09");
    private final Form form;
    private final CodeLookup codes;
    private final LocalDate today;
    private final Computations computations = new Computations();
    private final Map<String, Object> last = new HashMap<>();

    DerivedValues(Form form, CodeLookup codes, LocalDate today) {
        this.form = form;
        this.codes = codes;
        this.today = today;
    }

    /** Takes these values for settled: only later changes will move what follows from them. */
    void settle(Map<String, Object> values) {
        last.clear();
        last.putAll(derive(values));
    }

    /** New values for fields that follow the others, by key; empty when nothing moves. */
    Map<String, Object> changes(Map<String, Object> values) {
        Map<String, Object> changes = new LinkedHashMap<>();
        Map<String, Object> now = derive(values);
        now.forEach((key, value) -> {
            Object current = values.get(key);
            Object before = last.get(key);
            if (!value.equals(before) && (current == null || current.equals(before)) && !value.equals(current)) {
                changes.put(key, value);
            }
        });
        last.putAll(now);
        return changes;
    }

    private Map<String, Object> derive(Map<String, Object> values) {
        Map<String, Object> derived = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            Object value = derive(field, values);
            if (value != null) {
                derived.put(field.key(), value);
            }
            if (field.check().equals("id_number") && values.get(field.key()) != null) {
                fromIdNumber(values.get(field.key()).toString(), values, derived);
            }
        }
        return derived;
    }

    private Object derive(Field field, Map<String, Object> values) {
        if (field.fill().startsWith(ADD_DAYS)) {
            String[] parts = field.fill().split(":");
            Object base = parts[2].equals("today") ? today : values.get(parts[2]);
            return base instanceof LocalDate day ? day.plusDays(Long.parseLong(parts[1])) : null;
        }
        if (field.compute().isEmpty() || field.type().isComputed()) {
            return null;
        }
        return computations.compute(field.compute(), values, today);
    }

    private void fromIdNumber(String number, Map<String, Object> values, Map<String, Object> derived) {
        boolean citizen = CITIZEN.contains(Objects.toString(values.get("id_type"), ""));
        if (citizen && IdNumber.check(number, today) instanceof IdCheck.Valid valid) {
            put(derived, "birth", FieldType.DATE, valid.number().birthDate());
            put(derived, "sex", FieldType.CODE, valid.number().sex().code());
            put(derived, "huk_area", FieldType.TEXT, area(valid.number().area()));
        }
    }

    private void put(Map<String, Object> derived, String key, FieldType type, Object value) {
        if (value != null && form.find(key).filter(field -> field.type() == type).isPresent()) {
            derived.put(key, value);
        }
    }

    /** Name of the smallest known area that the code lies in; null when none is known. */
    private String area(String code) {
        for (String known : new String[] {code, code.substring(0, 4), code.substring(0, 4) + "00",
            code.substring(0, 2)}) {
            if (codes.has("AREA", known) && !codes.label("AREA", known).equals(known)) {
                return codes.label("AREA", known);
            }
        }
        return null;
    }
}
