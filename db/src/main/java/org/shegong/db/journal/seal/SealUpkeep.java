package org.shegong.db.journal.seal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.Journal;
import org.shegong.db.journal.SearchIndex;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.store.SealRoots;
import org.shegong.db.store.StationFile;

/**
 * Work on sealed records that belongs to no step: sealing what an older program left open, handing keys on to those who
 * may open a record now, changing keys that somebody lost his right to, opening what nothing seals any more because its
 * time is over. Done in short transactions, each whole by itself, so that it can stop at any moment and goes on the next
 * time. Not for the window's thread.
 */
public final class SealUpkeep {
    private static final int AT_ONCE = 20;
    private final StationFile file;
    private final FormCatalogue forms;
    private final Journal journal;
    private final SearchIndex index;
    private final Actor actor;

    public SealUpkeep(StationFile file, FormCatalogue forms, Journal journal, SearchIndex index, Actor actor) {
        this.file = file;
        this.forms = forms;
        this.journal = journal;
        this.index = index;
        this.actor = actor;
    }

    /** One record that may be sealed by itself. */
    private record Root(String form, String id) {
    }

    /** True when there is a recovery sheet that records can be sealed for; until then nothing is. */
    public boolean isActive() {
        return file.seals().filter(Seals::isActive).isPresent();
    }

    /**
     * Does what there is to do.
     *
     * @param label what the journal calls the sealing of records that were open before, for people
     * @return how many records were sealed that were not
     */
    public int run(String label) {
        Seals seals = file.seals().filter(Seals::isActive).orElse(null);
        if (seals == null) {
            return 0;
        }
        int sealed = each(open(seals), seals);
        each(file.read(db -> roots(db, "SELECT form, id FROM sealed_root")), seals);
        boolean words = forgetWords();
        misplaced(seals);
        if (sealed > 0) {
            journal.event(actor, "seal", label, "station", "", Map.of("records", sealed));
        }
        if (sealed > 0 || words) {
            file.compact();
        }
        return sealed;
    }

    /** Words that an earlier program put back into the search when a sealed record was changed; true when there were any. */
    private boolean forgetWords() {
        String leaked = "FROM search_token WHERE record_id IN (SELECT record_id FROM sealed_value)";
        boolean any = file.read(db -> db.fetchOne("SELECT 1 " + leaked + " LIMIT 1") != null);
        if (any) {
            file.write(db -> db.execute("DELETE " + leaked));
        }
        return any;
    }

    private void misplaced(Seals seals) {
        file.read(db -> Sealing.of(db, forms, index, seals).misplaced()).forEach((form, ids) -> {
            for (String id : ids) {
                orLeft(() -> file.write(db -> {
                    Sealing.of(db, forms, index, seals).rows(forms.form(form), List.of(id));
                    return null;
                }));
            }
        });
    }

    private List<Root> open(Seals seals) {
        return file.read(db -> {
            RootKeys keys = new RootKeys(db, seals);
            List<Root> open = new ArrayList<>();
            for (String form : SealRoots.ROOTS) {
                open.addAll(roots(db, "SELECT '" + form + "', id FROM " + form + " WHERE " + keys.rule(form)
                    + " AND id NOT IN (SELECT id FROM sealed_root WHERE opened = 0)"));
            }
            return open;
        });
    }

    private static List<Root> roots(DSLContext db, String question) {
        return db.resultQuery(question).fetch(row -> new Root(row.get(0, String.class), row.get(1, String.class)));
    }

    /** @return how many could be settled */
    private int each(List<Root> all, Seals seals) {
        int settled = 0;
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Root> part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            try {
                settle(part, seals);
                settled += part.size();
            } catch (SealDamagedException | NotPermittedException oneOfThem) {
                settled += (int) part.stream().filter(root -> orLeft(() -> settle(List.of(root), seals))).count();
            }
        }
        return settled;
    }

    /** A damaged record must not keep the others from their keys; a check tells of it. */
    private static boolean orLeft(Runnable work) {
        try {
            work.run();
            return true;
        } catch (SealDamagedException | NotPermittedException damaged) {
            System.getLogger(SealUpkeep.class.getName()).log(System.Logger.Level.WARNING, "a sealed record was left as it is");
            return false;
        }
    }

    private void settle(List<Root> part, Seals seals) {
        file.write(db -> {
            Sealing sealing = Sealing.of(db, forms, index, seals);
            Map<String, Set<String>> touched = new LinkedHashMap<>();
            part.forEach(root -> sealing.rootIfPossible(root.form(), root.id(), touched));
            touched.forEach((form, ids) -> sealing.rows(forms.form(form), ids));
            part.forEach(root -> sealing.forgetUnused(root.id()));
            return null;
        });
    }

    /** Accounts that may open a record and have not got its key yet, by name; by record id, records without any left out. */
    public Map<String, List<String>> waiting() {
        Seals seals = file.seals().filter(Seals::isActive).orElse(null);
        return seals == null ? Map.of() : file.read(db -> {
            Sealing sealing = Sealing.of(db, forms, index, seals);
            Map<String, List<String>> waiting = new LinkedHashMap<>();
            roots(db, "SELECT form, id FROM sealed_root WHERE opened = 0").forEach(root -> {
                List<String> names = sealing.waiting(root.form(), root.id());
                if (!names.isEmpty()) {
                    waiting.put(root.id(), names);
                }
            });
            return waiting;
        });
    }

    /** Damaged sealed content, found by whoever asks, whether he can open it or not. */
    public List<SealFault> faults() {
        return file.seals().map(seals -> file.read(db -> SealFault.all(db, forms, seals))).orElse(List.of());
    }
}
