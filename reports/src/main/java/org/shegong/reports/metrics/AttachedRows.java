package org.shegong.reports.metrics;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.shegong.db.schema.Tables.ACTIVITY;
import static org.shegong.db.schema.Tables.CASE_FILE;
import static org.shegong.db.schema.Tables.GROUP_SESSION;
import static org.shegong.db.schema.Tables.GROUP_WORK;
import static org.shegong.db.schema.Tables.RECORD_REF;
import static org.shegong.db.schema.Tables.SUPERVISION_ROUND;
import static org.shegong.db.schema.Tables.SUPERVISION_SESSION;
import static org.shegong.db.schema.Tables.TRAINING;
import static org.shegong.db.schema.Tables.TRAINING_ATTENDANCE;
import static org.shegong.db.schema.Tables.VILLAGE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.shegong.db.domain.StatMonth;

/**
 * Rows of the lists attached to the monthly report (04 §5), from the same facts as its figures. They hold numbers and
 * codes only, no names of people. Values are as stored: codes, ISO days, minutes; null where nothing is recorded.
 */
public final class AttachedRows {
    private final DSLContext db;
    private final Span span;

    public AttachedRows(DSLContext db, StatMonth month) {
        this.db = db;
        this.span = new Span(month.first(), month.last());
    }

    /** Cases open at the end of the month: number, category, field, level, sessions of the month, state, opening day. */
    public List<Object[]> openCases() {
        Table<?> sessions = select(CaseFacts.CASE, count().as("n")).from(facts(CaseFacts.SESSIONS))
                .groupBy(CaseFacts.CASE).asTable("s");
        Table<?> open = CaseFacts.OPEN.rows().apply(span).asTable("o");
        return db.select(CASE_FILE.CASE_NO, open.field(ClientFacts.CATEGORY), CASE_FILE.FIELD, CASE_FILE.CASE_LEVEL,
                coalesce(sessions.field("n", Long.class), inline(0L)), CASE_FILE.CASE_STATE, CASE_FILE.OPEN_DATE)
                .from(open).join(CASE_FILE).on(CASE_FILE.ID.eq(open.field(FactSource.ID)))
                .leftJoin(sessions).on(sessions.field(CaseFacts.CASE).eq(CASE_FILE.ID))
                .orderBy(CASE_FILE.CASE_NO, CASE_FILE.OPEN_DATE).fetch(row -> row.intoArray());
    }

    /** Groups running or with sessions: name, type, first day, sessions, person-times and minutes of the month. */
    public List<Object[]> groups() {
        Table<?> sessions = select(GroupFacts.GROUP, count().as("n"), DSL.sum(FactSource.MINUTES).as("minutes"))
                .from(facts(GroupFacts.SESSIONS)).groupBy(GroupFacts.GROUP).asTable("s");
        Field<Integer> present = field(select(count()).from(RECORD_REF)
                .join(GROUP_SESSION).on(GROUP_SESSION.ID.eq(RECORD_REF.OWNER_ID))
                .where(GROUP_SESSION.GROUP_ID.eq(GROUP_WORK.ID)).and(FactSource.live(GROUP_SESSION))
                .and(FactSource.within(GROUP_SESSION.DATE, span))
                .and(RECORD_REF.FIELD.in(inline("present"), inline("late"))));
        return db.select(GROUP_WORK.NAME, GROUP_WORK.GTYPE, GROUP_WORK.FIRST_DATE,
                coalesce(sessions.field("n", Long.class), inline(0L)), present,
                coalesce(sessions.field("minutes", Long.class), inline(0L)), GROUP_WORK.CLOSE_DATE)
                .from(GROUP_WORK).leftJoin(sessions).on(sessions.field(GroupFacts.GROUP).eq(GROUP_WORK.ID))
                .where(FactSource.live(GROUP_WORK)).and(sessions.field("n").isNotNull()
                        .or(GROUP_WORK.ID.in(select(FactSource.ID).from(facts(GroupFacts.RUNNING)))))
                .orderBy(GROUP_WORK.FIRST_DATE, GROUP_WORK.NAME).fetch(row -> row.intoArray());
    }

    /** Activities held: day, name, type, village, participants, volunteers, minutes. */
    public List<Object[]> activities() {
        Table<?> held = CommunityFacts.ACTIVITIES.rows().apply(span).asTable("o");
        return db.select(ACTIVITY.DATE, ACTIVITY.NAME, ACTIVITY.ACT_TYPE, VILLAGE.NAME,
                coalesce(ACTIVITY.TOTAL, inline(0L)), coalesce(ACTIVITY.N_VOL, inline(0L)), ACTIVITY.MINUTES)
                .from(held).join(ACTIVITY).on(ACTIVITY.ID.eq(held.field(FactSource.ID)))
                .leftJoin(VILLAGE).on(VILLAGE.ID.eq(ACTIVITY.VILLAGE_ID))
                .orderBy(ACTIVITY.DATE, ACTIVITY.NAME).fetch(row -> row.intoArray());
    }

