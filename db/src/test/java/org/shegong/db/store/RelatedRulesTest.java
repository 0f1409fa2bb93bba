package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.forms.Finding;

class RelatedRulesTest {
    @TempDir
    Path folder;
    private Station station;

    @BeforeEach
    void open() {
        station = TestStation.create(folder.resolve("station"));
    }

    @AfterEach
    void close() {
        station.close();
    }

    private List<String> findings(String form, String id, Object... keysAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return station.saving().preview(RecordDraft.entered(form, id, RecordStatus.DRAFT, values)).stream()
            .map(Finding::message).toList();
    }

    @Test
    void closesNoCaseBeforeItsLastSession() {
        String caseId = TestStation.draft(station, "case_file", "open_date", LocalDate.of(2026, 3, 1));
        TestStation.draft(station, "case_session", "case_id", caseId, "date", LocalDate.of(2026, 5, 20));
        assertThat(findings("case_file", caseId, "close_date", LocalDate.of(2026, 5, 19)))
            .contains("case.closed_before_last_session");
        assertThat(findings("case_file", caseId, "close_date", LocalDate.of(2026, 5, 20)))
            .doesNotContain("case.closed_before_last_session", "case.closed_late");
        assertThat(findings("case_file", caseId, "close_date", LocalDate.of(2026, 7, 19)))
            .doesNotContain("case.closed_late");
        assertThat(findings("case_file", caseId, "close_date", LocalDate.of(2026, 7, 20)))
            .contains("case.closed_late");
    }

    @Test
    void keepsSessionsWithinTheirCase() {
        String caseId = TestStation.draft(station, "case_file", "open_date", LocalDate.of(2026, 3, 1),
            "close_date", LocalDate.of(2026, 6, 1), "close_reason", "1");
        assertThat(findings("case_session", "s", "case_id", caseId, "date", LocalDate.of(2026, 2, 28)))
            .contains("case_session.before_open");
        assertThat(findings("case_session", "s", "case_id", caseId, "date", LocalDate.of(2026, 6, 2)))
            .contains("case_session.after_close");
        assertThat(findings("case_session", "s", "case_id", caseId, "date", LocalDate.of(2026, 6, 1)))
            .doesNotContain("case_session.before_open", "case_session.after_close");
    }

    @Test
    void countsTheMembersOfAGroupAgainstItsPlaces() {
        String group = TestStation.draft(station, "group_work", "name", "护苗成长小组");
        TestStation.draft(station, "group_member", "group_id", group, "anon_name", "甲");
        TestStation.draft(station, "group_member", "group_id", group, "anon_name", "乙");
        assertThat(findings("group_work", group, "name", "护苗成长小组", "quota", 1L))
            .contains("group.members_over_quota");
        assertThat(findings("group_work", group, "name", "护苗成长小组", "quota", 2L))
            .doesNotContain("group.members_over_quota");
    }

    @Test
    void letsNobodyAttendLongerThanTheCourse() {
        String training = TestStation.draft(station, "training", "title", "个案工作实务", "minutes", 120L);
        assertThat(findings("training_attendance", "t", "training_id", training, "minutes", 121L))
            .contains("training.longer_than_course");
        assertThat(findings("training_attendance", "t", "training_id", training, "minutes", 120L))
            .doesNotContain("training.longer_than_course");
    }

    @Test
    void letsASupervisorBeInOnePlaceAtATime() {
        String supervisor = TestStation.draft(station, "supervisor", "name", "农督导");
        TestStation.draft(station, "supervision_session", "supervisor_id", supervisor,
            "date", LocalDate.of(2026, 10, 14), "start_time", LocalTime.of(9, 0), "end_time", LocalTime.of(12, 0));
        assertThat(overlapping(supervisor, LocalTime.of(11, 59), LocalTime.of(13, 0))).contains("supervision.overlap");
        assertThat(overlapping(supervisor, LocalTime.of(12, 0), LocalTime.of(13, 0)))
            .doesNotContain("supervision.overlap");
    }

    private List<String> overlapping(String supervisor, LocalTime from, LocalTime to) {
        return findings("supervision_session", "x", "supervisor_id", supervisor,
            "date", LocalDate.of(2026, 10, 14), "start_time", from, "end_time", to);
    }

    @Test
    void namesNobodyWhoHasLeftTheRegister() {
        String client = TestStation.draft(station, "client", "name", "覃玉兰", "filed_date", LocalDate.of(2025, 1, 1),
            "file_state", "3", "closed_date", LocalDate.of(2026, 7, 4), "closed_reason", "1");
        assertThat(findings("visit", "v", "date", LocalDate.of(2026, 7, 4), "clients", List.of(client)))
            .contains("client.not_on_register");
        assertThat(findings("visit", "v", "date", LocalDate.of(2026, 7, 3), "clients", List.of(client)))
            .doesNotContain("client.not_on_register");
    }

    @Test
    void namesNoFileThatWasMergedIntoAnother() {
        String kept = TestStation.draft(station, "client", "name", "覃玉兰");
        String merged = TestStation.draft(station, "client", "name", "秦玉兰", "merged_to", kept);
        assertThat(findings("visit", "v", "date", LocalDate.of(2026, 7, 4), "clients", List.of(merged)))
            .contains("reference.merged");
        assertThat(findings("visit", "v", "date", LocalDate.of(2026, 7, 4), "clients", List.of(kept)))
            .doesNotContain("reference.merged");
    }

