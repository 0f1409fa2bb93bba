package org.shegong.db.journal.seal;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.store.SealRoots;

/**
 * Sealed content that is not as it was written.
 *
 * @param form key of the record's form, {@code attachment} or {@code journal_entry}
 * @param recordId the record
 */
public record SealFault(String form, String recordId) {

    static List<SealFault> all(DSLContext db, FormCatalogue forms, Seals seals) {
        List<SealFault> faults = new ArrayList<>();
        for (Record row : db.fetch("SELECT form, record_id, keys, content, sum FROM sealed_value")) {
            String form = row.get(0, String.class);
            String id = row.get(1, String.class);
            byte[] sum = seals.sum(SealedContent.place(form, id), row.get(2, String.class), row.get(3, byte[].class));
            if (!MessageDigest.isEqual(sum, row.get(4, byte[].class))) {
                faults.add(new SealFault(form, id));
            }
        }
        for (Record row : db.fetch("SELECT device_id, seq, record_id, keys, content, sum FROM sealed_change")) {
            if (!SealedChanges.isSound(seals, row)) {
                faults.add(new SealFault("journal_entry", row.get(2, String.class)));
            }
        }
        for (Form form : forms.all()) {
            if (SealRoots.concerns(form)) {
                marksWithoutContent(db, form, faults);
            }
        }
        return List.copyOf(faults);
    }

    private static void marksWithoutContent(DSLContext db, Form form, List<SealFault> faults) {
        List<String> marked = form.fields().stream().filter(f -> f.inColumn() && SealedText.isSealable(f))
            .map(f -> f.key() + " = '" + SealedText.MARK + "'").toList();
        if (!marked.isEmpty()) {
            db.resultQuery("SELECT id FROM " + form.table() + " WHERE (" + String.join(" OR ", marked) + ") AND id NOT IN"
                    + " (SELECT record_id FROM sealed_value WHERE form = ?)", form.key())
                .forEach(row -> faults.add(new SealFault(form.key(), row.get(0, String.class))));
        }
    }
}
