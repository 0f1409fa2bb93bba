package org.shegong.reports.metrics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.shegong.db.domain.StatMonth;

/**
 * Who was served, read in one pass over the services of a span: every figure about people served and the last day of
 * service of everybody follow from it. A year holds hundreds of thousands of services, and telling people apart costs
 * more than anything else in a report. Each row says its day, its person and which figures it belongs to, by the same
 * conditions that the list behind a figure uses.
 */
final class ServedPeople {
    private static final int MONTHS = 12;
    private final DSLContext db;
    private final StatMonth month;
    private final Span range;
    private final Map<String, Integer> people = new HashMap<>();
    private final List<CountedMetric> metrics;
    private final List<Served> served = new ArrayList<>();
    private final Map<Integer, Seen> months = new TreeMap<>();
    private final Map<Integer, Integer> monthOfDay = new HashMap<>();
    private final Map<FactSource.Trait, List<Place>> further = new HashMap<>();

    /** A value of a trait that belongs to nobody in particular. */
    private record Place(int month, String value) {
    }

    /** One figure: its bit, and for figures of people in a category who always was in one, and the bit of the rest. */
    private record Served(int mark, BitSet always, int sometimes) {
        boolean holds(int marks, int person) {
            return (marks >> mark & 1) != 0 && (always == null || always.get(person)
                    || sometimes >= 0 && (marks >> sometimes & 1) != 0);
        }
    }

    /** What one month holds: people and rows of each figure, everybody, and the last day of each. */
    private static final class Seen {
        private final BitSet[] people;
        private final long[] rows;
        private final BitSet everybody = new BitSet();
        private int[] last;

        Seen(int figures, int size) {
            people = new BitSet[figures];
            for (int i = 0; i < figures; i++) {
                people[i] = new BitSet();
            }
            rows = new long[figures];
            last = new int[size];
        }

        void add(int person, int day) {
            everybody.set(person);
            if (person >= last.length) {
                last = Arrays.copyOf(last, Math.max(person + 1, last.length * 2));
            }
            last[person] = Math.max(last[person], day);
        }

        int last(int person) {
            return person < last.length ? last[person] : 0;
        }
    }

    /**
     * @param month   the month with whose rule days fall into months
     * @param metrics figures over {@link ServedFacts#SERVICES} that count rows or people, and over sources that follow from
     *                it; at most 25
     */
    static ServedPeople read(DSLContext db, StatMonth month, Span range, List<CountedMetric> metrics) {
        ServedPeople all = new ServedPeople(db, month, range,
                metrics.stream().filter(metric -> metric.source().derived() == null).toList());
        all.read();
        metrics.stream().map(metric -> metric.source().derived()).filter(trait -> trait != null && trait.also() != null)
                .forEach(all::readFurther);
        return all;
    }

    private ServedPeople(DSLContext db, StatMonth month, Span range, List<CountedMetric> metrics) {
        this.db = db;
        this.month = month;
        this.range = range;
        this.metrics = metrics;
    }

    private void read() {
        Map<Condition, Integer> marks = new LinkedHashMap<>();
        for (CountedMetric metric : metrics) {
            served.add(served(metric, marks));
        }
        Select<?> select = db.select(Population.number(FactSource.DAY), FactSource.PERSON, Population.bits(marks.keySet()))
                .from(ServedFacts.SERVICES.rows().apply(range).asTable("f"));
        Population.each(db, select, row -> add(row.getInt(1), row.getString(2), row.getInt(3)));
    }

    private void readFurther(FactSource.Trait trait) {
        List<Place> places = further.computeIfAbsent(trait, t -> new ArrayList<>());
        db.selectDistinct(Population.number(FactSource.DAY), trait.column())
                .from(trait.also().rows().apply(range).asTable("f")).fetch()
                .forEach(row -> places.add(new Place(monthOf(row.value1()), row.value2())));
    }

    private Served served(CountedMetric metric, Map<Condition, Integer> marks) {
        int rows = marks.computeIfAbsent(metric.rowFilter(), c -> marks.size());
        if (metric.category() == null) {
            return new Served(rows, null, -1);
        }
        BitSet always = new BitSet();
        Set<String> constant = ClientFacts.alwaysIn(db, metric.category());
        constant.forEach(id -> always.set(number(id)));
        boolean others = ClientFacts.everIn(db, metric.category()).stream().anyMatch(id -> !constant.contains(id));
        return new Served(rows, always, others ? marks.computeIfAbsent(ClientFacts.inCategory(metric.category(), FactSource.DAY),
                c -> marks.size()) : -1);
    }

