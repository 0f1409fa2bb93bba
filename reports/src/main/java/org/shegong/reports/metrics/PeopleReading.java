package org.shegong.reports.metrics;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jooq.DSLContext;
import org.shegong.db.domain.StatMonth;

/**
 * Who was served in a year: the half of a report that reads hundreds of thousands of rows. The register comes with
 * {@link OtherReading}; {@link #counts} and {@link #parts} put the two together.
 */
public final class PeopleReading {
    private final StatMonth month;
    private final List<CountedMetric> metrics;
    private final List<Breakdown> splits;
    private final ServedPeople served;

    private PeopleReading(StatMonth month, List<CountedMetric> metrics, List<Breakdown> splits, ServedPeople served) {
        this.month = month;
        this.metrics = metrics;
        this.splits = splits;
        this.served = served;
    }

    /** Whether a figure follows from who was served. */
    static boolean counts(CountedMetric metric) {
        return metric.source().equals(ServedFacts.SERVICES) || metric.source().derived() != null;
    }

    /** Whether a split is one of people, on the register or served, one row for each. */
    static boolean splits(Breakdown split) {
        return split.source().equals(ClientFacts.REGISTER) || split.source().equals(ServedFacts.PERSONS);
    }

    static PeopleReading read(DSLContext db, StatMonth month, List<CountedMetric> metrics, List<Breakdown> splits) {
        List<CountedMetric> counted = metrics.stream().filter(PeopleReading::counts).toList();
        return new PeopleReading(month, counted, splits.stream().filter(PeopleReading::splits).toList(),
                ServedPeople.read(db, month, Counting.range(month), counted));
    }

    /** The categories on the days that the parts ask for. */
    CategoryHistory history(DSLContext db, RegisterCounts register) {
        CategoryHistory history = new CategoryHistory(db, register.changing());
        register.changing().forEach(id -> {
            history.ask(id, lastDay(month));
            history.ask(id, lastDay(month.previous()));
            history.ask(id, served.lastDay(month, id));
            history.ask(id, served.lastDay(month.previous(), id));
            history.ask(id, served.lastDayOfYear(id));
        });
        return history.read();
    }

    /** The figures of people served, by code. */
    Map<String, Counts> counts(Population everybody) {
        Map<String, Counts> all = new HashMap<>(served.counts());
        metrics.stream().filter(metric -> metric.source().derived() != null)
                .forEach(metric -> all.put(metric.code(), served.counts(metric, everybody)));
        return all;
    }

    /** The parts of the register at the end of the month and of those served in it: row code, dimension, value. */
    Map<String, Map<String, Map<String, Long>>> parts(RegisterCounts register, CategoryHistory history) {
        return parts(register, month, splits, history);
    }

    /** Those that the report prints, of the month before. */
    Map<String, Map<String, Map<String, Long>>> previousParts(RegisterCounts register, CategoryHistory history) {
        return parts(register, month.previous(), splits.stream().filter(Breakdown::printed).toList(), history);
    }

    /** Those of people served that the report prints, in the year up to the month. */
    Map<String, Map<String, Map<String, Long>>> yearParts(RegisterCounts register, CategoryHistory history) {
        return parts(register.everybody(), splits.stream().filter(b -> b.printed() && !b.source().stock()).toList(),
                new BitSet(), 0, served::lastDayOfYear, history);
    }

    private Map<String, Map<String, Map<String, Long>>> parts(RegisterCounts register, StatMonth end, List<Breakdown> wanted,
                                                              CategoryHistory history) {
        return parts(register.everybody(), wanted, register.standing(end), lastDay(end), id -> served.lastDay(end, id),
                history);
    }

    private Map<String, Map<String, Map<String, Long>>> parts(Population everybody, List<Breakdown> wanted, BitSet standing,
                                                              int end, ToIntFunction<String> lastService,
                                                              CategoryHistory history) {
        int[] last = everybody.each(lastService);
        Map<String, Map<String, Map<String, Long>>> all = new LinkedHashMap<>();
        wanted.forEach(split -> all.computeIfAbsent(split.code(), code -> new LinkedHashMap<>()).put(split.dimension(),
                everybody.split(split.value(), split.source().stock() ? person -> standing.get(person) ? end : 0
                        : person -> last[person], history)));
        return all;
    }

    private static int lastDay(StatMonth month) {
        return Integer.parseInt(month.last().toString().replace("-", ""));
    }
}
