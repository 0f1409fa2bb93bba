package org.shegong.reports.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shegong.db.domain.MonthRule;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.checks.CheckResult;
import org.shegong.reports.metrics.ClosingFigures;

/**
 * What a locked version keeps, as JSON: figures, breakdowns, texts, checks, attached lists, thresholds, and every record
 * behind every figure with its version.
 *
 * @param schema      layout of the payload; 1 so far
 * @param station     name, code and body of the station, first day of its months
 * @param period      the month
 * @param version     number of the version
 * @param finalisedAt ISO instant
 * @param finalisedBy name of who locked it
 * @param profile     id of the thresholds
 * @param thresholds  their values
 * @param figures     shown figures by row code
 * @param previous    the month before
 * @param year        the year so far
 * @param targets     targets of the year; null in versions locked before they were kept
 * @param breakdowns  row code, dimension, value
 * @param compared    the same in the month before and in the year; null in versions locked before they were kept
 * @param checks      X01 to X18
 * @param origins     where opening figures came from
 * @param corrected   whether the month before had been changed
 * @param texts       written texts and reasons
 * @param lists       attached lists
 * @param records     form, id and version of every record used, each once
 * @param behind      by row code, places in {@code records}
 * @param differences against the version before
 */
record VersionPayload(int schema, StationPart station, String period, int version, String finalisedAt, String finalisedBy,
                      String profile, Map<String, Integer> thresholds, Map<String, BigDecimal> figures,
                      Map<String, BigDecimal> previous, Map<String, BigDecimal> year,
                      Map<String, BigDecimal> targets, Map<String, Map<String, Map<String, Long>>> breakdowns, ComparedParts compared,
                      List<CheckResult> checks, Map<String, ClosingFigures.Origin> origins, boolean corrected,
                      MonthlyTexts texts, List<AttachedList> lists, List<RecordMark> records, Map<String, List<Integer>> behind,
                      List<Difference> differences) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** The station as it was. */
    record StationPart(String name, String code, String agency, int startDay) {
    }

    /** A record as it was used. */
    record RecordMark(String form, String id, long version) {
    }

    static VersionPayload read(String json) {
        try {
            return JSON.readValue(json, VersionPayload.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("report.version.unreadable", damaged);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a report version has a JSON form", impossible);
        }
    }

    /** The report as it was locked. */
    MonthlyFigures figuresAsLocked() {
        MonthRule rule = new MonthRule(station.startDay());
        return new MonthlyFigures(new StationInfo(station.name(), station.code(), station.agency(), rule),
                new StatMonth(YearMonth.parse(period), rule), version, figures, previous, year, targets, sorted(breakdowns),
                compared, checks, origins, corrected, texts, List.of(), lists);
    }

    private static Map<String, Map<String, Map<String, Long>>> sorted(Map<String, Map<String, Map<String, Long>>> parts) {
        return new TreeMap<>(parts);
    }
}
