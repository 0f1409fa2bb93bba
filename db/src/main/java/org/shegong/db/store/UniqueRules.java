package org.shegong.db.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.shegong.db.forms.FieldRule;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;
import org.shegong.db.journal.seal.Seals;

/** The rules of form files that look at other records: {@code unique} and {@code no_overlap}. */
final class UniqueRules {
    private static final Field<String> ID = field(name("id"), String.class);

    private UniqueRules() {
    }

    static List<Finding> check(DSLContext db, Form form, String id, Map<String, Object> values) {
        List<Finding> findings = new ArrayList<>();
        for (FieldRule rule : form.rules()) {
            boolean breached = switch (rule.rule()) {
                case "unique" -> values.get(rule.field()) != null && isTaken(db, form, id, rule, values);
                case "no_overlap" -> values.get(rule.field()) != null && overlaps(db, form, id, rule, values);
                default -> false;
            };
            if (breached) {
                findings.add(new Finding(rule.message(), rule.level(), rule.field(), rule.message(),
                    List.of(form.field(rule.field()).label())));
            }
        }
        return findings;
    }

    /** A file that was merged into another is only a pointer and takes nothing from anybody. */
    private static Condition others(Form form, String id) {
        Condition others = ID.ne(id).and(field(name("deleted_at")).isNull())
            .and(field(name("status")).ne("void"));
        return form.find("merged_to").isEmpty() ? others : others.and(field(name("merged_to")).isNull());
    }

    private static Condition same(Form form, String key, Map<String, Object> values) {
        Object stored = ColumnValues.toStored(form.field(key), values.get(key));
        return stored == null ? field(name(key)).isNull() : field(name(key)).eq(stored);
    }

    private static boolean isTaken(DSLContext db, Form form, String id, FieldRule rule, Map<String, Object> values) {
        return db.fetchExists(taking(form, id, rule, values, sealed(db, form, rule.field(), values)));
    }

    /**
     * Other records with the value of a rule's field.
     *
     * @param sealed ids of records that have it where no column shows it. They are asked for only where there are any:
     *     an OR with an empty list keeps SQLite from the index of the field, and it reads the whole table.
     */
    static Select<?> taking(Form form, String id, FieldRule rule, Map<String, Object> values, Set<String> sealed) {
        Condition taken = same(form, rule.field(), values);
        Condition condition = others(form, id).and(sealed.isEmpty() ? taken : taken.or(ID.in(sealed)));
        for (String key : rule.others()) {
            if (!key.equals(rule.field())) {
                condition = condition.and(same(form, key, values));
            }
        }
        return selectOne().from(table(name(form.table()))).where(condition);
    }

    /** A sealed record's identity number stands in no column, but that it is taken is known to everybody. */
    private static Set<String> sealed(DSLContext db, Form form, String key, Map<String, Object> values) {
        return form.field(key).check().equals("id_number") ? Seals.of(db).map(seals ->
            seals.withIdNumber(db, String.valueOf(values.get(key)))).orElse(Set.of()) : Set.of();
    }

    /** The first other field is the end of the stretch; the rest say whose stretches may not overlap. */
    private static boolean overlaps(DSLContext db, Form form, String id, FieldRule rule, Map<String, Object> values) {
        String end = rule.others().get(0);
        Condition condition = others(form, id);
        for (String key : rule.others().subList(1, rule.others().size())) {
            condition = condition.and(same(form, key, values));
        }
        Object from = ColumnValues.toStored(form.field(rule.field()), values.get(rule.field()));
        condition = condition.and(field(name(end)).isNull().or(field(name(end)).ge(from)));
        if (values.get(end) != null) {
            condition = condition.and(field(name(rule.field()))
                .le(ColumnValues.toStored(form.field(end), values.get(end))));
        }
        return db.fetchExists(table(name(form.table())), condition);
    }
}
