package org.shegong.app.controls.form.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.shegong.db.domain.CellText;
import org.shegong.db.domain.DateShorthand;
import org.shegong.db.domain.DateText;
import org.shegong.db.domain.IdNumber;
import org.shegong.db.domain.MinutesText;
import org.shegong.db.domain.Money;
import org.shegong.db.domain.TimeText;
import org.shegong.db.forms.Field;

/** Between what a person types into a field and its value. */
public final class FieldText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private FieldText() {
    }

    /**
     * Reads typed text as a value of the field.
     *
     * @param today what shorthand such as +1 counts from
     */
    public static Typed read(Field field, String raw, LocalDate today) {
        if (raw == null || raw.isBlank()) {
            return new Typed.Nothing();
        }
        Optional<?> value = switch (field.type()) {
            case INTEGER -> whole(raw);
            case DECIMAL -> decimal(raw);
            case MONEY -> Money.parse(raw).map(Money::fen);
            case MINUTES -> MinutesText.parse(raw);
            case DATE -> DateShorthand.read(raw, today);
            case TIME -> time(raw);
            case DATE_TIME -> dateTime(raw, today);
            case LONG_TEXT -> Optional.of(raw);
            default -> Optional.of(line(field, raw));
        };
        return value.<Typed>map(Typed.Value::new).orElseGet(Typed.Unreadable::new);
    }

    /** How a value stands in its editor; empty for null. Only for types that are typed as text. */
    public static String write(Field field, Object value) {
        if (value == null) {
            return "";
        }
        return switch (field.type()) {
            case MONEY -> new Money(((Number) value).longValue()).toString();
            case DECIMAL -> ((BigDecimal) value).stripTrailingZeros().toPlainString();
            case TIME -> TIME.format((LocalTime) value);
            case DATE_TIME -> DATE_TIME.format((LocalDateTime) value);
            default -> value.toString();
        };
    }

    private static String line(Field field, String raw) {
        return field.check().equals("id_number") ? IdNumber.normalise(raw) : raw.strip();
    }

    private static Optional<Long> whole(String raw) {
        String text = CellText.compact(raw);
        return text.matches("[+-]?\\d{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(String raw) {
        String text = CellText.compact(raw).replace(",", "");
        return text.matches("[+-]?\\d{1,15}(\\.\\d{0,6})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** A bare 8 is eight o'clock. */
    private static Optional<LocalTime> time(String raw) {
        String text = CellText.compact(raw);
        return TimeText.parse(text.matches("\\d{1,2}") ? text + ":00" : text.replace('\uFF1A', ':'));
    }

    private static Optional<LocalDateTime> dateTime(String raw, LocalDate today) {
        String text = CellText.clean(raw);
        int space = text.indexOf(' ');
        if (space < 0) {
            return DateShorthand.read(text, today).map(LocalDate::atStartOfDay)
                .or(() -> DateText.parseDateTime(text));
        }
        Optional<LocalTime> time = time(text.substring(space + 1));
        return DateShorthand.read(text.substring(0, space), today).flatMap(day -> time.map(day::atTime))
            .or(() -> DateText.parseDateTime(text));
    }
}
