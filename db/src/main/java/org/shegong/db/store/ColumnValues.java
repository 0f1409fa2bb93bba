package org.shegong.db.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.RecordValues;

/** Between values in memory and what a column, or the journal, holds of them. */
public final class ColumnValues {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private ColumnValues() {
    }

    /**
     * What is stored: {@code Long}, {@code String} or {@code List<String>}; null for an empty value.
     *
     * @throws IllegalArgumentException when the value is not of the field's type
     */
    public static Object toStored(Field field, Object value) {
        if (!RecordValues.isFilled(value)) {
            return null;
        }
        return switch (field.type()) {
            case INTEGER, MONEY, MINUTES -> number(field, value);
            case BOOL -> value instanceof Boolean yes ? (yes ? 1L : 0L) : number(field, value);
            case DECIMAL -> new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
            case DATE -> (value instanceof LocalDate ? value : LocalDate.parse(value.toString())).toString();
            case DATE_TIME -> MINUTE.format(value instanceof LocalDateTime at ? at
                : LocalDateTime.parse(value.toString()));
            case TIME -> TIME.format(value instanceof LocalTime at ? at : LocalTime.parse(value.toString()));
            case CODES, REFS, ATTACHMENT -> texts(field, value);
            default -> value.toString();
        };
    }

    private static Long number(Field field, Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("field " + field.key() + " takes a whole number");
    }

    private static List<String> texts(Field field, Object value) {
        if (value instanceof List<?> list) {
            List<String> texts = new ArrayList<>();
            list.forEach(one -> texts.add(String.valueOf(one)));
            return List.copyOf(texts);
        }
        throw new IllegalArgumentException("field " + field.key() + " takes a list");
    }

    /** The value in memory of what is stored; null stays null. */
    public static Object fromStored(FieldType type, Object stored) {
        if (stored == null) {
            return null;
        }
        return switch (type) {
            case INTEGER, MONEY, MINUTES -> ((Number) stored).longValue();
            case BOOL -> ((Number) stored).longValue() != 0;
            case DECIMAL -> new BigDecimal(stored.toString());
            case DATE -> LocalDate.parse(stored.toString());
            case DATE_TIME -> LocalDateTime.parse(stored.toString());
            case TIME -> LocalTime.parse(stored.toString());
            default -> stored;
        };
    }
}
