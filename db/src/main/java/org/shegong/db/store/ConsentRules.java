package org.shegong.db.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.shegong.db.schema.Tables.CASE_FILE;
import static org.shegong.db.schema.Tables.CLIENT;
import static org.shegong.db.schema.Tables.CONSENT;
import static org.shegong.db.schema.Tables.RECORD_CODE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.shegong.db.domain.AgeOn;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Level;
import org.shegong.db.journal.seal.SealedContent;

/**
 * A warning when casework is recorded with somebody, or any service with a child, who has given no consent that is in
 * force on that day (rules document, section 10, C01; forms catalogue, section M, V9). A crisis is helped without asking.
 */
final class ConsentRules {
    private static final int ADULT = 18;
    /** Forms of casework: everybody they name is asked for. */
    private static final Map<String, String> CASEWORK = Map.of("case_file", "client_id", "intake", "client_id");
    /** Forms of other services: only children are asked for. */
    private static final Map<String, String> SERVICES = Map.of("visit", "clients", "group_member", "client_id",
        "consultation", "client_id");
    private static final String SESSION = "case_session";
    /** CONSENT_HOW: refused to sign. */
    private static final String REFUSED = "4";
    /** CONSENT_KIND: personal information, sensitive information, casework. */
    private static final Set<String> KINDS = Set.of("1", "2", "3");

    private ConsentRules() {
    }

    static List<Finding> check(DSLContext db, Form form, Map<String, Object> values) {
        String asked = CASEWORK.getOrDefault(form.key(), SERVICES.getOrDefault(form.key(), ""));
        boolean session = form.key().equals(SESSION);
        if (asked.isEmpty() && !session) {
            return List.of();
        }
        LocalDate day = form.isDated() && values.get(form.dateField()) instanceof LocalDate date ? date : null;
        List<String> ids = session ? clientOf(db, values) : named(values.get(asked));
        String field = session ? form.parentField() : asked;
        List<Finding> findings = new ArrayList<>();
        for (Record client : without(db, ids, day)) {
            if (session || CASEWORK.containsKey(form.key()) || isChild(client.get(CLIENT.BIRTH), day)) {
                String name = SealedContent.opened(db, "client", client.get(CLIENT.ID), "name", client.get(CLIENT.NAME));
                findings.add(new Finding("client.no_consent", Level.W, field, "client.no_consent",
                    List.of(form.field(field).label(), name)));
            }
        }
        return findings;
    }

    private static List<String> named(Object value) {
        if (value instanceof List<?> many) {
            return many.stream().map(Object::toString).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    private static List<String> clientOf(DSLContext db, Map<String, Object> values) {
        return values.get("case_id") == null ? List.of() : db.select(CASE_FILE.CLIENT_ID).from(CASE_FILE)
            .where(CASE_FILE.ID.eq(values.get("case_id").toString())).and(CASE_FILE.CLIENT_ID.isNotNull())
            .fetch(CASE_FILE.CLIENT_ID);
    }

    private static List<? extends Record> without(DSLContext db, List<String> ids, LocalDate day) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Condition inForce = CONSENT.CLIENT_ID.eq(CLIENT.ID).and(CONSENT.DELETED_AT.isNull())
            .and(CONSENT.STATUS.ne(inline("void"))).and(CONSENT.HOW.isNull().or(CONSENT.HOW.ne(REFUSED)))
            .and(exists(selectOne().from(RECORD_CODE).where(RECORD_CODE.OWNER_ID.eq(CONSENT.ID))
                .and(RECORD_CODE.FIELD.eq(inline("kinds"))).and(RECORD_CODE.CODE.in(KINDS))));
        if (day != null) {
            Field<String> until = CONSENT.TO_DATE;
            inForce = inForce.and(CONSENT.FROM_DATE.isNull().or(CONSENT.FROM_DATE.le(day.toString())))
                .and(until.isNull().or(until.gt(day.toString())));
        } else {
            inForce = inForce.and(CONSENT.TO_DATE.isNull());
        }
        return db.select(CLIENT.ID, CLIENT.NAME, CLIENT.BIRTH).from(CLIENT).where(CLIENT.ID.in(ids))
            .and(notExists(selectOne().from(CONSENT).where(inForce))).fetch();
    }

    private static boolean isChild(String birth, LocalDate day) {
        return birth != null && day != null && !LocalDate.parse(birth).isAfter(day)
            && AgeOn.years(LocalDate.parse(birth), day) < ADULT;
    }
}
