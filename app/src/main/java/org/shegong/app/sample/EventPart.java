package org.shegong.app.sample;

import static org.shegong.app.sample.SampleDrafts.values;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.app.sample.SampleStation.Village;
import org.shegong.app.sample.SampleStation.Worker;

/** Community activities with volunteers, and resources that were linked. */
final class EventPart {
    private static final List<String> TYPES = List.of("1", "2", "4", "6", "5", "12", "8", "9");
    private final SampleStation s;
    private int number;

    EventPart(SampleStation station) {
        this.s = station;
    }

    void add() {
        for (LocalDate month = s.first(); s.isPast(month); month = month.plusMonths(1)) {
            activity(SampleStation.workday(month.plusDays(s.chance().between(5, 11))));
            activity(SampleStation.workday(month.plusDays(s.chance().between(17, 25))));
            resource(SampleStation.workday(month.plusDays(s.chance().between(3, 26))));
        }
        plan();
    }

    private void activity(LocalDate day) {
        if (!s.isPast(day)) {
            return;
        }
        Worker worker = s.anyWorker();
        int people = s.chance().between(24, 80);
        int helpers = s.chance().between(2, 5);
        LocalTime from = LocalTime.of(9, 30);
        Map<String, Object> values = planned(day, worker, "2");
        values.putAll(values("minutes", 120L, "sign_mode", "1", "total", (long) people, "n_vol", (long) helpers,
            "vol_minutes", 150L, "n_elder", people / 2L, "n_child", people / 6L, "n_female", people * 3L / 5,
            "n_male", people - people * 3L / 5, "clients", named(day), "execution", s.texts().text("activity.execution"),
            "goal_result", s.chance().of("3", "4"), "effect", s.sentence("activity.effect"), "materials",
            s.chance().between(3, 12) * 10L, "councils", number % 8 == 0 ? 1L : 0L, "cost",
            s.chance().between(20, 60) * 1000L, "sat_given", 20L, "sat_valid", 19L, "sat_good", 18L,
            "issues", s.texts().text("activity.issues")));
        String id = s.drafts().add("activity", values);
        s.drafts().add("volunteer_service", values("date", day, "activity_id", id, "volunteers", helpers(helpers),
            "people", (long) helpers, "start_time", from.minusMinutes(15), "end_time", from.plusMinutes(135), "minutes",
            150L, "content", s.texts().text("volunteer.content"), "checker_id", worker.id(), "rating", 5L));
    }

    private Map<String, Object> planned(LocalDate day, Worker worker, String state) {
        Village village = s.anyVillage();
        int kind = number++ % TYPES.size();
        LocalTime from = LocalTime.of(9, 30);
        return values("name", s.texts().list("activity.names").get(kind), "act_type", TYPES.get(kind), "act_state", state,
            "date", day, "start_time", from, "end_time", from.plusMinutes(120), "village_id", village.id(),
            "place", village.name() + s.texts().text("place.hall"), "worker_id", worker.id(),
            "co_workers", List.of(s.colleagueOf(worker).id()), "field", "F05", "block", "B2",
            "ctask", List.of("CT3"), "actors", List.of("V1", "V3", "V4"), "methods", List.of("M03", "M11"),
            "background", s.texts().text("activity.background"), "aims", s.texts().text("activity.aims"),
            "target", List.of("C901"), "expect_n", 50L, "process", s.texts().text("activity.process"),
            "staff_note", s.texts().text("activity.staff"), "budget", 80000L, "contingency",
            s.texts().text("activity.contingency"), "eval", List.of("3"));
    }

    private void plan() {
        s.drafts().add("activity", planned(s.today().plusDays(9), s.workers().get(0), "1"));
    }

    private List<String> named(LocalDate day) {
        Set<String> named = new LinkedHashSet<>();
        for (int i = s.chance().between(3, 8); i > 0; i--) {
            named.add(s.anyClient(day).id());
        }
        return List.copyOf(named);
    }

    private List<String> helpers(int count) {
        Set<String> helpers = new LinkedHashSet<>();
        while (helpers.size() < count) {
            helpers.add(s.chance().of(s.volunteers()).id());
        }
        return List.copyOf(helpers);
    }

    private void resource(LocalDate day) {
        if (!s.isPast(day)) {
            return;
        }
        boolean money = s.chance().percent(30);
        long people = s.chance().between(8, 40);
        s.drafts().add("resource_link", values("date", day, "kind", money ? "1" : "2", "resource_name",
            s.texts().text(money ? "resource.money" : "resource.goods"), "src_kind", money ? "3" : "2",
            "src_name", s.sentence(money ? "resource.funds" : "resource.firms"),
            "money", money ? s.chance().between(5, 30) * 10000L : null,
            "qty", money ? null : new java.math.BigDecimal(people), "qty_unit", money ? null : s.texts().text("resource.unit"),
            "goods_value", money ? null : people * 6500L, "basis", money ? null : s.texts().text("resource.basis"),
            "benefit_n", people, "clients", named(day), "worker_id", s.anyWorker().id()));
    }
}
