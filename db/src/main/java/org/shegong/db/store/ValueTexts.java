package org.shegong.db.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shegong.db.domain.Money;
import org.shegong.db.forms.CodeLookup;
import org.shegong.db.forms.Computations;
import org.shegong.db.forms.Field;

/** Values as people read them: codes by label, money in yuan, dates in full. Never masked. */
public final class ValueTexts {
    private static final String SEPARATOR = "、";
    private final CodeLookup codes;
    private final Computations computations;
    private final String yes;
    private final String no;

    /**
     * @param yes word for true
     * @param no word for false
     */
    public ValueTexts(CodeLookup codes, Computations computations, String yes, String no) {
        this.codes = codes;
        this.computations = computations;
        this.yes = yes;
        this.no = no;
    }

    /**
     * The text of a field's value; empty when it has none.
     *
     * @param values the record's values, for computed fields
     * @param labels names of referenced records by id; a missing one shows as nothing
     */
    public String text(Field field, Map<String, Object> values, Map<String, String> labels, LocalDate today) {
        Object known = values.get(field.key());
        Object value = known == null && field.type().isComputed()
            ? computations.compute(field.compute(), values, today) : known;
        return value == null ? "" : text(field, value, labels);
    }

    /** The text of one value of a field. */
    public String text(Field field, Object value, Map<String, String> labels) {
        return switch (field.type()) {
            case CODE -> codes.label(field.codes(), value.toString());
            case CODES -> joined((List<?>) value, one -> codes.label(field.codes(), one));
            case REF -> labels.getOrDefault(value.toString(), "");
            case REFS -> joined((List<?>) value, one -> labels.getOrDefault(one, ""));
            case ATTACHMENT -> Integer.toString(((List<?>) value).size());
            case BOOL -> Boolean.TRUE.equals(value) ? yes : no;
            case MONEY -> new Money(((Number) value).longValue()).format();
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case DATE_TIME -> value.toString().replace('T', ' ');
            case COMPUTED -> value instanceof Double number ? BigDecimal.valueOf(number).toPlainString()
                : coded(field, value);
            default -> coded(field, value);
        };
    }

    private String coded(Field field, Object value) {
        return field.codes().isEmpty() ? value.toString() : codes.label(field.codes(), value.toString());
    }

    private static String joined(List<?> values, java.util.function.UnaryOperator<String> text) {
        return String.join(SEPARATOR, values.stream().map(one -> text.apply(one.toString()))
            .filter(one -> !one.isEmpty()).toList());
    }
}
