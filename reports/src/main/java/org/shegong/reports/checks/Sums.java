package org.shegong.reports.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shegong.db.forms.Level;
import org.shegong.reports.FigureTexts;
import org.shegong.reports.metrics.Kind;
import org.shegong.reports.metrics.Metric;

/** X02, X03 and X09: parts add up to their whole, and the year holds its months. */
final class Sums {
    private static final List<String> REASONS = List.of("C03a", "C03b", "C03c", "C03d", "C03e");

    private Sums() {
    }

    static List<Statement> breakdowns(CheckedMonth m) {
        List<Statement> all = new ArrayList<>();
        for (String code : List.of("B04", "B06")) {
            m.breakdowns().getOrDefault(code, Map.of()).forEach((dimension, parts) -> {
                long sum = parts.values().stream().mapToLong(Long::longValue).sum();
                all.add(new Statement(Level.E, m.of(code).compareTo(BigDecimal.valueOf(sum)) == 0,
                        FigureTexts.text("check.X02.split", code, FigureTexts.text("dimension." + dimension), sum,
                                m.shown(code)), List.of(code)));
            });
        }
        return all;
    }

    static List<Statement> parts(CheckedMonth m) {
        return List.of(sum(m, "C03", REASONS), sum(m, "C07", prefixed(m, "C07.")), sum(m, "E01", prefixed(m, "E01.")),
                sum(m, "K03", prefixed(m, "K03.")));
    }

    private static List<String> prefixed(CheckedMonth m, String prefix) {
        return m.counts().month().keySet().stream().filter(code -> code.startsWith(prefix)).toList();
    }

    private static Statement sum(CheckedMonth m, String whole, List<String> parts) {
        BigDecimal sum = parts.stream().map(m::of).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Statement(Level.E, sum.compareTo(m.of(whole)) == 0,
                FigureTexts.text("check.X03.parts", whole, CheckedMonth.shown(sum), m.shown(whole)), List.of(whole));
    }

    static List<Statement> yearToDate(CheckedMonth m) {
        List<Statement> all = new ArrayList<>();
        for (Metric metric : m.metrics().all()) {
            BigDecimal year = m.counts().year().get(metric.code());
            if (metric.visible() && metric.kind() == Kind.FLOW && year != null) {
                all.add(atLeast(m, metric.code(), year));
                BigDecimal sum = m.counts().sumOfMonths().get(metric.code());
                if (sum != null) {
                    all.add(new Statement(Level.E, year.compareTo(sum) <= 0, FigureTexts.text("check.X09.sum",
                            metric.code(), CheckedMonth.shown(year), CheckedMonth.shown(sum)), List.of(metric.code())));
                }
            }
        }
        return all;
    }

    private static Statement atLeast(CheckedMonth m, String code, BigDecimal year) {
        return new Statement(Level.E, year.compareTo(m.of(code)) >= 0,
                FigureTexts.text("check.X09.month", code, CheckedMonth.shown(year), m.shown(code)), List.of(code));
    }
}
