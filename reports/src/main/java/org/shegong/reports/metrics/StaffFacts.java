package org.shegong.reports.metrics;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.shegong.db.schema.Tables.CERTIFICATE;
import static org.shegong.db.schema.Tables.RECORD_REF;
import static org.shegong.db.schema.Tables.SUPERVISION_ACTION;
import static org.shegong.db.schema.Tables.SUPERVISION_ROUND;
import static org.shegong.db.schema.Tables.SUPERVISION_SESSION;
import static org.shegong.db.schema.Tables.TRAINING;
import static org.shegong.db.schema.Tables.TRAINING_ATTENDANCE;
import static org.shegong.db.schema.Tables.VILLAGE;
import static org.shegong.db.schema.Tables.WORKER;
import static org.shegong.reports.metrics.FactSource.columns;
import static org.shegong.reports.metrics.FactSource.live;
import static org.shegong.reports.metrics.FactSource.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.shegong.db.schema.tables.SupervisionRound;
import org.shegong.db.schema.tables.SupervisionSession;
import org.shegong.db.schema.tables.Training;
import org.shegong.db.schema.tables.TrainingAttendance;
import org.shegong.db.schema.tables.Worker;

/** The station's villages and workers, their supervision and their training. */
final class StaffFacts {
    /** Highest certificate held: 0 none, 1 assistant, 2 social worker, 3 senior. */
    static final Field<Long> LEVEL = FactSource.number("level");
    /** 1 if the time to obtain a certificate has run out. */
    static final Field<Long> LATE = FactSource.number("late");
    /** Id of a registered supervisor, else the name as written. */
    static final Field<String> SUPERVISOR = FactSource.text("supervisor");
    static final Field<String> FORM = FactSource.text("sup_form");
    static final Field<Long> MINUTES_YEAR = FactSource.number("minutes_year");
    static final Field<Long> MINUTES_TERM = FactSource.number("minutes_term");
    static final Field<String> DONE = FactSource.text("done_date");

    private static final Worker W = WORKER;
    private static final SupervisionSession S = SUPERVISION_SESSION;
    private static final SupervisionRound R = SUPERVISION_ROUND;
    private static final Training T = TRAINING;
    private static final TrainingAttendance A = TRAINING_ATTENDANCE;
    /** Action items that are no longer needed (ACTION_STATE). */
    private static final String CANCELLED = "4";
    /** Years of one registration of a certificate. */
    private static final int TERM_YEARS = 3;

    static final FactSource VILLAGES = FactSource.stock("villages", span -> select(columns(VILLAGE, inline((String) null),
            VILLAGE.HAS_POINT.as("has_point"), VILLAGE.POPULATION.as("population")))
            .from(VILLAGE).where(live(VILLAGE)));

    static final FactSource JOINED = FactSource.events("workers joined", span -> select(columns(W, W.ON_FROM))
            .from(W).where(stationed()).and(within(W.ON_FROM, span)));

    static final FactSource LEFT = FactSource.events("workers left", span -> select(columns(W, left()))
            .from(W).where(stationed()).and(within(left(), span)));

    /** Rounds, on the day of their first session, with the minutes of all their sessions. */
    static final FactSource ROUNDS = FactSource.events("supervision rounds", span -> {
        Field<String> first = field(select(min(S.DATE)).from(S).where(S.ROUND_ID.eq(R.ID)).and(live(S)));
        Field<BigDecimal> minutes = field(select(sum(S.MINUTES)).from(S).where(S.ROUND_ID.eq(R.ID)).and(live(S)));
        return select(columns(R, first, coalesce(minutes, inline(BigDecimal.ZERO)).cast(Long.class)
                .as(FactSource.MINUTES), roundSupervisor().as(SUPERVISOR))).from(R).where(live(R)).and(within(first, span));
    });

    static final FactSource SESSIONS = FactSource.events("supervision sessions", span -> select(columns(S, S.DATE,
            S.FORM.as(FORM), S.MINUTES.as(FactSource.MINUTES), sessionSupervisor().as(SUPERVISOR)))
            .from(S).leftJoin(R).on(R.ID.eq(S.ROUND_ID)).where(live(S)).and(within(S.DATE, span)));

    static final FactSource SUPERVISEES = FactSource.events("supervisees", span -> select(columns(S, S.DATE,
            RECORD_REF.TARGET_ID.as("worker"), sessionSupervisor().as(SUPERVISOR)))
            .from(S).leftJoin(R).on(R.ID.eq(S.ROUND_ID)).join(RECORD_REF).on(RECORD_REF.OWNER_ID.eq(S.ID))
            .and(RECORD_REF.FIELD.eq(inline("supervisees")))
            .where(live(S)).and(within(S.DATE, span)));

