package org.shegong.reports.catalogue;

import static org.shegong.db.schema.Tables.STATION;

import org.jooq.DSLContext;
import org.shegong.db.domain.MonthRule;

/**
 * What reports say about the station itself. Texts may be empty, never null.
 *
 * @param name   name of the station
 * @param code   station code
 * @param agency body that runs it
 * @param rule   how it counts months
 */
public record StationInfo(String name, String code, String agency, MonthRule rule) {
    /** Code of the list MONTH_RULE for months from the 26th to the 25th, and their first day. */
    private static final String FROM_26TH = "2";
    private static final int DAY_26 = 26;

    /** Reads the station's record; a file without one gives empty texts and calendar months. */
    public static StationInfo read(DSLContext db) {
        return db.select(STATION.NAME, STATION.CODE, STATION.AGENCY, STATION.MONTH_RULE).from(STATION)
                .where(STATION.DELETED_AT.isNull()).orderBy(STATION.CREATED_AT).limit(1)
                .fetchOptional(row -> new StationInfo(text(row.value1()), text(row.value2()), text(row.value3()),
                        rule(row.value4())))
                .orElseGet(() -> new StationInfo("", "", "", MonthRule.CALENDAR));
    }

    private static MonthRule rule(String stored) {
        return FROM_26TH.equals(stored) ? new MonthRule(DAY_26) : MonthRule.parse(stored);
    }

    private static String text(String stored) {
        return stored == null ? "" : stored.strip();
    }
}
