package org.shegong.reports.metrics;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shegong.db.domain.StatMonth;

/** Works figures out from counted amounts, in the order their inputs ask for. */
final class Working {
    private final MetricCatalogue metrics;
    private final Map<String, Counts> counts;
    private final ClosingFigures openings;

    Working(MetricCatalogue metrics, Map<String, Counts> counts, ClosingFigures openings) {
        this.metrics = metrics;
        this.counts = counts;
        this.openings = openings;
    }

    MonthCounts month(StatMonth month) {
        Map<String, BigDecimal> previous = shown(new MonthAmounts(month.previous()));
        previous.replaceAll((code, value) -> openings.figure(month.previous(), code)
                .map(ClosingFigures.Reported::value).orElse(value));
        Map<String, ClosingFigures.Origin> origins = new LinkedHashMap<>();
        Map<String, BigDecimal> recounted = new LinkedHashMap<>();
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (Metric metric : metrics.all()) {
            if (metric instanceof OpeningMetric opening) {
                origins.put(opening.code(), openings.figure(month.previous(), opening.closing())
                        .map(ClosingFigures.Reported::origin).orElse(ClosingFigures.Origin.COUNTED));
                recounted.put(opening.code(), counted(opening.closing(), month.previous()));
            } else if (metric.yearToDate() == YearToDate.DISTINCT) {
                String year = Integer.toString(month.month().getYear());
                sums.put(metric.code(), BigDecimal.valueOf(counts.get(metric.code()).sumOfYear(year)));
            }
        }
        return new MonthCounts(month, shown(new MonthAmounts(month)), previous, shown(new YearAmounts()), sums, origins,
                recounted);
    }

    /** Some figures of a month by code, as shown. */
    Map<String, BigDecimal> shown(StatMonth month, Collection<String> codes) {
        return shown(new MonthAmounts(month), codes.stream().map(metrics::metric).toList());
    }

    private Map<String, BigDecimal> shown(Amounts amounts) {
        return shown(amounts, metrics.all());
    }

    private static Map<String, BigDecimal> shown(Amounts amounts, Collection<Metric> wanted) {
        Map<String, BigDecimal> shown = new LinkedHashMap<>();
        wanted.forEach(metric -> shown.put(metric.code(), metric.unit().shown(amounts.orNull(metric.code()))));
        return shown;
    }

    private BigDecimal counted(String code, StatMonth month) {
        return BigDecimal.valueOf(counts.get(code).of(month.toString()));
    }

    /** Amounts of one period, each worked out once. */
    private abstract class Amounts implements Formula.Amounts {
        private final Map<String, BigDecimal> known = new HashMap<>();

        @Override
        public BigDecimal orNull(String code) {
            if (!known.containsKey(code)) {
                known.put(code, work(metrics.metric(code)));
            }
            return known.get(code);
        }

        private BigDecimal work(Metric metric) {
            if (metric instanceof CountedMetric counted) {
                return amount(counted);
            }
            if (metric instanceof OpeningMetric opening) {
                return opening(opening);
            }
            return metric instanceof ComputedMetric computed ? computed(computed) : null;
        }

        abstract BigDecimal amount(CountedMetric metric);

        abstract BigDecimal opening(OpeningMetric metric);

        BigDecimal computed(ComputedMetric metric) {
            return metric.formula().apply(this);
        }
    }

    private final class MonthAmounts extends Amounts {
        private final StatMonth month;

        MonthAmounts(StatMonth month) {
            this.month = month;
        }

        @Override
        BigDecimal amount(CountedMetric metric) {
            return counted(metric.code(), month);
        }

        @Override
        BigDecimal opening(OpeningMetric metric) {
            return openings.figure(month.previous(), metric.closing()).map(ClosingFigures.Reported::value)
                    .orElseGet(() -> counted(metric.closing(), month.previous()));
        }
    }

    private final class YearAmounts extends Amounts {
        @Override
        BigDecimal amount(CountedMetric metric) {
            Long year = counts.get(metric.code()).year();
            return year == null ? null : BigDecimal.valueOf(year);
        }

        @Override
        BigDecimal opening(OpeningMetric metric) {
            return null;
        }

        @Override
        BigDecimal computed(ComputedMetric metric) {
            return metric.yearToDate() == YearToDate.NONE ? null : super.computed(metric);
        }
    }
}
