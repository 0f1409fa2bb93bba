package org.shegong.db.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shegong.db.codes.CodeBook;

/** The bundled forms ask for what the station's working forms ask for. */
class FormRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 30);
    private static final FormCatalogue FORMS = FormCatalogue.bundled();
    private final FormValidator validator = new FormValidator(CodeBook.bundled(), new Computations());

    private List<Finding> findings(String form, Map<String, Object> values) {
        return validator.check(FORMS.form(form), values, true, TODAY);
    }

    private List<String> missing(String form, Map<String, Object> values) {
        return findings(form, values).stream().filter(f -> f.rule().equals("required.missing"))
            .map(Finding::field).toList();
    }

    private List<String> messages(String form, Map<String, Object> values, Level level) {
        return findings(form, values).stream().filter(f -> f.level() == level).map(Finding::message).toList();
    }

    @Test
    void asksForTheGuardianOfAChildOnly() {
        assertThat(missing("client", Map.of("birth", LocalDate.of(2015, 3, 1), "primary_cat", "C204")))
            .contains("guardian_name", "guardian_phone", "guard_cap", "school", "parent_state", "parent_place");
        assertThat(missing("client", Map.of("birth", LocalDate.of(1950, 3, 1), "primary_cat", "C302")))
            .contains("self_care").doesNotContain("guardian_name", "school", "parent_state");
    }

    @Test
    void warnsOfCategoriesThatDoNotFitTheAge() {
        assertThat(messages("client", Map.of("birth", LocalDate.of(2010, 10, 30), "primary_cat", "C204"), Level.W))
            .contains("client.left_behind_child_age");
        assertThat(messages("client", Map.of("birth", LocalDate.of(2010, 10, 31), "primary_cat", "C204"), Level.W))
            .doesNotContain("client.left_behind_child_age");
        assertThat(messages("client", Map.of("birth", LocalDate.of(1946, 10, 31), "primary_cat", "C304"), Level.W))
            .contains("client.aged_category_age");
    }

    @Test
    void asksForAReasonWhenThereIsNoIdNumber() {
        assertThat(missing("client", Map.of("id_type", "13"))).contains("no_id_reason").doesNotContain("id_no");
        assertThat(missing("client", Map.of("id_type", "01"))).contains("id_no").doesNotContain("no_id_reason");
    }

    @Test
    void asksForNothingAboutTheClientWhenNobodyWasMet() {
        assertThat(missing("visit", Map.of("result", "4"))).contains("date", "clients", "disposition")
            .doesNotContain("life_score", "status_note", "risk");
        assertThat(messages("visit", Map.of("result", "4"), Level.E)).doesNotContain("visit.needs_missing");
        assertThat(missing("visit", Map.of("result", "1"))).contains("life_score", "status_note", "risk");
        assertThat(messages("visit", Map.of("result", "1"), Level.E)).contains("visit.needs_missing");
    }

    @Test
    void asksWhyAVisitWasMadeAlone() {
        assertThat(missing("visit", Map.of("result", "1"))).contains("alone_reason");
        assertThat(missing("visit", Map.of("result", "1", "companions", "村干部"))).doesNotContain("alone_reason");
    }

    @Test
    void asksForThreeTriesBeforeAClientIsCalledLost() {
        Map<String, Object> values = new HashMap<>(Map.of("case_state", "40", "close_reason", "5",
            "close_date", LocalDate.of(2026, 10, 20), "open_date", LocalDate.of(2026, 5, 1)));
        assertThat(missing("case_file", values)).contains("lost_try1", "lost_try2", "lost_try3");
        values.put("lost_try1", LocalDateTime.of(2026, 8, 1, 9, 0));
        values.put("lost_try2", LocalDateTime.of(2026, 8, 1, 15, 0));
        values.put("lost_try3", LocalDateTime.of(2026, 9, 10, 19, 0));
        assertThat(messages("case_file", values, Level.E)).contains("case.tries_same_day", "case.tries_over_month");
    }

    @Test
    void asksWhatRemainsWhenGoalsWereMissed() {
        Map<String, Object> values = new HashMap<>(Map.of("case_state", "40", "close_reason", "1",
            "close_date", LocalDate.of(2026, 10, 20), "open_date", LocalDate.of(2026, 10, 21),
            "goal_total", 3L, "goal_met", 2L));
        assertThat(missing("case_file", values)).contains("remain");
        assertThat(messages("case_file", values, Level.E)).contains("case.closed_before_open");
        values.put("goal_met", 3L);
        assertThat(missing("case_file", values)).doesNotContain("remain");
    }

    @Test
    void opensNoCaseAgainstTheWillExceptInDanger() {
        assertThat(messages("intake", Map.of("decision", "1", "willing", false, "risk", "1"), Level.E))
            .contains("intake.unwilling");
        assertThat(messages("intake", Map.of("decision", "1", "willing", false, "risk", "4"), Level.E))
            .doesNotContain("intake.unwilling");
    }

    @Test
    void holdsPartsOfAnActivityBelowItsTotal() {
        Map<String, Object> values = new HashMap<>(Map.of("act_state", "2", "total", 40L, "n_child", 30L,
            "n_elder", 11L, "n_pwd", 5L, "n_male", 20L, "n_female", 20L, "date", LocalDate.of(2026, 10, 31)));
        assertThat(messages("activity", values, Level.E))
            .containsOnlyOnce("activity.parts_over_total").contains("activity.held_in_future")
            .doesNotContain("activity.sexes_over_total");
    }

    @Test
    void asksForAnExplanationOfCostsTenPercentOverBudget() {
        assertThat(missing("activity", Map.of("act_state", "2", "budget", 100_000L, "cost", 110_000L)))
            .doesNotContain("diff_note");
        assertThat(missing("activity", Map.of("act_state", "2", "budget", 100_000L, "cost", 111_000L)))
            .contains("diff_note");
    }

    @Test
    void holdsIndividualSupervisionToOneWorker() {
        assertThat(messages("supervision_session", Map.of("form", "1", "supervisees", List.of("a", "b")), Level.E))
            .contains("supervision.individual_one");
        assertThat(messages("supervision_session", Map.of("form", "2", "supervisees", List.of("a")), Level.E))
            .contains("supervision.group_two");
        assertThat(messages("supervision_session", Map.of("form", "2", "supervisees", List.of("a", "b")), Level.E))
            .doesNotContain("supervision.individual_one", "supervision.group_two");
    }

    @Test
    void asksForTheWholeMandatoryReport() {
        assertThat(missing("crisis", Map.of("mandatory", "2")))
            .contains("mandatory_signs", "report_to", "report_at", "report_how", "receipt");
        assertThat(missing("crisis", Map.of("mandatory", "1"))).doesNotContain("report_to", "report_at");
        assertThat(messages("crisis", Map.of("mandatory", "3", "unreported_reason", "情况待核实"), Level.W))
            .contains("crisis.not_reported");
    }

    @Test
    void namesAMemberInOneAttendanceListOnly() {
        assertThat(messages("group_session", Map.of("present", List.of("a", "b"), "leave", List.of("b")), Level.E))
            .contains("group_session.in_two_lists");
    }

    @Test
    void takesTheBreakOffTheDurationOfSupervision() {
        Map<String, Object> values = Map.of("start_time", LocalTime.of(9, 0), "end_time", LocalTime.of(17, 30),
            "break_minutes", 90L);
        String compute = FORMS.form("supervision_session").field("minutes").compute();
        assertThat(new Computations().compute(compute, values, TODAY)).isEqualTo(420L);
    }

    @Test
    void turnsHoursOfTrainingIntoMinutes() {
        String compute = FORMS.form("training").field("minutes").compute();
        assertThat(new Computations().compute(compute, Map.of("qty", new java.math.BigDecimal("1.5"), "unit", "H"),
            TODAY)).isEqualTo(90L);
        assertThat(new Computations().compute(compute, Map.of("qty", java.math.BigDecimal.TEN, "unit", "P"), TODAY))
            .isNull();
    }

    @Test
    void letsAGuardianConsentForAChild() {
        Map<String, Object> values = new HashMap<>(Map.of("client_age", 12L, "relation", "01"));
        assertThat(messages("consent", values, Level.E)).contains("consent.child_signs_alone");
        values.put("relation", "50");
        assertThat(messages("consent", values, Level.E)).doesNotContain("consent.child_signs_alone");
    }
}
