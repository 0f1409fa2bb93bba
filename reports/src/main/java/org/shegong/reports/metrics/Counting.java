package org.shegong.reports.metrics;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.Select;
import org.shegong.db.domain.MonthRule;
import org.shegong.db.domain.StatMonth;

/**
 * Counts figures: one pass over a source gives all its counts and sums for every month of the year at once; figures that
 * count different persons or households take a pass of their own, for they cannot be added up.
 */
final class Counting {
    private static final Field<String> MONTH = field(name("m"), String.class);
    private static final Field<String> KEY = field(name("k"), String.class);

    private final DSLContext db;
    private final StatMonth month;
    private final Span range;
    private final String yearStart;
    private final Set<String> closings;

    /**
     * Counts for a month, the month before it and the year up to it.
     *
     * @param closings stocks whose figure of the month before last is needed too: the last month began with it
     */
    Counting(DSLContext db, StatMonth month, Set<String> closings) {
        this(db, month, closings, range(month));
    }

    private Counting(DSLContext db, StatMonth month, Set<String> closings, Span range) {
        this.db = db;
        this.closings = closings;
        this.month = month;
        this.yearStart = month.yearStart().toString();
        this.range = range;
    }

    /** The days a report looks at: the year up to the month, and the month before it. */
    static Span range(StatMonth month) {
        StatMonth first = month.previous().compareTo(month.yearStart()) < 0 ? month.previous() : month.yearStart();
        return new Span(first.first(), month.last());
    }

    /** Counts for a month and the month before it alone; what it says of the year is not the year's. */
    static Counting ofTwoMonths(DSLContext db, StatMonth month) {
        return new Counting(db, month, Set.of(), new Span(month.previous().first(), month.last()));
    }

    /** The amounts of some figures by code. */
    Map<String, Counts> all(List<CountedMetric> metrics) {
        Map<String, Counts> all = events(metrics.stream().filter(metric -> !PeopleReading.counts(metric)).toList());
        List<CountedMetric> people = metrics.stream().filter(PeopleReading::counts).toList();
        if (!people.isEmpty()) {
            ServedPeople served = ServedPeople.read(db, month, range, people);
            all.putAll(served.counts());
            people.stream().filter(metric -> metric.source().derived() != null).forEach(metric ->
                    all.put(metric.code(), served.counts(metric, Population.read(db, List.of()))));
        }
        return all;
    }

    /** The amounts of figures that do not follow from who was served. */
    Map<String, Counts> events(List<CountedMetric> metrics) {
        Map<FactSource, List<CountedMetric>> bySource = new LinkedHashMap<>();
        metrics.forEach(metric -> bySource.computeIfAbsent(metric.source(), s -> new ArrayList<>()).add(metric));
        Map<String, Counts> all = new HashMap<>();
        bySource.forEach((source, list) -> {
            if (source.stock()) {
                stocks(source, list, all);
            } else {
                flows(source, list, all);
            }
        });
        return all;
    }

    private void stocks(FactSource source, List<CountedMetric> metrics, Map<String, Counts> into) {
        Map<String, Map<String, Long>> months = new HashMap<>();
        stock(source, metrics, month, months);
        stock(source, metrics, month.previous(), months);
        stock(source, metrics.stream().filter(metric -> closings.contains(metric.code())).toList(),
                month.previous().previous(), months);
        months.forEach((code, values) -> into.put(code, new Counts(values, null)));
    }

    private void stock(FactSource source, List<CountedMetric> metrics, StatMonth end,
                       Map<String, Map<String, Long>> into) {
        if (metrics.isEmpty()) {
            return;
        }
        List<Field<Long>> columns = metrics.stream().map(Counting::aggregate).toList();
        Record row = db.select(columns).from(source.rows().apply(new Span(end.first(), end.last())).asTable("f"))
                .fetchSingle();
        for (int i = 0; i < metrics.size(); i++) {
            into.computeIfAbsent(metrics.get(i).code(), c -> new TreeMap<>()).put(end.toString(), row.get(i, Long.class));
        }
    }

    private void flows(FactSource source, List<CountedMetric> metrics, Map<String, Counts> into) {
        List<CountedMetric> additive = metrics.stream()
                .filter(metric -> !(metric.measure() instanceof Measure.Distinct)).toList();
        if (!additive.isEmpty()) {
            additive(source, additive, into);
        }
        for (CountedMetric metric : metrics) {
            if (metric.measure() instanceof Measure.Distinct distinct) {
                into.put(metric.code(), distinct(metric, distinct));
            }
        }
    }

    /** Rows are put together by their day, in whose order most of them are kept, and the days by their month here. */
    private void additive(FactSource source, List<CountedMetric> metrics, Map<String, Counts> into) {
        List<Field<?>> columns = new ArrayList<>(List.of(FactSource.DAY));
        metrics.forEach(metric -> columns.add(aggregate(metric)));
        Result<Record> rows = db.select(columns).from(source.rows().apply(range).asTable("f")).groupBy(FactSource.DAY).fetch();
        for (int i = 0; i < metrics.size(); i++) {
            Map<String, Long> months = new TreeMap<>();
            for (Record row : rows) {
                StatMonth in = StatMonth.containing(LocalDate.parse(row.get(FactSource.DAY)), month.rule());
                months.merge(in.toString(), row.get(i + 1, Long.class), Long::sum);
            }
            Counts counts = new Counts(months, null);
            into.put(metrics.get(i).code(), new Counts(months, counts.sumOfYear(yearStart.substring(0, 4))));
        }
    }

    private Counts distinct(CountedMetric metric, Measure.Distinct distinct) {
        Select<Record2<String, String>> keys = selectDistinct(monthOf(FactSource.DAY, month.rule()).as(MONTH), distinct.key().as(KEY))
                .from(metric.source().rows().apply(range).asTable("f"))
                .where(metric.filter()).and(distinct.key().isNotNull());
        CommonTableExpression<?> d = name("d").fields("m", "k").asMaterialized(keys);
        Result<? extends Record> rows = db.with(d).select(MONTH, count().as("n")).from(table(name("d"))).groupBy(MONTH)
                .unionAll(select(inline("year"), countDistinct(KEY)).from(table(name("d"))).where(MONTH.ge(yearStart)))
                .fetch();
        Map<String, Long> months = new TreeMap<>();
        rows.forEach(row -> months.put(row.get(0, String.class), row.get(1, Long.class)));
        Long year = months.remove("year");
        return new Counts(months, year);
    }

    /** The statistical month of a day, as its key. */
    static Field<String> monthOf(Field<String> day, MonthRule rule) {
        Field<String> calendar = field("substr({0}, 1, 7)", String.class, day);
        if (rule.startDay() == 1) {
            return calendar;
        }
        Field<String> next = field("strftime('%Y-%m', {0}, 'start of month', '+1 month')", String.class, day);
        return when(field("cast(substr({0}, 9, 2) as integer)", Integer.class, day).ge(inline(rule.startDay())), next)
                .otherwise(calendar);
    }

    static Field<Long> aggregate(CountedMetric metric) {
        return aggregate(metric.measure(), metric.filter()).as(metric.code());
    }

    static Field<Long> aggregate(Measure measure, Condition filter) {
        if (measure instanceof Measure.Total total) {
            return coalesce(sum(total.amount()).filterWhere(filter), inline(BigDecimal.ZERO)).cast(Long.class);
        }
        if (measure instanceof Measure.Distinct distinct) {
            return countDistinct(distinct.key()).filterWhere(filter).cast(Long.class);
        }
        return count().filterWhere(filter).cast(Long.class);
    }

}
