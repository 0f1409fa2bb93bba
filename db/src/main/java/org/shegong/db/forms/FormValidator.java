package org.shegong.db.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks a record against its form: what is required, each value, and the rules between fields. */
public final class FormValidator {
    private final CodeLookup codes;
    private final Computations computations;
    private final FieldRules rules = new FieldRules();
    private final ValueChecks checks = new ValueChecks();

    public FormValidator(CodeLookup codes, Computations computations) {
        this.codes = codes;
        this.computations = computations;
    }

    /**
     * Findings about a record, errors first; empty when all is well.
     *
     * @param values typed values by field key
     * @param submitting whether required fields must be there; a draft may lack them
     */
    public List<Finding> check(Form form, Map<String, Object> values, boolean submitting, LocalDate today) {
        Map<String, Object> all = withComputed(form, values, today);
        List<Finding> findings = new ArrayList<>();
        for (Field field : form.fields()) {
            if (isShown(form, field, all)) {
                check(field, all, submitting, today, findings);
            }
        }
        form.rules().forEach(rule -> rules.check(form, rule, all, today, findings));
        findings.sort(java.util.Comparator.comparing(Finding::level));
        return findings;
    }

    /** The values together with the computed ones. */
    public Map<String, Object> withComputed(Form form, Map<String, Object> values, LocalDate today) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        for (Field field : form.fields()) {
            if (field.type().isComputed() && all.get(field.key()) == null) {
                Object value = computations.compute(field.compute(), all, today);
                if (value != null) {
                    all.put(field.key(), value);
                }
            }
        }
        return all;
    }

    /** Whether a field is asked for, given the record's values (computed ones included). */
    public static boolean isShown(Form form, Field field, Map<String, Object> values) {
        return field.shownIf().test(values) && form.sections().stream()
            .filter(section -> section.key().equals(field.section())).allMatch(s -> s.shownIf().test(values));
    }

    private void check(Field field, Map<String, Object> values, boolean submitting, LocalDate today,
                       List<Finding> findings) {
        Object value = values.get(field.key());
        if (!RecordValues.isFilled(value)) {
            if (submitting && !field.type().isComputed() && field.type() != FieldType.AUTO
                && field.requiredIf().test(values)) {
                findings.add(error(field, "required.missing", "required.missing", field.label()));
            }
            return;
        }
        length(field, value, findings);
        range(field, value, findings);
        date(field, value, today, findings);
        code(field, value, findings);
        checks.check(field, value, values, today, findings);
    }

    private static Finding error(Field field, String rule, String message, Object... args) {
        return new Finding(rule, Level.E, field.key(), message, List.of(args));
    }

    private static void length(Field field, Object value, List<Finding> findings) {
        if (!(value instanceof String text)) {
            return;
        }
        int length = text.codePointCount(0, text.length());
        if (field.maxLength() > 0 && length > field.maxLength()) {
            findings.add(error(field, "value.too_long", "too_long", field.label(), field.maxLength(), length));
        }
        if (field.minLength() > 0 && length < field.minLength()) {
            findings.add(error(field, "value.too_short", "too_short", field.label(), field.minLength(), length));
        }
    }

    private static void range(Field field, Object value, List<Finding> findings) {
        if (!(value instanceof Number number) || field.type().isComputed()) {
            return;
        }
        BigDecimal amount = new BigDecimal(number.toString());
        if (field.type() == FieldType.MONEY) {
            amount = amount.movePointLeft(2);
        }
        if (field.min() != null && amount.compareTo(field.min()) < 0
            || field.max() != null && amount.compareTo(field.max()) > 0) {
            findings.add(error(field, "value.out_of_range", "out_of_range", field.label(), text(field.min()),
                text(field.max())));
        }
    }

    private static String text(BigDecimal bound) {
        return bound == null ? "" : bound.stripTrailingZeros().toPlainString();
    }

    private static void date(Field field, Object value, LocalDate today, List<Finding> findings) {
        LocalDate day = value instanceof LocalDate date ? date
            : value instanceof LocalDateTime at ? at.toLocalDate() : null;
        if (field.past() && day != null && day.isAfter(today)) {
            findings.add(error(field, "date.future", "future", field.label()));
        }
    }

    private void code(Field field, Object value, List<Finding> findings) {
        if (field.type() != FieldType.CODE && field.type() != FieldType.CODES) {
            return;
        }
        List<?> all = value instanceof List<?> list ? list : List.of(value);
        for (Object one : all) {
            if (!codes.has(field.codes(), one.toString())) {
                findings.add(error(field, "code.unknown", "code.unknown", field.label(), one));
            }
        }
    }
}
