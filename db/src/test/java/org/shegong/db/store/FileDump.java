package org.shegong.db.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Record;
import org.shegong.db.Station;

/** Everything that a station's file says, apart from its journal and from who touched a row last. */
final class FileDump {
    private static final Set<String> STAMPS = Set.of("version", "updated_at", "updated_by");

    private FileDump() {
    }

    static Map<String, List<String>> of(Station station) {
        return station.file().read(db -> {
            Map<String, List<String>> dump = new TreeMap<>();
            List<String> tables = db.resultQuery("SELECT name FROM sqlite_master WHERE type = 'table'"
                + " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal_%' AND name NOT LIKE 'flyway%'")
                .fetch(row -> row.get(0, String.class));
            for (String table : tables) {
                List<String> rows = new ArrayList<>();
                for (Record row : db.resultQuery("SELECT * FROM " + table).fetch()) {
                    Map<String, Object> values = new TreeMap<>(row.intoMap());
                    values.keySet().removeAll(STAMPS);
                    rows.add(values.toString());
                }
                rows.sort(null);
                dump.put(table, rows);
            }
            return dump;
        });
    }
}
