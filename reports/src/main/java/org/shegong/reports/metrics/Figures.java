package org.shegong.reports.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.shegong.db.domain.StatMonth;

/**
 * Asks for figures and for the records behind them. Holds no connection: each call is given one to read from, on any
 * thread. Nothing is kept between calls.
 */
public final class Figures {
    private final MetricCatalogue metrics;

    public Figures(MetricCatalogue metrics) {
        this.metrics = metrics;
    }

    /** The definitions asked. */
    public MetricCatalogue metrics() {
        return metrics;
    }

    /**
     * All figures of a month, of the month before and of the year so far.
     *
     * @param db       a reading connection
     * @param month    the statistical month
     * @param openings closing figures of earlier months that are accepted or typed in
     */
    public MonthCounts month(DSLContext db, StatMonth month, ClosingFigures openings) {
        List<CountedMetric> counted = new ArrayList<>();
        for (Metric metric : metrics.all()) {
            if (metric instanceof CountedMetric one) {
                counted.add(one);
            }
        }
        Map<String, Counts> counts = new Counting(db, month).all(counted);
        return new Working(metrics, counts, openings).month(month);
    }

    /** The parts of one figure in a month, by value; empty if the figure has no such split. Values in code order. */
    public Map<String, Long> parts(DSLContext db, Breakdown breakdown, StatMonth month) {
        Select<?> rows = breakdown.source().rows().apply(new Span(month.first(), month.last()));
        Field<Long> amount = Counting.aggregate(breakdown.measure(), DSL.noCondition()).as("n");
        Map<String, Long> parts = new TreeMap<>();
        db.select(breakdown.value(), amount).from(rows.asTable("f")).groupBy(breakdown.value()).fetch()
                .forEach(row -> parts.put(row.get(0, String.class), row.get(1, Long.class)));
        return parts;
    }

    /** All breakdowns of a month: row code, then dimension, then value. */
    public Map<String, Map<String, Map<String, Long>>> breakdowns(DSLContext db, StatMonth month) {
        Map<String, Map<String, Map<String, Long>>> all = new LinkedHashMap<>();
        for (Breakdown breakdown : metrics.breakdowns()) {
            all.computeIfAbsent(breakdown.code(), code -> new LinkedHashMap<>())
                    .put(breakdown.dimension(), parts(db, breakdown, month));
        }
        return all;
    }

    /**
     * The rows behind a figure of a span, oldest day first: what is counted, added up or told apart to give it. A
     * computed figure gives the rows of all its inputs; one that never applies gives none.
     */
    public List<FactRow> rows(DSLContext db, String code, Span span) {
        List<FactRow> all = new ArrayList<>();
        for (CountedMetric metric : metrics.behind(code)) {
            all.addAll(rows(db, metric, span));
        }
        return all;
    }

    /** The rows behind one part of a figure, for example one category of B06. */
    public List<FactRow> rows(DSLContext db, String code, String dimension, String value, Span span) {
        Optional<Breakdown> split = metrics.breakdowns().stream()
                .filter(b -> b.code().equals(code) && b.dimension().equals(dimension)).findFirst();
        return split.map(b -> rows(db, new CountedMetric(code, Unit.COUNT, b.source(), b.measure(), b.value().eq(value)),
                span)).orElseThrow(() -> new IllegalArgumentException("no such split: " + code + " " + dimension));
    }

    /**
     * Counted figures of one supervisor in a span, as shown.
     *
     * @param codes      figures of part K that count supervision
     * @param supervisor the ids and names under which the supervisor is written
     */
    public Map<String, BigDecimal> ofSupervisor(DSLContext db, List<String> codes, Span span,
                                                Collection<String> supervisor) {
        Map<String, BigDecimal> shown = new LinkedHashMap<>();
        for (String code : codes) {
            CountedMetric metric = metrics.behind(code).get(0);
            Long stored = db.select(Counting.aggregate(metric)).from(metric.source().rows().apply(span).asTable("f"))
                    .where(StaffFacts.SUPERVISOR.in(supervisor)).fetchSingle().value1();
            shown.put(code, metric.unit().shown(BigDecimal.valueOf(stored)));
        }
        return shown;
    }

    /** The rows behind a counted figure of one supervisor. */
    public List<FactRow> rowsOfSupervisor(DSLContext db, String code, Span span, Collection<String> supervisor) {
        return rows(db, metrics.behind(code).get(0).where(StaffFacts.SUPERVISOR.in(supervisor)), span);
    }

    /** Supervisors with sessions in a span: ids of registered ones, names of others; in order. */
    public List<String> supervisors(DSLContext db, Span span) {
        return db.selectDistinct(StaffFacts.SUPERVISOR).from(StaffFacts.SESSIONS.rows().apply(span).asTable("f"))
                .where(StaffFacts.SUPERVISOR.isNotNull()).orderBy(StaffFacts.SUPERVISOR).fetch(StaffFacts.SUPERVISOR);
    }

    private static List<FactRow> rows(DSLContext db, CountedMetric metric, Span span) {
        Field<?> key = metric.measure() instanceof Measure.Distinct distinct ? distinct.key()
                : DSL.inline((String) null).as("key");
        Field<?> amount = metric.measure() instanceof Measure.Total total
                ? DSL.coalesce(total.amount(), 0L).as("amount") : DSL.inline(1L).as("amount");
        return db.select(FactSource.FORM, FactSource.ID, FactSource.VERSION, FactSource.DAY, key.as("key"), amount)
                .from(metric.source().rows().apply(span).asTable("f")).where(metric.filter())
                .orderBy(FactSource.DAY, FactSource.ID).fetch(Figures::row);
    }

    private static FactRow row(Record row) {
        return new FactRow(row.get(0, String.class), row.get(1, String.class), row.get(2, Long.class),
                row.get(3, String.class), row.get(4, String.class), row.get(5, Long.class));
    }

    /** Shows a stored amount in the figure's unit; null stays null. */
    public BigDecimal shown(String code, BigDecimal stored) {
        return metrics.metric(code).unit().shown(stored);
    }
}
