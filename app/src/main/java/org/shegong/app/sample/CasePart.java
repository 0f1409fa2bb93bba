package org.shegong.app.sample;

import static org.shegong.app.sample.SampleDrafts.values;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.app.sample.SampleStation.Client;
import org.shegong.app.sample.SampleStation.Worker;
import org.shegong.db.store.RecordStatus;

/** Cases from intake to closure, with consents, one referral and one crisis. */
final class CasePart {
    private static final int CASES = 20;
    private final SampleStation s;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> consents = new HashMap<>();

    /** What other parts may point to. */
    record Case(String id, String client, LocalDate open, LocalDate closed) {
    }

    CasePart(SampleStation station) {
        this.s = station;
    }

    /** Adds everything; gives the cases in the order of opening. */
    List<Case> add() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(one(SampleStation.workday(s.first().plusDays(8 + i * 17L)), i));
        }
        referral(cases.get(CASES - 2));
        crisis();
        return cases;
    }

    private Case one(LocalDate wanted, int index) {
        LocalDate open = s.isPast(wanted) ? wanted : SampleStation.workday(s.today().minusDays(index % 5));
        Client client = person(open);
        Worker worker = s.workers().get(index % s.workers().size());
        LocalDate closed = closing(open, index);
        String problem = s.chance().of("01", "02", "04", "07", "11", "17");
        consent(client, open);
        Map<String, Object> values = values("case_no", null, "client_id", client.id(), "open_date", open,
            "worker_id", worker.id(), "co_workers", List.of(s.colleagueOf(worker).id()), "case_level",
            index % 6 == 0 ? "2" : "1", "case_state", closed == null ? "20" : "40", "risk", "1", "main_problem", problem,
            "field", client.category().startsWith("C2") ? "F25" : "F24", "block", "B1", "retention", "10");
        if (closed != null) {
            closure(values, closed, index);
        }
        String id = s.drafts().add("case_file", values);
        intake(id, client, worker, open, problem);
        sessions(new Case(id, client.id(), open, closed), client, worker);
        return new Case(id, client.id(), open, closed);
    }

    private LocalDate closing(LocalDate open, int index) {
        LocalDate closed = SampleStation.workday(open.plusDays(110 + index % 4 * 15L));
        return s.isPast(closed) ? closed : null;
    }

    private Client person(LocalDate day) {
        Client client = s.anyClient(day);
        while (client.closed() != null || !taken.add(client.id())) {
            client = s.anyClient(day);
        }
        return client;
    }

    private void consent(Client client, LocalDate day) {
        boolean child = client.birth().plusYears(18).isAfter(day);
        consents.put(client.id(), s.drafts().add("consent", values("client_id", client.id(),
            "kinds", List.of("1", "2", "3", "6"), "text_ver", "1.0",
            "signer", child ? s.people().name(false) : client.name(), "relation", child ? "60" : "01", "how", "1",
            "from_date", day, "scope", "1")));
    }

    private void intake(String caseId, Client client, Worker worker, LocalDate day, String problem) {
        s.drafts().add("intake", values("client_id", client.id(), "intake_date", day, "intake_time", s.hour(9, 11),
            "contact", "2", "case_source", "3", "presenting", s.sentence("intake.presenting"), "problems",
            List.of(problem), "need_layers", List.of("2", "3"), "risk", "1", "urgent", "4", "willing", true,
            "decision", "1", "case_id", caseId, "assigned_worker_id", worker.id(), "assigned_date", day));
    }

    private void sessions(Case work, Client client, Worker worker) {
        LocalDate end = work.closed() == null ? s.today() : work.closed();
        LocalDate day = work.open();
        for (int number = 0; !day.isAfter(end) && number < 12; number++) {
            LocalTime from = LocalTime.of(14, 30);
            long minutes = s.chance().between(8, 14) * 5L;
            s.drafts().add("case_session", values("case_id", work.id(), "date", day, "start_time", from,
                "end_time", from.plusMinutes(minutes), "minutes", minutes, "contact", "2",
                "place", s.texts().text("place.home"), "worker_id", worker.id(), "present", List.of("1"),
                "persons", List.of(client.id()), "others", s.chance().percent(30) ? 1L : null,
                "aim", s.sentence("case.aim"), "content", s.sentence("case.content"), "response",
                s.sentence("case.response"), "task", List.of(s.chance().of("T02", "T10", "T12", "T13")),
                "goal_progress", (long) Math.min(5, number), "risk", "1", "next_plan", s.sentence("case.aim")));
            day = SampleStation.workday(day.plusDays(s.chance().between(12, 18)));
        }
    }

    private void closure(Map<String, Object> values, LocalDate closed, int index) {
        values.put("close_date", closed);
        values.put("close_reason", index % 5 == 3 ? "2" : "1");
        values.put("goal_total", 3L);
        values.put("goal_met", index % 4 == 0 ? 2L : 3L);
        values.put("change", s.sentence("case.change"));
        if (index % 4 == 0) {
            values.put("remain", s.texts().text("case.remain"));
        }
        values.put("follow_plan", s.texts().text("case.follow"));
        values.put("follow1_date", closed.plusDays(30));
        values.put("follow2_date", closed.plusDays(90));
    }

    private void referral(Case work) {
        LocalDate day = SampleStation.workday(s.today().minusDays(24));
        s.drafts().add("referral", values("date", day.isBefore(work.open()) ? work.open() : day, "client_id", work.client(),
            "case_id", work.id(), "worker_id", s.workers().get(0).id(), "ref_target", "2",
            "to_name", s.texts().text("referral.to"), "to_contact", s.people().name(false),
            "to_phone", s.people().phone(), "urgent", "4", "reason", s.texts().text("referral.reason"),
            "summary", s.texts().text("referral.summary"), "consent_id", consents.get(work.client()), "reply_due", day.plusDays(27),
            "ref_result", "3"));
    }

    private void crisis() {
        LocalDate day = SampleStation.workday(s.today().minusDays(38));
        Client client = person(day);
        s.drafts().add("crisis", values("date", day, "time", LocalTime.of(15, 20), "found_how", "2",
            "place", s.texts().text("place.home"), "types", List.of("8"), "risk", "3", "clients", List.of(client.id()),
            "worker_id", s.workers().get(1).id(), "story", s.texts().text("crisis.story"), "action",
            s.texts().text("crisis.action"), "safety_plan", s.texts().text("crisis.plan"), "hospital", true,
            "hospital_note", s.texts().text("crisis.hospital"), "notified", s.texts().text("crisis.notified"),
            "mandatory", "1", "follow_24h", s.texts().text("crisis.day"), "follow_72h", s.texts().text("crisis.days"),
            "follow_7d", s.texts().text("crisis.week"), "crisis_result", "3", "closed_date", day.plusDays(14),
            "review", s.texts().text("crisis.review")));
        Client other = s.anyClient(s.today());
        s.drafts().add("consultation", RecordStatus.DRAFT, values("date", s.today(), "client_id", other.id(),
            "worker_id", s.workers().get(2).id(), "contact", "3"));
    }
}
