package org.shegong.db.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.shegong.db.schema.Tables.RECORD_REF;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Level;

/**
 * Remarks on a day that can hardly have been so: a worker with more than 16 hours of service, a client who was
 * served twice at the same time (forms catalogue, section M, V2 and V3).
 */
final class DayRules {
    private static final List<String> SERVICES = List.of("visit", "case_session", "group_session", "activity");
    private static final Map<String, String> CLIENTS_OF = Map.of("visit", "clients", "case_session", "persons");
    private static final long LONGEST_DAY = 960;
    private final DSLContext db;
    private final String id;
    private final Map<String, Object> values;

    private DayRules(DSLContext db, String id, Map<String, Object> values) {
        this.db = db;
        this.id = id;
        this.values = values;
    }

    static List<Finding> check(DSLContext db, Form form, String id, Map<String, Object> values) {
        List<Finding> findings = new ArrayList<>();
        if (!SERVICES.contains(form.key()) || values.get("date") == null) {
            return findings;
        }
        DayRules rules = new DayRules(db, id, values);
        if (rules.isTooLong()) {
            findings.add(new Finding("worker.long_day", Level.I, "minutes", "worker.long_day", List.of()));
        }
        String clients = CLIENTS_OF.get(form.key());
        if (clients != null && rules.isServedTwice(clients)) {
            findings.add(new Finding("client.served_twice", Level.I, clients, "client.served_twice", List.of()));
        }
        return findings;
    }

    private Condition ofThatDay() {
        return field(name("date")).eq(values.get("date").toString()).and(field(name("id")).ne(id))
            .and(field(name("deleted_at")).isNull()).and(field(name("status")).ne("void"));
    }

    private boolean isTooLong() {
        if (values.get("worker_id") == null || !(values.get("minutes") instanceof Number own)) {
            return false;
        }
        long minutes = own.longValue();
        for (String service : SERVICES) {
            BigDecimal others = db.select(sum(field(name("minutes"), Long.class))).from(table(name(service)))
                .where(ofThatDay().and(field(name("worker_id")).eq(values.get("worker_id"))))
                .fetchOne(0, BigDecimal.class);
            minutes += others == null ? 0 : others.longValue();
        }
        return minutes > LONGEST_DAY;
    }

    private boolean isServedTwice(String clientsField) {
        if (!(values.get("start_time") instanceof LocalTime start) || !(values.get("end_time") instanceof LocalTime end)
            || !(values.get(clientsField) instanceof List<?> clients)) {
            return false;
        }
        return CLIENTS_OF.entrySet().stream().anyMatch(service -> db.fetchExists(table(name(service.getKey())),
            ofThatDay().and(field(name("start_time"), String.class).lt(end.toString()))
                .and(field(name("end_time"), String.class).gt(start.toString()))
                .and(field(name("id"), String.class).in(db.select(RECORD_REF.OWNER_ID).from(RECORD_REF)
                    .where(RECORD_REF.FIELD.eq(service.getValue())).and(RECORD_REF.TARGET_ID.in(clients))))));
    }
}
