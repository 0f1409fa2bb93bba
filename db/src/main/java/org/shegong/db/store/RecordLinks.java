package org.shegong.db.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;

/** Finds the records that name another one. What can name what is read from the forms. */
public final class RecordLinks {
    private RecordLinks() {
    }

    /**
     * Living records of one form that name a record in one field.
     *
     * @param part true when they belong to it, as sessions to their case, rather than only mention it
     */
    public record Link(String form, String field, boolean part, List<String> ids) {
    }

    /** Every living record that names this one. */
    static List<Link> to(DSLContext db, FormCatalogue forms, String formKey, String id) {
        List<Link> links = new ArrayList<>();
        for (Form form : forms.all()) {
            for (Field f : form.fields()) {
                if (f.target().equals(formKey) && pointsInTables(f)) {
                    List<String> ids = naming(db, form, f, id);
                    if (!ids.isEmpty()) {
                        links.add(new Link(form.key(), f.key(), form.parentField().equals(f.key()), ids));
                    }
                }
            }
        }
        return links;
    }

    /** True when the field's references can be found by a query. */
    static boolean pointsInTables(Field f) {
        return f.type() == FieldType.REFS || f.type() == FieldType.REF && f.inColumn();
    }

    private static List<String> naming(DSLContext db, Form form, Field f, String id) {
        if (f.type() == FieldType.REF) {
            return db.select(field(name("id"), String.class)).from(table(name(form.table())))
                .where(field(name(f.key())).eq(id)).and(field(name("deleted_at")).isNull())
                .orderBy(field(name("id"))).fetch(Record1::value1);
        }
        return db.select(field(name("o", "id"), String.class)).from(table(name("record_ref")))
            .join(table(name(form.table())).as("o")).on(field(name("o", "id")).eq(field(name("record_ref", "owner_id"))))
            .where(field(name("record_ref", "field")).eq(f.key()))
            .and(field(name("record_ref", "target_id")).eq(id)).and(field(name("o", "deleted_at")).isNull())
            .orderBy(field(name("o", "id"))).fetch(Record1::value1);
    }

    /**
     * A record with everything that belongs to it, from the record down.
     *
     * @return form by record id, in that order
     */
    static Map<String, String> withParts(DSLContext db, FormCatalogue forms, String formKey, String id) {
        Map<String, String> all = new LinkedHashMap<>();
        collect(db, forms, formKey, id, all);
        return all;
    }

    private static void collect(DSLContext db, FormCatalogue forms, String formKey, String id,
                                Map<String, String> all) {
        if (all.putIfAbsent(id, formKey) == null) {
            to(db, forms, formKey, id).stream().filter(Link::part)
                .forEach(link -> link.ids().forEach(part -> collect(db, forms, link.form(), part, all)));
        }
    }

    /** What names any of these records without being one of them; each form and field once. */
    static List<Link> outside(DSLContext db, FormCatalogue forms, Map<String, String> records) {
        Map<String, Link> found = new LinkedHashMap<>();
        records.forEach((id, form) -> to(db, forms, form, id).forEach(link -> {
            List<String> others = without(link.ids(), records.keySet());
            if (!others.isEmpty()) {
                found.merge(link.form() + "." + link.field(), new Link(link.form(), link.field(), link.part(), others),
                    RecordLinks::joined);
            }
        }));
        return List.copyOf(found.values());
    }

    /** What names records that a step made without being part of it: undoing the step would leave it in the air. */
    static List<Link> outsideStep(DSLContext db, FormCatalogue forms, String stepId) {
        Select<Record1<String>> made = DSL.select(field(name("record_id"), String.class))
            .from(table(name("journal_entry"))).where(field(name("step_id")).eq(stepId))
            .and(field(name("op")).in("insert", "restore"));
        Set<String> madeForms = Set.copyOf(db.selectDistinct(field(name("form"), String.class))
            .from(table(name("journal_entry"))).where(field(name("step_id")).eq(stepId))
            .and(field(name("op")).in("insert", "restore")).fetch(Record1::value1));
        List<Link> links = new ArrayList<>();
        for (Form form : forms.all()) {
            for (Field f : form.fields()) {
                if (!form.hidden() && madeForms.contains(f.target()) && pointsInTables(f)) {
                    List<String> ids = namingAny(db, form, f, made, stepId);
                    if (!ids.isEmpty()) {
                        links.add(new Link(form.key(), f.key(), form.parentField().equals(f.key()), ids));
                    }
                }
            }
        }
        return links;
    }

    private static List<String> namingAny(DSLContext db, Form form, Field f, Select<Record1<String>> made,
                                          String stepId) {
        Select<Record1<String>> own = DSL.select(field(name("record_id"), String.class))
            .from(table(name("journal_entry"))).where(field(name("step_id")).eq(stepId));
        org.jooq.Field<String> id = field(name("id"), String.class);
        Condition points = f.type() == FieldType.REF ? field(name(f.key()), String.class).in(made)
            : id.in(DSL.select(field(name("owner_id"), String.class)).from(table(name("record_ref")))
                .where(field(name("field")).eq(f.key())).and(field(name("target_id"), String.class).in(made)));
        return db.select(id).from(table(name(form.table()))).where(points)
            .and(field(name("deleted_at")).isNull()).and(id.notIn(own)).orderBy(id).fetch(Record1::value1);
    }

    private static Link joined(Link one, Link other) {
        List<String> ids = new ArrayList<>(one.ids());
        ids.addAll(without(other.ids(), Set.copyOf(one.ids())));
        return new Link(one.form(), one.field(), one.part(), ids);
    }

    private static List<String> without(Collection<String> ids, Set<String> known) {
        return ids.stream().filter(id -> !known.contains(id)).toList();
    }
}
