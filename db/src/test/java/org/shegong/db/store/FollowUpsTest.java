package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;

class FollowUpsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    @TempDir
    Path folder;
    private final List<RecordDraft> drafts = new ArrayList<>();

    @Test
    void aLaterVisitToTheHouseholdSettlesTheDayNotedOnTheOneBefore() {
        try (Station station = TestStation.create(folder)) {
            String home = add(station, "household", "head_name", "覃玉兰");
            String otherHome = add(station, "household", "head_name", "韦秀英");
            String one = add(station, "client", "name", "覃玉兰", "household_id", home);
            String two = add(station, "client", "name", "韦秀英", "household_id", otherHome);
            add(station, "visit", "date", DAY, "clients", List.of(one), "household_id", home, "result", "1", "next_date", DAY.plusDays(5));
            add(station, "visit", "date", DAY.plusDays(4), "clients", List.of(one), "household_id", home, "result", "1");
            String open = add(station, "visit", "date", DAY, "clients", List.of(two), "household_id",
                otherHome, "result", "1", "next_date", DAY.plusDays(6));
            station.saving().importAll("import", "import", drafts);

            List<FollowUps.FollowUp> due = station.followUps().due(DAY, DAY.plusDays(30), 50);

            assertThat(due).containsExactly(new FollowUps.FollowUp("visit", open, "client", two, DAY.plusDays(6)));
        }
    }

    @Test
    void leavesOutClosedCasesAndAnsweredReferralsAndSortsByDay() {
        try (Station station = TestStation.create(folder)) {
            String client = add(station, "client", "name", "黄桂花", "next_date", DAY.plusDays(3));
            String open = add(station, "case_file", "client_id", client, "case_no", "GA-1", "open_date", DAY);
            String closed = add(station, "case_file", "client_id", client, "case_no", "GA-2", "open_date", DAY,
                "close_date", DAY.plusDays(1));
            String session = add(station, "case_session", "case_id", open, "date", DAY, "next_date", DAY.plusDays(2));
            add(station, "case_session", "case_id", closed, "date", DAY, "next_date", DAY.plusDays(2));
            String waiting = add(station, "referral", "client_id", client, "date", DAY, "reply_due", DAY.plusDays(1));
            add(station, "referral", "client_id", client, "date", DAY, "reply_due", DAY.plusDays(1), "reply_date", DAY);
            station.saving().importAll("import", "import", drafts);

            assertThat(station.followUps().due(DAY, DAY.plusDays(30), 50))
                .extracting(FollowUps.FollowUp::id).containsExactly(waiting, session, client);
        }
    }

    private String add(Station station, String form, Object... keysAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        String id = station.newId();
        drafts.add(RecordDraft.imported(form, id, null, values));
        return id;
    }
}
