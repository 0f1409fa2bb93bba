package org.shegong.reports.ledger.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.shegong.db.domain.CellText;

/** The clients by the ways in which ledgers name them. */
final class People {

    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, String> byIdNo = new HashMap<>();
    private final Map<String, String> byClientNo = new HashMap<>();
    private final Map<String, List<String>> byHousehold = new HashMap<>();

    private UnaryOperator<String> sealed = idNo -> null;

    /** @param numbers gives the client id behind an identity number that is sealed; null for none */
    void sealed(UnaryOperator<String> numbers) {
        this.sealed = numbers;
    }

    /** Adds a client, or replaces what was known about one. */
    void put(Person person) {
        Person before = byId.put(person.id(), person);
        if (before != null) {
            forget(before);
        }
        byName.computeIfAbsent(person.name(), name -> new ArrayList<>()).add(person.id());
        if (!person.idNo().isEmpty()) {
            byIdNo.put(person.idNo(), person.id());
        }
        if (!person.clientNo().isEmpty()) {
            byClientNo.put(CellText.matchKey(person.clientNo()), person.id());
        }
        if (person.householdId() != null) {
            byHousehold.computeIfAbsent(person.householdId(), id -> new ArrayList<>()).add(person.id());
        }
    }

    private void forget(Person person) {
        byName.get(person.name()).remove(person.id());
        if (person.householdId() != null) {
            byHousehold.get(person.householdId()).remove(person.id());
        }
    }

    /** A merged file: its number leads to the file that is kept. */
    void alias(String idNo, String clientNo, String keptId) {
        if (!idNo.isEmpty()) {
            byIdNo.putIfAbsent(idNo, keptId);
        }
        if (!clientNo.isEmpty()) {
            byClientNo.putIfAbsent(CellText.matchKey(clientNo), keptId);
        }
    }

    Person get(String id) {
        return byId.get(id);
    }

    /** The client with this identity number; one whose record is sealed has no name here. */
    Optional<Person> withIdNo(String idNo) {
        return Optional.ofNullable(byIdNo.containsKey(idNo) ? byIdNo.get(idNo) : sealed.apply(idNo)).map(byId::get);
    }

    /** The client with this identity or file number. */
    Optional<Person> withNumber(String number) {
        String key = CellText.matchKey(number);
        String id = byIdNo.getOrDefault(key.toUpperCase(java.util.Locale.ROOT), byClientNo.get(key));
        return Optional.ofNullable(id).map(byId::get);
    }

    /** Clients of this name, in the order in which they came; may be empty. */
    List<Person> named(String name) {
        return byName.getOrDefault(name, List.of()).stream().map(byId::get).toList();
    }

    /** Clients of a household; may be empty. */
    List<Person> inHousehold(String householdId) {
        return householdId == null ? List.of()
                : byHousehold.getOrDefault(householdId, List.of()).stream().map(byId::get).toList();
    }
}