    @Test
    void warnsOfCategoriesThatExcludeEachOtherAtOneTime() {
        String client = TestStation.draft(station, "client", "name", "覃小宝", "birth", LocalDate.of(2015, 5, 1));
        TestStation.draft(station, "client_category", "client_id", client, "category", "C201",
            "from_date", LocalDate.of(2025, 1, 1), "to_date", LocalDate.of(2026, 1, 31));
        assertThat(findings("client_category", "c", "client_id", client, "category", "C203",
            "from_date", LocalDate.of(2026, 1, 31))).contains("client_category.exclusive");
        assertThat(findings("client_category", "c", "client_id", client, "category", "C203",
            "from_date", LocalDate.of(2026, 2, 1))).doesNotContain("client_category.exclusive");
    }

    @Test
    void warnsOfCategoriesThatDoNotFitTheAgeOnTheirFirstDay() {
        String client = TestStation.draft(station, "client", "name", "覃玉兰", "birth", LocalDate.of(1950, 5, 1));
        assertThat(findings("client_category", "c", "client_id", client, "category", "C304",
            "from_date", LocalDate.of(2026, 1, 1))).contains("client.aged_category_age");
        assertThat(findings("client_category", "c", "client_id", client, "category", "C302",
            "from_date", LocalDate.of(2026, 1, 1))).doesNotContain("client.elder_category_age");
    }

    @Test
    void remarksOnDaysOfMoreThanSixteenHours() {
        String worker = TestStation.draft(station, "worker", "name", "王社工");
        TestStation.draft(station, "activity", "name", "义诊", "date", LocalDate.of(2026, 10, 14), "worker_id", worker,
            "minutes", 600L);
        assertThat(findings("visit", "v", "date", LocalDate.of(2026, 10, 14), "worker_id", worker, "minutes", 361L))
            .contains("worker.long_day");
        assertThat(findings("visit", "v", "date", LocalDate.of(2026, 10, 14), "worker_id", worker, "minutes", 360L))
            .doesNotContain("worker.long_day");
    }

    @Test
    void remarksOnAClientServedTwiceAtOneTime() {
        String client = TestStation.draft(station, "client", "name", "覃玉兰");
        TestStation.draft(station, "case_session", "date", LocalDate.of(2026, 10, 14), "persons", List.of(client),
            "start_time", LocalTime.of(9, 0), "end_time", LocalTime.of(10, 0));
        assertThat(findings("visit", "v", "date", LocalDate.of(2026, 10, 14), "clients", List.of(client),
            "start_time", LocalTime.of(9, 30), "end_time", LocalTime.of(10, 30))).contains("client.served_twice");
        assertThat(findings("visit", "v", "date", LocalDate.of(2026, 10, 14), "clients", List.of(client),
            "start_time", LocalTime.of(10, 0), "end_time", LocalTime.of(10, 30)))
            .doesNotContain("client.served_twice");
    }

    @Test
    void comparesTheBudgetWithItsLinesOnceThereAreAny() {
        String group = TestStation.draft(station, "group_work", "name", "小组", "budget", 30000L);
        assertThat(findings("group_work", group, "budget", 30000L)).doesNotContain("budget.lines_differ");
        TestStation.draft(station, "budget_line", "group_id", group, "item", "物料", "amount", 20000L);
        assertThat(findings("group_work", group, "budget", 30000L)).contains("budget.lines_differ");
        TestStation.draft(station, "budget_line", "group_id", group, "item", "场地", "amount", 10000L, "spent", 9000L);
        assertThat(findings("group_work", group, "budget", 30000L, "cost", 9000L))
            .doesNotContain("budget.lines_differ", "cost.lines_differ");
        assertThat(findings("group_work", group, "cost", 9100L)).contains("cost.lines_differ");
    }

    @Test
    void comparesTheNumberOfGoalsWithTheListAndCountsThoseReached() {
        String caseId = TestStation.draft(station, "case_file", "open_date", LocalDate.of(2026, 3, 1));
        assertThat(findings("case_file", caseId, "goal_total", 2L)).doesNotContain("case.goals_differ");
        TestStation.draft(station, "case_goal", "case_id", caseId, "content", "按时服药", "result", "4");
        assertThat(findings("case_file", caseId, "goal_total", 2L)).contains("case.goals_differ");
        assertThat(findings("case_file", caseId, "goal_total", 1L)).doesNotContain("case.goals_differ");
        assertThat(findings("case_goal", station.newId(), "case_id", caseId, "due", LocalDate.of(2026, 2, 28)))
            .contains("goal.due_before_open");
    }

    @Test
    void takesSomebodyBackOnTheRegisterAsServedFromThatDay() {
        String client = TestStation.draft(station, "client", "name", "甲", "closed_date", LocalDate.of(2026, 3, 1),
            "restored_date", LocalDate.of(2026, 5, 1));
        assertThat(findings("visit", station.newId(), "date", LocalDate.of(2026, 4, 30), "clients", List.of(client)))
            .contains("client.not_on_register");
        assertThat(findings("visit", station.newId(), "date", LocalDate.of(2026, 5, 1), "clients", List.of(client)))
            .doesNotContain("client.not_on_register");
        assertThat(findings("client", client, "closed_date", LocalDate.of(2026, 3, 1), "restored_date",
            LocalDate.of(2026, 2, 1))).contains("client.restored_before_closed");
    }
}
