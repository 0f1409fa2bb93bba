package org.shegong.app.sample;

import static org.shegong.app.sample.SampleDrafts.values;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.shegong.app.sample.CasePart.Case;
import org.shegong.app.sample.SampleStation.Worker;

/** Supervision with what it agreed on, and training. */
final class StaffPart {
    /** Days of one round: with two sessions each they make the sixteen hours that a round needs. */
    private static final int DAYS = 3;
    private final SampleStation s;
    private final List<Case> cases;

    StaffPart(SampleStation station, List<Case> cases) {
        this.s = station;
        this.cases = cases;
    }

    void add() {
        String name = s.people().name(false);
        String supervisor = s.drafts().add("supervisor", values("name", name, "org", s.texts().text("supervisor.org"),
            "src", "2", "qual", "2", "cert", "2", "years", new BigDecimal("9"), "specialty", List.of("SP1", "SP3"),
            "from_date", s.first().minusMonths(2), "sup_state", "3", "phone", s.people().phone()));
        s.drafts().add("supervisor_station", values("supervisor_id", supervisor, "station_name",
            s.texts().text("station"), "from_date", s.first().minusMonths(2), "role", "1"));
        int number = 1;
        for (LocalDate month = s.first(); s.isPast(month); month = month.plusMonths(1)) {
            round(supervisor, month, number++);
            training(SampleStation.workday(month.plusDays(s.chance().between(8, 24))), number);
        }
    }

    private void round(String supervisor, LocalDate month, int number) {
        LocalDate day = SampleStation.workday(month.plusDays(13));
        if (!s.isPast(day)) {
            return;
        }
        String round = s.drafts().add("supervision_round", values("name", s.texts().text("supervision.round")
            .formatted(number), "month", month.toString().substring(0, 7), "supervisor_id", supervisor,
            "round_state", "3"));
        for (int i = 0; i < DAYS; i++) {
            LocalDate on = SampleStation.workday(day.minusDays(2L * i));
            session(round, supervisor, on, LocalTime.of(9, 0), "2", s.workers(), number);
            session(round, supervisor, on, LocalTime.of(14, 0), "1", List.of(s.workers().get((number + i) % 3)), number);
        }
    }

    private void session(String round, String supervisor, LocalDate day, LocalTime from, String form, List<Worker> whom,
                         int number) {
        List<String> discussed = cases.stream().filter(one -> !one.open().isAfter(day)
            && (one.closed() == null || one.closed().isAfter(day))).limit(2).map(Case::id).toList();
        String id = s.drafts().add("supervision_session", values("round_id", round, "date", day, "start_time", from,
            "end_time", from.plusMinutes(170), "minutes", 170L, "break_minutes", 0L, "supervisor_id", supervisor,
            "src", "2", "form", form, "functions", List.of("2", "3"), "supervisees",
            whom.stream().map(Worker::id).toList(), "cases", discussed, "topics", s.sentence("supervision.topics"),
            "content", s.texts().text("supervision.content"), "advice", s.texts().text("supervision.advice"),
            "prev_check", number == 1 ? "9" : "1"));
        LocalDate due = day.plusDays(20);
        boolean done = s.isPast(due);
        s.drafts().add("supervision_action", values("session_id", id, "content", s.sentence("supervision.actions"),
            "worker_id", whom.get(0).id(), "due", due, "action_state", done ? "3" : "2", "done_date",
            done ? due.minusDays(3) : null));
    }

    private void training(LocalDate day, int number) {
        if (!s.isPast(day)) {
            return;
        }
        int hours = s.chance().between(2, 6);
        String id = s.drafts().add("training", values("date", day, "title", s.sentence("training.titles"), "tclass",
            s.chance().of("1", "2", "3"), "tcontent", s.chance().of("1", "2", "4"), "mode", "1", "src",
            number % 2 == 0 ? "2" : "3", "host", s.texts().text("training.host"), "qty", new BigDecimal(hours), "unit",
            "H", "minutes", hours * 60L));
        for (Worker worker : s.workers()) {
            if (s.chance().percent(75) || worker == s.workers().get(0)) {
                s.drafts().add("training_attendance", values("training_id", id, "worker_id", worker.id(), "session",
                    s.texts().text("training.session"), "minutes", hours * 60L, "verify", "1"));
            }
        }
    }
}
