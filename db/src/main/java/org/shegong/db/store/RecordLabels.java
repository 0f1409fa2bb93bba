package org.shegong.db.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.shegong.db.forms.DisplayText;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.forms.Masks;
import org.shegong.db.forms.Shield;

/** Names records as their form's {@code display} says, masked as asked, looking one reference deep. */
final class RecordLabels {
    private final DSLContext db;
    private final FormCatalogue forms;
    private final ValueTexts texts;
    private final LocalDate today;
    private final Masks masks;
    private final Shields shields;
    private final Clearance clearance;

    RecordLabels(DSLContext db, FormCatalogue forms, ValueTexts texts, LocalDate today, Masks masks, Shields shields,
                 Clearance clearance) {
        this.clearance = clearance;
        this.db = db;
        this.forms = forms;
        this.texts = texts;
        this.today = today;
        this.masks = masks;
        this.shields = shields;
    }

    Map<String, String> of(Form form, Collection<String> ids) {
        return of(form, ids, 1);
    }

    private Map<String, String> of(Form form, Collection<String> ids, int depth) {
        if (!clearance.reads(form)) {
            return Map.of();
        }
        Map<String, RecordData> records = RecordRows.byId(db, form, ids, clearance.visible(form));
        List<Field> fields = fields(form);
        Map<String, Map<String, String>> targets = depth == 0 ? Map.of() : targets(fields, records.values(), depth);
        Map<String, Shield> hidden = masks.equals(Masks.NONE) ? Map.of() : shields.of(db, form, records.values());
        Map<String, String> labels = new LinkedHashMap<>();
        for (String id : ids) {
            RecordData data = records.get(id);
            if (data != null) {
                labels.put(id, label(form, clearance.shown(form, data), targets,
                    hidden.getOrDefault(id, Shield.USUAL)));
            }
        }
        return labels;
    }

    private static List<Field> fields(Form form) {
        return new DisplayText(form.display()).keys().stream().flatMap(key -> form.find(key).stream()).toList();
    }

    private Map<String, Map<String, String>> targets(List<Field> fields, Collection<RecordData> records, int depth) {
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (Field f : fields) {
            if (f.type() == FieldType.REF || f.type() == FieldType.REFS) {
                Set<String> ids = new TreeSet<>();
                records.forEach(data -> {
                    ids.addAll(data.many(f.key()));
                    if (!data.text(f.key()).isEmpty() && f.type() == FieldType.REF) {
                        ids.add(data.text(f.key()));
                    }
                });
                labels.put(f.key(), of(forms.form(f.target()), ids, depth - 1));
            }
        }
        return labels;
    }

    private String label(Form form, RecordData data, Map<String, Map<String, String>> targets, Shield shield) {
        String label = new DisplayText(form.display()).filled(key -> part(form, data, key, targets, shield));
        return label.isEmpty() ? data.docNo()
            : clearance.numbered(form) ? (data.docNo() + " " + label).strip() : label;
    }

    private String part(Form form, RecordData data, String key, Map<String, Map<String, String>> targets,
                        Shield shield) {
        Map<String, String> labels = targets.getOrDefault(key, Map.of());
        return form.find(key).map(f -> masks.over(f, data.values().get(key),
            texts.text(f, data.values(), labels, today), shield)).orElse("");
    }
}