    /** Action items that were not cancelled, on the day they are due. */
    static final FactSource ACTIONS = FactSource.events("supervision actions", span -> select(columns(SUPERVISION_ACTION,
            SUPERVISION_ACTION.DUE, SUPERVISION_ACTION.DONE_DATE.as(DONE), sessionSupervisor().as(SUPERVISOR)))
            .from(SUPERVISION_ACTION).leftJoin(S).on(S.ID.eq(SUPERVISION_ACTION.SESSION_ID))
            .leftJoin(R).on(R.ID.eq(S.ROUND_ID)).where(live(SUPERVISION_ACTION)).and(within(SUPERVISION_ACTION.DUE, span))
            .and(coalesce(SUPERVISION_ACTION.ACTION_STATE, "").ne(inline(CANCELLED))));

    /** One row for each of the station's workers at each training. */
    static final FactSource TRAINED = FactSource.events("training attendance", span -> select(columns(A, T.DATE,
            A.WORKER_ID.as("worker"), coalesce(A.MINUTES, T.MINUTES).as(FactSource.MINUTES)))
            .from(T).join(A).on(A.TRAINING_ID.eq(T.ID))
            .where(live(A)).and(live(T)).and(A.WORKER_ID.isNotNull()).and(within(T.DATE, span)));

    private StaffFacts() {
    }

    /**
     * Workers at the station (heads and station workers) on duty at the end of the last day.
     *
     * @param graceMonths months after which a worker without a certificate is late
     */
    static FactSource workers(int graceMonths) {
        return FactSource.stock("workers", span -> select(columns(W, W.ON_FROM, level(span).as(LEVEL),
                when(deadline(graceMonths).lt(span.last()), inline(1L)).otherwise(inline(0L)).as(LATE),
                trained(LocalDate.of(span.to().getYear(), 1, 1), span.to()).as(MINUTES_YEAR),
                trained(span.to().minusYears(TERM_YEARS).plusDays(1), span.to()).as(MINUTES_TERM)))
                .from(W).where(stationed()).and(coalesce(W.ON_FROM, inline("")).le(span.last()))
                .and(left().isNull().or(left().gt(span.last()))));
    }

    /** Heads and station workers (STATION_ROLE 1 and 2); a role that was never filled in counts as one of them. */
    private static Condition stationed() {
        return live(W).and(W.ROLE.isNull().or(W.ROLE.in(inline("1"), inline("2"))));
    }

    /** The first day a worker is not at the station any more. */
    private static Field<String> left() {
        return coalesce(W.LEAVE_DATE, W.ON_TO);
    }

    /** Who gave a session: a registered supervisor's id, else the name as written. */
    private static Field<String> sessionSupervisor() {
        return coalesce(S.SUPERVISOR_ID, R.SUPERVISOR_ID, S.SUPERVISOR_NAME, R.SUPERVISOR_NAME);
    }

    private static Field<String> roundSupervisor() {
        Field<String> id = field(select(max(S.SUPERVISOR_ID)).from(S).where(S.ROUND_ID.eq(R.ID)).and(live(S)));
        Field<String> written = field(select(max(S.SUPERVISOR_NAME)).from(S).where(S.ROUND_ID.eq(R.ID)).and(live(S)));
        return coalesce(R.SUPERVISOR_ID, id, R.SUPERVISOR_NAME, written);
    }

    private static Field<Long> level(Span span) {
        Field<String> highest = field(select(max(CERTIFICATE.LEVEL)).from(CERTIFICATE)
                .where(CERTIFICATE.WORKER_ID.eq(W.ID)).and(live(CERTIFICATE))
                .and(CERTIFICATE.LEVEL.in("1", "2", "3"))
                .and(CERTIFICATE.KIND.isNull().or(CERTIFICATE.KIND.in("1", "2")))
                .and(CERTIFICATE.ISSUED_ON.isNull().or(CERTIFICATE.ISSUED_ON.le(span.last()))));
        return coalesce(highest, inline("0")).cast(Long.class);
    }

    private static Field<String> deadline(int graceMonths) {
        return field("date({0}, {1})", String.class, coalesce(W.CERT_CLOCK_FROM, W.ON_FROM),
                inline("+" + graceMonths + " months"));
    }

    private static Field<Long> trained(LocalDate from, LocalDate to) {
        Field<BigDecimal> minutes = field(select(sum(coalesce(A.MINUTES, T.MINUTES))).from(A).join(T)
                .on(T.ID.eq(A.TRAINING_ID)).where(A.WORKER_ID.eq(W.ID)).and(live(A)).and(live(T))
                .and(within(T.DATE, new Span(from, to))));
        return DSL.coalesce(minutes, inline(BigDecimal.ZERO)).cast(Long.class);
    }
}
