package org.shegong.db.journal.seal;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.security.Access;
import org.shegong.db.security.Rights;
import org.shegong.db.security.Role;
import org.shegong.db.security.SealHolder;
import org.shegong.db.security.SealSecret;
import org.shegong.db.store.SealRoots;
import org.shegong.db.store.SealedScope;

/**
 * The keys of sealed records in the file: made, wrapped for whom {@link SealedScope} lets see the record, taken away and
 * changed. Only somebody who holds a key can wrap it for others: the leader says who may open a record, and the key is
 * handed on at once when he holds it himself, else when the next holder works here, or with the recovery sheet.
 */
final class RootKeys {
    private static final int CHUNK = 500;
    private static final String ROOT = "SELECT generation, opened, rotate, form FROM sealed_root WHERE id = ?";
    private final DSLContext db;
    private final Seals seals;
    private final SealedScope rule;
    private final Map<SealHolder, SealedScope> readers = new LinkedHashMap<>();

    RootKeys(DSLContext db, Seals seals) {
        this.db = db;
        this.seals = seals;
        this.rule = new SealedScope(new SealedScope.Viewer("", "", false, List.of()), seals::today);
        List<SealHolder> all = seals.directory().holders();
        List<String> names = all.stream().map(one -> one.account().name()).toList();
        all.stream().filter(one -> Rights.of(one.account().role()).form("client") != Access.NONE).forEach(one ->
            readers.put(one, new SealedScope(new SealedScope.Viewer(one.account().id(), one.account().name(),
                one.account().role().equals(Role.LEADER.code()), names), seals::today)));
    }

    /** Condition on rows of a form: what they say of themselves seals them now. */
    String rule(String form) {
        return rule.rule(form);
    }

    /** Those of the ids that what they say of themselves seals now. */
    Set<String> sealedByRule(String form, Collection<String> ids) {
        return asked(form, ids, rule.rule(form));
    }

