package org.shegong.reports.metrics;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.shegong.db.schema.Tables.CLIENT;
import static org.shegong.db.schema.Tables.CLIENT_CATEGORY;
import static org.shegong.db.schema.Tables.CLIENT_PRIMARY;
import static org.shegong.reports.metrics.FactSource.columns;
import static org.shegong.reports.metrics.FactSource.live;
import static org.shegong.reports.metrics.FactSource.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.shegong.db.domain.AgeBand;
import org.shegong.db.schema.tables.Client;
import org.shegong.db.schema.tables.ClientCategory;

/** People on the register: who stands on it, who came and who left. */
final class ClientFacts {
    /** Primary category, sex and age group columns. */
    static final Field<String> CATEGORY = FactSource.text("category");
    static final Field<String> SEX = FactSource.text("sex");
    static final Field<String> AGE = FactSource.text("age");
    static final String UNKNOWN = "unknown";
    /** The day as of which somebody stands on the register. */
    static final Field<String> AS_OF = FactSource.text("as_of");

    private static final int BAND_WIDTH = 5;
    private static final String BANDS = bands();
    private static final Client C = CLIENT;

    /** On the register at the end of the last day: filed by then, not yet closed, not merged into another file. */
    static final FactSource REGISTER = FactSource.stock("register", span -> select(columns(C, C.FILED_DATE,
            C.ID.as(FactSource.PERSON), household(C).as(FactSource.HOUSEHOLD),
            categoryOn(C.ID, val(span.last()), C.PRIMARY_CAT).as(CATEGORY), sex(C).as(SEX),
            ageBand(C.BIRTH, val(span.last())).as(AGE), C.RISK.as("risk"), C.FOLLOW_LEVEL.as("follow_level"),
            C.VILLAGE_ID.as(FactSource.VILLAGE), inline(span.last()).as(AS_OF)))
            .from(C).where(onRegister(span)));

    /** Filed within the span. */
    static final FactSource FILED = FactSource.events("filed", span -> select(columns(C, C.FILED_DATE,
            C.ID.as(FactSource.PERSON)))
            .from(C).where(live(C)).and(C.MERGED_TO.isNull()).and(within(C.FILED_DATE, span)));

    /** Closed within the span: the closing date is the first day off the register. */
    static final FactSource CLOSED = FactSource.events("closed", span -> select(columns(C, C.CLOSED_DATE,
            C.ID.as(FactSource.PERSON), coalesce(C.CLOSED_REASON, UNKNOWN).as("reason")))
            .from(C).where(live(C)).and(C.MERGED_TO.isNull()).and(within(C.CLOSED_DATE, span)));

    /** Put back on the register within the span; the day is the first day on it again. */
    static final FactSource RESTORED = FactSource.events("restored", span -> select(columns(C, C.RESTORED_DATE,
            C.ID.as(FactSource.PERSON)))
            .from(C).where(live(C)).and(C.MERGED_TO.isNull()).and(within(C.RESTORED_DATE, span))
            .and(C.CLOSED_DATE.le(C.RESTORED_DATE)));

    /** On the register with a follow-up day gone by and no service since that day. */
    static final FactSource OVERDUE = FactSource.stock("overdue", span -> select(columns(C, C.NEXT_DATE,
            C.ID.as(FactSource.PERSON)))
            .from(C).where(onRegister(span)).and(C.NEXT_DATE.lt(span.last()))
            .and(ServedFacts.noServiceSince(C.ID, C.NEXT_DATE, span)));

    private ClientFacts() {
    }

    static Condition onRegister(Span span) {
        Condition back = C.RESTORED_DATE.ge(C.CLOSED_DATE).and(C.RESTORED_DATE.le(span.last()));
        return live(C).and(C.MERGED_TO.isNull()).and(C.FILED_DATE.le(span.last()))
                .and(C.CLOSED_DATE.isNull().or(C.CLOSED_DATE.gt(span.last())).or(back));
    }

    /** The household of a client, or one of its own. */
    static Field<String> household(Client client) {
        return coalesce(client.HOUSEHOLD_ID, concat(inline("S-"), client.ID));
    }

    /** The kept file of a client id: merged duplicates count as the file they were merged into (R3). */
    static Field<String> kept(Field<String> id) {
        Client merged = C.as("merged");
        Client target = C.as("target");
        return when(id.in(select(merged.ID).from(merged).where(merged.MERGED_TO.isNotNull())),
                DSL.field(select(target.MERGED_TO).from(target).where(target.ID.eq(id)))).otherwise(id);
    }

    /** The primary category of a client on a day; before there was a history, today's. */
    static Field<String> categoryOn(Field<String> client, Field<String> day, Field<String> today) {
        var p = CLIENT_PRIMARY.as("primary_on");
        Field<String> then = DSL.field(select(p.CATEGORY).from(p)
                .where(p.CLIENT_ID.eq(client)).and(live(p))
                .and(coalesce(p.FROM_DATE, "").le(day)).and(p.TO_DATE.isNull().or(p.TO_DATE.ge(day)))
                .orderBy(p.FROM_DATE.desc()).limit(1));
        return coalesce(then, today, inline(UNKNOWN));
    }

    /** The client's primary category or one of the dated ones in effect on the day meets the condition. */
    static Condition inCategory(Field<String> client, Field<String> day, Field<String> today, CategoryTest test) {
        return test.on(categoryOn(client, day, today)).or(datedCategory(client, day, test));
    }

