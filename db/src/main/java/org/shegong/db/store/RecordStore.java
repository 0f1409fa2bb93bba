package org.shegong.db.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.shegong.db.codes.ProtectedCategories;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.forms.Masks;
import org.shegong.db.forms.Shield;

/**
 * Reads any form's records: by id, by list, by search. Saving is in {@link RecordSaving}.
 *
 * <p>Safe for use from several threads; not for the thread of the window.
 */
public final class RecordStore {
    private static final Field<String> ID = field(name("id"), String.class);
    private static final Predicate<String> EVERY_FIELD = key -> true;
    private final StationFile file;
    private final FormCatalogue forms;
    private final ValueTexts texts;
    private final Clock clock;
    private final Function<String, List<String>> searchWords;
    private final ProtectedCategories categories = new ProtectedCategories();
    private final Clearance clearance;

    /**
     * @param searchWords splits what a person typed into words as the index holds them
     * @param clearance what may be read; what may not is as if it were not there
     */
    public RecordStore(StationFile file, FormCatalogue forms, ValueTexts texts, Clock clock,
                       Function<String, List<String>> searchWords, Clearance clearance) {
        this.file = file;
        this.forms = forms;
        this.texts = texts;
        this.clock = clock;
        this.searchWords = searchWords;
        this.clearance = clearance;
    }

    /** The record, if there is one; also from the recycle bin. */
    public Optional<RecordData> find(String form, String id) {
        return Optional.ofNullable(findAll(form, List.of(id)).get(id));
    }

    /** Records by id; ids that do not exist are missing. Any number of ids. */
    public Map<String, RecordData> findAll(String form, Collection<String> ids) {
        return findAll(form, ids, EVERY_FIELD);
    }

    /**
     * The same for those who do not need every field.
     *
     * @param fields which of the fields that other records give, such as a client's last service, are to be looked up;
     *     fields that the record itself holds are always there
     */
    public Map<String, RecordData> findAll(String form, Collection<String> ids, Predicate<String> fields) {
        return file.read(db -> readable(db, forms.form(form), ids, fields));
    }

    private Map<String, RecordData> readable(DSLContext db, Form form, Collection<String> ids,
                                             Predicate<String> fields) {
        if (!clearance.reads(form)) {
            return Map.of();
        }
        Map<String, RecordData> found = RecordRows.byId(db, form, ids, clearance.visible(form));
        Map<String, RecordData> all = RecordLookups.add(db, form, found, fields);
        Map<String, RecordData> shown = new HashMap<>();
        all.forEach((id, record) -> shown.put(id, clearance.shown(form, record)));
        return shown;
    }

    /** Those of the ids whose records may be read; no record is read for it. */
    public Set<String> visible(String formKey, Collection<String> ids) {
        Form form = forms.form(formKey);
        return !clearance.reads(form) ? Set.of() : file.read(db -> clearance.visible(db, form, ids));
    }

    /** How many records a list has. */
    public long count(ListQuery query) {
        return file.read(db -> counted(db, query).fetchOne(0, Long.class));
    }

    /** The ids of a whole list, in its order. */
    public List<String> ids(ListQuery query) {
        Form form = forms.form(query.form());
        return file.read(db -> db.select(ID).from(table(name(form.table()))).where(condition(db, form, query))
            .orderBy(order(form, query)).fetch(ID));
    }

    /** All records of a list, in its order. For lists known to be short. */
    public List<RecordData> list(ListQuery query) {
        return page(query, null, Integer.MAX_VALUE - 1).records();
    }

    /**
     * A stretch of a list, found by key and therefore as quick at the end as at the start.
     *
     * @param after where the page before ended; null for the first
     */
    public Page page(ListQuery query, Page.Key after, int size) {
        return page(query, after, size, EVERY_FIELD);
    }

    /**
     * The same for those who do not need every field.
     *
     * @param fields as in {@link #findAll(String, Collection, Predicate)}
     */
    public Page page(ListQuery query, Page.Key after, int size, Predicate<String> fields) {
        Form form = forms.form(query.form());
        return file.read(db -> {
            List<Record> keys = new ArrayList<>(keys(db, query, after, size + 1).fetch());
            if (keys.size() <= size && after != null && after.sortValue() != null && descending(form, query)) {
                keys.addAll(without(db, query, size + 1 - keys.size()).fetch());
            }
            boolean more = keys.size() > size;
            List<Record> shown = more ? keys.subList(0, size) : keys;
            List<String> ids = shown.stream().map(row -> row.get(ID)).toList();
            Map<String, RecordData> records = readable(db, form, ids, fields);
            Record last = more ? shown.get(size - 1) : null;
            return new Page(ids.stream().map(records::get).toList(),
                more ? new Page.Key(last.get("sort_value"), last.get(ID)) : null);
        });
    }

