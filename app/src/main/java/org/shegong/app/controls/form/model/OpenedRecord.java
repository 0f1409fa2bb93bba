package org.shegong.app.controls.form.model;

import java.util.List;
import java.util.Map;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Shield;
import org.shegong.db.journal.KeptTyping;
import org.shegong.db.store.RecordData;

/**
 * What a form starts from.
 *
 * @param form kind of record
 * @param id of the record, fresh for a new one
 * @param stored as it is kept; null for a new record
 * @param values to begin with: those kept, or the fills of a new record
 * @param typing what was left unfinished of this record; null for none
 * @param earlier other new records of this form that were left unfinished, to be offered back
 * @param labels names of the records that the values point to, by id
 * @param shield how closely the record's person is hidden
 */
public record OpenedRecord(Form form, String id, RecordData stored, Map<String, Object> values, KeptTyping typing,
                           List<EarlierTyping> earlier, Map<String, String> labels, Shield shield) {
}