    private static Condition datedCategory(Field<String> client, Field<String> day, CategoryTest test) {
        ClientCategory dated = CLIENT_CATEGORY.as("dated");
        return exists(selectOne().from(dated).where(dated.CLIENT_ID.eq(client)).and(live(dated))
                .and(test.on(dated.CATEGORY)).and(coalesce(dated.FROM_DATE, "").le(day))
                .and(dated.TO_DATE.isNull().or(dated.TO_DATE.ge(day))));
    }

    /**
     * The person of a row was in such a category on a day. Only people who ever were in one, and not always, are looked at
     * closely, for there are many rows and few such people.
     */
    static Condition inCategory(CategoryTest test, Field<String> day) {
        Client person = C.as("person_client");
        return everIn(FactSource.PERSON, test).and(alwaysIn(FactSource.PERSON, test).or(inCategory(FactSource.PERSON, day,
                DSL.field(select(person.PRIMARY_CAT).from(person).where(person.ID.eq(FactSource.PERSON))), test)));
    }

    /** Ids of those who were in such a category, by the day. */
    static Map<String, Set<String>> inCategory(DSLContext db, CategoryTest test, List<String> days) {
        Set<String> always = alwaysIn(db, test);
        boolean changing = !always.containsAll(everIn(db, test));
        Map<String, Set<String>> all = new HashMap<>();
        for (String day : days) {
            Set<String> then = new HashSet<>(always);
            if (changing) {
                then.addAll(ids(db, select(C.ID).from(C).where(C.ID.in(everIn(test)))
                        .and(inCategory(C.ID, val(day), C.PRIMARY_CAT, test))));
            }
            all.put(day, then);
        }
        return all;
    }

    private static Condition alwaysIn(Field<String> client, CategoryTest test) {
        return client.in(alwaysIn(test));
    }

    private static Condition everIn(Field<String> client, CategoryTest test) {
        return client.in(everIn(test));
    }

    /** Ids of those for whom {@link #inCategory(CategoryTest, Field)} holds on any day. */
    static Set<String> alwaysIn(DSLContext db, CategoryTest test) {
        return ids(db, alwaysIn(test));
    }

    /** Ids of those for whom {@link #inCategory(CategoryTest, Field)} may hold on some day. */
    static Set<String> everIn(DSLContext db, CategoryTest test) {
        return ids(db, everIn(test));
    }

    /** The primary category of a client on some day may be another than today's. */
    static Condition changingCategory() {
        var other = CLIENT_PRIMARY.as("other_category");
        return exists(selectOne().from(other).where(other.CLIENT_ID.eq(C.ID)).and(live(other))
                .and(other.CATEGORY.isDistinctFrom(C.PRIMARY_CAT)));
    }

    private static Set<String> ids(DSLContext db, Select<Record1<String>> select) {
        return db.fetch(select).intoSet(0, String.class);
    }

    /**
     * The primary category meets the condition today and in every row of its history, so it did on any day; for these
     * {@link #inCategory} needs not be asked.
     */
    private static Select<Record1<String>> alwaysIn(CategoryTest test) {
        var other = CLIENT_PRIMARY.as("other_primary");
        Client today = C.as("always_today");
        return select(today.ID).from(today).where(test.on(today.PRIMARY_CAT))
                .and(notExists(selectOne().from(other).where(other.CLIENT_ID.eq(today.ID)).and(live(other))
                        .and(not(test.on(other.CATEGORY)))));
    }

    private static Select<Record1<String>> everIn(CategoryTest test) {
        var primary = CLIENT_PRIMARY.as("ever_primary");
        ClientCategory dated = CLIENT_CATEGORY.as("ever_dated");
        Client today = C.as("ever_today");
        return select(primary.CLIENT_ID).from(primary).where(test.on(primary.CATEGORY))
                .union(select(dated.CLIENT_ID).from(dated).where(test.on(dated.CATEGORY)))
                .union(select(today.ID).from(today).where(test.on(today.PRIMARY_CAT)));
    }

    static CategoryTest specialElder() {
        return category -> category.between("C301", "C309");
    }

    static CategoryTest child() {
        return category -> category.between("C2", "C2~");
    }

    static Field<String> sex(Client client) {
        return coalesce(client.SEX, inline(UNKNOWN));
    }

    /** The age group on a day; someone born on 29 February is a year older from 1 March in common years. */
    static Field<String> ageBand(Field<String> birth, Field<String> day) {
        Field<Integer> years = DSL.field("cast(substr({0}, 1, 4) as integer) - cast(substr({1}, 1, 4) as integer)"
                + " - (substr({0}, 6, 5) < substr({1}, 6, 5))", Integer.class, day, birth);
        Field<String> band = DSL.field("rtrim(substr({0}, 1 + {1} * min(max({2}, 0), {3}), {1}))", String.class,
                inline(BANDS), inline(BAND_WIDTH), years, inline(AgeBand.AGE_80_UP.from()));
        return when(birth.isNull(), inline(UNKNOWN)).otherwise(band);
    }

    /** One piece of text for each year of age, so that SQLite works the age out once and not for each group. */
    private static String bands() {
        return IntStream.rangeClosed(0, AgeBand.AGE_80_UP.from()).mapToObj(age -> AgeBand.of(age).code())
                .map(code -> code + " ".repeat(BAND_WIDTH - code.length())).collect(Collectors.joining());
    }

}