    private Set<String> asked(String form, Collection<String> ids, String condition) {
        Set<String> found = new LinkedHashSet<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> part = all.subList(from, Math.min(all.size(), from + CHUNK));
            found.addAll(db.resultQuery("SELECT id FROM " + form + " WHERE id IN (" + SealRoots.places(part) + ") AND "
                + condition, part.toArray()).fetch(0, String.class));
        }
        return found;
    }

    /** Those of the ids whose records are sealed by a key of their own. */
    Set<String> sealed(Collection<String> ids) {
        return asked("sealed_root", ids, "opened = 0");
    }

    /** Those of the ids whose records have a key of their own, also when they are sealed no more. */
    Set<String> known(Collection<String> ids) {
        return asked("sealed_root", ids, "1 = 1");
    }

    /** Whether a record has a key, and is sealed by it. */
    boolean isSealed(String id) {
        Record row = db.fetchOne(ROOT, id);
        return row != null && row.get(1, Long.class) == 0;
    }

    /** Whether the person signed in holds the key under which a record is sealed now. */
    boolean holds(String id) {
        return seals.opens(db, name(id, db.fetchSingle(ROOT, id).get(0, Long.class)));
    }

    /** Gives a record a key, or a new one when it had one and was opened. */
    void make(String form, String id) {
        Record before = db.fetchOne(ROOT, id);
        long generation = before == null ? 1 : before.get(0, Long.class) + 1;
        db.execute("INSERT OR REPLACE INTO sealed_root (id, form, generation, opened, rotate) VALUES (?, ?, ?, 0, 0)", id,
            form, generation);
        wrapForAll(form, id, generation, seals.fresh(name(id, generation)));
    }

    /** Notes that a record is sealed no more; its key stays for what the journal keeps. */
    void opened(String id) {
        db.execute("UPDATE sealed_root SET opened = 1 WHERE id = ?", id);
    }

    /** Names of the keys under which what is about these records is sealed now, in order. */
    String names(Set<String> roots) {
        return new TreeSet<>(roots).stream().map(id -> name(id, db.fetchSingle(ROOT, id).get(0, Long.class)))
            .collect(Collectors.joining(" "));
    }

    /** The same for every record that has a key, by its id. */
    Map<String, String> allNames() {
        return db.fetch("SELECT id, generation FROM sealed_root").stream().collect(Collectors.toMap(
            row -> row.get(0, String.class), row -> name(row.get(0, String.class), row.get(1, Long.class))));
    }

    private static String name(String id, long generation) {
        return id + ":" + generation;
    }

    private void wrapForAll(String form, String id, long generation, byte[] key) {
        wanted(form, id).forEach((holder, publicKey) -> wrap(id, generation, holder, publicKey, key));
        Arrays.fill(key, (byte) 0);
    }

    private void wrap(String id, long generation, String holder, byte[] publicKey, byte[] key) {
        db.execute("INSERT OR REPLACE INTO record_key (root_id, generation, holder, fingerprint, wrap) VALUES (?, ?, ?, ?, ?)",
            id, generation, holder, SealSecret.fingerprint(publicKey), seals.wrap(name(id, generation), holder, publicKey, key));
    }

    /** Public keys of those for whom a record's key is to be wrapped, by account id; the recovery sheet included. */
    private Map<String, byte[]> wanted(String form, String id) {
        Map<String, byte[]> wanted = new LinkedHashMap<>();
        assigned(form, id).forEach(holder -> {
            if (holder.publicKey() != null) {
                wanted.put(holder.account().id(), holder.publicKey());
            }
        });
        seals.directory().sheetKey().ifPresent(key -> wanted.put(SealHolder.RECOVERY, key));
        return wanted;
    }

    private List<SealHolder> assigned(String form, String id) {
        return readers.entrySet().stream().filter(one -> !asked(form, List.of(id), one.getValue().assigned(form)).isEmpty())
            .map(Map.Entry::getKey).toList();
    }

    /** Accounts that should hold a record's key and do not. */
    List<String> waiting(String form, String id) {
        Record root = db.fetchOne(ROOT, id);
        if (root == null) {
            return List.of();
        }
        Map<String, String> held = held(id, root.get(0, Long.class));
        return assigned(form, id).stream().filter(one -> one.publicKey() == null
            || !SealSecret.fingerprint(one.publicKey()).equals(held.get(one.account().id())))
            .map(one -> one.account().name()).toList();
    }

    private Map<String, String> held(String id, long generation) {
        Map<String, String> held = new HashMap<>();
        db.fetch("SELECT holder, fingerprint FROM record_key WHERE root_id = ? AND generation = ?", id, generation)
            .forEach(row -> held.put(row.get(0, String.class), row.get(1, String.class)));
        return held;
    }

    /**
     * Brings the wraps of a record in line with who may open it. Whoever may no more loses his wrap at once.
     *
     * @return true when the key must be changed because somebody lost it, and the person signed in can do it
     */
    boolean align(String id) {
        Record root = db.fetchSingle(ROOT, id);
        Map<String, byte[]> wanted = wanted(root.get(3, String.class), id);
        handOn(id, wanted);
        Set<String> lost = new LinkedHashSet<>();
        generations(id).forEach(generation -> lost.addAll(held(id, generation).keySet()));
        lost.removeAll(wanted.keySet());
        lost.remove(SealHolder.RECOVERY);
        boolean mine = (!lost.isEmpty() || root.get(2, Long.class) != 0)
            && seals.opens(db, name(id, root.get(0, Long.class)));
        lost.forEach(holder -> db.execute("DELETE FROM record_key WHERE root_id = ? AND holder = ?", id, holder));
        if (!lost.isEmpty()) {
            db.execute("UPDATE sealed_root SET rotate = 1 WHERE id = ?", id);
        }
        return mine;
    }

    /**
     * Wraps the keys of a record for those who may open it and have none, without taking any away: of a record that is
     * sealed no more they open what the journal keeps.
     */
    void handOn(String id) {
        Record root = db.fetchOne(ROOT, id);
        if (root != null) {
            handOn(id, wanted(root.get(3, String.class), id));
        }
    }

    /** Before anybody loses his wrap, which may be the one by which the person signed in opens the key. */
    private void handOn(String id, Map<String, byte[]> wanted) {
        for (long generation : generations(id)) {
            Map<String, String> held = held(id, generation);
            wanted.forEach((holder, publicKey) -> {
                if (!SealSecret.fingerprint(publicKey).equals(held.get(holder))) {
                    seals.key(db, name(id, generation)).ifPresent(key -> {
                        wrap(id, generation, holder, publicKey, key);
                        Arrays.fill(key, (byte) 0);
                    });
                }
            });
        }
    }

    private List<Long> generations(String id) {
        return db.fetch("SELECT DISTINCT generation FROM record_key WHERE root_id = ?", id).stream()
            .map(row -> row.get(0, Long.class)).toList();
    }

    /** Gives a record another key; what is sealed under the one before is then brought under it. */
    void change(String id) {
        Record root = db.fetchSingle(ROOT, id);
        long generation = root.get(0, Long.class) + 1;
        db.execute("UPDATE sealed_root SET generation = ?, rotate = 0 WHERE id = ?", generation, id);
        wrapForAll(root.get(3, String.class), id, generation, seals.fresh(name(id, generation)));
    }

    /** Takes keys away under which nothing is sealed any more. */
    void forgetUnused(String id) {
        long current = db.fetchSingle(ROOT, id).get(0, Long.class);
        for (long generation : generations(id)) {
            if (generation == current) {
                continue;
            }
            String name = name(id, generation);
            boolean used = Optional.ofNullable(db.fetchOne("SELECT 1 WHERE EXISTS (SELECT 1 FROM sealed_value WHERE "
                + "instr(keys, ?) > 0) OR EXISTS (SELECT 1 FROM sealed_change WHERE instr(keys, ?) > 0)"
                + " OR EXISTS (SELECT 1 FROM attachment WHERE instr(keys, ?) > 0)", name, name, name)).isPresent();
            if (!used) {
                db.execute("DELETE FROM record_key WHERE root_id = ? AND generation = ?", id, generation);
            }
        }
    }
}
