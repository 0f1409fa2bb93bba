package org.shegong.db.store;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.shegong.db.forms.ChildLink;
import org.shegong.db.forms.FieldRule;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;

/**
 * The rules of form files that look at parents, children and neighbours of a record.
 *
 * <p>{@code not_before_child}: the field is not before the last date among the children; {@code within_days_of_child}:
 * at most {@code days} after it; {@code child_count_not_over}: no more children than the field says;
 * {@code child_count_is}, {@code child_sum_is}: as many children, or as much in their {@code child_field}, once there are
 * any;
 * {@code not_before_parent}, {@code not_after_parent}, {@code not_over_parent}: compared with the parent's
 * {@code parent_field}; {@code no_time_overlap}: the time from the field to the first of the others does not overlap
 * another record that agrees in the rest of the others.
 */
final class RelatedRules {
    private static final Condition LIVE = field(name("deleted_at")).isNull().and(field(name("status")).ne("void"));
    private final DSLContext db;
    private final Form form;
    private final String id;
    private final Map<String, Object> values;

    private RelatedRules(DSLContext db, Form form, String id, Map<String, Object> values) {
        this.db = db;
        this.form = form;
        this.id = id;
        this.values = values;
    }

    static List<Finding> check(DSLContext db, Form form, String id, Map<String, Object> values) {
        RelatedRules rules = new RelatedRules(db, form, id, values);
        List<Finding> findings = new ArrayList<>();
        for (FieldRule rule : form.rules()) {
            if (values.get(rule.field()) != null && rules.isBreached(rule)) {
                findings.add(new Finding(rule.message(), rule.level(), rule.field(), rule.message(),
                    List.of(form.field(rule.field()).label())));
            }
        }
        return findings;
    }

    private boolean isBreached(FieldRule rule) {
        Object value = values.get(rule.field());
        return switch (rule.rule()) {
            case "not_before_child" -> value instanceof LocalDate day
                && lastOfChildren(rule).map(day::isBefore).orElse(false);
            case "within_days_of_child" -> value instanceof LocalDate day && lastOfChildren(rule)
                .map(last -> ChronoUnit.DAYS.between(last, day) > number(rule, "days")).orElse(false);
            case "child_count_not_over" -> value instanceof Number limit && children(rule) > limit.longValue();
            case "child_count_is" -> value instanceof Number said && differs(children(rule), said.longValue());
            case "child_sum_is" -> value instanceof Number said && differs(sumOfChildren(rule), said.longValue());
            case "not_before_parent" -> comparedWithParent(rule) < 0;
            case "not_after_parent", "not_over_parent" -> comparedWithParent(rule) > 0;
            case "no_time_overlap" -> overlapsInTime(rule);
            default -> false;
        };
    }

    private static long number(FieldRule rule, String option) {
        return Long.parseLong(String.valueOf(rule.options().get(option)));
    }

    private Condition ofChildren(FieldRule rule) {
        ChildLink link = form.children().stream().filter(child -> child.form().equals(rule.options().get("child")))
            .findFirst().orElseThrow(() -> new IllegalArgumentException(form.key() + ": rule " + rule.rule()));
        return field(name(link.by())).eq(id).and(LIVE);
    }

    private Optional<LocalDate> lastOfChildren(FieldRule rule) {
        Field<String> column = field(name(String.valueOf(rule.options().get("child_field"))), String.class);
        String last = db.select(max(column)).from(table(name(String.valueOf(rule.options().get("child")))))
            .where(ofChildren(rule)).fetchOne(0, String.class);
        return Optional.ofNullable(last).map(LocalDate::parse);
    }

    private long children(FieldRule rule) {
        return db.select(count()).from(table(name(String.valueOf(rule.options().get("child")))))
            .where(ofChildren(rule)).fetchOne(0, Long.class);
    }

    private static boolean differs(long listed, long said) {
        return listed != 0 && listed != said;
    }

    private long sumOfChildren(FieldRule rule) {
        Field<Long> column = field(name(String.valueOf(rule.options().get("child_field"))), Long.class);
        BigDecimal sum = db.select(sum(column)).from(table(name(String.valueOf(rule.options().get("child")))))
            .where(ofChildren(rule)).fetchOne(0, BigDecimal.class);
        return sum == null ? 0 : sum.longValue();
    }

    /** Compares as stored, which sorts dates and numbers rightly; 0 when either side is empty. */
    private int comparedWithParent(FieldRule rule) {
        Object mine = stored(rule.field());
        Object theirs = db.select(field(name(String.valueOf(rule.options().get("parent_field")))))
            .from(table(name(form.parentForm())))
            .where(field(name("id")).eq(values.get(form.parentField()))).fetchOne(0);
        if (mine == null || theirs == null) {
            return 0;
        }
        return mine instanceof Number one && theirs instanceof Number other
            ? Long.compare(one.longValue(), other.longValue()) : mine.toString().compareTo(theirs.toString());
    }

    private Object stored(String key) {
        return ColumnValues.toStored(form.field(key), values.get(key));
    }

    private boolean overlapsInTime(FieldRule rule) {
        Object from = stored(rule.field());
        Object to = stored(rule.others().get(0));
        if (to == null) {
            return false;
        }
        Condition condition = LIVE.and(field(name("id")).ne(id))
            .and(field(name(rule.field())).lt(to))
            .and(field(name(rule.others().get(0))).gt(from));
        for (String key : rule.others().subList(1, rule.others().size())) {
            if (values.get(key) == null) {
                return false;
            }
            condition = condition.and(field(name(key)).eq(stored(key)));
        }
        return db.fetchExists(table(name(form.table())), condition);
    }
}
