package org.shegong.reports.metrics;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.shegong.db.schema.Tables.ACTIVITY;
import static org.shegong.db.schema.Tables.CASE_FILE;
import static org.shegong.db.schema.Tables.CASE_SESSION;
import static org.shegong.db.schema.Tables.CLIENT;
import static org.shegong.db.schema.Tables.CONSULTATION;
import static org.shegong.db.schema.Tables.CRISIS;
import static org.shegong.db.schema.Tables.GROUP_MEMBER;
import static org.shegong.db.schema.Tables.GROUP_SESSION;
import static org.shegong.db.schema.Tables.GROUP_WORK;
import static org.shegong.db.schema.Tables.RECORD_REF;
import static org.shegong.db.schema.Tables.VISIT;
import static org.shegong.reports.metrics.ClientFacts.kept;
import static org.shegong.reports.metrics.FactSource.columns;
import static org.shegong.reports.metrics.FactSource.live;
import static org.shegong.reports.metrics.FactSource.within;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.shegong.db.schema.tables.RecordRef;

/**
 * Who was served directly (R17): people present at case sessions and group sessions, named clients of held activities,
 * people met on visits, named consultations, people in a crisis. Goods handed out are no direct service.
 */
final class ServedFacts {
    static final RecordRef REF = RECORD_REF;

    /** One row for each person in each record of direct service. */
    static final FactSource SERVICES = FactSource.events("services", span -> union(List.of(
            sessionPersons(span), sessionClients(span), groupPersons(span), activityPersons(span), visitPersons(span),
            consultationPersons(span), crisisPersons(span))));

    /** The households of those rows. */
    static final FactSource HOUSEHOLDS = new FactSource("served households", false, span -> {
        Table<?> served = SERVICES.rows().apply(span).asTable("served");
        return select(served.field(FactSource.FORM), served.field(FactSource.ID), served.field(FactSource.VERSION),
                served.field(FactSource.DAY), served.field(FactSource.PERSON),
                ClientFacts.household(CLIENT).as(FactSource.HOUSEHOLD))
                .from(served).join(CLIENT).on(CLIENT.ID.eq(served.field(FactSource.PERSON)));
    }, new FactSource.Trait(FactSource.HOUSEHOLD, null));

    /** One row for each person served within the span, as of the last day of service (R8). */
    static final FactSource PERSONS = FactSource.events("served persons", span -> {
        Table<?> served = SERVICES.rows().apply(span).asTable("served");
        Table<?> last = select(served.field(FactSource.PERSON), max(served.field(FactSource.DAY)).as(FactSource.DAY))
                .from(served).groupBy(served.field(FactSource.PERSON)).asTable("last");
        Field<String> day = last.field(FactSource.DAY);
        return select(columns(CLIENT, day, CLIENT.ID.as(FactSource.PERSON),
                ClientFacts.categoryOn(CLIENT.ID, day, CLIENT.PRIMARY_CAT).as(ClientFacts.CATEGORY),
                ClientFacts.sex(CLIENT).as(ClientFacts.SEX), ClientFacts.ageBand(CLIENT.BIRTH, day).as(ClientFacts.AGE),
                CLIENT.VILLAGE_ID.as(FactSource.VILLAGE)))
                .from(last).join(CLIENT).on(CLIENT.ID.eq(last.field(FactSource.PERSON)));
    });

    /** Villages in which activities were held and unnamed people asked for advice. */
    private static final FactSource PLACES = FactSource.events("places", span -> union(List.of(
            places(ACTIVITY, ACTIVITY.DATE, ACTIVITY.VILLAGE_ID, span, CommunityFacts.held()),
            places(CONSULTATION, CONSULTATION.DATE, CONSULTATION.VILLAGE_ID, span, DSL.noCondition()))));

    /** One row for each service in a village: where the people served live, and those places. */
    static final FactSource VILLAGES = new FactSource("served villages", false, span -> {
        Table<?> served = SERVICES.rows().apply(span).asTable("served");
        Select<? extends Record> homes = select(served.field(FactSource.FORM), served.field(FactSource.ID),
                served.field(FactSource.VERSION), served.field(FactSource.DAY), CLIENT.VILLAGE_ID.as(FactSource.VILLAGE))
                .from(served).join(CLIENT).on(CLIENT.ID.eq(served.field(FactSource.PERSON)))
                .where(CLIENT.VILLAGE_ID.isNotNull());
        return union(List.of(homes, PLACES.rows().apply(span)));
    }, new FactSource.Trait(FactSource.VILLAGE, PLACES));

    private ServedFacts() {
    }

    private static Select<?> places(Table<?> table, Field<String> day, Field<String> village, Span span, Condition and) {
        return select(columns(table, day, village.as(FactSource.VILLAGE)))
                .from(table).where(live(table)).and(within(day, span)).and(village.isNotNull()).and(and);
    }

    /** People present at case sessions, as named on the record. */
    static Select<?> sessionPersons(Span span) {
        return select(columns(CASE_SESSION, CASE_SESSION.DATE, kept(REF.TARGET_ID).as(FactSource.PERSON)))
                .from(CASE_SESSION).join(CASE_FILE).on(CASE_FILE.ID.eq(CASE_SESSION.CASE_ID))
                .join(REF).on(REF.OWNER_ID.eq(CASE_SESSION.ID)).and(REF.FIELD.eq(inline("persons")))
                .where(live(CASE_SESSION)).and(live(CASE_FILE)).and(within(CASE_SESSION.DATE, span));
    }

