package org.shegong.db.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;

/**
 * Computed fields that need other records, such as the number of persons in a household: one scalar query each,
 * where {@code r} is the row of the record itself.
 */
final class RecordLookups {
    private static final String LIVE = " AND x.deleted_at IS NULL AND x.status = 'submitted'";
    private static final Map<String, String> QUERIES = Map.ofEntries(
        Map.entry("age_of", "(SELECT c.birth FROM client c WHERE c.id = r.client_id)"),
        Map.entry("case_session_count", "(SELECT COUNT(*) FROM case_session x WHERE x.case_id = r.id" + LIVE + ")"),
        Map.entry("case_session_minutes",
            "(SELECT SUM(x.minutes) FROM case_session x WHERE x.case_id = r.id" + LIVE + ")"),
        Map.entry("case_goal_count", "(SELECT NULLIF(COUNT(*), 0) FROM case_goal x WHERE x.case_id = r.id" + LIVE + ")"),
        Map.entry("case_goal_met", "(SELECT SUM(x.result IN ('3', '4', '5')) FROM case_goal x WHERE x.case_id = r.id"
            + LIVE + ")"),
        Map.entry("group_member_count",
            "(SELECT COUNT(*) FROM group_member x WHERE x.group_id = r.id AND x.deleted_at IS NULL)"),
        Map.entry("group_session_count",
            "(SELECT COUNT(*) FROM group_session x WHERE x.group_id = r.id" + LIVE + ")"),
        Map.entry("group_attendance_rate", """
            (SELECT ROUND(100.0 * SUM((SELECT COUNT(*) FROM record_ref p WHERE p.owner_id = x.id
                AND p.field IN ('present', 'late')))
              / NULLIF(SUM((SELECT COUNT(*) FROM group_member m WHERE m.group_id = r.id AND m.deleted_at IS NULL
                AND m.join_date <= x.date AND (m.leave_date IS NULL OR m.leave_date > x.date))), 0), 1)
             FROM group_session x WHERE x.group_id = r.id""" + LIVE + ")"),
        Map.entry("session_expected", """
            (SELECT COUNT(*) FROM group_member m WHERE m.group_id = r.group_id AND m.deleted_at IS NULL
                AND m.join_date <= r.date AND (m.leave_date IS NULL OR m.leave_date > r.date))"""),
        Map.entry("session_present",
            "(SELECT COUNT(*) FROM record_ref p WHERE p.owner_id = r.id AND p.field IN ('present', 'late'))"),
        Map.entry("session_attendance_rate", """
            (SELECT ROUND(100.0 * (SELECT COUNT(*) FROM record_ref p WHERE p.owner_id = r.id
                AND p.field IN ('present', 'late')) / NULLIF(COUNT(*), 0), 1)
             FROM group_member m WHERE m.group_id = r.group_id AND m.deleted_at IS NULL
                AND m.join_date <= r.date AND (m.leave_date IS NULL OR m.leave_date > r.date))"""),
        Map.entry("last_service", """
            (SELECT MAX(d) FROM (
               SELECT v.date AS d FROM record_ref p JOIN visit v ON v.id = p.owner_id WHERE p.target_id = r.id
                 AND p.field = 'clients' AND v.result = '1' AND v.deleted_at IS NULL AND v.status = 'submitted'
               UNION ALL SELECT s.date FROM record_ref p JOIN case_session s ON s.id = p.owner_id
                 WHERE p.target_id = r.id AND p.field = 'persons' AND s.deleted_at IS NULL AND s.status = 'submitted'
               UNION ALL SELECT k.date FROM consultation k WHERE k.client_id = r.id AND k.deleted_at IS NULL
                 AND k.status = 'submitted'))"""),
        Map.entry("round_minutes",
            "(SELECT SUM(x.minutes) FROM supervision_session x WHERE x.round_id = r.id" + LIVE + ")"),
        Map.entry("round_session_count",
            "(SELECT COUNT(*) FROM supervision_session x WHERE x.round_id = r.id" + LIVE + ")"),
        Map.entry("training_attendee_count",
            "(SELECT COUNT(*) FROM training_attendance x WHERE x.training_id = r.id" + LIVE + ")"),
        Map.entry("training_minutes_of_year", """
            (SELECT SUM(x.minutes) FROM training_attendance x JOIN training t ON t.id = x.training_id
             WHERE x.worker_id = r.worker_id AND substr(t.date, 1, 4) =
               (SELECT substr(o.date, 1, 4) FROM training o WHERE o.id = r.training_id)""" + LIVE + ")"),
        Map.entry("visit_duplicate", "(CASE WHEN r.duplicate_of IS NULL THEN NULL ELSE 1 END)"),
        Map.entry("volunteer_minutes", """
            (SELECT SUM(x.minutes) FROM record_ref p JOIN volunteer_service x ON x.id = p.owner_id
             WHERE p.target_id = r.id AND p.field = 'volunteers'""" + LIVE + ")"),
        Map.entry("worker_cert_level",
            "(SELECT MAX(x.level) FROM certificate x WHERE x.worker_id = r.id AND x.deleted_at IS NULL)"),
        Map.entry("worker_cert_deadline",
            "(CASE WHEN EXISTS (SELECT 1 FROM certificate x WHERE x.worker_id = r.id AND x.deleted_at IS NULL)"
                + " THEN NULL ELSE date(COALESCE(r.cert_clock_from, r.on_from), '+24 months') END)"));
    private static final Map<String, String> BY_FORM = Map.of(
        "client.household_size", "(SELECT COUNT(*) FROM client x WHERE x.household_id = r.household_id"
            + " AND x.closed_date IS NULL AND x.deleted_at IS NULL)",
        "household.household_size", "(SELECT COUNT(*) FROM client x WHERE x.household_id = r.id"
            + " AND x.closed_date IS NULL AND x.deleted_at IS NULL)",
        "supervisor.supervisor_station_count", "(SELECT COUNT(DISTINCT COALESCE(x.station_code, x.station_name))"
            + " FROM supervisor_station x WHERE x.supervisor_id = r.id AND x.deleted_at IS NULL"
            + " AND (x.to_date IS NULL OR x.to_date >= date('now')))",
        "supervisor_station.supervisor_station_count", "(SELECT COUNT(DISTINCT COALESCE(x.station_code,"
            + " x.station_name)) FROM supervisor_station x WHERE x.supervisor_id = r.supervisor_id"
            + " AND x.deleted_at IS NULL AND (x.to_date IS NULL OR x.to_date >= r.from_date))");

