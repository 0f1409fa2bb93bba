package org.shegong.reports.catalogue;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.shegong.db.schema.Tables.ACTIVITY;
import static org.shegong.db.schema.Tables.CASE_FILE;
import static org.shegong.db.schema.Tables.CASE_SESSION;
import static org.shegong.db.schema.Tables.GROUP_SESSION;
import static org.shegong.db.schema.Tables.RECORD_REF;
import static org.shegong.reports.FigureTexts.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.reports.metrics.FactRow;
import org.shegong.reports.metrics.Figures;
import org.shegong.reports.metrics.Span;

/** The list of what is missing before a month can be closed (workflow §2, 缺口单). */
public final class MonthEndGaps {
    /** Records listed per kind; the count beside them is always complete. */
    public static final int SHOWN = 200;
    private final Figures figures;
    private final FormCatalogue forms;

    /**
     * Gaps of one kind.
     *
     * @param kind  drafts, silentCases, groupsWithoutAttendance, activitiesNotClosed, incomplete, overdue, supervision,
     *              training
     * @param text  for people
     * @param total how many there are
     * @param gaps  the first {@link #SHOWN} of them
     */
    public record Group(String kind, String text, long total, List<MonthEndGap> gaps) {
    }

    public MonthEndGaps(Figures figures, FormCatalogue forms) {
        this.figures = figures;
        this.forms = forms;
    }

    /** What is missing, kinds without gaps left out; empty if nothing is. */
    public List<Group> of(DSLContext db, StatMonth month, LocalDate today) {
        LocalDate end = month.last().isBefore(today) ? month.last() : today;
        List<Group> groups = new ArrayList<>();
        add(groups, "drafts", drafts(db));
        add(groups, "silentCases", silentCases(db, month));
        add(groups, "groupsWithoutAttendance", withoutAttendance(db, month));
        add(groups, "activitiesNotClosed", notClosed(db, end));
        add(groups, "incomplete", new IncompleteRecords(forms).of(db, month));
        add(groups, "overdue", overdue(db, month));
        if (figures.rows(db, "K01", span(month)).isEmpty()) {
            add(groups, "supervision", new Found(1, List.of(new MonthEndGap("supervision_round", "", ""))));
        }
        if (figures.rows(db, "L01", span(month)).isEmpty()) {
            add(groups, "training", new Found(1, List.of(new MonthEndGap("training", "", ""))));
        }
        return groups;
    }

    /** Imported records of any date that lack something: how many of each form; forms without any left out. */
    public Map<String, Long> incomplete(DSLContext db) {
        return new IncompleteRecords(forms).counts(db);
    }

    /**
     * Imported records of one form that lack something, in the order in which they were taken in.
     *
     * @param after id of the last one seen; empty for the first page
     * @param size  how many
     */
    public List<MonthEndGap> incomplete(DSLContext db, String form, String after, int size) {
        return new IncompleteRecords(forms).page(db, form, after, size);
    }

    /** Gaps found: how many, and the first of them. */
    record Found(long total, List<MonthEndGap> gaps) {
    }

    private static void add(List<Group> groups, String kind, Found found) {
        if (found.total() > 0) {
            groups.add(new Group(kind, text("gap." + kind, found.total()), found.total(), found.gaps()));
        }
    }

    private static Span span(StatMonth month) {
        return new Span(month.first(), month.last());
    }

    private Found drafts(DSLContext db) {
        long total = 0;
        List<MonthEndGap> gaps = new ArrayList<>();
        for (Form form : forms.all()) {
            if (!form.hidden()) {
                Condition draft = field(name("status"), String.class).eq(inline("draft"))
                        .and(field(name("deleted_at")).isNull());
                Found found = found(db, form.key(), table(name(form.table())), draft, field(name("doc_no"), String.class));
                total += found.total();
                gaps.addAll(found.gaps());
            }
        }
        return new Found(total, gaps.size() > SHOWN ? gaps.subList(0, SHOWN) : gaps);
    }

    private static Found silentCases(DSLContext db, StatMonth month) {
        Condition open = live(CASE_FILE).and(CASE_FILE.OPEN_DATE.le(month.last().toString()))
                .and(CASE_FILE.CLOSE_DATE.isNull().or(CASE_FILE.CLOSE_DATE.gt(month.last().toString())))
                .and(CASE_FILE.CASE_STATE.isNull().or(CASE_FILE.CASE_STATE.notIn("10", "60")));
        return found(db, "case_file", CASE_FILE, open.and(notExists(selectOne().from(CASE_SESSION)
                .where(CASE_SESSION.CASE_ID.eq(CASE_FILE.ID)).and(live(CASE_SESSION))
                .and(CASE_SESSION.DATE.between(month.first().toString(), month.last().toString())))), CASE_FILE.CASE_NO);
    }

    private static Found withoutAttendance(DSLContext db, StatMonth month) {
        return found(db, "group_session", GROUP_SESSION, live(GROUP_SESSION)
                .and(GROUP_SESSION.DATE.between(month.first().toString(), month.last().toString()))
                .and(notExists(selectOne().from(RECORD_REF).where(RECORD_REF.OWNER_ID.eq(GROUP_SESSION.ID))
                        .and(RECORD_REF.FIELD.in("present", "late")))), GROUP_SESSION.DATE);
    }

    private static Found notClosed(DSLContext db, LocalDate end) {
        return found(db, "activity", ACTIVITY, ACTIVITY.STATUS.ne("void").and(ACTIVITY.DELETED_AT.isNull())
                .and(ACTIVITY.ACT_STATE.eq("1")).and(ACTIVITY.DATE.le(end.toString())), ACTIVITY.NAME);
    }

    private Found overdue(DSLContext db, StatMonth month) {
        List<FactRow> rows = figures.rows(db, "B10", span(month));
        return new Found(rows.size(), rows.stream().limit(SHOWN)
                .map(row -> new MonthEndGap(row.form(), row.id(), row.day())).toList());
    }

    static Found found(DSLContext db, String form, Table<?> records, Condition condition, Field<String> detail) {
        Long total = db.select(count().cast(Long.class)).from(records).where(condition).fetchSingle().value1();
        if (total == 0) {
            return new Found(0, List.of());
        }
        Field<String> id = field(name(records.getName(), "id"), String.class);
        return new Found(total, db.select(id, detail).from(records).where(condition).orderBy(id).limit(SHOWN)
                .fetch(row -> new MonthEndGap(form, row.value1(), row.value2() == null ? "" : row.value2())));
    }

    static Condition live(Table<?> records) {
        return records.field("status", String.class).eq(inline("submitted")).and(records.field("deleted_at").isNull());
    }
}