    private void add(int day, String id, int marks) {
        Seen seen = months.computeIfAbsent(monthOfDay.computeIfAbsent(day, this::monthOf),
                m -> new Seen(metrics.size(), people.size()));
        int person = id == null ? -1 : number(id);
        if (person >= 0) {
            seen.add(person, day);
        }
        for (int i = 0; marks != 0 && i < metrics.size(); i++) {
            if (served.get(i).holds(marks, Math.max(person, 0)) && (person >= 0 || metrics.get(i).category() == null)) {
                seen.rows[i]++;
                if (person >= 0) {
                    seen.people[i].set(person);
                }
            }
        }
    }

    private int number(String id) {
        return people.computeIfAbsent(id, i -> people.size());
    }

    /** The statistical month of a day, counted in months. */
    private int monthOf(int day) {
        return number(StatMonth.containing(LocalDate.parse(Population.day(day)), month.rule()));
    }

    private static int number(StatMonth month) {
        return Math.toIntExact(month.month().getLong(ChronoField.PROLEPTIC_MONTH));
    }

    private static String key(int number) {
        return YearMonth.of(number / MONTHS, number % MONTHS + 1).toString();
    }

    /** The last day of service of somebody in a month, a number such as 20261031; 0 for none. */
    int lastDay(StatMonth in, String id) {
        Seen seen = months.get(number(in));
        Integer person = people.get(id);
        return seen == null || person == null ? 0 : seen.last(person);
    }

    /** The last day of service of somebody in the year up to the month; 0 for none. */
    int lastDayOfYear(String id) {
        Integer person = people.get(id);
        int last = 0;
        for (Map.Entry<Integer, Seen> seen : months.entrySet()) {
            last = person != null && inYear(seen.getKey()) ? Math.max(last, seen.getValue().last(person)) : last;
        }
        return last;
    }

    private boolean inYear(int number) {
        return number >= number(month.yearStart()) && number <= number(month);
    }

    /** The counts of its figures by code. */
    Map<String, Counts> counts() {
        Map<String, Counts> all = new HashMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            int figure = i;
            if (metrics.get(i).measure() instanceof Measure.Distinct) {
                Map<Integer, BitSet> sets = new TreeMap<>();
                months.forEach((at, seen) -> sets.put(at, seen.people[figure]));
                all.put(metrics.get(i).code(), counts(sets));
            } else {
                Map<String, Long> rows = new TreeMap<>();
                months.forEach((at, seen) -> rows.put(key(at), seen.rows[figure]));
                all.put(metrics.get(i).code(), new Counts(rows, new Counts(rows, null).sumOfYear(year())));
            }
        }
        return all;
    }

    /** The counts of a figure over a source that follows from the people served: their households, their villages. */
    Counts counts(CountedMetric metric, Population everybody) {
        FactSource.Trait trait = metric.source().derived();
        String[] valueOf = new String[people.size()];
        people.forEach((id, person) -> {
            Integer known = everybody.number(id);
            valueOf[person] = known == null ? null : everybody.trait(known, trait.column());
        });
        Map<String, Integer> values = new HashMap<>();
        Map<Integer, BitSet> sets = new TreeMap<>();
        months.forEach((at, seen) -> {
            BitSet set = sets.computeIfAbsent(at, m -> new BitSet());
            seen.everybody.stream().filter(person -> valueOf[person] != null)
                    .forEach(person -> set.set(numberOf(valueOf[person], values)));
        });
        further.getOrDefault(trait, List.of()).forEach(place -> sets.computeIfAbsent(place.month(), m -> new BitSet())
                .set(numberOf(place.value(), values)));
        return counts(sets);
    }

    private static int numberOf(String value, Map<String, Integer> values) {
        return values.computeIfAbsent(value, v -> values.size());
    }

    private Counts counts(Map<Integer, BitSet> sets) {
        Map<String, Long> counts = new TreeMap<>();
        BitSet year = new BitSet();
        sets.forEach((at, set) -> {
            counts.put(key(at), (long) set.cardinality());
            if (inYear(at)) {
                year.or(set);
            }
        });
        return new Counts(counts, (long) year.cardinality());
    }

    private String year() {
        return Integer.toString(month.month().getYear());
    }
}
