package org.shegong.reports.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parts M and N: rows whose records (projects, spending, publicity, complaints, work log …) are not kept yet. */
final class MissingMetrics {
    private static final Map<String, Unit> ROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("M01", Unit.PERCENT), Map.entry("M02", Unit.YUAN), Map.entry("M03", Unit.YUAN),
            Map.entry("M04", Unit.PERCENT), Map.entry("N01", Unit.COUNT), Map.entry("N02", Unit.COUNT),
            Map.entry("N02d", Unit.COUNT), Map.entry("N03", Unit.COUNT), Map.entry("N03d", Unit.COUNT),
            Map.entry("N03r", Unit.PERCENT), Map.entry("N04", Unit.COUNT), Map.entry("N05", Unit.COUNT),
            Map.entry("N05d", Unit.COUNT), Map.entry("N06", Unit.PERCENT), Map.entry("N07", Unit.COUNT)));

    private MissingMetrics() {
    }

    static List<Metric> all() {
        return ROWS.entrySet().stream().<Metric>map(row -> new MissingMetric(row.getKey(), row.getValue())).toList();
    }
}
