package org.shegong.db.store;

import static org.shegong.db.schema.Tables.CLIENT;
import static org.shegong.db.schema.Tables.JOURNAL_STEP;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Level;

/**
 * What is odd about entering a record now: a telephone number that more than five clients share (rules document,
 * section 3; old people often share a neighbour's), a computer whose clock runs behind what it has written (D06).
 */
final class EntryRules {
    private static final int SHARED = 5;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private EntryRules() {
    }

    static List<Finding> check(DSLContext db, Form form, String id, Map<String, Object> values, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (form.key().equals("client") && values.get("phone") != null) {
            int others = db.fetchCount(CLIENT, CLIENT.PHONE.eq(values.get("phone").toString()).and(CLIENT.ID.ne(id))
                .and(CLIENT.DELETED_AT.isNull()));
            if (others >= SHARED) {
                findings.add(new Finding("phone.shared", Level.W, "phone", "phone.shared",
                    List.of(form.field("phone").label(), others)));
            }
        }
        if (form.isDated() && runsBehind(db, today)) {
            findings.add(new Finding("clock.suspect", Level.W, form.dateField(), "clock.suspect", List.of()));
        }
        return findings;
    }

    /** A day's grace, for the journal writes in another time zone than people live in. */
    private static boolean runsBehind(DSLContext db, LocalDate today) {
        if (today.isBefore(FIRST_DAY)) {
            return true;
        }
        String last = db.select(JOURNAL_STEP.AT).from(JOURNAL_STEP).orderBy(JOURNAL_STEP.ID.desc()).limit(1)
            .fetchOne(JOURNAL_STEP.AT);
        return last != null && today.isBefore(Instant.parse(last).atZone(ZoneOffset.UTC).toLocalDate().minusDays(1));
    }
}
