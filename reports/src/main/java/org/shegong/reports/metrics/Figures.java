package org.shegong.reports.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
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
        return together(db, people(db, month), others(db, month), month, openings).counts();
    }

    /** All breakdowns of a month: row code, then dimension, then value in code order. */
    public Map<String, Map<String, Map<String, Long>>> breakdowns(DSLContext db, StatMonth month) {
        return together(db, people(db, month), others(db, month), month, ClosingFigures.NONE).parts();
    }

    private List<CountedMetric> counted() {
        return metrics.all().stream().filter(CountedMetric.class::isInstance).map(CountedMetric.class::cast).toList();
    }

    /**
     * What a report says of the people served. About half of its work; the other half is {@link #others}, on the same or
     * another connection that sees the same state.
     */
    public PeopleReading people(DSLContext db, StatMonth month) {
        return PeopleReading.read(db, month, counted(), metrics.breakdowns());
    }

    /** What a report says of everything else. */
    public OtherReading others(DSLContext db, StatMonth month) {
        Set<String> closings = new HashSet<>();
        metrics.all().forEach(metric -> {
            if (metric instanceof OpeningMetric opening) {
                closings.add(opening.closing());
            }
        });
        Map<Boolean, List<CountedMetric>> rest = counted().stream().filter(metric -> !PeopleReading.counts(metric))
                .collect(Collectors.partitioningBy(metric -> metric.source().equals(ClientFacts.REGISTER)));
        List<Breakdown> splits = metrics.breakdowns().stream().filter(b -> !PeopleReading.splits(b)).toList();
        List<Breakdown> flows = splits.stream().filter(b -> !b.source().stock()).toList();
        return new OtherReading(RegisterCounts.read(db, month, rest.get(true), closings),
                new Counting(db, month, closings).events(rest.get(false)),
                breakdowns(db, splits, new Span(month.first(), month.last())),
                breakdowns(db, splits, new Span(month.previous().first(), month.previous().last())),
                breakdowns(db, flows, new Span(month.yearStart().first(), month.last())));
    }

    /** Puts the two halves of a report together, on a connection that sees the same state. */
    public MonthReading together(DSLContext db, PeopleReading people, OtherReading others, StatMonth month,
                                 ClosingFigures openings) {
        RegisterCounts register = others.register();
        CategoryHistory history = people.history(db, register);
        Map<String, Counts> counts = new HashMap<>(others.counts());
        counts.putAll(register.counts());
        counts.putAll(people.counts(register.everybody()));
        return new MonthReading(new Working(metrics, counts, openings).month(month),
                united(people.parts(register, history), others.parts()), united(people.previousParts(register, history), others.previous()),
                united(people.yearParts(register, history), others.year()));
    }

    /** The parts of two readings, figures in the catalogue's order. */
    private Map<String, Map<String, Map<String, Long>>> united(Map<String, Map<String, Map<String, Long>>> people,
                                                               Map<String, Map<String, Map<String, Long>>> others) {
        Map<String, Map<String, Map<String, Long>>> all = new LinkedHashMap<>();
        metrics.breakdowns().forEach(b -> {
            Map<String, Map<String, Long>> parts = people.getOrDefault(b.code(), others.get(b.code()));
            if (parts != null) {
                all.put(b.code(), parts);
            }
        });
        return all;
    }

    /**
     * Some figures of a month and of the month before it, by code, as shown; only what they ask for is counted, so it is
     * much quicker than all of them.
     *
     * @param codes figures that do not begin with what an earlier report closed with
     */
    public List<Map<String, BigDecimal>> twoMonths(DSLContext db, StatMonth month, Collection<String> codes) {
        List<CountedMetric> counted = codes.stream().flatMap(code -> metrics.behind(code).stream()).distinct().toList();
        Working working = new Working(metrics, Counting.ofTwoMonths(db, month).all(counted), ClosingFigures.NONE);
        return List.of(working.shown(month, codes), working.shown(month.previous(), codes));
    }

    private static Map<String, Map<String, Map<String, Long>>> breakdowns(DSLContext db, List<Breakdown> splits, Span span) {
        Map<FactSource, List<Breakdown>> bySource = new LinkedHashMap<>();
        splits.forEach(b -> bySource.computeIfAbsent(b.source(), s -> new ArrayList<>()).add(b));
        Map<String, Map<String, Map<String, Long>>> all = new LinkedHashMap<>();
        splits.forEach(b -> all.computeIfAbsent(b.code(), code -> new LinkedHashMap<>())
                .put(b.dimension(), new TreeMap<>(Breakdown.ORDER)));
        bySource.forEach((source, list) -> parts(db, source, list, span, all));
        return all;
    }

    /** Reads all splits of one source at once: rows are counted by every combination and folded. */
    private static void parts(DSLContext db, FactSource source, List<Breakdown> splits, Span span,
                              Map<String, Map<String, Map<String, Long>>> into) {
        List<Field<?>> values = new ArrayList<>(splits.stream().<Field<?>>map(Breakdown::value).toList());
        List<Field<?>> columns = new ArrayList<>(values);
        columns.add(Counting.aggregate(splits.get(0).measure(), DSL.noCondition()).as("n"));
        db.select(columns).from(source.rows().apply(span).asTable("f")).groupBy(values).fetch().forEach(row -> {
            long n = row.get(splits.size(), Long.class);
            for (int i = 0; i < splits.size(); i++) {
                into.get(splits.get(i).code()).get(splits.get(i).dimension()).merge(row.get(i, String.class), n, Long::sum);
            }
        });
    }

    /**
     * The rows behind a figure of a span, oldest day first: what is counted, added up or told apart to give it. A
     * computed figure gives the rows of all its inputs; one that never applies gives none.
     */
    public List<FactRow> rows(DSLContext db, String code, Span span) {
        List<FactRow> all = new ArrayList<>();
        eachRow(db, code, span, all::add);
        return all;
    }

    /** The same one by one, for figures of very many. */
    public void eachRow(DSLContext db, String code, Span span, Consumer<FactRow> to) {
        metrics.behind(code).forEach(metric -> eachRow(db, metric, span, to));
    }

    /** The rows behind one part of a figure, for example one category of B06. */
    public List<FactRow> rows(DSLContext db, String code, String dimension, String value, Span span) {
        List<FactRow> all = new ArrayList<>();
        eachRow(db, code, dimension, value, span, all::add);
        return all;
    }

    /** The same one by one. */
    public void eachRow(DSLContext db, String code, String dimension, String value, Span span, Consumer<FactRow> to) {
        Breakdown split = metrics.breakdowns().stream()
                .filter(b -> b.code().equals(code) && b.dimension().equals(dimension)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such split: " + code + " " + dimension));
        eachRow(db, new CountedMetric(code, Unit.COUNT, split.source(), split.measure(), split.value().eq(value)), span, to);
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
        List<FactRow> all = new ArrayList<>();
        eachRow(db, metrics.behind(code).get(0).where(StaffFacts.SUPERVISOR.in(supervisor)), span, all::add);
        return all;
    }

    /** Supervisors with sessions in a span: ids of registered ones, names of others; in order. */
    public List<String> supervisors(DSLContext db, Span span) {
        return db.selectDistinct(StaffFacts.SUPERVISOR).from(StaffFacts.SESSIONS.rows().apply(span).asTable("f"))
                .where(StaffFacts.SUPERVISOR.isNotNull()).orderBy(StaffFacts.SUPERVISOR).fetch(StaffFacts.SUPERVISOR);
    }

    private static void eachRow(DSLContext db, CountedMetric metric, Span span, Consumer<FactRow> to) {
        Field<?> key = metric.measure() instanceof Measure.Distinct distinct ? distinct.key()
                : DSL.inline((String) null).as("key");
        Field<?> amount = metric.measure() instanceof Measure.Total total
                ? DSL.coalesce(total.amount(), 0L).as("amount") : DSL.inline(1L).as("amount");
        try (Stream<? extends Record> found = db.select(FactSource.FORM, FactSource.ID, FactSource.VERSION, FactSource.DAY,
                key.as("key"), amount).from(metric.source().rows().apply(span).asTable("f")).where(metric.filter())
                .orderBy(FactSource.DAY, FactSource.ID).stream()) {
            found.forEach(row -> to.accept(row(row)));
        }
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