    private RecordLookups() {
    }

    /**
     * The records with the computed fields that need other records added.
     *
     * @param wanted which of them; each costs a query for every record
     */
    static Map<String, RecordData> add(DSLContext db, Form form, Map<String, RecordData> records,
                                       Predicate<String> wanted) {
        Map<String, String> queries = queries(form);
        queries.keySet().removeIf(wanted.negate());
        if (queries.isEmpty() || records.isEmpty()) {
            return records;
        }
        List<String> ids = new ArrayList<>(records.keySet());
        StringBuilder sql = new StringBuilder("SELECT r.id");
        queries.values().forEach(query -> sql.append(", ").append(query));
        sql.append(" FROM ").append(form.table()).append(" r WHERE r.id IN (")
            .append(String.join(",", Collections.nCopies(ids.size(), "?"))).append(')');
        Map<String, RecordData> added = new HashMap<>(records);
        db.resultQuery(sql.toString(), ids.toArray()).forEach(row -> {
            Map<String, Object> values = new LinkedHashMap<>();
            int column = 1;
            for (String key : queries.keySet()) {
                Object value = row.get(column++);
                if (value != null) {
                    values.put(key, value);
                }
            }
            added.computeIfPresent(row.get(0, String.class), (id, data) -> data.with(values));
        });
        return added;
    }

    private static Map<String, String> queries(Form form) {
        Map<String, String> queries = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (field.type().isComputed()) {
                String name = field.compute().replaceAll("\\(.*", "");
                String query = QUERIES.getOrDefault(name, BY_FORM.get(form.key() + "." + name));
                if (query != null) {
                    queries.put(field.key(), query);
                }
            }
        }
        return queries;
    }
}
