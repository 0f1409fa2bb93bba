package org.shegong.db.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;

/** What clients have consented to and taken back (rules document §10, C01). Not for the window's thread. */
public final class Consents {
    private static final String CLIENT = "client";
    private static final int CHUNK = 500;
    private final Station station;

    public Consents(Station station) {
        this.station = station;
    }

    /**
     * Kinds of consent that stand withdrawn today, in words, by client; a later consent to the same kind heals it.
     * Clients who withdrew nothing are missing.
     */
    public Map<String, Set<String>> withdrawn(Collection<String> clients) {
        LocalDate today = station.today();
        Map<String, Set<String>> withdrawn = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(clients);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> part = all.subList(from, Math.min(all.size(), from + CHUNK));
            List<Object> values = new ArrayList<>(part);
            values.add(today.toString());
            values.add(today.toString());
            String sql = "SELECT c.client_id, k.code FROM consent c JOIN record_code k ON k.owner_id = c.id"
                + " AND k.field = 'kinds' WHERE c.client_id IN (" + String.join(",", Collections.nCopies(part.size(), "?"))
                + ") AND c.deleted_at IS NULL AND c.status <> 'void' AND c.to_date <= ? AND NOT EXISTS (SELECT 1"
                + " FROM consent n JOIN record_code m ON m.owner_id = n.id AND m.field = 'kinds' AND m.code = k.code"
                + " WHERE n.client_id = c.client_id AND n.id <> c.id AND n.deleted_at IS NULL AND n.status <> 'void'"
                + " AND (n.to_date IS NULL OR n.to_date > ?) AND COALESCE(n.from_date, '') >= c.to_date)";
            station.records().ask(db -> {
                db.resultQuery(sql, values.toArray()).forEach(row -> withdrawn.computeIfAbsent(row.get(0, String.class),
                    id -> new LinkedHashSet<>()).add(station.codes().label("CONSENT_KIND", row.get(1, String.class))));
                return null;
            });
        }
        return withdrawn;
    }

    /** The same for whoever these records are about or name. */
    public Map<String, Set<String>> withdrawn(String form, Collection<String> records) {
        return withdrawn(form.equals(CLIENT) ? records : named(station.forms().form(form), records));
    }

    private Set<String> named(Form form, Collection<String> records) {
        List<Field> fields = form.fields().stream().filter(one -> one.target().equals(CLIENT)).toList();
        Set<String> clients = new LinkedHashSet<>();
        if (!fields.isEmpty()) {
            station.records().findAll(form.key(), records).values().forEach(record -> fields.forEach(one ->
                clients.addAll(one.type() == FieldType.REF ? List.of(record.text(one.key()))
                    : record.many(one.key()))));
        }
        clients.remove("");
        return clients;
    }
}
