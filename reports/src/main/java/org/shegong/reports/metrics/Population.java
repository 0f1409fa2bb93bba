package org.shegong.reports.metrics;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;
import static org.shegong.db.schema.Tables.CLIENT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.shegong.db.domain.AgeBand;

/**
 * Everybody on file, numbered, with the traits by which figures tell people apart or split them. A report asks for them
 * of tens of thousands of people for several spans; they are read once.
 *
 * <p>Days are numbers such as 20261031; 0 is no day.
 */
final class Population {
    private static final int YEAR = 10_000;
    private final Map<String, Integer> numbers;
    private final List<Person> people;
    private final Map<String, String> words = new HashMap<>();

    /** What is known of one person; household, sex and id are never null, and a birthday of 0 is unknown. */
    private record Person(String id, String household, String village, String sex, int birth, String category, int marks) {
    }

    private Population(int size) {
        numbers = new HashMap<>(size * 2);
        people = new ArrayList<>(size);
    }

    /** @param marks conditions on columns of clients, for {@link #marked}; at most 30 */
    static Population read(DSLContext db, List<Condition> marks) {
        Population all = new Population(db.fetchCount(CLIENT));
        Select<?> select = db.select(CLIENT.ID, ClientFacts.household(CLIENT), CLIENT.VILLAGE_ID, ClientFacts.sex(CLIENT),
                number(CLIENT.BIRTH), CLIENT.PRIMARY_CAT, bits(marks)).from(CLIENT);
        each(db, select, row -> all.add(new Person(row.getString(1), row.getString(2), all.word(row.getString(3)),
                all.word(row.getString(4)), row.getInt(5), all.word(row.getString(6)), row.getInt(7))));
        return all;
    }

    /** One number with a bit for each condition that holds. */
    static Field<Integer> bits(Collection<Condition> conditions) {
        Field<Integer> bits = inline(0);
        int bit = 1;
        for (Condition condition : conditions) {
            bits = bits.add(when(condition, inline(bit)).otherwise(inline(0)));
            bit <<= 1;
        }
        return bits;
    }

    /** A day as a number. */
    static Field<Integer> number(Field<String> day) {
        return cast(field("replace({0}, '-', '')", String.class, day), Integer.class);
    }

    /** A day as records store it. */
    static String day(int number) {
        String digits = Integer.toString(number);
        return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
    }

    /** What is done with each row of an answer too long for a list. */
    interface EachRow {
        void read(ResultSet row) throws SQLException;
    }

    /** Hands over the rows of an answer one by one, as the driver gives them. */
    static void each(DSLContext db, Select<?> select, EachRow reader) {
        String sql = db.renderInlined(select);
        db.connection(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        });
    }

    private String word(String text) {
        return text == null ? null : words.computeIfAbsent(text, t -> t);
    }

    private void add(Person person) {
        numbers.put(person.id(), people.size());
        people.add(person);
    }

    /** The number of somebody; null for who is not on file. */
    Integer number(String id) {
        return numbers.get(id);
    }

    /** The numbers of those of whom a condition was true, by its place. */
    BitSet marked(int mark) {
        BitSet marked = new BitSet(people.size());
        for (int person = 0; person < people.size(); person++) {
            marked.set(person, (people.get(person).marks() >> mark & 1) != 0);
        }
        return marked;
    }

    /** The numbers of some people. */
    BitSet of(Collection<String> ids) {
        BitSet some = new BitSet(people.size());
        ids.stream().map(numbers::get).filter(number -> number != null).forEach(some::set);
        return some;
    }

    /** The ids of some people. */
    Set<String> ids(BitSet some) {
        return some.stream().mapToObj(person -> people.get(person).id()).collect(Collectors.toSet());
    }

    /** A number for each person, by the person's own number. */
    int[] each(ToIntFunction<String> ofId) {
        return people.stream().mapToInt(person -> ofId.applyAsInt(person.id())).toArray();
    }

    /** The value of a trait that is counted instead of people; null for none. */
    String trait(int person, Field<String> column) {
        Person known = people.get(person);
        return column.equals(FactSource.HOUSEHOLD) ? known.household() : known.village();
    }

    /**
     * People split by the value of a trait on a day of each; values in code order.
     *
     * @param dayOf by the person's number; who has none does not count
     * @param history knows the categories on these days
     */
    Map<String, Long> split(Field<String> trait, IntUnaryOperator dayOf, CategoryHistory history) {
        Map<String, Long> parts = new TreeMap<>(Breakdown.ORDER);
        for (int person = 0; person < people.size(); person++) {
            int day = dayOf.applyAsInt(person);
            if (day != 0) {
                parts.merge(value(trait, people.get(person), day, history), 1L, Long::sum);
            }
        }
        return parts;
    }

    private static String value(Field<String> trait, Person person, int day, CategoryHistory history) {
        if (trait.equals(ClientFacts.CATEGORY)) {
            return history.on(person.id(), day, person.category());
        }
        if (trait.equals(ClientFacts.SEX)) {
            return person.sex();
        }
        if (trait.equals(ClientFacts.AGE)) {
            return person.birth() == 0 ? ClientFacts.UNKNOWN : AgeBand.of(age(person.birth(), day)).code();
        }
        return person.village() == null ? "" : person.village();
    }

    private static int age(int birth, int day) {
        return day / YEAR - birth / YEAR - (day % YEAR < birth % YEAR ? 1 : 0);
    }
}
