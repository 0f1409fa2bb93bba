package org.shegong.app.sample;

import static org.shegong.app.sample.SampleDrafts.values;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.shegong.db.Station;
import org.shegong.db.journal.RecordWrite;

/** Fills a station with very many records, in big steps of the journal, to measure how quick the program stays. */
public final class BenchStation {
    private static final long SEED = 29L;
    private static final int STEP = 20_000;
    private static final int VILLAGES = 40;
    private static final int WORKERS = 8;
    private static final List<String> CATEGORIES = List.of("C102", "C105", "C204", "C301", "C302", "C303", "C304",
        "C401", "C402", "C502", "C310", "C901");

    private final Station station;
    private final SampleTexts texts = new SampleTexts();
    private final Chance chance = new Chance(SEED);
    private final InventedPeople people = new InventedPeople(chance, texts);
    private final List<RecordWrite> waiting = new ArrayList<>();
    private final List<String> villages = new ArrayList<>();
    private final List<String> workers = new ArrayList<>();
    private final List<Person> persons = new ArrayList<>();
    private final List<String> cases = new ArrayList<>();
    private final LongConsumer progress;
    private long written;

    private record Person(String id, String household, String village) {
    }

    /** @param progress hears how many records are written */
    public BenchStation(Station station, LongConsumer progress) {
        this.station = station;
        this.progress = progress;
    }

    /**
     * Adds the records.
     *
     * @param clients number of clients, two to a household
     * @param services number of visits, consultations and case sessions together
     * @param months over which the services are spread, up to the station's today
     */
    public void fill(int clients, int services, int months) {
        LocalDate last = station.today();
        LocalDate first = last.minusMonths(months).withDayOfMonth(1);
        registers(first);
        String household = "";
        for (int i = 0; i < clients; i++) {
            String village = villages.get(i % VILLAGES);
            if (i % 2 == 0) {
                household = insert("household", "H%06d".formatted(i / 2 + 1), values("head_name",
                    people.name(true), "village_id", village, "address", texts.text("address").formatted(i % 12 + 1, i % 90)));
            }
            client(i, first.minusDays(1 + i % 300), village, household);
        }
        flush();
        for (int i = 0; i < clients / 20; i++) {
            caseFile(persons.get(i * 20), first.minusDays(1));
        }
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        for (int i = 0; i < services; i++) {
            service(i, first.plusDays(i * days / services));
        }
        flush();
    }

    private void registers(LocalDate first) {
        for (int i = 0; i < VILLAGES; i++) {
            villages.add(insert("village", "", values("name", texts.list("villages").get(i % 8) + (i / 8 + 1), "kind", "3",
                "population", 3000L, "households", 900L)));
        }
        for (int i = 0; i < WORKERS; i++) {
            LocalDate birth = LocalDate.of(1985 + i, 5, 15);
            workers.add(insert("worker", "", values("name", people.name(false), "id_type", "01", "id_no",
                people.idNumber(false, birth), "sex", "2", "birth", birth, "phone", people.phone(), "role",
                i == 0 ? "1" : "2", "on_from", first.minusYears(1), "worker_state", "1")));
        }
        flush();
    }

    private void client(int index, LocalDate filed, String village, String household) {
        boolean male = chance.percent(50);
        LocalDate birth = LocalDate.of(1935, 1, 1).plusDays(chance.below(27000));
        String category = CATEGORIES.get(index % CATEGORIES.size());
        String no = "C-%06d".formatted(index + 1);
        String id = insert("client", no, values("client_no", no, "name", people.name(male), "id_type", "01", "id_no",
            people.idNumber(male, birth), "sex", male ? "1" : "2", "birth", birth, "birth_precision", "1", "edu", "70",
            "marriage", "20", "primary_cat", category, "filed_date", filed, "filed_source", "3", "owner_worker_id",
            workers.get(index % WORKERS), "follow_level", "1", "risk", "1", "next_date",
            station.today().plusDays(index % 60), "file_state", "1", "lawful_basis", "1", "village_id", village,
            "address", texts.text("address").formatted(index % 12 + 1, index % 90), "household_id", household,
            "rel_head", "02", "phone", people.phone(), "health", "20", "self_care", "1"));
        insert("client_category", "", values("client_id", id, "category", category, "from_date", filed));
        insert("client_primary", "", values("client_id", id, "category", category, "from_date", filed));
        persons.add(new Person(id, household, village));
    }

    private void caseFile(Person person, LocalDate open) {
        String no = "GA-%05d".formatted(cases.size() + 1);
        cases.add(insert("case_file", no, values("case_no", no, "client_id", person.id(), "open_date", open, "worker_id",
            chance.of(workers), "case_level", "1", "case_state", "20", "risk", "1", "field", "F24", "block", "B1")));
    }

    private void service(int index, LocalDate day) {
        Person person = chance.of(persons);
        LocalTime from = LocalTime.of(chance.between(8, 16), chance.between(0, 3) * 15);
        String no = "-%07d".formatted(index + 1);
        if (index % 20 < 16) {
            insert("visit", "ZF" + no, values("date", day, "start_time", from, "end_time", from.plusMinutes(40), "minutes",
                40L, "clients", List.of(person.id()), "household_id", person.household(), "village_id", person.village(),
                "purpose", List.of("2"), "result", chance.of("1", "1", "1", "1", "2", "4"), "worker_id",
                chance.of(workers), "life_score", 3L, "status_note", chance.of(texts.list("visit.status")), "risk", "1",
                "need_tags", List.of("21"), "disposition", List.of("1"), "next_date", day.plusDays(30)));
        } else if (index % 20 < 19 || cases.isEmpty()) {
            insert("consultation", "ZX" + no, values("date", day, "time", from, "worker_id", chance.of(workers), "contact",
                "1", "client_id", person.id(), "sex", "2", "village_id", person.village(), "kind", "1", "content",
                chance.of(texts.list("consultation.content")), "answer",
                chance.of(texts.list("consultation.answer")), "result", "1", "minutes", 15L));
        } else {
            insert("case_session", "GC" + no, values("case_id", chance.of(cases), "date", day, "start_time", from,
                "end_time", from.plusMinutes(50), "minutes", 50L, "contact", "2", "place", texts.text("place.home"),
                "worker_id", chance.of(workers), "present", List.of("1"), "others", 1L, "aim",
                chance.of(texts.list("case.aim")), "content", chance.of(texts.list("case.content")), "task",
                List.of("T02"), "risk", "1"));
        }
    }

    private String insert(String form, String number, Map<String, Object> values) {
        String id = station.newId();
        Map<String, Object> header = number.isEmpty() ? Map.of("status", "submitted", "source", "system")
            : Map.of("status", "submitted", "source", "system", "doc_no", number);
        waiting.add(new RecordWrite.Insert(form, id, header, values));
        if (waiting.size() >= STEP) {
            flush();
        }
        return id;
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            station.journal().write(station.actor(), "generate", texts.text("step.bench"), List.copyOf(waiting));
            written += waiting.size();
            waiting.clear();
            progress.accept(written);
        }
    }
}
