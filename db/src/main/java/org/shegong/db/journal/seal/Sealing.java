package org.shegong.db.journal.seal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.SealedEntries;
import org.shegong.db.journal.SearchIndex;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordRows;
import org.shegong.db.store.SealRoots;
import org.shegong.db.store.SealedScope;

/**
 * Brings what a step wrote under the keys that it belongs under, before the step is kept. A record that becomes sealed is
 * sealed with everything about it, what the journal, the search and unfinished typing hold of it included; one that
 * nothing seals any more is opened, except for what the journal holds. Used for one transaction of the journal.
 */
public final class Sealing {
    private final DSLContext db;
    private final FormCatalogue forms;
    private final SearchIndex index;
    private final Seals seals;
    private final SealRoots roots;
    private final RootKeys keys;
    private final RowSeal rows;
    private final SealedChanges changes;

    private Sealing(DSLContext db, FormCatalogue forms, SearchIndex index, Seals seals) {
        this.db = db;
        this.forms = forms;
        this.index = index;
        this.seals = seals;
        this.roots = new SealRoots(forms);
        this.keys = new RootKeys(db, seals);
        this.rows = new RowSeal(db, seals);
        this.changes = new SealedChanges(db);
    }

    /**
     * Settles what a step touched.
     *
     * @param touched ids by form key; keys that are no form are passed over
     */
    public static void settle(DSLContext db, FormCatalogue forms, SearchIndex index, Map<String, Set<String>> touched) {
        Map<String, Set<String>> known = new LinkedHashMap<>(touched);
        known.keySet().retainAll(forms.keys());
        if (known.keySet().stream().anyMatch(key -> key.equals("setting") || SealRoots.concerns(forms.form(key)))) {
            Seals.of(db).filter(Seals::isActive).ifPresent(seals -> new Sealing(db, forms, index, seals).settle(known));
        }
    }

    /** The same for the work that brings an older station up to date. */
    static Sealing of(DSLContext db, FormCatalogue forms, SearchIndex index, Seals seals) {
        return new Sealing(db, forms, index, seals);
    }

    /** Brings a sealed record's values back into its columns, because they are about to change; they are settled again. */
    public static void openForChange(DSLContext db, Form form, String id) {
        if (SealRoots.concerns(form)) {
            new RowSeal(db, Seals.of(db).orElse(Seals.NONE)).open(form, id);
        }
    }

    /** Takes everything sealed of a record away, because it is erased for good; what opens stands in its columns. */
    public static void openForErasing(DSLContext db, Form form, Collection<String> ids) {
        RowSeal rows = new RowSeal(db, Seals.of(db).orElse(Seals.NONE));
        for (String id : ids) {
            if (SealRoots.concerns(form)) {
                rows.openOrEmpty(form, id);
            }
            new SealedChanges(db).forget(id);
            db.execute("DELETE FROM sealed_value WHERE form = 'attachment' AND record_id IN"
                + " (SELECT a.id FROM attachment a WHERE a.owner_id = ?)", id);
        }
    }

