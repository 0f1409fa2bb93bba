package org.shegong.app.controls.page;

import java.util.List;
import java.util.Map;
import org.shegong.app.AppContext;
import org.shegong.app.controls.text.RecordNames;
import org.shegong.app.controls.text.ShortTexts;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Masks;
import org.shegong.db.forms.Shield;
import org.shegong.db.store.RecordData;

/**
 * One record at a glance.
 *
 * @param data the record
 * @param name how people call it
 * @param facts texts of the asked fields by their labels, in the order asked
 */
public record RecordFacts(RecordData data, String name, List<Map.Entry<String, String>> facts) {

    /**
     * Reads a record. Not for the window's thread.
     *
     * @param masks what of it may be seen
     * @param fields keys of the facts wanted
     * @return null when the record does not exist
     */
    public static RecordFacts read(AppContext context, Masks masks, String formKey, String id, List<String> fields) {
        RecordData data = context.station().records().find(formKey, id).orElse(null);
        if (data == null) {
            return null;
        }
        Form form = context.station().forms().form(formKey);
        ShortTexts texts = new ShortTexts(context.station(), context.texts(), masks);
        RecordNames names = new RecordNames(context.station(), texts);
        List<Field> asked = fields.stream().flatMap(key -> form.find(key).stream()).toList();
        Map<String, String> pointedTo = names.pointedTo(asked, List.of(data));
        Shield shield = texts.shields(formKey, List.of(data)).getOrDefault(id, Shield.USUAL);
        return new RecordFacts(data, names.names(formKey, List.of(id)).getOrDefault(id, ""), asked.stream()
            .map(field -> Map.entry(field.label(), withUnit(field, texts.text(field, data.values(), pointedTo,
                shield))))
            .toList());
    }

    /** Durations and what is reckoned carry their unit already. */
    private static String withUnit(Field field, String text) {
        boolean within = field.type() == FieldType.MINUTES || field.type() == FieldType.COMPUTED;
        return text.isEmpty() || within ? text : text + field.unit();
    }
}
