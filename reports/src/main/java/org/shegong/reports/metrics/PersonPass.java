package org.shegong.reports.metrics;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.when;
import static org.shegong.db.schema.Tables.CLIENT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.shegong.db.domain.StatMonth;

/**
 * Counts every figure about people served in one pass over their services. A year holds hundreds of thousands of them,
 * and telling people apart costs more than anything else in a report, so it is done once for all figures: each row says
 * its month, its person and which figures it belongs to, by the same conditions the list behind a figure uses.
 */
final class PersonPass {
    private static final int MONTHS = 12;
    private final DSLContext db;
    private final StatMonth month;
    private final Span range;
    private final List<CountedMetric> metrics;
    private final List<CountedMetric> traits;
    private final Map<String, Integer> people = new HashMap<>();
    private final Map<Integer, BitSet[]> seen = new TreeMap<>();
    private final Map<Integer, long[]> rows = new TreeMap<>();

    /**
     * @param metrics figures over {@link ServedFacts#SERVICES} that count rows or people
     * @param traits  figures over sources derived from it
     */
    PersonPass(DSLContext db, StatMonth month, Span range, List<CountedMetric> metrics, List<CountedMetric> traits) {
        this.db = db;
        this.month = month;
        this.range = range;
        this.metrics = metrics;
        this.traits = traits;
    }

    /** The counts of all figures by code. */
    Map<String, Counts> counts() {
        read();
        Map<String, Counts> all = new HashMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            all.put(metrics.get(i).code(), metrics.get(i).measure() instanceof Measure.Distinct ? people(i) : rows(i));
        }
        if (!traits.isEmpty()) {
            Map<Field<String>, String[]> values = traitValues();
            traits.forEach(metric -> all.put(metric.code(), trait(metric, values)));
        }
        return all;
    }

    private void read() {
        Field<Integer> marks = inline(0);
        for (int i = 0; i < metrics.size(); i++) {
            Condition filter = metrics.get(i).filter();
            Field<Integer> mark = filter.equals(noCondition()) ? inline(1 << i)
                    : when(filter, inline(1 << i)).otherwise(inline(0));
            marks = marks.add(mark);
        }
        Field<String> key = Counting.monthOf(FactSource.DAY, month.rule());
        Field<Integer> number = cast(field("substr({0}, 1, 4)", String.class, key), Integer.class).mul(MONTHS)
                .add(cast(field("substr({0}, 6, 2)", String.class, key), Integer.class)).sub(1);
        Select<?> select = db.select(number, FactSource.PERSON, marks)
                .from(ServedFacts.SERVICES.rows().apply(range).asTable("f"));
        String sql = db.renderInlined(select);
        db.connection(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    add(row);
                }
            }
        });
    }

    private void add(ResultSet row) throws SQLException {
        Integer at = row.getInt(1);
        String person = row.getString(2);
        int marks = row.getInt(3);
        BitSet[] sets = seen.computeIfAbsent(at, m -> sets());
        long[] counts = rows.computeIfAbsent(at, m -> new long[metrics.size() + 1]);
        Integer index = person == null ? null : people.computeIfAbsent(person, p -> people.size());
        if (index != null) {
            sets[metrics.size()].set(index);
        }
        for (int i = 0; marks != 0; i++, marks >>= 1) {
            if ((marks & 1) != 0) {
                counts[i]++;
                if (index != null) {
                    sets[i].set(index);
                }
            }
        }
    }

    /** One set for each figure, and one of everybody served. */
    private BitSet[] sets() {
        BitSet[] sets = new BitSet[metrics.size() + 1];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = new BitSet();
        }
        return sets;
    }

    private Counts rows(int metric) {
        Map<String, Long> months = new TreeMap<>();
        rows.forEach((at, counts) -> months.put(key(at), counts[metric]));
        return new Counts(months, new Counts(months, null).sumOfYear(year()));
    }

    private Counts people(int metric) {
        Map<Integer, BitSet> sets = new TreeMap<>();
        seen.forEach((at, all) -> sets.put(at, all[metric]));
        return counts(sets);
    }

    private Counts counts(Map<Integer, BitSet> sets) {
        Map<String, Long> months = new TreeMap<>();
        BitSet year = new BitSet();
        sets.forEach((at, set) -> {
            months.put(key(at), (long) set.cardinality());
            if (key(at).startsWith(year())) {
                year.or(set);
            }
        });
        return new Counts(months, (long) year.cardinality());
    }

    private String year() {
        return month.yearStart().toString().substring(0, 4);
    }

    private static String key(int number) {
        return String.format(Locale.ROOT, "%04d-%02d", number / MONTHS, number % MONTHS + 1);
    }

    /** Household and village of everybody served, by the person's number. */
    private Map<Field<String>, String[]> traitValues() {
        String[] households = new String[people.size()];
        String[] villages = new String[people.size()];
        String sql = db.renderInlined(db.select(CLIENT.ID, coalesce(CLIENT.HOUSEHOLD_ID, concat(inline("S-"), CLIENT.ID)),
                CLIENT.VILLAGE_ID).from(CLIENT));
        db.connection(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    Integer index = people.get(row.getString(1));
                    if (index != null) {
                        households[index] = row.getString(2);
                        villages[index] = row.getString(3);
                    }
                }
            }
        });
        return Map.of(FactSource.HOUSEHOLD, households, FactSource.VILLAGE, villages);
    }

    private Counts trait(CountedMetric metric, Map<Field<String>, String[]> values) {
        FactSource.Trait trait = metric.source().derived();
        String[] value = values.get(trait.column());
        Map<String, Integer> numbers = new HashMap<>();
        Map<Integer, BitSet> sets = new TreeMap<>();
        seen.forEach((at, all) -> {
            BitSet set = sets.computeIfAbsent(at, m -> new BitSet());
            all[metrics.size()].stream().filter(person -> value[person] != null)
                    .forEach(person -> set.set(numbers.computeIfAbsent(value[person], v -> numbers.size())));
        });
        if (trait.also() != null) {
            further(trait).forEach(pair -> sets.computeIfAbsent(pair.at(), m -> new BitSet())
                    .set(numbers.computeIfAbsent(pair.value(), v -> numbers.size())));
        }
        return counts(sets);
    }

    private record MonthValue(int at, String value) {
    }

    private List<MonthValue> further(FactSource.Trait trait) {
        List<MonthValue> all = new ArrayList<>();
        Field<String> key = Counting.monthOf(FactSource.DAY, month.rule()).as("m");
        db.selectDistinct(key, trait.column()).from(trait.also().rows().apply(range).asTable("f")).fetch().forEach(row -> {
            String[] parts = row.value1().split("-");
            all.add(new MonthValue(Integer.parseInt(parts[0]) * MONTHS + Integer.parseInt(parts[1]) - 1, row.value2()));
        });
        return all;
    }
}
