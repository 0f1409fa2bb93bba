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
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Masks;
import org.shegong.db.forms.Shield;
import org.shegong.db.store.RecordData;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.ColumnType;
import org.shegong.reports.privacy.Cleaning;

/** Values of records as text and as table cells, masked where the edition asks for it. */
final class FieldCells {
    private static final int NARROW_MM = 18;
    private static final int USUAL_MM = 26;
    private static final int WIDE_MM = 55;
    private final Station station;
    private final Masks masks;
    private final Cleaning cleaning;

    /** @param cleaning looks through what people wrote freely */
    FieldCells(Station station, Edition edition, Cleaning cleaning) {
        this.station = station;
        this.masks = edition.masks();
        this.cleaning = cleaning;
    }

    /**
     * What must be read besides some records before they can be shown.
     *
     * @param labels names of everything the records refer to, by field key and id
     * @param shields by record id; those with the usual masks are missing
     */
    record Known(Map<String, Map<String, String>> labels, Map<String, Shield> shields) {
        /** For blank forms. */
        static final Known NOTHING = new Known(Map.of(), Map.of());
    }

    /** Reads what these fields of these records of one form need, in few queries. */
    Known known(Form form, List<Field> fields, List<RecordData> records) {
        Map<String, Shield> shields = masks.equals(Masks.NONE) ? Map.of()
            : station.records().shields(form.key(), records);
        return new Known(labels(fields, records), shields);
    }

    private Map<String, Map<String, String>> labels(List<Field> fields, List<RecordData> records) {
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
        if (!form.equals("client")) {
            return station.records().labels(form, ids, masks);
        }
        Map<String, RecordData> clients = station.records().findAll(form, ids);
        Map<String, Shield> shields = station.records().shields(form, clients.values());
        Map<String, String> names = new HashMap<>();
        clients.forEach((id, client) -> names.put(id, masks.name(client.text("name"),
            shields.getOrDefault(id, Shield.USUAL))));
        return names;
    }

    /** Text of a field; empty when it has none. */
    String text(Field field, RecordData data, Known known) {
        String text = station.texts().text(field, data.values(), known.labels().getOrDefault(field.key(), Map.of()),
            station.today());
        return masks.over(field, data.values().get(field.key()), cleaning.clean(field, text), shield(data, known));
    }

    private static Shield shield(RecordData data, Known known) {
        return known.shields().getOrDefault(data.id(), Shield.USUAL);
    }

    /** Cell of a field, typed so that numbers stay numbers and dates dates. */
    Cell cell(Field field, RecordData data, Known known) {
        Object value = data.values().get(field.key());
        if (value == null || masks.hides(field, shield(data, known))) {
            return Cell.text(text(field, data, known));
        }
        return switch (field.type()) {
            case INTEGER, MINUTES -> Cell.number(((Number) value).longValue());
            case MONEY -> Cell.money(((Number) value).longValue());
            case DECIMAL -> Cell.number((BigDecimal) value);
            case DATE -> Cell.date((LocalDate) value);
            case DATE_TIME -> Cell.dateTime((LocalDateTime) value);
            case COMPUTED -> value instanceof Long number && field.codes().isEmpty() ? Cell.number(number)
                : Cell.text(text(field, data, known));
            default -> Cell.text(text(field, data, known));
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
