package org.shegong.db.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;

/**
 * Which records are about which sealed clients, cases and crisis reports: the same fields by which {@link SealedScope}
 * hides them, asked of what is sealed by a key of its own. Only reads. Immutable.
 */
public final class SealRoots {
    /** Forms whose records are sealed by themselves. */
    public static final List<String> ROOTS = List.of(SealedScope.CLIENT, SealedScope.CASE, SealedScope.CRISIS);
    private static final int CHUNK = 500;
    private final FormCatalogue forms;

    public SealRoots(FormCatalogue forms) {
        this.forms = forms;
    }

    /** True when records of the form can be about something sealed. */
    public static boolean concerns(Form form) {
        return ROOTS.contains(form.key()) || form.key().equals(SealedScope.HOUSEHOLD) || !SealedScope.pointers(form).isEmpty();
    }

    /** The sealed roots of these records, by record id; records about nothing sealed are missing. */
    public static Map<String, Set<String>> of(DSLContext db, Form form, Collection<String> ids) {
        Map<String, Set<String>> roots = new LinkedHashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> part = all.subList(from, Math.min(all.size(), from + CHUNK));
            for (String question : questions(form)) {
                for (Record row : db.fetch(question.formatted(places(part)), part.toArray())) {
                    roots.computeIfAbsent(row.get(0, String.class), id -> new TreeSet<>()).add(row.get(1, String.class));
                }
            }
        }
        return roots;
    }

    /** Placeholders for a list of ids. */
    public static String places(Collection<String> ids) {
        return String.join(",", Collections.nCopies(ids.size(), "?"));
    }

    private static List<String> questions(Form form) {
        List<String> all = new ArrayList<>();
        if (ROOTS.contains(form.key())) {
            all.add("SELECT s.id, s.id FROM sealed_root s WHERE s.opened = 0 AND s.id IN (%s)");
        }
        if (form.key().equals(SealedScope.HOUSEHOLD)) {
            all.add("SELECT c.household_id, s.id FROM client c JOIN sealed_root s ON s.id = c.id AND s.opened = 0"
                + " WHERE c.deleted_at IS NULL AND c.household_id IN (%s)");
        }
        for (Field f : SealedScope.pointers(form)) {
            boolean one = f.type() == FieldType.REF;
            String target = one ? "t." + f.key() : "p.target_id";
            String from = one ? form.table() + " t" : "record_ref p";
            String key = f.target().equals(SealedScope.CASE)
                ? " JOIN case_file k ON k.id = " + target + " JOIN sealed_root s ON s.id IN (k.id, k.client_id)"
                : " JOIN sealed_root s ON s.id = " + target;
            all.add("SELECT " + (one ? "t.id" : "p.owner_id") + ", s.id FROM " + from + key + " AND s.opened = 0 WHERE "
                + (one ? "t.id" : "p.field = '" + f.key() + "' AND p.owner_id") + " IN (%s)");
        }
        return all;
    }

    /** Everything that is about a client, case or crisis report, itself included, by form key. */
    public Map<String, Set<String>> about(DSLContext db, String rootForm, String rootId) {
        Map<String, Set<String>> about = new LinkedHashMap<>();
        about.computeIfAbsent(rootForm, key -> new LinkedHashSet<>()).add(rootId);
        pointing(db, rootForm, List.of(rootId), about);
        if (rootForm.equals(SealedScope.CLIENT)) {
            List<String> cases = db.resultQuery("SELECT id FROM case_file WHERE client_id = ?", rootId).fetch(0, String.class);
            pointing(db, SealedScope.CASE, cases, about);
            about.computeIfAbsent(SealedScope.HOUSEHOLD, key -> new LinkedHashSet<>()).addAll(households(db, rootId));
        }
        return about;
    }

    /** Ids of the household that a client belongs to, and of those that are still sealed with him. */
    public static List<String> households(DSLContext db, String clientId) {
        return db.resultQuery("SELECT household_id FROM client WHERE id = ? AND household_id IS NOT NULL UNION SELECT record_id"
            + " FROM sealed_value WHERE form = 'household' AND instr(keys, ?) > 0", clientId, clientId).fetch(0, String.class);
    }

    private void pointing(DSLContext db, String target, List<String> ids, Map<String, Set<String>> about) {
        for (Form form : forms.all()) {
            for (Field f : SealedScope.pointers(form)) {
                for (String id : f.target().equals(target) ? ids : List.<String>of()) {
                    String question = f.type() == FieldType.REF ? "SELECT id FROM " + form.table() + " WHERE " + f.key() + " = ?"
                        : "SELECT owner_id FROM record_ref WHERE field = '" + f.key() + "' AND target_id = ?"
                            + " AND owner_id IN (SELECT id FROM " + form.table() + ")";
                    about.computeIfAbsent(form.key(), key -> new LinkedHashSet<>())
                        .addAll(db.resultQuery(question, id).fetch(0, String.class));
                }
            }
        }
    }
}
