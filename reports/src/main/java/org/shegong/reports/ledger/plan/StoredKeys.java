package org.shegong.reports.ledger.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Asks the station which fingerprints it has. */
final class StoredKeys {

    private static final int CHUNK = 500;

    private StoredKeys() {
    }

    /** Those of the keys that a living record of the table carries. */
    static Set<String> among(DSLContext db, String tableName, Collection<String> keys) {
        Field<String> key = field(name("import_key"), String.class);
        Set<String> found = new HashSet<>();
        List<String> all = new ArrayList<>(keys);
        for (int from = 0; from < all.size(); from += CHUNK) {
            found.addAll(db.select(key).from(table(name(tableName)))
                    .where(key.in(all.subList(from, Math.min(all.size(), from + CHUNK))))
                    .and(field(name("deleted_at")).isNull()).fetch(key));
        }
        return found;
    }
}
