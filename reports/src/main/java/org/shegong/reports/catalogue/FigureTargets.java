package org.shegong.reports.catalogue;

import static org.shegong.db.schema.Tables.FIGURE_TARGET;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.shegong.db.domain.StatMonth;

/** What figures are to reach in a year (04 §3): one number for each figure, typed once by the station. */
final class FigureTargets {
    private FigureTargets() {
    }

    /** The targets of the year a month belongs to, by row code; empty if none were set. */
    static Map<String, BigDecimal> of(DSLContext db, StatMonth month) {
        var t = FIGURE_TARGET;
        Map<String, BigDecimal> targets = new TreeMap<>();
        db.select(t.CODE, t.VALUE).from(t).where(t.YEAR.eq(Integer.toString(month.month().getYear())))
                .and(t.STATUS.eq("submitted")).and(t.DELETED_AT.isNull()).and(t.VALUE.isNotNull()).orderBy(t.UPDATED_AT)
                .forEach(row -> targets.put(row.value1(), new BigDecimal(row.value2().strip())));
        return targets;
    }
}
