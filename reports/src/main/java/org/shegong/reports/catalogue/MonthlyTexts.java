package org.shegong.reports.catalogue;

import static org.shegong.db.schema.Tables.MONTHLY_REPORT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.shegong.db.domain.StatMonth;

/**
 * What people write on a monthly report. Texts may be empty, never null.
 *
 * @param work         work of the month
 * @param typical      a typical case, without anything that identifies a person
 * @param deidentified whether that has been confirmed
 * @param problems     problems and difficulties
 * @param plan         plan for the next month
 * @param upward       what is asked of the level above
 * @param reasons      explanations by row code or check id
 * @param zeroReason   code of the reason why everything is 0 (ZERO_REASON), or empty
 */
public record MonthlyTexts(String work, String typical, boolean deidentified, String problems, String plan, String upward,
                           Map<String, String> reasons, String zeroReason) {
    /** Nothing written yet. */
    public static final MonthlyTexts NONE = new MonthlyTexts("", "", false, "", "", "", Map.of(), "");
    private static final ObjectMapper JSON = new ObjectMapper();

    public MonthlyTexts {
        reasons = Map.copyOf(reasons);
    }

    /** The texts of a month, drafts included; {@link #NONE} if nothing was written. */
    static MonthlyTexts read(DSLContext db, StatMonth month) {
        var m = MONTHLY_REPORT;
        return db.select(m.WORK, m.TYPICAL, m.DEIDENTIFIED, m.PROBLEMS, m.PLAN, m.UPWARD, m.REASONS, m.ZERO_REASON).from(m)
                .where(m.PERIOD.eq(month.toString())).and(m.DELETED_AT.isNull()).and(m.STATUS.ne("void"))
                .orderBy(m.UPDATED_AT.desc()).limit(1)
                .fetchOptional(row -> new MonthlyTexts(text(row.value1()), text(row.value2()),
                        Long.valueOf(1).equals(row.value3()), text(row.value4()), text(row.value5()), text(row.value6()),
                        reasons(row.value7()), text(row.value8())))
                .orElse(NONE);
    }

    /** Reasons as the record keeps them: a JSON object from row code or check id to the reason. */
    public static String reasonsJson(Map<String, String> reasons) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(reasons));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of texts has a JSON form", impossible);
        }
    }

    /** Reads reasons as the record keeps them; anything unreadable counts as none. */
    public static Map<String, String> reasons(String json) {
        if (json == null || json.isBlank()) {
            return Map.of();
        }
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() { });
        } catch (JsonProcessingException foreign) {
            return Map.of();
        }
    }

    private static String text(String stored) {
        return stored == null ? "" : stored.strip();
    }
}
