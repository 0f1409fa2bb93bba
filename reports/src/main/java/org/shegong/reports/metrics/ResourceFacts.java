package org.shegong.reports.metrics;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.shegong.db.schema.Tables.CASE_SESSION;
import static org.shegong.db.schema.Tables.CRISIS;
import static org.shegong.db.schema.Tables.RECORD_REF;
import static org.shegong.db.schema.Tables.REFERRAL;
import static org.shegong.db.schema.Tables.RESOURCE_LINK;
import static org.shegong.db.schema.Tables.VOLUNTEER;
import static org.shegong.db.schema.Tables.VOLUNTEER_SERVICE;
import static org.shegong.reports.metrics.ClientFacts.UNKNOWN;
import static org.shegong.reports.metrics.FactSource.columns;
import static org.shegong.reports.metrics.FactSource.live;
import static org.shegong.reports.metrics.FactSource.standing;
import static org.shegong.reports.metrics.FactSource.within;

import org.jooq.Field;
import org.shegong.db.schema.tables.Crisis;
import org.shegong.db.schema.tables.Referral;
import org.shegong.db.schema.tables.ResourceLink;
import org.shegong.db.schema.tables.Volunteer;
import org.shegong.db.schema.tables.VolunteerService;

/** Referrals, crises, volunteers and resources. */
final class ResourceFacts {
    static final Field<String> TARGET = FactSource.text("target");
    static final Field<String> REPLY = FactSource.text("reply_date");
    static final Field<String> MANDATORY = FactSource.text("mandatory");
    static final Field<String> REPORTED = FactSource.text("report_at");

    private static final Referral R = REFERRAL;
    private static final Crisis X = CRISIS;
    private static final Volunteer P = VOLUNTEER;
    private static final VolunteerService S = VOLUNTEER_SERVICE;
    private static final ResourceLink L = RESOURCE_LINK;

    static final FactSource REFERRALS = FactSource.events("referrals", span -> select(columns(R, R.DATE,
            coalesce(R.REF_TARGET, inline(UNKNOWN)).as(TARGET), R.REPLY_DATE.as(REPLY)))
            .from(R).where(live(R)).and(within(R.DATE, span)));

    /** Referrals whose reply fell due within the span and had not come on the day it was due. */
    static final FactSource REPLIES_LATE = FactSource.events("referral replies late", span -> select(columns(R, due()))
            .from(R).where(live(R)).and(within(due(), span)).and(R.REPLY_DATE.isNull().or(R.REPLY_DATE.gt(due()))));

    static final FactSource CRISES = FactSource.events("crises", span -> select(columns(X, X.DATE,
            X.MANDATORY.as(MANDATORY), X.REPORT_AT.as(REPORTED)))
            .from(X).where(live(X)).and(within(X.DATE, span)));

    static final FactSource CRISES_CLOSED = FactSource.events("crises closed", span -> select(columns(X, X.CLOSED_DATE))
            .from(X).where(live(X)).and(within(X.CLOSED_DATE, span)));

    static final FactSource CRISES_OPEN = FactSource.stock("crises open", span -> select(columns(X, X.DATE))
            .from(X).where(live(X)).and(standing(X.DATE, X.CLOSED_DATE, span)));

    /** People in crises, unless the case's session of that day already counts them. */
    static final FactSource CRISIS_PERSONS = FactSource.events("crisis persons", span -> ServedFacts.crisisPersons(span)
            .and(notExists(selectOne().from(CASE_SESSION).where(CASE_SESSION.CASE_ID.eq(X.CASE_ID))
                    .and(CASE_SESSION.DATE.eq(X.DATE)).and(live(CASE_SESSION)))));

    static final FactSource VOLUNTEERS = FactSource.stock("volunteers", span -> select(columns(P, P.REG_DATE,
            P.TEAM.as("team")))
            .from(P).where(live(P)).and(standing(coalesce(P.REG_DATE, inline("")), P.EXIT_DATE, span)));

    static final FactSource VOLUNTEERS_JOINED = FactSource.events("volunteers joined", span ->
            select(columns(P, P.REG_DATE)).from(P).where(live(P)).and(within(P.REG_DATE, span)));

    static final FactSource VOLUNTEERS_LEFT = FactSource.events("volunteers left", span ->
            select(columns(P, P.EXIT_DATE)).from(P).where(live(P)).and(within(P.EXIT_DATE, span)));

    /** Volunteer services: people, and people times minutes. */
    static final FactSource SERVICES = FactSource.events("volunteer services", span -> select(columns(S, S.DATE,
            people().as("people"), people().mul(coalesce(S.MINUTES, inline(0L))).as(FactSource.MINUTES)))
            .from(S).where(live(S)).and(within(S.DATE, span)));

    static final FactSource LINKS = FactSource.events("resource links", span -> select(columns(L, L.DATE,
            L.MONEY.as("money"), L.GOODS_VALUE.as("goods"), L.BENEFIT_N.as("beneficiaries")))
            .from(L).where(live(L)).and(within(L.DATE, span)));

    private ResourceFacts() {
    }

    /** A reply is due on the day agreed, else seven days after the referral (form F09). */
    private static Field<String> due() {
        return coalesce(R.REPLY_DUE, field("date({0}, '+7 days')", String.class, R.DATE));
    }

    private static Field<Long> people() {
        return coalesce(S.PEOPLE, field(select(count()).from(RECORD_REF).where(RECORD_REF.OWNER_ID.eq(S.ID))
                .and(RECORD_REF.FIELD.eq(inline("volunteers")))).cast(Long.class));
    }
}
