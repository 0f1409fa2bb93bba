package org.shegong.db.store;

import static org.shegong.db.schema.Tables.CLIENT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Level;
import org.shegong.db.journal.seal.SealedContent;

/**
 * No record names a client whose file was merged into another, and no service one who had left the register by that
 * day (forms catalogue, section M, V6; the closing day itself is no longer on the register).
 */
final class ClientRules {
    private static final String CLIENT_FORM = "client";

    private ClientRules() {
    }

    static List<Finding> check(DSLContext db, Form form, Map<String, Object> values) {
        List<Finding> findings = new ArrayList<>();
        if (form.key().equals(CLIENT_FORM) || form.parentForm().equals(CLIENT_FORM)) {
            return findings;
        }
        LocalDate day = form.isDated() && values.get(form.dateField()) instanceof LocalDate date ? date : null;
        for (Field field : form.fields()) {
            if (field.target().equals(CLIENT_FORM)) {
                check(db, field, named(field, values), day, findings);
            }
        }
        return findings;
    }

    private static List<String> named(Field field, Map<String, Object> values) {
        Object value = values.get(field.key());
        if (field.type() == FieldType.REFS && value instanceof List<?> many) {
            return many.stream().map(Object::toString).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    private static void check(DSLContext db, Field field, List<String> ids, LocalDate day, List<Finding> findings) {
        if (ids.isEmpty()) {
            return;
        }
        for (Record client : db.select(CLIENT.ID, CLIENT.NAME, CLIENT.MERGED_TO, CLIENT.CLOSED_DATE, CLIENT.RESTORED_DATE).from(CLIENT)
            .where(CLIENT.ID.in(ids)).and(CLIENT.MERGED_TO.isNotNull().or(CLIENT.CLOSED_DATE.isNotNull()))) {
            String name = SealedContent.opened(db, CLIENT_FORM, client.get(CLIENT.ID), "name", client.get(CLIENT.NAME));
            String closed = client.get(CLIENT.CLOSED_DATE);
            String restored = client.get(CLIENT.RESTORED_DATE);
            if (client.get(CLIENT.MERGED_TO) != null) {
                findings.add(error(field, "reference.merged", name));
            } else if (day != null && closed.compareTo(day.toString()) <= 0
                && (restored == null || restored.compareTo(day.toString()) > 0)) {
                findings.add(error(field, "client.not_on_register", name));
            }
        }
    }

    private static Finding error(Field field, String message, String name) {
        return new Finding(message, Level.E, field.key(), message, List.of(field.label(), name));
    }
}
