package org.shegong.app.sample;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.shegong.app.sample.InventedPeople.Person;

/** What a client's form asks for by age and category. */
final class ClientDetails {
    private final SampleStation s;

    ClientDetails(SampleStation station) {
        this.s = station;
    }

    void add(Map<String, Object> values, Person person, String category) {
        int age = Period.between(person.birth(), s.today()).getYears();
        values.put("live_with", category.equals("C302") ? "1" : category.startsWith("C2") ? "5" : "2");
        values.put("income_src", List.of(age >= 60 ? "6" : age < 18 ? "9" : "1"));
        if (age >= 60 || category.startsWith("C3") || category.startsWith("C4")) {
            values.put("self_care", category.equals("C305") ? "2" : "1");
        }
        if (age >= 60) {
            values.put("illness", List.of(s.chance().of("1", "2", "8")));
            values.put("health", "30");
        }
        values.put("marriage", age < 22 ? "10" : category.equals("C302") ? "30" : "20");
        if (age < 18) {
            child(values, age, category);
        }
        if (category.startsWith("C4")) {
            disability(values, person);
        }
    }

    private void child(Map<String, Object> values, int age, String category) {
        values.put("guardian_name", s.people().name(s.chance().percent(50)));
        values.put("guardian_rel", "60");
        values.put("guardian_phone", s.people().phone());
        values.put("guard_cap", category.equals("C204") ? "1" : "2");
        if (age >= 6) {
            List<String> grades = s.texts().list("grades");
            values.put("school", s.texts().text(age < 13 ? "school.primary" : "school.middle"));
            values.put("grade", grades.get(Math.min(grades.size() - 1, age - 6)));
            values.put("school_state", age < 13 ? "3" : "4");
        }
        if (category.equals("C204")) {
            values.put("parent_state", List.of("1", "2"));
            values.put("parent_place", s.sentence("places"));
            values.put("parent_contact", s.chance().of("1", "2", "3"));
        }
    }

    private void disability(Map<String, Object> values, Person person) {
        String kind = s.chance().of("1", "2", "4", "4", "5");
        String level = values.get("primary_cat").equals("C403") ? "1" : s.chance().of("2", "3", "4");
        values.put("dis_kind", kind);
        values.put("dis_level", level);
        values.put("dis_no", person.idNo() + kind + level);
        values.put("dis_to", LocalDate.of(s.today().getYear() + 4, 6, 30));
    }
}
