package org.shegong.reports.catalogue;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.shegong.db.domain.StatMonth;

/** The months in which a station has services on record. */
public final class RecordedMonths {
    private static final List<String> SERVICES = List.of("visit", "consultation", "case_session", "group_session",
            "activity", "volunteer_service", "resource_link", "supervision_session", "training");

    private RecordedMonths() {
    }

    /**
     * Every month from the first service to the last, without gaps, under the station's own rule; empty without any.
     *
     * @param until months that begin later are left out
     */
    public static List<StatMonth> of(DSLContext db, LocalDate until) {
        String first = null;
        String last = null;
        for (String service : SERVICES) {
            var date = field(name("date"), String.class);
            var ends = db.select(min(date), max(date)).from(table(name(service)))
                    .where(field(name("status")).eq("submitted")).and(field(name("deleted_at")).isNull()).fetchSingle();
            if (ends.value1() != null) {
                first = first == null || ends.value1().compareTo(first) < 0 ? ends.value1() : first;
                last = last == null || ends.value2().compareTo(last) > 0 ? ends.value2() : last;
            }
        }
        List<StatMonth> months = new ArrayList<>();
        if (first != null) {
            LocalDate end = LocalDate.parse(last).isAfter(until) ? until : LocalDate.parse(last);
            StatMonth month = StatMonth.containing(LocalDate.parse(first), StationInfo.read(db).rule());
            for (; !month.first().isAfter(end); month = month.next()) {
                months.add(month);
            }
        }
        return List.copyOf(months);
    }
}
