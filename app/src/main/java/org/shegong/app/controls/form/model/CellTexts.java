package org.shegong.app.controls.form.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.store.RecordData;

/** Texts of cells of a short list, with the names of records they point to read at once. */
public final class CellTexts {
    private final Station station;
    private final LocalDate today;
    private final Map<String, String> labels;

    private CellTexts(Station station, Map<String, String> labels) {
        this.station = station;
        this.today = station.today();
        this.labels = labels;
    }

    /** Reads the names that the columns of these records need; not for the thread of the window. */
    public static CellTexts of(Station station, List<Field> columns, Collection<RecordData> records) {
        Map<String, String> labels = new HashMap<>();
        for (Field field : columns) {
            if (!field.target().isEmpty()) {
                Set<String> ids = new LinkedHashSet<>();
                records.forEach(record -> ids.addAll(field.type().isMany() ? record.many(field.key())
                    : record.text(field.key()).isEmpty() ? List.of() : List.of(record.text(field.key()))));
                labels.putAll(station.records().labels(field.target(), ids));
            }
        }
        return new CellTexts(station, labels);
    }

    /** The text of one cell; empty when it has none. */
    public String text(Field field, RecordData record) {
        return station.texts().text(field, record.values(), labels, today);
    }

    /** The name of a record that the cells point to; empty when unknown. */
    public String label(String id) {
        return labels.getOrDefault(id, "");
    }
}
