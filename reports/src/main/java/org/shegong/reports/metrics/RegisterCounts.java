package org.shegong.reports.metrics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.shegong.db.domain.StatMonth;

/** Who stood on the register at the ends of the months a report looks at, and the figures that count them. */
final class RegisterCounts {
    private final DSLContext db;
    private final Population everybody;
    private final Map<StatMonth, BitSet> standing = new LinkedHashMap<>();
    private final Map<String, Counts> counts = new HashMap<>();
    private Set<String> changing = Set.of();

    private RegisterCounts(DSLContext db, Population everybody) {
        this.db = db;
        this.everybody = everybody;
    }

    /**
     * @param metrics  figures over {@link ClientFacts#REGISTER}; their filters ask for columns of clients by name
     * @param closings those whose figure of the month before last is needed too
     */
    static RegisterCounts read(DSLContext db, StatMonth month, List<CountedMetric> metrics, Set<String> closings) {
        List<StatMonth> months = List.of(month, month.previous(), month.previous().previous());
        List<Condition> marks = new ArrayList<>();
        months.forEach(end -> marks.add(ClientFacts.onRegister(new Span(end.first(), end.last()))));
        metrics.forEach(metric -> marks.add(metric.rowFilter()));
        marks.add(ClientFacts.changingCategory());
        RegisterCounts all = new RegisterCounts(db, Population.read(db, marks));
        for (int i = 0; i < months.size(); i++) {
            all.standing.put(months.get(i), all.everybody.marked(i));
        }
        for (int i = 0; i < metrics.size(); i++) {
            all.count(metrics.get(i), months.subList(0, closings.contains(metrics.get(i).code()) ? months.size() : 2),
                    all.everybody.marked(months.size() + i));
        }
        all.changing = all.everybody.ids(all.everybody.marked(marks.size() - 1));
        return all;
    }

    private void count(CountedMetric metric, List<StatMonth> ends, BitSet rows) {
        Map<String, Long> months = new TreeMap<>();
        Map<String, Set<String>> among = metric.category() == null ? Map.of() : ClientFacts.inCategory(db, metric.category(),
                ends.stream().map(end -> end.last().toString()).toList());
        for (StatMonth end : ends) {
            BitSet people = (BitSet) standing.get(end).clone();
            people.and(rows);
            if (metric.category() != null) {
                people.and(everybody.of(among.get(end.last().toString())));
            }
            months.put(end.toString(), amount(metric.measure(), people));
        }
        counts.put(metric.code(), new Counts(months, null));
    }

    private long amount(Measure measure, BitSet people) {
        if (measure instanceof Measure.Distinct distinct) {
            Set<String> values = new HashSet<>();
            people.stream().forEach(person -> values.add(everybody.trait(person, distinct.key())));
            values.remove(null);
            return values.size();
        }
        return people.cardinality();
    }

    /** Everybody on file. */
    Population everybody() {
        return everybody;
    }

    /** The numbers of those who stood on the register at the end of a month. */
    BitSet standing(StatMonth end) {
        return standing.get(end);
    }

    /** Ids of those whose primary category on some day may be another than today's. */
    Set<String> changing() {
        return changing;
    }

    /** Its figures by code. */
    Map<String, Counts> counts() {
        return counts;
    }
}