    /** Supervision sessions: day, round, form, minutes, people supervised. */
    public List<Object[]> supervision() {
        Field<Integer> people = field(select(count()).from(RECORD_REF).where(RECORD_REF.OWNER_ID.eq(SUPERVISION_SESSION.ID))
                .and(RECORD_REF.FIELD.eq(inline("supervisees"))));
        Table<?> facts = StaffFacts.SESSIONS.rows().apply(span).asTable("o");
        return db.select(SUPERVISION_SESSION.DATE, SUPERVISION_ROUND.NAME, SUPERVISION_SESSION.FORM,
                SUPERVISION_SESSION.MINUTES, people)
                .from(facts).join(SUPERVISION_SESSION).on(SUPERVISION_SESSION.ID.eq(facts.field(FactSource.ID)))
                .leftJoin(SUPERVISION_ROUND).on(SUPERVISION_ROUND.ID.eq(SUPERVISION_SESSION.ROUND_ID))
                .orderBy(SUPERVISION_SESSION.DATE, SUPERVISION_SESSION.START_TIME).fetch(row -> row.intoArray());
    }

    /** Trainings: day, title, class, mode, workers who took part, their minutes together. */
    public List<Object[]> trainings() {
        Table<?> facts = StaffFacts.TRAINED.rows().apply(span).asTable("o");
        Field<String> attendance = facts.field(FactSource.ID);
        var a = TRAINING_ATTENDANCE;
        return db.select(TRAINING.DATE, TRAINING.TITLE, TRAINING.TCLASS, TRAINING.MODE, count(),
                DSL.sum(facts.field(FactSource.MINUTES)).cast(Long.class))
                .from(facts).join(a).on(a.ID.eq(attendance)).join(TRAINING).on(TRAINING.ID.eq(a.TRAINING_ID))
                .groupBy(TRAINING.ID).orderBy(TRAINING.DATE, TRAINING.TITLE).fetch(row -> row.intoArray());
    }

    /** Visits of the month by village and category: village, category, visits, effective, unmet, minutes. */
    public List<Object[]> visits() {
        Field<String> village = VILLAGE.NAME;
        CommonTableExpression<?> facts = name("f")
                .asMaterialized(CommunityFacts.VISITS_BY_CATEGORY.rows().apply(span));
        Field<String> category = facts.field(ClientFacts.CATEGORY);
        return db.with(facts).select(village, category, count(), count().filterWhere(CommunityFacts.EFFECTIVE),
                count().filterWhere(CommunityFacts.UNMET), coalesce(DSL.sum(FactSource.MINUTES), BigDecimal.ZERO).cast(Long.class))
                .from(facts).leftJoin(VILLAGE).on(VILLAGE.ID.eq(facts.field(FactSource.VILLAGE)))
                .groupBy(facts.field(FactSource.VILLAGE), category)
                .orderBy(VILLAGE.CODE, village, category).fetch(row -> row.intoArray());
    }

    /** What every village has besides its people. */
    public Villages villages() {
        Map<String, String> names = new LinkedHashMap<>();
        db.select(VILLAGE.ID, VILLAGE.NAME).from(VILLAGE).where(FactSource.live(VILLAGE))
                .orderBy(VILLAGE.CODE, VILLAGE.NAME).forEach(village -> names.put(village.value1(), village.value2()));
        return new Villages(names, byVillage(CommunityFacts.VISITS, DSL.noCondition()),
                byVillage(CommunityFacts.VISITS, CommunityFacts.RESULT.eq("1")),
                byVillage(CommunityFacts.CONSULTATIONS, DSL.noCondition()),
                byVillage(CommunityFacts.ACTIVITIES, DSL.noCondition()));
    }

    /**
     * Counts by village id; an empty id for what has no village.
     *
     * @param names         of all villages, in village order
     * @param visits        visits
     * @param met           visits that met somebody
     * @param consultations consultations
     * @param activities    activities held
     */
    public record Villages(Map<String, String> names, Map<String, Long> visits, Map<String, Long> met,
                           Map<String, Long> consultations, Map<String, Long> activities) {
        /**
         * Every village: name, people on the register, people served, visits, visits that met somebody, consultations,
         * activities. Village order; a last row without a name for what has no village.
         *
         * @param register B04 by village id
         * @param served   B06 by village id
         */
        public List<Object[]> with(Map<String, Long> register, Map<String, Long> served) {
            List<Object[]> rows = new ArrayList<>();
            names.forEach((id, name) -> rows.add(row(name, id, register, served, visits, met, consultations, activities)));
            Object[] nowhere = row("", "", register, served, visits, met, consultations, activities);
            for (int i = 1; i < nowhere.length; i++) {
                if ((Long) nowhere[i] > 0) {
                    rows.add(nowhere);
                    break;
                }
            }
            return rows;
        }
    }

    @SafeVarargs
    private static Object[] row(String label, String village, Map<String, Long>... counts) {
        Object[] row = new Object[counts.length + 1];
        row[0] = label;
        for (int i = 0; i < counts.length; i++) {
            row[i + 1] = counts[i].getOrDefault(village, 0L);
        }
        return row;
    }

    private Map<String, Long> byVillage(FactSource source, Condition filter) {
        Map<String, Long> counts = new HashMap<>();
        db.select(coalesce(FactSource.VILLAGE, inline("")), count()).from(facts(source)).where(filter)
                .groupBy(FactSource.VILLAGE).fetch()
                .forEach(row -> counts.put(row.value1(), row.get(1, Long.class)));
        return counts;
    }

    private Table<?> facts(FactSource source) {
        Select<?> rows = source.rows().apply(span);
        return rows.asTable("f");
    }
}
