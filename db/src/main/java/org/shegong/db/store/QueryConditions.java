package org.shegong.db.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;

/**
 * Turns a list's question into conditions on the form's table. The states of a record are written out, because partial
 * indexes are found by what a condition says.
 */
final class QueryConditions {
    private static final Field<String> ID = field(name("id"), String.class);

    private QueryConditions() {
    }

    static Condition of(DSLContext db, Form form, ListQuery query, List<String> searchWords, Clearance clearance) {
        List<Condition> parts = new ArrayList<>();
        parts.add(query.recycled() ? column("deleted_at").isNotNull() : column("deleted_at").isNull());
        if (query.status() != null) {
            parts.add(column("status").eq(DSL.inline(query.status().key())));
        } else if (!query.recycled()) {
            parts.add(column("status").ne(DSL.inline("void")));
        }
        if (form.isDated() && query.from() != null) {
            parts.add(column(form.dateField()).ge(query.from().toString()));
        }
        if (form.isDated() && query.to() != null) {
            parts.add(column(form.dateField()).le(query.to().toString()));
        }
        query.filters().forEach((key, allowed) -> parts.add(filter(db, form, key, allowed)));
        if (merges(form) && !query.filters().containsKey("merged_to")) {
            parts.add(column("merged_to").isNull());
        }
        searchWords.forEach(word -> parts.add(clearance.numbered(form) ? numbered(word)
            : new WordSearch(db, form, word).condition()));
        return DSL.and(parts);
    }

    /** Files merged into another stand in no list, but their names and numbers lead to the file that is kept. */
    static boolean merges(Form form) {
        return form.find("merged_to").isPresent();
    }

    private static Condition filter(DSLContext db, Form form, String key, Set<String> allowed) {
        FieldType type = form.field(key).type();
        if (type.isMany()) {
            boolean codes = type == FieldType.CODES;
            return ID.in(select(text("owner_id")).from(table(name(codes ? "record_code" : "record_ref")))
                .where(column("field").eq(key)).and(column(codes ? "code" : "target_id").in(allowed)));
        }
        Condition narrowed = column(key).in(allowed);
        return isIndexed(db, form, key) && hasMany(db, form, narrowed) ? field("+{0}", String.class, column(key)).in(allowed)
            : narrowed;
    }

    /**
     * Whether so many living records meet a condition that the list is better read in its own order until a page is
     * full than looked up by the value and sorted. The plus before the column keeps SQLite from the latter.
     */
    private static boolean hasMany(DSLContext db, Form form, Condition narrowed) {
        return db.fetchCount(DSL.select(DSL.one()).from(table(name(form.table()))).where(column("deleted_at").isNull())
            .and(column("status").ne(DSL.inline("void"))).and(narrowed).limit(WordSearch.FEW + 1)) > WordSearch.FEW;
    }

    /** Whether the form's records can be looked up by the value of a field. */
    static boolean isIndexed(DSLContext db, Form form, String key) {
        return db.fetchExists(DSL.selectOne().from("pragma_index_list({0}) l, pragma_index_info(l.name) i",
            DSL.inline(form.table())).where("i.seqno = 0").and(field("i.name", String.class).eq(key)));
    }

    /** Who reads by number finds by number. */
    private static Condition numbered(String word) {
        return DSL.lower(DSL.replace(text("doc_no"), "-", "")).like("%" + word.replaceAll("[%_-]", "") + "%");
    }

    private static Field<String> text(String column) {
        return field(name(column), String.class);
    }

    private static Field<Object> column(String column) {
        return field(name(column), Object.class);
    }
}
