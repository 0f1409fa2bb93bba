package org.shegong.app.screens.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.catalogue.LockedVersion;
import org.shegong.reports.metrics.CountedMetric;
import org.shegong.reports.metrics.FactRow;
import org.shegong.reports.metrics.Figures;
import org.shegong.reports.metrics.Measure;
import org.shegong.reports.metrics.Metric;
import org.shegong.reports.metrics.OpeningMetric;
import org.shegong.reports.metrics.Span;

/**
 * The records behind a figure.
 *
 * @param records how many records
 * @param different how many different persons, households or cases they concern; null when the figure counts no such
 * @param total what they add up to, in the figure's unit; null when the figure adds nothing up
 * @param ids record ids by form key, oldest day first
 */
record FigureRecords(int records, Long different, BigDecimal total, Map<String, List<String>> ids) {

    /** The records behind a line in a span of days, as they stand now. Not for the window's thread. */
    static FigureRecords of(ReportReading reading, ReportLine line, Span span) {
        Figures figures = reading.report().figures();
        Metric metric = figures.metrics().metric(line.figure());
        Tally tally = new Tally(metric instanceof CountedMetric counted ? counted.measure() : new Measure.Rows());
        return reading.station().file().read(db -> {
            if (line.kind() == ReportLine.Kind.PART) {
                figures.eachRow(db, line.figure(), line.dimension(), line.part(), span, tally::add);
            } else {
                figures.eachRow(db, line.key(), span, tally::add);
            }
            return tally.records(figures, line.figure());
        });
    }

    /** What is kept of the rows while they are read: a figure of a year may rest on hundreds of thousands. */
    private static final class Tally {
        private final Measure measure;
        private final Map<String, Set<String>> ids = new LinkedHashMap<>();
        private final Set<String> keys = new HashSet<>();
        private long amount;

        Tally(Measure measure) {
            this.measure = measure;
        }

        void add(FactRow row) {
            ids.computeIfAbsent(row.form(), form -> new LinkedHashSet<>()).add(row.id());
            if (measure instanceof Measure.Distinct && row.key() != null) {
                keys.add(row.key());
            }
            amount += row.amount();
        }

        FigureRecords records(Figures figures, String code) {
            Map<String, List<String>> lists = new LinkedHashMap<>();
            ids.forEach((form, found) -> lists.put(form, new ArrayList<>(found)));
            int records = lists.values().stream().mapToInt(List::size).sum();
            return new FigureRecords(records, measure instanceof Measure.Distinct ? Long.valueOf(keys.size()) : null,
                measure instanceof Measure.Total ? figures.shown(code, BigDecimal.valueOf(amount)) : null, lists);
        }
    }

    /** The records that a locked version counted. Not for the window's thread. */
    static FigureRecords locked(ReportReading reading, ReportLine line, LockedVersion version) {
        List<String> codes = reading.report().figures().metrics().behind(line.key()).stream()
            .map(CountedMetric::code).toList();
        Map<String, List<String>> ids = reading.station().file().read(db ->
            LockedVersion.recordsBehind(db, version.recordId(), codes));
        int records = ids.values().stream().mapToInt(List::size).sum();
        return new FigureRecords(records, null, null, ids);
    }

    /** The days behind a column of a line; what a month begins with is what the month before ended with. */
    static Span span(ReportReading reading, ReportLine line, String column, StatMonth month) {
        boolean opening = reading.report().figures().metrics().metric(line.figure()) instanceof OpeningMetric;
        return span(column, opening ? month.previous() : month);
    }

    private static Span span(String column, StatMonth month) {
        StatMonth from = switch (column) {
            case "previous" -> month.previous();
            case "year" -> month.yearStart();
            default -> month;
        };
        return new Span(from.first(), column.equals("previous") ? from.last() : month.last());
    }
}
