package org.shegong.db.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was promised for a day and has not been done since: the next day noted on a client, a visit or a case session,
 * the reply to a referral, an action agreed in supervision. Not for the window's thread.
 */
public final class FollowUps {
    private static final String CLIENTS = """
        SELECT 'client', c.id, 'client', c.id, c.next_date FROM client c
        WHERE c.next_date BETWEEN ? AND ? AND c.deleted_at IS NULL AND c.status = 'submitted' AND c.merged_to IS NULL
          AND c.closed_date IS NULL ORDER BY c.next_date LIMIT ?""";
    private static final String VISITS = """
        SELECT 'visit', v.id, 'client',
          (SELECT r.target_id FROM record_ref r WHERE r.owner_id = v.id AND r.field = 'clients' AND r.ord = 0), v.next_date
        FROM visit v WHERE v.next_date BETWEEN ? AND ? AND v.deleted_at IS NULL AND v.status = 'submitted'
          AND v.duplicate_of IS NULL AND NOT EXISTS (SELECT 1 FROM visit n WHERE n.household_id = v.household_id
            AND n.date > v.date AND n.deleted_at IS NULL AND n.status <> 'void') ORDER BY v.next_date LIMIT ?""";
    private static final String SESSIONS = """
        SELECT 'case_session', s.id, 'case_file', s.case_id, s.next_date FROM case_session s
        JOIN case_file f ON f.id = s.case_id AND f.close_date IS NULL AND f.deleted_at IS NULL
        WHERE s.next_date BETWEEN ? AND ? AND s.deleted_at IS NULL AND s.status = 'submitted'
          AND NOT EXISTS (SELECT 1 FROM case_session n WHERE n.case_id = s.case_id AND n.date > s.date
            AND n.deleted_at IS NULL AND n.status <> 'void') ORDER BY s.next_date LIMIT ?""";
    private static final String REFERRALS = """
        SELECT 'referral', r.id, 'client', r.client_id, r.reply_due FROM referral r
        WHERE r.reply_due BETWEEN ? AND ? AND r.reply_date IS NULL AND r.deleted_at IS NULL AND r.status = 'submitted'
        ORDER BY r.reply_due LIMIT ?""";
    private static final String ACTIONS = """
        SELECT 'supervision_action', a.id, 'supervision_action', a.id, a.due FROM supervision_action a
        WHERE a.due BETWEEN ? AND ? AND a.done_date IS NULL AND a.deleted_at IS NULL AND a.status = 'submitted'
        ORDER BY a.due LIMIT ?""";
    private final StationFile file;
    private final RecordStore records;

    /** @param records says which of them may be read; the others are left out */
    public FollowUps(StationFile file, RecordStore records) {
        this.file = file;
        this.records = records;
    }

    /**
     * One of them.
     *
     * @param form of the record that holds the date
     * @param id of that record
     * @param subjectForm form of the person or case it is about
     * @param subjectId of the person or case; may be empty
     * @param due the day
     */
    public record FollowUp(String form, String id, String subjectForm, String subjectId, LocalDate due) {
    }

    /**
     * Everything due in a stretch of days, the earliest first.
     *
     * @param most of each kind
     */
    public List<FollowUp> due(LocalDate from, LocalDate to, int most) {
        List<FollowUp> all = new ArrayList<>();
        for (String sql : List.of(CLIENTS, VISITS, SESSIONS, REFERRALS, ACTIONS)) {
            all.addAll(file.read(db -> db.resultQuery(sql, from.toString(), to.toString(), most)
                .fetch(row -> new FollowUp(row.get(0, String.class), row.get(1, String.class),
                    row.get(2, String.class), row.get(3) == null ? "" : row.get(3, String.class),
                    LocalDate.parse(row.get(4, String.class))))));
        }
        all.sort(Comparator.comparing(FollowUp::due));
        return readable(all);
    }

    private List<FollowUp> readable(List<FollowUp> all) {
        Map<String, Set<String>> ids = new HashMap<>();
        all.forEach(one -> ids.computeIfAbsent(one.form(), form -> new LinkedHashSet<>()).add(one.id()));
        Map<String, Set<String>> visible = new HashMap<>();
        ids.forEach((form, some) -> visible.put(form, records.visible(form, some)));
        return all.stream().filter(one -> visible.get(one.form()).contains(one.id())).toList();
    }
}
