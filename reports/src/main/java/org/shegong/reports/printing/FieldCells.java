package org.shegong.reports.printing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.db.Station;
import org.shegong.db.domain.Masking;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.store.RecordData;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.ColumnType;

/** Values of records as text and as table cells, masked where the edition asks for it. */
final class FieldCells {
    /** Who works for the station stands by name on what he answers for. */
    private static final Set<String> STAFF = Set.of("worker", "supervisor");
    private static final int NARROW_MM = 18;
    private static final int USUAL_MM = 26;
    private static final int WIDE_MM = 55;
    private final Station station;
    private final Edition edition;

    FieldCells(Station station, Edition edition) {
        this.station = station;
        this.edition = edition;
    }

    /** Names of everything the records refer to in these fields, by field key and id; read in few queries. */
    Map<String, Map<String, String>> labels(List<Field> fields, List<RecordData> records) {
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (Field field : fields) {
            if (field.type() == FieldType.REF || field.type() == FieldType.REFS) {
                Set<String> ids = new HashSet<>();
                for (RecordData data : records) {
                    ids.addAll(data.many(field.key()));
                    if (field.type() == FieldType.REF && !data.text(field.key()).isEmpty()) {
                        ids.add(data.text(field.key()));
                    }
                }
                labels.put(field.key(), names(field.target(), ids));
            }
        }
        return labels;
    }

    private Map<String, String> names(String form, Set<String> ids) {
        if (form.equals("client")) {
            Map<String, String> names = new HashMap<>();
            station.records().findAll(form, ids).forEach((id, client) -> names.put(id, masked("name",
                client.text("name"))));
            return names;
        }
        return edition == Edition.INTERNAL || STAFF.contains(form) ? station.records().labels(form, ids)
            : maskedNames(station.forms().form(form), ids);
    }

    /** The forms' own naming, with the masks of the fields it is made of: a household is named after a person. */
    private Map<String, String> maskedNames(Form form, Set<String> ids) {
        Map<String, RecordData> records = station.records().findAll(form.key(), ids);
        List<Field> parts = form.fields().stream().filter(field -> form.display().contains("{" + field.key() + "}"))
            .toList();
        Map<String, Map<String, String>> labels = labels(parts, List.copyOf(records.values()));
        Map<String, String> names = new HashMap<>();
        records.forEach((id, data) -> {
            String name = form.display();
            for (Field part : parts) {
                name = name.replace("{" + part.key() + "}", text(part, data, labels));
            }
            names.put(id, name.strip());
        });
        return names;
    }

    /** Text of a field; empty when it has none. */
    String text(Field field, RecordData data, Map<String, Map<String, String>> labels) {
        String text = station.texts().text(field, data.values(), labels.getOrDefault(field.key(), Map.of()),
            station.today());
        return masked(field.mask(), text);
    }

    private String masked(String mask, String text) {
        return edition == Edition.EXTERNAL ? Masking.by(mask, text) : text;
    }

    /** Cell of a field, typed so that numbers stay numbers and dates dates. */
    Cell cell(Field field, RecordData data, Map<String, Map<String, String>> labels) {
        Object value = data.values().get(field.key());
        boolean hidden = edition == Edition.EXTERNAL && !field.mask().isEmpty();
        if (value == null || hidden) {
            return Cell.text(text(field, data, labels));
        }
        return switch (field.type()) {
            case INTEGER, MINUTES -> Cell.number(((Number) value).longValue());
            case MONEY -> Cell.money(((Number) value).longValue());
            case DECIMAL -> Cell.number((BigDecimal) value);
            case DATE -> Cell.date((LocalDate) value);
            case DATE_TIME -> Cell.dateTime((LocalDateTime) value);
            case COMPUTED -> value instanceof Long number && field.codes().isEmpty() ? Cell.number(number)
                : Cell.text(text(field, data, labels));
            default -> Cell.text(text(field, data, labels));
        };
    }

    /** Table columns of these fields. */
    static List<Column> columns(List<Field> fields) {
        List<Column> columns = new ArrayList<>();
        for (Field field : fields) {
            columns.add(Column.of(field.key(), field.label(), type(field), width(field)));
        }
        return columns;
    }

    private static ColumnType type(Field field) {
        return switch (field.type()) {
            case INTEGER, MINUTES -> ColumnType.INTEGER;
            case MONEY -> ColumnType.MONEY;
            case DATE -> ColumnType.DATE;
            case DATE_TIME -> ColumnType.DATE_TIME;
            case TEXT, AUTO -> field.mask().equals("id_number") || field.mask().equals("phone")
                || field.key().endsWith("_no") ? ColumnType.ID : ColumnType.TEXT;
            case CODE, BOOL, TIME -> ColumnType.CENTRED;
            default -> ColumnType.TEXT;
        };
    }

    private static double width(Field field) {
        if (field.mask().equals("id_number")) {
            return 42;
        }
        return switch (field.type()) {
            case INTEGER, MINUTES, BOOL, TIME, COMPUTED -> NARROW_MM;
            case LONG_TEXT, REFS, CODES -> WIDE_MM;
            default -> USUAL_MM;
        };
    }
}
