package org.shegong.db.journal.seal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** A household is sealed with those in it; what is about a case, with the client of the case. */
    private void neighbours(Map<String, Set<String>> touched, Map<String, Set<String>> all) {
        for (String client : keys.sealed(touched.getOrDefault("client", Set.of()))) {
            add(all, "household", db.resultQuery("SELECT household_id FROM client WHERE id = ? AND household_id"
                + " IS NOT NULL", client).fetch(0, String.class));
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
        if (!keys.isSealed(id) || keys.holds(id)) {
            root(form, id, all);
        } else {
            keys.align(id);
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
                String before = sealed.containsKey(id) ? sealed.get(id).keys() : "";
                if (about.containsKey(id)) {
                    sealed(form, id, before, keys.names(about.get(id)));
                } else if (!before.isEmpty()) {
                    plain(form, id);
                }
            }
        }
    }

    private void sealed(Form form, String id, String before, String wanted) {
        if (!before.isEmpty() && !before.equals(wanted) && isSameButOlder(before, wanted)) {
            return;
        }
        if (!before.equals(wanted)) {
            rows.open(form, id);
            rows.seal(form, id, wanted);
        }
        rows.files(id, wanted);
        changes.rekey(id, wanted);
        new SealedEntries(db, changes).seal(id, wanted,
            field -> form.find(field).map(SealedText::isSealable).orElse(false));
        typing(form, id);
    }

    /**
     * What is also about another sealed record, whose key the person signed in has not, stays under the older key; those
     * who may read it still have that.
     */
    private boolean isSameButOlder(String before, String wanted) {
        return before.replaceAll(":\\d+", "").equals(wanted.replaceAll(":\\d+", "")) && seals.key(db, before).isEmpty();
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
