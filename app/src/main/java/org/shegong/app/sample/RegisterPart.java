package org.shegong.app.sample;

import static org.shegong.app.sample.SampleDrafts.values;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shegong.app.sample.InventedPeople.Person;
import org.shegong.app.sample.SampleStation.Client;
import org.shegong.app.sample.SampleStation.Village;
import org.shegong.app.sample.SampleStation.Volunteer;
import org.shegong.app.sample.SampleStation.Worker;

/** Villages, workers, households with their clients, volunteers. */
final class RegisterPart {
    private static final int HOUSEHOLDS = 150;
    private static final int VOLUNTEERS = 14;

    /** Codes of categories with the ages at which people are in them; repeated ones are more frequent. */
    private static final List<Kind> KINDS = List.of(new Kind("C102", 35, 62), new Kind("C102", 45, 75),
        new Kind("C105", 62, 84), new Kind("C103", 30, 58), new Kind("C108", 30, 60), new Kind("C204", 6, 15),
        new Kind("C204", 7, 14), new Kind("C203", 8, 16), new Kind("C206", 6, 16), new Kind("C301", 62, 79),
        new Kind("C301", 65, 79), new Kind("C302", 63, 79), new Kind("C303", 63, 79), new Kind("C304", 80, 93),
        new Kind("C305", 70, 88), new Kind("C401", 20, 59), new Kind("C402", 25, 58), new Kind("C403", 30, 58),
        new Kind("C502", 28, 55), new Kind("C601", 55, 72), new Kind("C310", 60, 78), new Kind("C901", 30, 58));

    private record Kind(String code, int youngest, int oldest) {
    }

    private final SampleStation s;

    RegisterPart(SampleStation station) {
        this.s = station;
    }

