package org.shegong.reports.catalogue;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.shegong.db.schema.Tables.SUPERVISION_ACTION;
import static org.shegong.db.schema.Tables.SUPERVISION_ROUND;
import static org.shegong.db.schema.Tables.SUPERVISION_SESSION;
import static org.shegong.db.schema.Tables.SUPERVISOR;
import static org.shegong.db.schema.Tables.SUPERVISOR_MONTHLY;
import static org.shegong.db.schema.Tables.SUPERVISOR_STATION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.document.Document;
import org.shegong.reports.metrics.FactRow;
import org.shegong.reports.metrics.Figures;
import org.shegong.reports.metrics.Span;
import org.shegong.reports.standards.ReportParameters;

/** The supervisor's monthly sheet (form F26; S4 二(四)3). Stateless. */
public final class SupervisorMonthly {
    static final List<String> FIGURES = List.of("K01", "K02", "K03", "K03.individual", "K03.group", "K03.site", "K03.remote",
            "K03.other", "K04p", "K04", "K06", "K06d");
    private final Figures figures;
    private final ReportParameters parameters;

    public SupervisorMonthly(Figures figures, ReportParameters parameters) {
        this.figures = figures;
        this.parameters = parameters;
    }

    /** A sheet for each supervisor with sessions in the month, and for each registered one in service. */
    public List<SupervisorSheet> of(DSLContext db, StatMonth month) {
        Span span = new Span(month.first(), month.last());
        Map<String, String> byKey = new LinkedHashMap<>();
        db.select(SUPERVISOR.ID, SUPERVISOR.NAME).from(SUPERVISOR).where(MonthEndGaps.live(SUPERVISOR))
                .and(SUPERVISOR.TO_DATE.isNull().or(SUPERVISOR.TO_DATE.ge(span.first()))).orderBy(SUPERVISOR.NAME)
                .forEach(row -> byKey.put(row.value1(), row.value2()));
        for (String key : figures.supervisors(db, span)) {
            if (!byKey.containsKey(key) && !byKey.containsValue(key)) {
                byKey.put(key, name(db, key));
            }
        }
        List<SupervisorSheet> sheets = new ArrayList<>();
        byKey.forEach((key, name) -> sheets.add(sheet(db, month, key, name)));
        return sheets;
    }

    private static String name(DSLContext db, String key) {
        return db.select(SUPERVISOR.NAME).from(SUPERVISOR).where(SUPERVISOR.ID.eq(key)).fetchOptional(SUPERVISOR.NAME)
                .orElse(key);
    }

    private SupervisorSheet sheet(DSLContext db, StatMonth month, String key, String name) {
        Span span = new Span(month.first(), month.last());
        List<String> keys = List.of(key, name);
        Map<String, BigDecimal> own = figures.ofSupervisor(db, FIGURES, span, keys);
        boolean registered = !key.equals(name);
        List<String> sessions = figures.rowsOfSupervisor(db, "K03", span, keys).stream().map(FactRow::id).toList();
        return new SupervisorSheet(StationInfo.read(db), month, registered ? key : "", name, own,
                own.get("K01").signum() > 0, registered ? others(db, key, span) : List.of(), rounds(db, sessions),
                actions(db, figures.rowsOfSupervisor(db, "K06", span, keys).stream().map(FactRow::id).toList()),
                topics(db, sessions), registered ? texts(db, key, month) : SupervisorSheet.Texts.NONE);
    }

    private static List<String> others(DSLContext db, String supervisor, Span span) {
        String here = StationInfo.read(db).name();
        var s = SUPERVISOR_STATION;
        return db.selectDistinct(s.STATION_NAME).from(s).where(MonthEndGaps.live(s)).and(s.SUPERVISOR_ID.eq(supervisor))
                .and(s.FROM_DATE.isNull().or(s.FROM_DATE.le(span.last())))
                .and(s.TO_DATE.isNull().or(s.TO_DATE.ge(span.first()))).and(s.STATION_NAME.isNotNull())
                .and(s.STATION_NAME.ne(here)).orderBy(s.STATION_NAME).fetch(s.STATION_NAME);
    }

    private List<SupervisorSheet.RoundLine> rounds(DSLContext db, List<String> sessions) {
        var s = SUPERVISION_SESSION;
        var all = s.as("all_sessions");
        Field<BigDecimal> whole = field(select(sum(all.MINUTES)).from(all).where(all.ROUND_ID.eq(SUPERVISION_ROUND.ID))
                .and(MonthEndGaps.live(all)));
        return db.select(SUPERVISION_ROUND.NAME, count().cast(Long.class), sum(s.MINUTES), whole).from(s)
                .join(SUPERVISION_ROUND).on(SUPERVISION_ROUND.ID.eq(s.ROUND_ID)).where(s.ID.in(sessions))
                .groupBy(SUPERVISION_ROUND.ID).orderBy(SUPERVISION_ROUND.NAME)
                .fetch(row -> new SupervisorSheet.RoundLine(row.value1(), row.value2(), number(row.value3()),
                        number(row.value4()), number(row.value4()) >= parameters.roundMinutes()));
    }

    private static long number(BigDecimal value) {
        return value == null ? 0 : value.longValue();
    }

    private static List<SupervisorSheet.ActionLine> actions(DSLContext db, List<String> ids) {
        var a = SUPERVISION_ACTION;
        return db.select(a.DUE, a.CONTENT, a.DONE_DATE).from(a).where(a.ID.in(ids)).orderBy(a.DUE, a.ID)
                .fetch(row -> new SupervisorSheet.ActionLine(row.value1(), text(row.value2()), text(row.value3())));
    }

    private static List<String> topics(DSLContext db, List<String> sessions) {
        var s = SUPERVISION_SESSION;
        return db.select(s.TOPICS).from(s).where(s.ID.in(sessions)).and(s.TOPICS.isNotNull()).orderBy(s.DATE, s.ID)
                .fetch(s.TOPICS).stream().map(String::strip).filter(topic -> !topic.isEmpty()).distinct().toList();
    }

    private static SupervisorSheet.Texts texts(DSLContext db, String supervisor, StatMonth month) {
        var m = SUPERVISOR_MONTHLY;
        return db.select(m.TOPICS, m.GROWTH, m.ISSUES, m.ADVICE, m.NEXT_PLAN).from(m).where(m.SUPERVISOR_ID.eq(supervisor))
                .and(m.PERIOD.eq(month.toString())).and(m.DELETED_AT.isNull())
                .and(m.STATUS.ne(inline("void"))).orderBy(m.UPDATED_AT.desc()).limit(1)
                .fetchOptional(row -> new SupervisorSheet.Texts(text(row.value1()), text(row.value2()), text(row.value3()),
                        text(row.value4()), text(row.value5()))).orElse(SupervisorSheet.Texts.NONE);
    }

    private static String text(String stored) {
        return stored == null ? "" : stored.strip();
    }

    /** The sheet to print. */
    public Document document(SupervisorSheet sheet) {
        return new SupervisorDocument(ReportRows.bundled(), figures.metrics()).of(sheet);
    }
}
