package org.shegong.app.sample;

import static org.shegong.app.sample.SampleDrafts.values;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shegong.app.sample.SampleStation.Client;
import org.shegong.app.sample.SampleStation.Worker;
import org.shegong.db.store.RecordStatus;

/** Home visits and consultations, day by day. */
final class VisitPart {
    private static final String NOT_MET = "4567";
    private final SampleStation s;

    VisitPart(SampleStation station) {
        this.s = station;
    }

    void add() {
        for (LocalDate day = s.first(); s.isPast(day); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                LocalTime next = LocalTime.of(9, 0);
                for (int i = s.chance().between(1, 4); i > 0; i--) {
                    visit(day, next);
                    next = next.plusMinutes(80);
                }
                if (s.chance().percent(40)) {
                    consultation(day);
                }
            }
        }
        drafts();
    }

    private void visit(LocalDate day, LocalTime from) {
        Client client = s.anyClient(day);
        Worker worker = s.anyWorker();
        String result = s.chance().of("1", "1", "1", "1", "1", "1", "2", "4", "7", "8");
        long minutes = NOT_MET.contains(result) ? 10 : s.chance().between(4, 10) * 5L;
        Map<String, Object> values = values("date", day, "start_time", from, "end_time", from.plusMinutes(minutes),
            "minutes", minutes, "clients", present(client, day, result), "household_id", client.household(),
            "village_id", client.villageId(), "purpose", List.of(s.chance().percent(85) ? "2" : "5"), "result", result,
            "worker_id", worker.id(), "co_workers", List.of(s.colleagueOf(worker).id()), "disposition",
            List.of(s.chance().percent(80) ? "1" : "4"), "next_date", day.plusDays(30), "field",
            client.category().startsWith("C2") ? "F25" : "F24", "block", "B1");
        if (!NOT_MET.contains(result)) {
            met(values, result);
        }
        s.drafts().add("visit", values);
    }

    private List<String> present(Client client, LocalDate day, String result) {
        List<String> present = new ArrayList<>(List.of(client.id()));
        if (result.equals("1")) {
            s.clients().stream().filter(other -> other != client && other.household().equals(client.household())
                && other.isOn(day)).limit(1).forEach(other -> present.add(other.id()));
        }
        return present;
    }

    private void met(Map<String, Object> values, String result) {
        if (result.equals("1")) {
            values.put("life_score", (long) s.chance().between(2, 5));
            values.put("health_score", (long) s.chance().between(2, 4));
            values.put("mood_score", (long) s.chance().between(2, 5));
            values.put("family_score", (long) s.chance().between(2, 5));
        }
        values.put("status_note", s.sentence("visit.status"));
        values.put("change", s.chance().of("1", "2", "2"));
        values.put("env", List.of(s.chance().of("9", "9", "4", "1")));
        values.put("risk", s.chance().of("1", "1", "1", "2"));
        values.put("need_tags", List.of(s.chance().of("11", "12", "14", "21", "22", "31", "33", "90")));
        values.put("services", List.of(s.chance().of("T01", "T02", "T04", "T13")));
        values.put("services_note", s.sentence("visit.service"));
    }

    private void consultation(LocalDate day) {
        boolean known = s.chance().percent(60);
        Client client = known ? s.anyClient(day) : null;
        boolean anonymous = !known && s.chance().percent(50);
        int subject = s.chance().between(0, s.texts().list("consultation.content").size() - 1);
        s.drafts().add("consultation", values("date", day, "time", s.hour(9, 16), "worker_id", s.anyWorker().id(),
            "contact", s.chance().of("1", "1", "3", "4"), "client_id", known ? client.id() : null,
            "name", known ? client.name() : anonymous ? null : s.people().name(s.chance().percent(50)),
            "sex", known ? client.sex() : s.chance().of("1", "2"), "age_band", known ? null : s.chance().of("35-59", "60-79"),
            "village_id", known ? client.villageId() : s.anyVillage().id(), "kind", s.chance().of("1", "2", "6", "7", "8"),
            "content", s.texts().list("consultation.content").get(subject),
            "answer", s.texts().list("consultation.answer").get(subject), "result", s.chance().of("1", "1", "1", "4"),
            "minutes", s.chance().between(2, 8) * 5L, "block", "B1"));
    }

    /** Begun and not finished: they wait on the desk and count nowhere. */
    private void drafts() {
        for (int i = 0; i < 3; i++) {
            LocalDate day = SampleStation.workday(s.today().minusDays(i));
            Client client = s.anyClient(day);
            s.drafts().add("visit", RecordStatus.DRAFT, values("date", day, "start_time", LocalTime.of(16, 0),
                "clients", List.of(client.id()), "household_id", client.household(), "village_id", client.villageId(),
                "worker_id", s.anyWorker().id(), "result", "1"));
        }
    }
}