    void add() {
        villages();
        workers();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            household(i);
        }
        volunteers();
    }

    private void villages() {
        int number = 1;
        for (String name : s.texts().list("villages")) {
            int households = s.chance().between(280, 900);
            String id = s.drafts().add("village", values("name", name, "kind", number <= 2 ? "2" : "3",
                "code", "450299101" + String.format("%03d", (number <= 2 ? 0 : 200) + number),
                "population", (long) households * 3 + s.chance().between(0, 400), "households", (long) households,
                "contact", s.people().name(true), "contact_phone", s.people().phone(), "has_point", number <= 3));
            s.villages().add(new Village(id, name));
            number++;
        }
    }

    private void workers() {
        LocalDate hired = s.first().minusMonths(14);
        worker(Map.of("role", "1", "edu", "20", "level", "2", "issued", hired.minusYears(2)), false, 1988, hired);
        worker(Map.of("role", "2", "edu", "30", "level", "1", "issued", hired.minusMonths(8)), false, 1995, hired);
        worker(Map.of("role", "2", "edu", "20", "level", "1", "issued", s.first().plusMonths(2)), true, 1998,
            s.first().minusMonths(3));
    }

    private void worker(Map<String, Object> given, boolean male, int year, LocalDate from) {
        Person person = s.people().person(male, LocalDate.of(year, s.chance().between(1, 12), 15));
        String id = s.drafts().add("worker", values("name", person.name(), "id_type", "01", "id_no", person.idNo(),
            "sex", person.sex(), "birth", person.birth(), "ethnic", "08", "political", male ? "13" : "01",
            "phone", person.phone(), "local_born", true, "edu", given.get("edu"), "major", "1",
            "school", s.texts().text("school.college"), "org", s.texts().text("agency"), "role", given.get("role"),
            "emp", "2", "on_from", from, "contract_from", from, "contract_to", from.plusYears(3).minusDays(1),
            "worker_state", "1", "specialty", List.of("SP1", "SP2"), "bg_date", from.minusDays(10),
            "bg_result", "1"));
        s.drafts().add("certificate", values("worker_id", id, "kind", "1", "level", given.get("level"),
            "cert_no", "29920" + person.idNo().substring(8, 17), "issued_on", given.get("issued"), "gain", "1",
            "reg_state", "01"));
        s.workers().add(new Worker(id, person.name(), from));
    }

    private void household(int index) {
        Village village = s.villages().get(index % s.villages().size());
        Kind kind = KINDS.get(index % KINDS.size());
        LocalDate filed = index < HOUSEHOLDS * 2 / 3 ? s.first().minusDays(s.chance().between(5, 400))
            : SampleStation.workday(s.first().plusDays(s.chance().between(5, 330)));
        String address = s.texts().text("address").formatted(s.chance().between(1, 12), s.chance().between(1, 60));
        boolean child = kind.code().startsWith("C2");
        Person first = person(kind, filed);
        String head = child ? s.people().name(s.chance().percent(50)) : first.name();
        boolean couple = !child && !List.of("C302", "C105").contains(kind.code()) && s.chance().percent(35);
        String household = s.drafts().add("household", values("no", "H%04d".formatted(index + 1), "head_name", head,
            "village_id", village.id(), "address", address, "persons", (long) (couple ? 2 : 1) + (child ? 2 : 0),
            "phone", first.phone()));
        client(first, kind.code(), village, household, address, filed, index);
        if (couple) {
            Person second = s.people().person(!first.male(), first.birth().plusDays(s.chance().between(200, 1500)));
            String code = kind.code().startsWith("C4") || kind.code().equals("C304") ? "C901" : kind.code();
            client(second, ageOk(second, code, filed) ? code : "C901", village, household, address, filed, index);
        }
    }

    private boolean ageOk(Person person, String code, LocalDate filed) {
        return !code.startsWith("C3") || person.birth().plusYears(61).isBefore(filed);
    }

    private Person person(Kind kind, LocalDate filed) {
        int age = s.chance().between(kind.youngest(), kind.oldest());
        LocalDate birth = s.today().minusYears(age).minusDays(s.chance().between(1, 300));
        return s.people().person(s.chance().percent(48), birth.isAfter(filed) ? filed.minusYears(1) : birth);
    }

    private void client(Person person, String category, Village village, String household, String address,
                        LocalDate filed, int index) {
        LocalDate closed = index % 29 == 7 ? later(filed, 120) : null;
        Worker owner = s.workers().get(index % s.workers().size());
        Map<String, Object> values = values("name", person.name(), "id_type", "01", "id_no", person.idNo(),
            "sex", person.sex(), "birth", person.birth(), "birth_precision", "1", "ethnic", index % 3 == 0 ? "01" : "08",
            "edu", s.chance().of("70", "80", "90"), "primary_cat", category, "filed_date", filed,
            "filed_source", s.chance().of("3", "3", "4", "1"), "owner_worker_id", owner.id(), "follow_level", "1",
            "risk", "1", "next_date", closed == null ? s.today().plusDays(s.chance().between(-4, 40)) : null,
            "file_state", closed == null ? "1" : "3", "closed_date", closed,
            "closed_reason", closed == null ? null : s.chance().of("1", "2", "3"), "lawful_basis", "1",
            "village_id", village.id(), "address", address, "household_id", household, "rel_head",
            category.startsWith("C2") ? "40" : "02", "reside_state", "0", "hukou_kind", "2", "phone", person.phone(),
            "house", "1", "health", s.chance().of("10", "20", "30"), "benefits", List.of("7"));
        new ClientDetails(s).add(values, person, category);
        String id = s.drafts().add("client", values);
        s.drafts().add("client_category", values("client_id", id, "category", category, "from_date", filed));
        s.drafts().add("client_primary", values("client_id", id, "category", category, "from_date", filed));
        s.clients().add(new Client(id, person.name(), person.sex(), person.birth(), category, village.id(), household,
            filed, closed));
    }

    private LocalDate later(LocalDate filed, int least) {
        LocalDate from = filed.isBefore(s.first()) ? s.first() : filed;
        LocalDate day = from.plusDays(least + s.chance().between(0, 150));
        return s.isPast(day) ? day : null;
    }

    private void volunteers() {
        for (int i = 0; i < VOLUNTEERS; i++) {
            Person person = s.people().person(i % 3 == 0, s.today().minusYears(s.chance().between(20, 62)));
            String id = s.drafts().add("volunteer", values("name", person.name(), "sex", person.sex(),
                "birth", person.birth(), "phone", person.phone(), "village_id", s.anyVillage().id(),
                "src", s.chance().of("2", "3", "4", "6"), "team", s.texts().text("team"),
                "reg_date", s.first().plusDays(i * 9L), "vol_state", "1", "insured", i % 2 == 0));
            s.volunteers().add(new Volunteer(id, person.name()));
        }
    }
}
