package org.shegong.app.controls.form.model;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.journal.KeptTyping;
import org.shegong.db.store.Origin;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordStatus;

/**
 * Something left unfinished, as it is offered back.
 *
 * @param form key of its form
 * @param recordId its record, which may not exist yet
 * @param label what kind of record
 * @param words what had been filled in, shortly; may be empty
 * @param when day and time of the last change
 */
public record EarlierTyping(String form, String recordId, String label, String words, String when) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final int NAMED = 2;
    private static final Set<FieldType> SILENT = Set.of(FieldType.AUTO, FieldType.COMPUTED, FieldType.ATTACHMENT,
        FieldType.LONG_TEXT);

    /** The texts of these fields of a record, in their order. */
    public interface Wording {
        List<String> texts(List<Field> fields, RecordData record);
    }

    /** Puts typing into words for the form, where nothing is masked. */
    public static EarlierTyping of(Station station, KeptTyping typing) {
        return of(station, typing, (fields, record) -> {
            CellTexts texts = CellTexts.of(station, fields, List.of(record));
            return fields.stream().map(field -> texts.text(field, record)).toList();
        });
    }

    /** Puts typing into words; reads the file, so not for the window's thread. */
    public static EarlierTyping of(Station station, KeptTyping typing, Wording wording) {
        Form form = station.forms().form(typing.form());
        Map<String, Object> values = new LinkedHashMap<>(station.records().find(form.key(), typing.recordId())
            .map(RecordData::values).orElse(Map.of()));
        typing.values().forEach((key, value) -> {
            if (value == null) {
                values.remove(key);
            } else {
                values.put(key, value);
            }
        });
        List<Field> fields = form.list().stream().map(form::field).filter(field -> !SILENT.contains(field.type()))
            .toList();
        RecordData record = new RecordData(form.key(), typing.recordId(), 0, RecordStatus.DRAFT, Origin.ENTRY, "",
            typing.at(), typing.at(), "", false, values);
        String words = wording.texts(fields, record).stream().filter(text -> !text.isEmpty())
            .limit(NAMED).collect(Collectors.joining(" "));
        LocalDateTime at = FormTyping.local(typing.at(), station.clock().getZone());
        return new EarlierTyping(form.key(), typing.recordId(), form.label(), words, MINUTE.format(at));
    }
}
