package org.shegong.reports.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * Where the rows of figures come from. Every source gives the columns {@link #FORM}, {@link #ID}, {@link #VERSION} of the
 * record a row rests on, the {@link #DAY} the fact belongs to, and columns of its own that figures count, add or filter by.
 * Only submitted records that are not in the recycle bin give rows (R15).
 *
 * @param name    for messages and tests
 * @param stock   true if the rows are a state at the end of the span's last day rather than events within the span
 * @param rows    the query for a span
 * @param derived for rows that follow from the people served: which trait of theirs they carry; null for all others
 */
public record FactSource(String name, boolean stock, Function<Span, Select<?>> rows, Trait derived) {
    /**
     * A trait of people served that is counted instead of the people: their household, their village.
     *
     * @param column column of the trait
     * @param also   further rows with that column that belong to nobody in particular; null for none
     */
    record Trait(Field<String> column, FactSource also) {
    }

    /** Key of the form the record belongs to. */
    public static final Field<String> FORM = text("form");
    /** Id of the record. */
    public static final Field<String> ID = text("id");
    /** Version of the record. */
    public static final Field<Long> VERSION = number("version");
    /** Day the fact belongs to, ISO; of a stock row the day it began, or null. */
    public static final Field<String> DAY = text("day");
    /** Client a row is about, merged files counted as the kept one. */
    public static final Field<String> PERSON = text("person");
    /** Household of the client; a client without one is a household of its own (R3). */
    public static final Field<String> HOUSEHOLD = text("household");
    /** Village (community) of the fact. */
    public static final Field<String> VILLAGE = text("village");
    /** Minutes. */
    public static final Field<Long> MINUTES = number("minutes");

    static FactSource events(String name, Function<Span, Select<?>> rows) {
        return new FactSource(name, false, rows, null);
    }

    static FactSource stock(String name, Function<Span, Select<?>> rows) {
        return new FactSource(name, true, rows, null);
    }

    /** A text column of a source. */
    static Field<String> text(String column) {
        return DSL.field(DSL.name(column), String.class);
    }

    /** A number column of a source. */
    static Field<Long> number(String column) {
        return DSL.field(DSL.name(column), Long.class);
    }

    /** The four columns every source begins with, and those of its own. */
    static List<SelectFieldOrAsterisk> columns(Table<?> table, Field<String> day, Field<?>... own) {
        List<SelectFieldOrAsterisk> all = new ArrayList<>(List.of(
                DSL.inline(table.getName()).as(FORM),
                table.field("id", String.class).as(ID),
                table.field("version", Long.class).as(VERSION),
                day.as(DAY)));
        all.addAll(Arrays.asList(own));
        return all;
    }

    /** Submitted and not in the recycle bin. */
    static Condition live(Table<?> table) {
        return table.field("status", String.class).eq(DSL.inline("submitted"))
                .and(table.field("deleted_at").isNull());
    }

    /** The day lies in the span. */
    static Condition within(Field<String> day, Span span) {
        return day.between(span.first(), span.last());
    }

    /** Begun on or before the span's last day and not ended by then; an end on the last day has ended. */
    static Condition standing(Field<String> begin, TableField<?, String> end, Span span) {
        return begin.le(span.last()).and(end.isNull().or(end.gt(span.last())));
    }
}
