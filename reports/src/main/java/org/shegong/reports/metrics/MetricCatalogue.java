package org.shegong.reports.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.reports.standards.ReportParameters;

/** All figures of the monthly report (04 §2), each defined once, in the order of the report. Immutable. */
public final class MetricCatalogue {
    private final Map<String, Metric> byCode;
    private final List<Breakdown> breakdowns;

    /**
     * The catalogue under a station's parameters.
     *
     * @param parameters thresholds that decide what counts (hours of a supervision round, actors of a joint activity …)
     */
    public MetricCatalogue(ReportParameters parameters) {
        List<Metric> all = new ArrayList<>();
        all.addAll(StaffMetrics.station(parameters));
        all.addAll(ClientMetrics.all());
        all.addAll(CaseMetrics.all());
        all.addAll(GroupMetrics.all());
        all.addAll(CommunityMetrics.all(parameters));
        all.addAll(ResourceMetrics.all());
        all.addAll(StaffMetrics.supervisionAndTraining(parameters));
        all.addAll(MissingMetrics.all());
        Map<String, Metric> map = new LinkedHashMap<>();
        for (Metric metric : all) {
            if (map.put(metric.code(), metric) != null) {
                throw new IllegalStateException("figure defined twice: " + metric.code());
            }
        }
        byCode = Collections.unmodifiableMap(map);
        breakdowns = Breakdown.all();
    }

    /** All figures, intermediate ones included. */
    public Collection<Metric> all() {
        return byCode.values();
    }

    /** The figure of a code; an unknown code is an {@link IllegalArgumentException}. */
    public Metric metric(String code) {
        Metric metric = byCode.get(code);
        if (metric == null) {
            throw new IllegalArgumentException("no such figure: " + code);
        }
        return metric;
    }

    /** Whether a figure of this code is defined. */
    public boolean has(String code) {
        return byCode.containsKey(code);
    }

    /** The breakdowns that belong to figures. */
    public List<Breakdown> breakdowns() {
        return breakdowns;
    }

    /** The counted figures whose rows are the rows behind a figure; empty for one that never applies. */
    public List<CountedMetric> behind(String code) {
        Set<CountedMetric> counted = new LinkedHashSet<>();
        collect(code, counted);
        return List.copyOf(counted);
    }

    private void collect(String code, Set<CountedMetric> into) {
        Metric metric = metric(code);
        if (metric instanceof CountedMetric counted) {
            into.add(counted);
        } else if (metric instanceof ComputedMetric computed) {
            computed.inputs().forEach(input -> collect(input, into));
        } else if (metric instanceof OpeningMetric opening) {
            collect(opening.closing(), into);
        }
    }
}