    /** A session that says nothing about who was present was with the case's client. */
    static Select<?> sessionClients(Span span) {
        return select(columns(CASE_SESSION, CASE_SESSION.DATE, kept(CASE_FILE.CLIENT_ID).as(FactSource.PERSON)))
                .from(CASE_SESSION).join(CASE_FILE).on(CASE_FILE.ID.eq(CASE_SESSION.CASE_ID))
                .where(live(CASE_SESSION)).and(live(CASE_FILE)).and(within(CASE_SESSION.DATE, span))
                .and(CASE_FILE.CLIENT_ID.isNotNull()).and(CaseFacts.presenceUnknown());
    }

    private static Select<?> groupPersons(Span span) {
        return select(columns(GROUP_SESSION, GROUP_SESSION.DATE, kept(GROUP_MEMBER.CLIENT_ID).as(FactSource.PERSON)))
                .from(GROUP_SESSION).join(GROUP_WORK).on(GROUP_WORK.ID.eq(GROUP_SESSION.GROUP_ID))
                .join(REF).on(REF.OWNER_ID.eq(GROUP_SESSION.ID)).and(REF.FIELD.in(inline("present"), inline("late")))
                .join(GROUP_MEMBER).on(GROUP_MEMBER.ID.eq(REF.TARGET_ID))
                .where(live(GROUP_SESSION)).and(live(GROUP_WORK)).and(within(GROUP_SESSION.DATE, span))
                .and(GROUP_MEMBER.CLIENT_ID.isNotNull());
    }

    private static Select<?> activityPersons(Span span) {
        return select(columns(ACTIVITY, ACTIVITY.DATE, kept(REF.TARGET_ID).as(FactSource.PERSON)))
                .from(ACTIVITY).join(REF).on(REF.OWNER_ID.eq(ACTIVITY.ID)).and(REF.FIELD.eq(inline("clients")))
                .where(live(ACTIVITY)).and(CommunityFacts.held()).and(within(ACTIVITY.DATE, span));
    }

    /** People met on visits that count: only "met in person" counts people, those named with them included. */
    private static Select<?> visitPersons(Span span) {
        return select(columns(VISIT, VISIT.DATE, kept(REF.TARGET_ID).as(FactSource.PERSON)))
                .from(VISIT).join(REF).on(REF.OWNER_ID.eq(VISIT.ID)).and(REF.FIELD.eq(inline("clients")))
                .where(live(VISIT)).and(VISIT.DUPLICATE_OF.isNull()).and(VISIT.RESULT.eq(inline("1")))
                .and(within(VISIT.DATE, span));
    }

    private static Select<?> consultationPersons(Span span) {
        return select(columns(CONSULTATION, CONSULTATION.DATE, kept(CONSULTATION.CLIENT_ID).as(FactSource.PERSON)))
                .from(CONSULTATION).where(live(CONSULTATION)).and(within(CONSULTATION.DATE, span))
                .and(CONSULTATION.CLIENT_ID.isNotNull());
    }

    static SelectConditionStep<?> crisisPersons(Span span) {
        return select(columns(CRISIS, CRISIS.DATE, kept(REF.TARGET_ID).as(FactSource.PERSON)))
                .from(CRISIS).join(REF).on(REF.OWNER_ID.eq(CRISIS.ID)).and(REF.FIELD.eq(inline("clients")))
                .where(live(CRISIS)).and(within(CRISIS.DATE, span));
    }

    /** No service on or after a day, up to the end of the span, for a client. */
    static Condition noServiceSince(Field<String> client, Field<String> day, Span span) {
        return notExists(selectOne().from(REF).join(VISIT).on(VISIT.ID.eq(REF.OWNER_ID))
                        .where(REF.TARGET_ID.eq(client)).and(REF.FIELD.eq(inline("clients"))).and(live(VISIT))
                        .and(VISIT.DATE.between(day, inline(span.last()))))
                .and(notExists(selectOne().from(REF).join(ACTIVITY).on(ACTIVITY.ID.eq(REF.OWNER_ID))
                        .where(REF.TARGET_ID.eq(client)).and(REF.FIELD.eq(inline("clients"))).and(live(ACTIVITY))
                        .and(ACTIVITY.DATE.between(day, inline(span.last())))))
                .and(notExists(selectOne().from(CASE_FILE).join(CASE_SESSION).on(CASE_SESSION.CASE_ID.eq(CASE_FILE.ID))
                        .where(CASE_FILE.CLIENT_ID.eq(client)).and(live(CASE_SESSION))
                        .and(CASE_SESSION.DATE.between(day, inline(span.last())))))
                .and(notExists(selectOne().from(CONSULTATION)
                        .where(CONSULTATION.CLIENT_ID.eq(client)).and(live(CONSULTATION))
                        .and(CONSULTATION.DATE.between(day, inline(span.last())))))
                .and(noGroupSince(client, day, span));
    }

    private static Condition noGroupSince(Field<String> client, Field<String> day, Span span) {
        return notExists(selectOne().from(GROUP_MEMBER)
                .join(REF).on(REF.TARGET_ID.eq(GROUP_MEMBER.ID)).and(REF.FIELD.in(inline("present"), inline("late")))
                .join(GROUP_SESSION).on(GROUP_SESSION.ID.eq(REF.OWNER_ID))
                .where(GROUP_MEMBER.CLIENT_ID.eq(client)).and(live(GROUP_SESSION))
                .and(GROUP_SESSION.DATE.between(day, inline(span.last()))));
    }

    /** All rows of several queries of one shape. */
    static Select<?> union(List<Select<?>> parts) {
        Select<Record> all = cast(parts.get(0));
        for (Select<?> part : parts.subList(1, parts.size())) {
            all = all.unionAll(ServedFacts.<Record>cast(part));
        }
        return all;
    }

    /** The parts of a union have the same columns by construction; their row types do not say so. */
    @SuppressWarnings("unchecked")
    private static <R extends Record> Select<R> cast(Select<?> part) {
        return (Select<R>) part;
    }
}
