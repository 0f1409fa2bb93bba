package org.shegong.reports.ledger.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shegong.db.domain.CellText;
import org.shegong.db.domain.PersonName;
import org.shegong.reports.ledger.recognise.LedgerWords;

/** What the station has, as far as rows refer to it: stored records and those of this run. */
final class Register {

    /** A worker; leave is the last day, or null. */
    record Worker(String id, String name, LocalDate from, LocalDate leave, String importKey) {
    }

    /** A case. */
    record CaseFile(String id, String number, String clientId, LocalDate opened, LocalDate closed, String importKey) {
    }

    /** A group. */
    record Group(String id, String name, String importKey, List<Member> members) {
    }

    /** A member of a group: a client, or somebody without a name. */
    record Member(String id, String clientId) {
    }

    /** A supervision round. */
    record Round(String id, String name, String supervisor) {
    }

    /** A village with the fingerprint of its row. */
    record Village(String id, String importKey) {
    }

    private final People people = new People();
    private final Villages villages;
    private final Map<String, Village> villagesById = new HashMap<>();
    private final Map<String, List<Worker>> workers = new HashMap<>();
    private final Map<String, String> supervisors = new HashMap<>();
    private final Map<String, String> households = new HashMap<>();
    private final Map<String, CaseFile> cases = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private final Map<String, List<Round>> rounds = new HashMap<>();
    private final Map<String, LocalDate> lastSessions = new HashMap<>();
    private final Map<String, String> activities = new HashMap<>();

    Register(LedgerWords words) {
        this.villages = new Villages(words);
    }

    People people() {
        return people;
    }

    Optional<String> village(String text) {
        return villages.find(text);
    }

    /** The villages a text may mean; may be empty. */
    List<String> villagesMeant(String text) {
        return villages.meant(text);
    }

    /** The village of exactly this name. */
    Optional<String> villageNamed(String name) {
        return villages.named(name);
    }

    Village villageRecord(String id) {
        return villagesById.get(id);
    }

    void putVillage(String id, String name, String importKey) {
        villages.put(id, name);
        villagesById.put(id, new Village(id, importKey));
    }

    List<Worker> workers(String name) {
        return workers.getOrDefault(PersonName.normalise(name), List.of());
    }

    /** The worker of this name who was there on the day, else the first of that name; empty for none. */
    Optional<String> worker(String name, LocalDate day) {
        List<Worker> same = workers(name);
        return same.stream().filter(w -> day == null || (w.from() == null || !day.isBefore(w.from()))
                && (w.leave() == null || !day.isAfter(w.leave()))).findFirst()
                .or(() -> same.stream().findFirst()).map(Worker::id);
    }

    void putWorker(Worker worker) {
        List<Worker> same = workers.computeIfAbsent(PersonName.normalise(worker.name()), n -> new ArrayList<>());
        same.removeIf(known -> known.id().equals(worker.id()));
        same.add(worker);
    }

    Optional<String> supervisor(String name) {
        return Optional.ofNullable(supervisors.get(PersonName.normalise(name)));
    }

    void putSupervisor(String id, String name) {
        supervisors.putIfAbsent(PersonName.normalise(name), id);
    }

    /** Households with one number are one household, whatever the village. */
    Optional<String> household(String number) {
        return Optional.ofNullable(households.get(CellText.matchKey(number)));
    }

    void putHousehold(String id, String number) {
        if (number != null && !number.isBlank()) {
            households.putIfAbsent(CellText.matchKey(number), id);
        }
    }

    Optional<CaseFile> caseFile(String number) {
        return Optional.ofNullable(cases.get(CellText.matchKey(number)));
    }

    void putCase(CaseFile file) {
        cases.put(CellText.matchKey(file.number()), file);
    }

    Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(CellText.matchKey(name)));
    }

    void putGroup(Group group) {
        groups.put(CellText.matchKey(group.name()), group);
    }

    List<Round> rounds(String name) {
        return rounds.getOrDefault(CellText.matchKey(name), List.of());
    }

    void putRound(Round round) {
        rounds.computeIfAbsent(CellText.matchKey(round.name()), n -> new ArrayList<>()).add(round);
    }

    /** The day of the latest session of a round so far. */
    Optional<LocalDate> lastSession(String roundId) {
        return Optional.ofNullable(lastSessions.get(roundId));
    }

    void putSession(String roundId, LocalDate date) {
        lastSessions.merge(roundId, date, (one, other) -> one.isAfter(other) ? one : other);
    }

    Optional<String> activity(String name, LocalDate date) {
        return Optional.ofNullable(activities.get(CellText.matchKey(name) + date));
    }

    void putActivity(String id, String name, LocalDate date) {
        activities.putIfAbsent(CellText.matchKey(name) + date, id);
    }
}
