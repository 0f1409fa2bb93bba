package org.shegong.app.sample;

import static org.shegong.app.sample.SampleDrafts.values;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.app.sample.SampleStation.Client;
import org.shegong.app.sample.SampleStation.Worker;

/** Groups with members, sessions and attendance. */
final class GroupPart {
    private static final int SESSIONS = 6;
    private final SampleStation s;

    GroupPart(SampleStation station) {
        this.s = station;
    }

    void add() {
        List<String> names = s.texts().list("group.names");
        List<String> categories = List.of("C3", "C2", "C3", "C5", "C2");
        for (int i = 0; i < names.size(); i++) {
            group(names.get(i), categories.get(i), SampleStation.workday(s.first().plusDays(20 + i * 74L)), i);
        }
    }

    private void group(String name, String category, LocalDate first, int index) {
        LocalDate last = first.plusWeeks(SESSIONS - 1);
        boolean done = s.isPast(last.plusDays(7));
        Worker worker = s.workers().get(index % s.workers().size());
        String target = category.equals("C2") ? "C204" : category.equals("C3") ? "C302" : "C502";
        Map<String, Object> values = values("name", name, "gtype", category.equals("C2") ? "2" : "3", "group_state",
            done ? "4" : "3", "worker_id", worker.id(), "co_workers", List.of(s.colleagueOf(worker).id()),
            "from_date", first, "to_date", last, "first_date", first, "sessions_planned", (long) SESSIONS,
            "frequency", s.texts().text("group.frequency"), "quota", 12L, "venue", s.texts().text("place.room"),
            "background", s.texts().text("group.background"), "aim", s.texts().text("group.aim"), "goals",
            s.texts().text("group.goals"), "target", List.of(target), "recruit", List.of("3", "4"), "staff_note",
            s.texts().text("group.staff"), "volunteers", 2L, "budget", 60000L, "risk_note",
            s.texts().text("group.risk"), "eval", List.of("2", "3"), "block", "B1");
        if (done) {
            evaluation(values, last);
        }
        String id = s.drafts().add("group_work", values);
        List<String> members = members(id, category, first);
        for (int number = 1; number <= SESSIONS; number++) {
            LocalDate day = first.plusWeeks(number - 1L);
            if (s.isPast(day)) {
                session(id, number, day, worker, members);
            }
        }
    }

    private void evaluation(Map<String, Object> values, LocalDate last) {
        values.put("close_date", last);
        values.put("members_lost", 1L);
        values.put("goal_result", List.of("3"));
        values.put("change", s.texts().text("group.change"));
        values.put("effect", s.texts().text("group.effect"));
        values.put("issues", s.texts().text("group.issues"));
        values.put("cost", 57500L);
        values.put("follow", List.of("3"));
    }

    private List<String> members(String group, String category, LocalDate first) {
        List<String> members = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        List<Client> fitting = s.clients().stream().filter(client -> client.category().startsWith(category)
            && client.isOn(first) && client.closed() == null).toList();
        for (int i = 0; i < 8 && taken.size() < fitting.size(); i++) {
            Client client = s.chance().of(fitting);
            if (taken.add(client.id())) {
                String consent = s.drafts().add("consent", values("client_id", client.id(), "kinds", List.of("1", "4"),
                    "text_ver", "1.0", "signer", s.people().name(false), "relation", category.equals("C2") ? "60" : "30",
                    "how", "1", "from_date", first, "scope", "3"));
                members.add(s.drafts().add("group_member", values("group_id", group, "client_id", client.id(),
                    "join_date", first, "consent_id", consent)));
            }
        }
        for (String name : s.texts().list("group.unnamed")) {
            members.add(s.drafts().add("group_member", values("group_id", group, "anon_name", name, "sex",
                s.chance().of("1", "2"), "age_band", category.equals("C2") ? "6-13" : "60-79", "join_date", first)));
        }
        return members;
    }

    private void session(String group, int number, LocalDate day, Worker worker, List<String> members) {
        List<String> present = new ArrayList<>();
        List<String> late = new ArrayList<>();
        List<String> leave = new ArrayList<>();
        for (String member : members) {
            int chance = s.chance().between(1, 20);
            if (chance == 1) {
                leave.add(member);
            } else if (chance == 2) {
                late.add(member);
            } else if (chance > 3) {
                present.add(member);
            }
        }
        LocalTime from = LocalTime.of(15, 0);
        s.drafts().add("group_session", values("group_id", group, "no", (long) number, "date", day, "start_time", from,
            "end_time", from.plusMinutes(90), "minutes", 90L, "place", s.texts().text("place.room"), "worker_id",
            worker.id(), "co_workers", List.of(s.colleagueOf(worker).id()), "theme",
            s.texts().list("group.themes").get(number - 1), "phase", number == 1 ? "2" : number < 6 ? "4" : "5",
            "present", present, "late", late, "leave", leave, "aim", s.texts().text("group.aim"), "process",
            s.texts().text("group.process"), "goal_score", (long) s.chance().between(3, 5), "reflection",
            s.texts().text("group.reflection")));
    }
}
