package org.shegong.reports.ledger.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shegong.db.domain.Masking;
import org.shegong.db.domain.PersonName;
import org.shegong.reports.ledger.parse.NamedPerson;
import org.shegong.reports.ledger.parse.Problem;

/** Finds the client that a service ledger names by name and village. */
final class PersonFinder {

    /**
     * What was found.
     *
     * @param person  the client; null when there is a problem
     * @param problem why nobody is taken; null when somebody is
     */
    record Result(Person person, Problem problem) {
    }

    private final Register register;

    PersonFinder(Register register) {
        this.register = register;
    }

    /**
     * The client of that name.
     *
     * @param field  column to blame
     * @param wanted name, and village as written; without a village the whole register is searched
     * @param day    day of the service
     */
    Result find(String field, NamedPerson wanted, LocalDate day) {
        return among(field, wanted, candidates(wanted), day);
    }

    /** The client of that name among these people first, then in the village, as {@link #find} does. */
    Result find(String field, NamedPerson wanted, List<Person> first, LocalDate day) {
        List<Person> near = first.stream().filter(person -> person.name().equals(wanted.name())).toList();
        if (near.size() > 1 && !wanted.village().isEmpty()) {
            near = inVillage(near, wanted.village());
        }
        return near.isEmpty() ? find(field, wanted, day) : among(field, wanted, near, day);
    }

    /**
     * The client of that name with one of these identity or file numbers; empty when no number leads to one.
     *
     * @param field column to blame
     */
    Optional<Result> settled(String field, List<String> numbers, String name, LocalDate day) {
        return numbers.stream().flatMap(number -> register.people().withNumber(number).stream())
                .filter(person -> person.name().equals(PersonName.normalise(name))).findFirst()
                .map(person -> onRegister(field, person, day));
    }

    /** The names of the clients with these numbers; numbers of nobody give none. */
    List<String> namesOf(List<String> numbers) {
        return numbers.stream().flatMap(number -> register.people().withNumber(number).stream())
                .map(Person::name).toList();
    }

    private List<Person> candidates(NamedPerson wanted) {
        List<Person> same = register.people().named(wanted.name());
        return wanted.village().isEmpty() ? same : inVillage(same, wanted.village());
    }

    private List<Person> inVillage(List<Person> people, String village) {
        List<String> meant = register.villagesMeant(village);
        return people.stream().filter(person -> person.villageId() != null && meant.contains(person.villageId())).toList();
    }

    private static Result among(String field, NamedPerson wanted, List<Person> candidates, LocalDate day) {
        if (candidates.size() == 1) {
            return onRegister(field, candidates.get(0), day);
        }
        return new Result(null, Problem.of(field, candidates.isEmpty() ? "client.unknown" : "client.ambiguous",
                wanted.village().isEmpty() ? Masking.name(wanted.name())
                        : Masking.name(wanted.name()) + "\uFF08" + wanted.village() + "\uFF09"));
    }

    private static Result onRegister(String field, Person person, LocalDate day) {
        return person.goneOn(day)
                ? new Result(null, Problem.of(field, "client.not_on_register", Masking.name(person.name()), person.closed()))
                : new Result(person, null);
    }
}
