package org.shegong.reports.metrics;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static org.shegong.db.schema.Tables.ACTIVITY;
import static org.shegong.db.schema.Tables.CLIENT;
import static org.shegong.db.schema.Tables.CONSULTATION;
import static org.shegong.db.schema.Tables.RECORD_CODE;
import static org.shegong.db.schema.Tables.RECORD_REF;
import static org.shegong.db.schema.Tables.VISIT;
import static org.shegong.reports.metrics.ClientFacts.UNKNOWN;
import static org.shegong.reports.metrics.FactSource.columns;
import static org.shegong.reports.metrics.FactSource.live;
import static org.shegong.reports.metrics.FactSource.within;

import org.jooq.Condition;
import org.jooq.Field;
import org.shegong.db.schema.tables.Activity;
import org.shegong.db.schema.tables.RecordRef;
import org.shegong.db.schema.tables.Visit;

/** Community activities, home visits and consultations. */
final class CommunityFacts {
    static final Field<String> TYPE = FactSource.text("type");
    static final Field<String> RESULT = FactSource.text("result");
    static final Field<String> CONTACT = FactSource.text("contact");
    static final Field<String> KIND = FactSource.text("kind");
    static final Field<Long> ACTORS = FactSource.number("actors");
    static final Field<Long> PUBLICITY = FactSource.number("publicity");

    /** Results of a visit that found somebody (F01a), and that did not (F01b). */
    static final Condition EFFECTIVE = RESULT.in("1", "2", "3", "8");
    static final Condition UNMET = RESULT.in("4", "5", "6", "7");

    private static final Activity A = ACTIVITY;
    private static final Visit V = VISIT;
    /** Method code of policy publicity and the activity type that is publicity by itself. */
    private static final String PUBLICITY_METHOD = "M11";
    private static final String PUBLICITY_TYPE = "2";

    /** Held activities. An activity that runs over midnight belongs to the day it began. */
    static final FactSource ACTIVITIES = FactSource.events("activities", span -> select(columns(A, A.DATE,
            A.ACT_TYPE.as(TYPE), A.MINUTES.as(FactSource.MINUTES), A.TOTAL.as("total"), A.N_VOL.as("volunteers"),
            A.MATERIALS.as("materials"), coalesce(A.COUNCILS, task("CT4")).as("councils"),
            coalesce(A.DISPUTES, task("CT5")).as("disputes"), coalesce(A.INCUBATED, task("CT1")).as("incubated"),
            coalesce(A.VOL_TEAMS, task("CT2")).as("teams"), actors().as(ACTORS),
            when(publicity(), inline(1L)).otherwise(inline(0L)).as(PUBLICITY),
            A.VILLAGE_ID.as(FactSource.VILLAGE), A.SAT_VALID.as("sat_valid"), A.SAT_GOOD.as("sat_good")))
            .from(A).where(live(A)).and(held()).and(within(A.DATE, span)));

    /** Visits that count: of several to one household on one day only the first (R14). */
    static final FactSource VISITS = FactSource.events("visits", span -> select(columns(V, V.DATE,
            V.RESULT.as(RESULT), V.MINUTES.as(FactSource.MINUTES), place().as(FactSource.VILLAGE)))
            .from(V).where(counts()).and(within(V.DATE, span)));

    static final FactSource CONSULTATIONS = FactSource.events("consultations", span -> select(columns(CONSULTATION,
            CONSULTATION.DATE, coalesce(CONSULTATION.CONTACT, inline(UNKNOWN)).as(CONTACT),
            coalesce(CONSULTATION.KIND, inline(UNKNOWN)).as(KIND), CONSULTATION.RESULT.as(RESULT),
            CONSULTATION.VILLAGE_ID.as(FactSource.VILLAGE)))
            .from(CONSULTATION).where(live(CONSULTATION)).and(within(CONSULTATION.DATE, span)));

    /** The same visits with the primary category on that day of whom the visit names first. */
    static final FactSource VISITS_BY_CATEGORY = FactSource.events("visits by category", span -> {
        RecordRef first = RECORD_REF.as("first");
        return select(columns(V, V.DATE, V.RESULT.as(RESULT), V.MINUTES.as(FactSource.MINUTES),
                place().as(FactSource.VILLAGE),
                ClientFacts.categoryOn(CLIENT.ID, V.DATE, CLIENT.PRIMARY_CAT).as(ClientFacts.CATEGORY)))
                .from(V).leftJoin(first).on(first.OWNER_ID.eq(V.ID)).and(first.FIELD.eq(inline("clients")))
                .and(first.ORD.eq(inline(0L)))
                .leftJoin(CLIENT).on(CLIENT.ID.eq(ClientFacts.kept(first.TARGET_ID))).where(counts()).and(within(V.DATE, span));
    });

    private CommunityFacts() {
    }

    /** Activities that took place; an activity without a state was taken from a ledger of held activities. */
    static Condition held() {
        return coalesce(A.ACT_STATE, inline("2")).eq(inline("2"));
    }

    private static Condition counts() {
        return live(V).and(V.DUPLICATE_OF.isNull());
    }

    /** The village of a visit, else that of somebody visited. */
    private static Field<String> place() {
        return coalesce(V.VILLAGE_ID, field(select(CLIENT.VILLAGE_ID).from(RECORD_REF).join(CLIENT)
                .on(CLIENT.ID.eq(RECORD_REF.TARGET_ID)).where(RECORD_REF.OWNER_ID.eq(V.ID))
                .and(RECORD_REF.FIELD.eq(inline("clients"))).orderBy(RECORD_REF.ORD).limit(1)));
    }

    /** Visits with one of the dispositions, one row each; few visits lead to anything, so the codes come first. */
    static FactSource disposition(String name, String code) {
        return FactSource.events(name, span -> select(columns(V, V.DATE))
                .from(RECORD_CODE).crossJoin(V).where(RECORD_CODE.FIELD.eq(inline("disposition")))
                .and(RECORD_CODE.CODE.eq(inline(code))).and(V.ID.eq(RECORD_CODE.OWNER_ID))
                .and(counts()).and(within(V.DATE, span)));
    }

    private static Condition has(Field<String> id, String field, String code) {
        return exists(selectOne().from(RECORD_CODE).where(RECORD_CODE.OWNER_ID.eq(id))
                .and(RECORD_CODE.FIELD.eq(inline(field))).and(RECORD_CODE.CODE.eq(inline(code))));
    }

    private static Field<Long> task(String code) {
        return when(has(A.ID, "ctask", code), inline(1L)).otherwise(inline(0L));
    }

    private static Condition publicity() {
        return A.ACT_TYPE.eq(inline(PUBLICITY_TYPE)).or(has(A.ID, "methods", PUBLICITY_METHOD));
    }

    private static Field<Integer> actors() {
        return field(select(count()).from(RECORD_CODE).where(RECORD_CODE.OWNER_ID.eq(A.ID))
                .and(RECORD_CODE.FIELD.eq(inline("actors"))));
    }
}
