package org.shegong.reports.metrics;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.shegong.db.schema.Tables.CASE_FILE;
import static org.shegong.db.schema.Tables.CASE_SESSION;
import static org.shegong.db.schema.Tables.CLIENT;
import static org.shegong.db.schema.Tables.RECORD_REF;
import static org.shegong.reports.metrics.ClientFacts.UNKNOWN;
import static org.shegong.reports.metrics.FactSource.columns;
import static org.shegong.reports.metrics.FactSource.live;
import static org.shegong.reports.metrics.FactSource.standing;
import static org.shegong.reports.metrics.FactSource.within;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.shegong.db.schema.tables.CaseFile;
import org.shegong.db.schema.tables.CaseSession;

/** Casework: cases opened, open and closed, and the sessions with their persons. */
final class CaseFacts {
    static final Field<String> CASE = FactSource.text("case_id");
    static final Field<String> CONTACT = FactSource.text("contact");
    static final Field<String> REASON = FactSource.text("close_reason");
    static final Field<String> FIELD = FactSource.text("field");
    static final Field<String> PROBLEM = FactSource.text("problem");
    static final Field<String> STATE = FactSource.text("case_state");
    static final Field<String> RISK = FactSource.text("risk");
    static final Field<String> REOPENED = FactSource.text("reopen_of");

    private static final CaseFile K = CASE_FILE;
    private static final CaseSession S = CASE_SESSION;
    /** States before a case is opened, and refused ones (CASE_STATUS 10 and 60). */
    private static final List<String> NOT_OPENED = List.of("10", "60");

    static final FactSource OPENED = FactSource.events("cases opened", span -> select(columns(K, K.OPEN_DATE,
            K.REOPEN_OF.as(REOPENED)))
            .from(K).where(counts()).and(within(K.OPEN_DATE, span)));

    static final FactSource CLOSED = FactSource.events("cases closed", span -> select(columns(K, K.CLOSE_DATE,
            K.CLOSE_REASON.as(REASON), K.GOAL_TOTAL.as("goal_total"), K.GOAL_MET.as("goal_met")))
            .from(K).where(counts()).and(within(K.CLOSE_DATE, span)));

    /** Open at the end of the last day: a case closed on that day is not open any more. */
    static final FactSource OPEN = FactSource.stock("cases open", span -> select(columns(K, K.OPEN_DATE,
            K.CASE_STATE.as(STATE), K.RISK.as(RISK), coalesce(K.FIELD, inline(UNKNOWN)).as(FIELD),
            coalesce(K.MAIN_PROBLEM, inline(UNKNOWN)).as(PROBLEM), category(span).as(ClientFacts.CATEGORY)))
            .from(K).where(counts()).and(standing(K.OPEN_DATE, K.CLOSE_DATE, span)));

    static final FactSource SESSIONS = FactSource.events("case sessions", span -> select(columns(S, S.DATE,
            S.CASE_ID.as(CASE), S.CONTACT.as(CONTACT), S.MINUTES.as(FactSource.MINUTES), persons().as("persons")))
            .from(S).join(K).on(K.ID.eq(S.CASE_ID)).where(live(S)).and(live(K)).and(within(S.DATE, span)));

    private CaseFacts() {
    }

    private static Condition counts() {
        return live(K).and(K.CASE_STATE.isNull().or(K.CASE_STATE.notIn(NOT_OPENED)));
    }

    private static Field<String> category(Span span) {
        var client = CLIENT.as("case_client");
        return coalesce(field(select(ClientFacts.categoryOn(client.ID, val(span.last()), client.PRIMARY_CAT))
                .from(client).where(client.ID.eq(ClientFacts.kept(K.CLIENT_ID)))), inline(UNKNOWN));
    }

    /** Nobody named and no further number: one person, the case's client, was present. */
    static Condition presenceUnknown() {
        return coalesce(S.OTHERS, inline(0L)).eq(inline(0L)).and(notExists(selectOne().from(RECORD_REF)
                .where(RECORD_REF.OWNER_ID.eq(S.ID)).and(RECORD_REF.FIELD.eq(inline("persons")))));
    }

    private static Field<Long> persons() {
        Field<Integer> named = field(select(count()).from(RECORD_REF)
                .where(RECORD_REF.OWNER_ID.eq(S.ID)).and(RECORD_REF.FIELD.eq(inline("persons"))));
        Field<Long> present = named.add(coalesce(S.OTHERS, inline(0L))).cast(Long.class);
        return DSL.greatest(present, inline(1L));
    }
}