    /**
     * The question that finds a stretch of a list: ids and what they are sorted by. When a list goes on downwards from
     * a value, records without one are asked for apart ({@link #without}).
     */
    Select<? extends Record> keys(DSLContext db, ListQuery query, Page.Key after, int most) {
        Condition condition = condition(db, forms.form(query.form()), query);
        return keys(db, query, after == null ? condition : condition.and(beyond(forms.form(query.form()), query, after)),
            most);
    }

    /** The records without the value that the list is sorted by; they come last in a descending one. */
    private Select<? extends Record> without(DSLContext db, ListQuery query, int most) {
        Form form = forms.form(query.form());
        return keys(db, query, condition(db, form, query).and(sortField(form, query).isNull()), most);
    }

    private Select<? extends Record> keys(DSLContext db, ListQuery query, Condition condition, int most) {
        Form form = forms.form(query.form());
        return db.select(ID, sortField(form, query).as("sort_value")).from(table(name(form.table()))).where(condition)
            .orderBy(order(form, query)).limit(most);
    }

    /** The question that counts a list. */
    Select<? extends Record> counted(DSLContext db, ListQuery query) {
        Form form = forms.form(query.form());
        return db.selectCount().from(table(name(form.table()))).where(condition(db, form, query));
    }

    /** Names of records for people, in full, by id; ids that do not exist are missing. */
    public Map<String, String> labels(String form, Collection<String> ids) {
        return labels(form, ids, Masks.NONE);
    }

    /** The same with personal values masked. */
    public Map<String, String> labels(String form, Collection<String> ids, Masks masks) {
        return file.read(db -> new RecordLabels(db, forms, texts, LocalDate.now(clock), masks, shields(), clearance)
            .of(forms.form(form), ids));
    }

    /** How closely these records of one form are hidden, by id; those with the usual masks are missing. */
    public Map<String, Shield> shields(String form, Collection<RecordData> records) {
        return file.read(db -> shields().of(db, forms.form(form), records));
    }

    /** The same for clients of whom only the ids are known. */
    public Map<String, Shield> shieldsOfClients(Collection<String> ids) {
        return file.read(db -> shields().ofClients(db, ids));
    }

    private Shields shields() {
        return new Shields(categories, LocalDate.now(clock));
    }

    /** Records that name this one in a field of theirs, by the form's own date order. */
    public List<RecordData> pointingTo(String form, String fieldKey, String targetId) {
        return list(ListQuery.all(form).withFilter(fieldKey, Set.of(targetId)));
    }

    /** Runs a question of its own on the file, for figures and checks that no list answers. */
    public <T> T ask(Function<DSLContext, T> question) {
        return file.read(question);
    }

    private Condition condition(DSLContext db, Form form, ListQuery query) {
        if (!clearance.reads(form)) {
            return DSL.falseCondition();
        }
        List<String> words = query.search().isBlank() ? List.of() : searchWords.apply(query.search());
        return QueryConditions.of(db, form, query, words, clearance).and(clearance.visibleInList(form));
    }

    private static Field<Object> sortField(Form form, ListQuery query) {
        String sort = query.sortField().isEmpty() ? form.sortField() : query.sortField();
        return field(name(sort.isEmpty() ? "id" : sort), Object.class);
    }

    private static boolean descending(Form form, ListQuery query) {
        return query.sortField().isEmpty() ? form.sortDescending() : query.descending();
    }

    private static List<SortField<?>> order(Form form, ListQuery query) {
        boolean down = descending(form, query);
        Field<Object> sort = sortField(form, query);
        return List.of(down ? sort.desc() : sort.asc(), down ? ID.desc() : ID.asc());
    }

    /**
     * What comes after a key. Said so that SQLite starts there in the index: with a plain OR it would read the list from
     * its top for every page.
     */
    private static Condition beyond(Form form, ListQuery query, Page.Key after) {
        Field<Object> sort = sortField(form, query);
        boolean down = descending(form, query);
        Condition tie = down ? ID.lt(after.id()) : ID.gt(after.id());
        if (after.sortValue() == null) {
            Condition sameValue = sort.isNull().and(tie);
            return down ? sameValue : sameValue.or(sort.isNotNull());
        }
        if (sort.getName().equals(ID.getName())) {
            return tie;
        }
        return down ? sort.le(after.sortValue()).and(sort.lt(after.sortValue()).or(tie))
            : sort.ge(after.sortValue()).and(sort.gt(after.sortValue()).or(tie));
    }
}
