package org.shegong.db.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.journal.seal.Seals;

/**
 * Finds records by one word that was typed: by their own words, or by those of records that they name.
 *
 * <p>SQLite cannot know how many records a word has, and the two good ways differ a hundredfold: few are looked up one
 * by one and sorted; many are met soon enough while the list is read in its order. So the first few thousand are looked
 * up here, and what is asked of the list follows from their number.
 */
final class WordSearch {
    /** Up to this many records are looked up one by one. */
    static final int FEW = 2000;
    /** Greater than every other character, so that a prefix becomes a stretch of the index. */
    private static final String LAST_CHARACTER = "\uDBFF\uDFFF";
    private static final Field<String> ID = text("id");
    private final Form form;
    private final String word;
    private final DSLContext db;

    WordSearch(DSLContext db, Form form, String word) {
        this.db = db;
        this.form = form;
        this.word = word;
    }

    /** A field by which a record names others, and those of them that have the word; at least one. */
    private record Pointer(org.shegong.db.forms.Field field, Select<Record1<String>> named) {
        boolean isMany() {
            return field.type() == FieldType.REFS;
        }
    }

    /** What records of the form must meet to be found by the word. */
    Condition condition() {
        List<Pointer> pointers = pointers();
        boolean lookedUp = pointers.stream().allMatch(pointer -> pointer.isMany()
            || QueryConditions.isIndexed(db, form, pointer.field().key()));
        Optional<Set<String>> few = lookedUp ? few(pointers) : Optional.empty();
        return few.map(ids -> (Condition) ID.in(ids)).orElseGet(() -> whileReading(pointers));
    }

    /** The ids of all that are found when they are few; some of them may be in the recycle bin. */
    private Optional<Set<String>> few(List<Pointer> pointers) {
        Select<Record1<String>> ids = withWord(form.key());
        for (Pointer pointer : pointers) {
            ids = ids.unionAll(pointer.isMany() ? owners(pointer)
                : select(ID).from(table(name(form.table()))).where(text(pointer.field().key()).in(pointer.named())));
        }
        if (QueryConditions.merges(form)) {
            ids = ids.unionAll(keptFor());
        }
        List<String> some = some(ids);
        return some.size() > FEW ? Optional.empty() : Optional.of(new LinkedHashSet<>(some));
    }

    /** Up to one more than {@link #FEW} ids. */
    private List<String> some(Select<Record1<String>> ids) {
        return db.select(text("record_id")).from(ids.asTable("found", "record_id")).limit(FEW + 1).fetch(text("record_id"));
    }

    /** The plus keeps SQLite from looking each one up: the list's own order is quicker for so many. */
    private Condition whileReading(List<Pointer> pointers) {
        List<Condition> ways = new ArrayList<>();
        ways.add(unindexed(ID).in(withWord(form.key())));
        for (Pointer pointer : pointers) {
            ways.add(pointer.isMany() ? names(pointer) : unindexed(text(pointer.field().key())).in(pointer.named()));
        }
        if (QueryConditions.merges(form)) {
            ways.add(unindexed(ID).in(keptFor()));
        }
        return DSL.or(ways);
    }

    /** The files that are kept for those with the word, which were merged into them. */
    private Select<Record1<String>> keptFor() {
        return select(text("merged_to")).from(table(name(form.table()))).where(text("merged_to").isNotNull())
            .and(ID.in(withWord(form.key())));
    }

    /** Without those whose targets nobody finds by the word: they would only be read in vain. */
    private List<Pointer> pointers() {
        return form.search().stream().map(form::field)
            .filter(f -> f.type() == FieldType.REF || f.type() == FieldType.REFS)
            .filter(f -> db.fetchExists(withWord(f.target()))).map(f -> new Pointer(f, withWord(f.target()))).toList();
    }

    private Select<Record1<String>> owners(Pointer pointer) {
        return select(text("owner_id")).from(table(name("record_ref")))
            .where(text("field").eq(pointer.field().key())).and(text("target_id").in(pointer.named()));
    }

    /** The same asked of one record, while the list is read. */
    private Condition names(Pointer pointer) {
        return DSL.exists(DSL.selectOne().from(table(name("record_ref")))
            .where(field(name("record_ref", "owner_id"), String.class).eq(field(name(form.table(), "id"), String.class)))
            .and(text("field").eq(pointer.field().key())).and(unindexed(text("target_id")).in(pointer.named())));
    }

    private Select<Record1<String>> withWord(String key) {
        Select<Record1<String>> open = select(text("record_id")).from(table(name("search_token")))
            .where(text("form").eq(key)).and(text("token").ge(word)).and(text("token").lt(word + LAST_CHARACTER));
        Set<String> sealed = Seals.of(db).map(seals -> seals.matching(db, key, word))
            .orElse(Set.of());
        return sealed.isEmpty() ? open : open.unionAll(select(text("record_id")).from(table(name("sealed_value")))
            .where(text("form").eq(key)).and(text("record_id").in(sealed)));
    }

    private static Field<String> unindexed(Field<String> column) {
        return field("+{0}", String.class, column);
    }

    private static Field<String> text(String column) {
        return field(name(column), String.class);
    }
}
