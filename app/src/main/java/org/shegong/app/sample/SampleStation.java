package org.shegong.app.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What the parts of the demonstration station share while it is being made.
 *
 * @param first first day of the year that is shown
 * @param today last day
 */
record SampleStation(SampleDrafts drafts, Chance chance, InventedPeople people, SampleTexts texts, LocalDate first,
                     LocalDate today, List<Worker> workers, List<Village> villages, List<Client> clients,
                     List<Volunteer> volunteers) {
    record Worker(String id, String name, LocalDate from) {
    }

    record Village(String id, String name) {
    }

    /**
     * A client.
     *
     * @param closed day from which he is off the register; null while on it
     * @param household id of the household
     */
    record Client(String id, String name, String sex, LocalDate birth, String category, String villageId,
                  String household, LocalDate filed, LocalDate closed) {
        boolean isOn(LocalDate day) {
            return !filed.isAfter(day) && (closed == null || closed.isAfter(day));
        }
    }

    record Volunteer(String id, String name) {
    }

    static SampleStation empty(SampleDrafts drafts, Chance chance, SampleTexts texts, LocalDate today) {
        return new SampleStation(drafts, chance, new InventedPeople(chance, texts), texts,
            today.minusMonths(12).withDayOfMonth(1), today, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
            new ArrayList<>());
    }

    Worker anyWorker() {
        return chance.of(workers);
    }

    Village anyVillage() {
        return chance.of(villages);
    }

    /** Somebody else than this worker. */
    Worker colleagueOf(Worker worker) {
        return workers.get((workers.indexOf(worker) + 1) % workers.size());
    }

    /** Somebody who is on the register on a day. */
    Client anyClient(LocalDate day) {
        Client client = chance.of(clients);
        while (!client.isOn(day)) {
            client = chance.of(clients);
        }
        return client;
    }

    String sentence(String key) {
        return chance.of(texts.list(key));
    }

    /** The working day on or before a day. */
    static LocalDate workday(LocalDate day) {
        LocalDate found = day;
        while (found.getDayOfWeek() == DayOfWeek.SATURDAY || found.getDayOfWeek() == DayOfWeek.SUNDAY) {
            found = found.minusDays(1);
        }
        return found;
    }

    /** Some time of a working day, on a quarter of an hour. */
    LocalTime hour(int from, int to) {
        return LocalTime.of(chance.between(from, to), chance.between(0, 3) * 15);
    }

    /** Whether a day has come. */
    boolean isPast(LocalDate day) {
        return !day.isAfter(today);
    }
}
