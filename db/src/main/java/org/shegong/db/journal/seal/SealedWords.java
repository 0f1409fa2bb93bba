package org.shegong.db.journal.seal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.SearchIndex;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordRows;
import org.shegong.db.store.SealRoots;

/**
 * Words by which sealed records are found. They stand in no table: they are made in memory, when somebody searches, from
 * what he can open, and forgotten with the keys. Safe for several threads.
 */
final class SealedWords {
    private static final int CHUNK = 500;
    private final Map<String, Map<String, Known>> forms = new HashMap<>();
    private FormCatalogue catalogue;
    private SearchIndex index;

    /** @param stamp nonce of the content that the words were made from */
    private record Known(String stamp, Set<String> words) {
    }

    synchronized void use(FormCatalogue all, SearchIndex words) {
        this.catalogue = all;
        this.index = words;
    }

    synchronized void forget() {
        forms.clear();
    }

    /** Ids of sealed records of the form with a word that begins like this one. */
    synchronized Set<String> matching(DSLContext db, String key, String word) {
        if (catalogue == null || !SealRoots.concerns(catalogue.form(key))) {
            return Set.of();
        }
        Map<String, Known> known = forms.computeIfAbsent(key, one -> new HashMap<>());
        refresh(db, catalogue.form(key), known);
        Set<String> found = new HashSet<>();
        known.forEach((id, one) -> {
            if (one.words().stream().anyMatch(token -> token.startsWith(word))) {
                found.add(id);
            }
        });
        return found;
    }

    private void refresh(DSLContext db, Form form, Map<String, Known> known) {
        Map<String, String> stamps = new HashMap<>();
        for (Record row : db.fetch("SELECT record_id, substr(content, 2, 12) FROM sealed_value WHERE form = ?", form.key())) {
            stamps.put(row.get(0, String.class), HexFormat.of().formatHex(row.get(1, byte[].class)));
        }
        known.keySet().retainAll(stamps.keySet());
        List<String> changed = new ArrayList<>();
        stamps.forEach((id, stamp) -> {
            if (!known.containsKey(id) || !known.get(id).stamp().equals(stamp)) {
                changed.add(id);
            }
        });
        for (int from = 0; from < changed.size(); from += CHUNK) {
            for (RecordData record : RecordRows.where(db, form, field(name("id"), String.class)
                    .in(changed.subList(from, Math.min(changed.size(), from + CHUNK))))) {
                known.put(record.id(), new Known(stamps.get(record.id()), words(db, form, record)));
            }
        }
    }

    private Set<String> words(DSLContext db, Form form, RecordData record) {
        return record.values().values().stream().anyMatch(SealedText::isStandIn) ? Set.of()
            : Set.copyOf(index.words(db, form, record.values()));
    }
}
