package org.shegong.app.controls.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shegong.app.controls.text.RecordNames;
import org.shegong.app.controls.text.ShortTexts;
import org.shegong.app.i18n.Texts;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Masks;
import org.shegong.db.forms.Shield;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordStatus;

/** Turns records into lines of a list. Not for the window's thread. */
final class RowReading {
    private static final String DUPLICATE = "duplicate_of";
    private static final String NAME = "name";
    private final Form form;
    private final List<Field> columns;
    private final ShortTexts texts;
    private final RecordNames names;
    private final boolean nameWithheld;

    RowReading(Station station, Texts words, Form form, List<Field> columns, Masks masks) {
        this.form = form;
        this.columns = columns;
        this.texts = new ShortTexts(station, words, masks);
        this.names = new RecordNames(station, texts);
        this.nameWithheld = columns.stream().anyMatch(column -> column.key().equals(NAME)
            && station.clearance().withholds(form, column));
    }

    /** Where a role does not see the name, what stands for the record, its number, stands in its place. */
    List<RecordRow> rows(List<RecordData> records) {
        Map<String, String> pointedTo = names.pointedTo(columns, records);
        Map<String, Shield> shields = texts.shields(form.key(), records);
        Map<String, String> inPlace = nameWithheld ? names.names(form.key(), records.stream().map(RecordData::id).toList())
            : Map.of();
        return records.stream().map(data -> row(data, pointedTo, shields.getOrDefault(data.id(), Shield.USUAL),
            inPlace.getOrDefault(data.id(), ""))).toList();
    }

    private RecordRow row(RecordData data, Map<String, String> pointedTo, Shield shield, String inPlace) {
        Map<String, String> cells = new HashMap<>();
        for (Field column : columns) {
            cells.put(column.key(), texts.text(column, data.values(), pointedTo, shield));
        }
        if (nameWithheld) {
            cells.put(NAME, inPlace);
        }
        return new RecordRow(data.id(), form.key(), data.status() == RecordStatus.DRAFT,
            !data.text(DUPLICATE).isEmpty(), cells);
    }
}