    private void settle(Map<String, Set<String>> touched) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        touched.forEach((form, ids) -> add(all, form, ids));
        for (String form : SealRoots.ROOTS) {
            Set<String> ids = candidates(form, touched);
            Set<String> either = new LinkedHashSet<>(keys.sealedByRule(form, ids));
            either.addAll(keys.sealed(ids));
            either.forEach(id -> root(form, id, all));
        }
        if (!db.fetch("SELECT 1 FROM sealed_root LIMIT 1").isEmpty()) {
            assigned(touched.getOrDefault("setting", Set.of())).forEach(id -> align(id, all));
            neighbours(touched, all);
            all.forEach((form, ids) -> rows(forms.form(form), ids));
        }
    }

    private static void add(Map<String, Set<String>> all, String form, Collection<String> ids) {
        if (!ids.isEmpty()) {
            all.computeIfAbsent(form, key -> new LinkedHashSet<>()).addAll(ids);
        }
    }

    /** Records that may have become sealed or open by the step. */
    private Set<String> candidates(String form, Map<String, Set<String>> touched) {
        Set<String> ids = new LinkedHashSet<>(touched.getOrDefault(form, Set.of()));
        if (form.equals("client")) {
            for (String category : touched.getOrDefault("client_category", Set.of())) {
                ids.addAll(db.resultQuery("SELECT client_id FROM client_category WHERE id = ? AND client_id IS NOT NULL",
                    category).fetch(0, String.class));
            }
        }
        return ids;
    }

    /** A household is sealed with those in it, and opened when they left; what is about a case, with the client of the case. */
    private void neighbours(Map<String, Set<String>> touched, Map<String, Set<String>> all) {
        for (String client : keys.known(touched.getOrDefault("client", Set.of()))) {
            add(all, "household", SealRoots.households(db, client));
        }
        for (String one : touched.getOrDefault("case_file", Set.of())) {
            roots.about(db, "case_file", one).forEach((form, ids) -> add(all, form, ids));
        }
    }

    /** Ids of the records whose assignment these settings say. */
    private Set<String> assigned(Set<String> settings) {
        Set<String> ids = new LinkedHashSet<>();
        for (String setting : settings) {
            db.resultQuery("SELECT s.id FROM setting g JOIN sealed_root s ON g.key = '" + SealedScope.ASSIGNED
                + "' || s.id WHERE g.id = ?", setting).forEach(row -> ids.add(row.get(0, String.class)));
        }
        return ids;
    }

    /** Seals or opens one record that may be sealed by itself, and brings its keys in line; adds what that touches. */
    void root(String form, String id, Map<String, Set<String>> all) {
        boolean now = keys.isSealed(id);
        boolean rule = !keys.sealedByRule(form, List.of(id)).isEmpty();
        if (rule && !now) {
            keys.make(form, id);
        } else if (now && !rule) {
            keys.opened(id);
        }
        if (rule != now) {
            roots.about(db, form, id).forEach((about, ids) -> add(all, about, ids));
        } else if (now) {
            align(id, all);
        }
    }

    /** The same, but a record that the person signed in cannot open waits for somebody who can. */
    void rootIfPossible(String form, String id, Map<String, Set<String>> all) {
        boolean now = keys.isSealed(id);
        if (!now || keys.holds(id)) {
            root(form, id, all);
        } else {
            keys.align(id);
        }
        if (!now && !keys.isSealed(id)) {
            keys.handOn(id);
        }
    }

    /** Brings a sealed record's keys in line with who may open it; adds what must come under a changed key. */
    void align(String id, Map<String, Set<String>> all) {
        if (keys.align(id)) {
            keys.change(id);
            String form = db.fetchSingle("SELECT form FROM sealed_root WHERE id = ?", id).get(0, String.class);
            roots.about(db, form, id).forEach((about, ids) -> add(all, about, ids));
        }
    }

    /** Names of accounts that should hold a record's key and do not. */
    List<String> waiting(String form, String id) {
        return keys.waiting(form, id);
    }

    /** Takes away keys of a record under which nothing is sealed any more. */
    void forgetUnused(String id) {
        keys.forgetUnused(id);
    }

    void rows(Form form, Collection<String> ids) {
        if (SealRoots.concerns(form)) {
            Map<String, Set<String>> about = SealRoots.of(db, form, ids);
            Map<String, SealedContent.Stored> sealed = SealedContent.all(db, form.key(), ids);
            for (String id : ids) {
                SealedContent.Stored before = sealed.get(id);
                if (about.containsKey(id)) {
                    sealed(form, id, before, keys.names(about.get(id)));
                } else if (before != null && opens(before.keys()) && !isDamaged(form, id, before)) {
                    plain(form, id);
                }
            }
        }
    }

    /**
     * Sealed records that stand under other keys than they should and that the person signed in can move: what was about
     * somebody else too, whose key whoever changed it had not, or about somebody who belongs to it no more.
     */
    Map<String, Set<String>> misplaced() {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        Map<String, String> names = keys.allNames();
        for (Form form : forms.all()) {
            if (SealRoots.concerns(form)) {
                Map<String, String> held = new LinkedHashMap<>();
                db.fetch("SELECT record_id, keys FROM sealed_value WHERE form = ?", form.key())
                    .forEach(row -> held.put(row.get(0, String.class), row.get(1, String.class)));
                Map<String, Set<String>> about = SealRoots.of(db, form, held.keySet());
                held.forEach((id, before) -> {
                    String wanted = about.getOrDefault(id, Set.of()).stream().map(names::get).collect(Collectors.joining(" "));
                    if (!before.equals(wanted) && opens(before) && (wanted.isEmpty() || opens(wanted))) {
                        add(found, form.key(), Set.of(id));
                    }
                });
            }
        }
        return found;
    }

    private boolean opens(String names) {
        return seals.opens(db, names);
    }

    private void sealed(Form form, String id, SealedContent.Stored before, String wanted) {
        db.execute("DELETE FROM search_token WHERE record_id = ?", id);
        String under = before == null || isMovable(form, id, before, wanted) ? wanted : before.keys();
        if (before == null || !before.keys().equals(under)) {
            rows.open(form, id);
            rows.seal(form, id, under);
        }
        rows.files(id, under);
        changes.rekey(id, under);
        new SealedEntries(db, changes).seal(id, under,
            field -> form.find(field).map(SealedText::isSealable).orElse(!field.startsWith("$")));
        typing(form, id);
    }

    /**
     * What is also about another sealed record, whose key the person signed in has not, stays under the keys it has:
     * those who may read it still have those, and one person's record must not keep another from changing his own. So
     * does damaged content, since a copy may repair it as long as its keys are there.
     */
    private boolean isMovable(Form form, String id, SealedContent.Stored before, String wanted) {
        return before.keys().equals(wanted) || opens(before.keys()) && opens(wanted)
            && !isDamaged(form, id, before);
    }

    private boolean isDamaged(Form form, String id, SealedContent.Stored before) {
        return SealedContent.open(db, seals, SealedContent.place(form.key(), id), before.keys(), before.content())
            instanceof SealedContent.Outcome.Damaged;
    }

    private void plain(Form form, String id) {
        rows.open(form, id);
        rows.openFiles(id);
        for (RecordData record : RecordRows.byId(db, form, List.of(id)).values()) {
            for (String word : index.words(db, form, record.values())) {
                db.execute("INSERT OR IGNORE INTO search_token (form, token, record_id) VALUES (?, ?, ?)", form.key(), word, id);
            }
        }
    }

    /** Unfinished typing of others cannot be sealed for them here; theirs is sealed when they type on. */
    private void typing(Form form, String id) {
        db.fetch("SELECT account_id, content FROM typing_draft WHERE record_id = ? AND form = ?", id, form.key())
            .forEach(row -> {
                String account = row.get(0, String.class);
                String content = row.get(1, String.class);
                String sealed = content.startsWith("{") ? seals.sealFor(account, TypingPlace.of(account, id), content) : null;
                if (sealed != null) {
                    db.execute("UPDATE typing_draft SET content = ? WHERE account_id = ? AND record_id = ?", sealed,
                        account, id);
                }
            });
    }
}
