package org.shegong.reports.checks;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.schema.Tables;

/** How many rows of the month the station's ledgers show, for comparison with the figures that count them (X16). */
public final class LedgerRows {
    private LedgerRows() {
    }

    /** Rows of each ledger in a month, by the code of the figure that must be the same. */
    public static Map<String, Long> of(DSLContext db, StatMonth month) {
        Map<String, Field<Integer>> ledgers = new LinkedHashMap<>();
        ledgers.put("C07", rows(Tables.CASE_SESSION, "date", month, noCondition()));
        ledgers.put("D05", rows(Tables.GROUP_SESSION, "date", month, noCondition()));
        ledgers.put("E01", rows(Tables.ACTIVITY, "date", month,
                Tables.ACTIVITY.ACT_STATE.isNull().or(Tables.ACTIVITY.ACT_STATE.eq(inline("2")))));
        ledgers.put("F01", rows(Tables.VISIT, "date", month, Tables.VISIT.DUPLICATE_OF.isNull()));
        ledgers.put("G01", rows(Tables.CONSULTATION, "date", month, noCondition()));
        ledgers.put("H01", rows(Tables.REFERRAL, "date", month, noCondition()));
        ledgers.put("H04b", rows(Tables.CRISIS, "date", month, noCondition()));
        ledgers.put("J01", rows(Tables.RESOURCE_LINK, "date", month, noCondition()));
        ledgers.put("K03", rows(Tables.SUPERVISION_SESSION, "date", month, noCondition()));
        var columns = ledgers.entrySet().stream().map(ledger -> ledger.getValue().as(ledger.getKey())).toList();
        var row = db.select(columns).fetchSingle();
        Map<String, Long> rows = new LinkedHashMap<>();
        ledgers.keySet().forEach(code -> rows.put(code, row.get(code, Long.class)));
        return rows;
    }

    private static Field<Integer> rows(Table<?> table, String day, StatMonth month, Condition further) {
        return field(select(count()).from(table)
                .where(table.field("status", String.class).eq(inline("submitted")))
                .and(table.field("deleted_at").isNull())
                .and(field(name(day), String.class).between(month.first().toString(), month.last().toString()))
                .and(further));
    }
}
