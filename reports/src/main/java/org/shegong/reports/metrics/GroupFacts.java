package org.shegong.reports.metrics;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.shegong.db.schema.Tables.GROUP_MEMBER;
import static org.shegong.db.schema.Tables.GROUP_SESSION;
import static org.shegong.db.schema.Tables.GROUP_WORK;
import static org.shegong.db.schema.Tables.RECORD_REF;
import static org.shegong.reports.metrics.ClientFacts.UNKNOWN;
import static org.shegong.reports.metrics.ClientFacts.kept;
import static org.shegong.reports.metrics.FactSource.columns;
import static org.shegong.reports.metrics.FactSource.live;
import static org.shegong.reports.metrics.FactSource.standing;
import static org.shegong.reports.metrics.FactSource.within;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.shegong.db.schema.tables.GroupMember;
import org.shegong.db.schema.tables.GroupSession;
import org.shegong.db.schema.tables.GroupWork;

/** Group work: groups begun, running and ended, their sessions and who attended. */
final class GroupFacts {
    static final Field<String> GROUP = FactSource.text("group_id");
    static final Field<String> TYPE = FactSource.text("type");
    static final Field<Long> STOPPED = FactSource.number("stopped");

    private static final GroupWork G = GROUP_WORK;
    private static final GroupSession S = GROUP_SESSION;
    private static final GroupMember M = GROUP_MEMBER;

    static final FactSource BEGUN = FactSource.events("groups begun", span -> select(columns(G, begin()))
            .from(G).where(live(G)).and(within(begin(), span)));

    static final FactSource ENDED = FactSource.events("groups ended", span -> select(columns(G, G.CLOSE_DATE,
            coalesce(G.STOPPED, inline(0L)).as(STOPPED)))
            .from(G).where(live(G)).and(within(G.CLOSE_DATE, span)).and(begin().isNotNull()));

    /** Begun and without a closing date by the end of the last day. */
    static final FactSource RUNNING = FactSource.stock("groups running", span -> select(columns(G, begin()))
            .from(G).where(live(G)).and(standing(begin(), G.CLOSE_DATE, span)));

    static final FactSource SESSIONS = FactSource.events("group sessions", span -> select(columns(S, S.DATE,
            S.GROUP_ID.as(GROUP), coalesce(G.GTYPE, inline(UNKNOWN)).as(TYPE), S.MINUTES.as(FactSource.MINUTES),
            expected().as("expected")))
            .from(S).join(G).on(G.ID.eq(S.GROUP_ID)).where(live(S)).and(live(G)).and(within(S.DATE, span)));

    /** One row for each member present or late; unnamed members by their number within the group (R4). */
    static final FactSource ATTENDANCE = FactSource.events("group attendance", span -> select(columns(S, S.DATE,
            coalesce(kept(M.CLIENT_ID), RECORD_REF.TARGET_ID).as("member")))
            .from(S).join(G).on(G.ID.eq(S.GROUP_ID))
            .join(RECORD_REF).on(RECORD_REF.OWNER_ID.eq(S.ID))
            .and(RECORD_REF.FIELD.in(inline("present"), inline("late")))
            .leftJoin(M).on(M.ID.eq(RECORD_REF.TARGET_ID))
            .where(live(S)).and(live(G)).and(within(S.DATE, span)));

    private GroupFacts() {
    }

    /** A group begins with its first session. */
    private static Field<String> begin() {
        GroupSession first = S.as("first");
        return coalesce(G.FIRST_DATE, field(select(min(first.DATE)).from(first)
                .where(first.GROUP_ID.eq(G.ID)).and(live(first))));
    }

    /** Members in the group on the day of the session; the day of leaving is the first day out. */
    private static Field<Integer> expected() {
        return DSL.field(select(count()).from(M).where(M.GROUP_ID.eq(S.GROUP_ID)).and(live(M))
                .and(coalesce(M.JOIN_DATE, "").le(S.DATE)).and(M.LEAVE_DATE.isNull().or(M.LEAVE_DATE.gt(S.DATE))));
    }
}
