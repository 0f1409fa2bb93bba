package org.shegong.db.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.codes.ProtectedCategories;
import org.shegong.db.domain.AgeOn;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Shield;

/**
 * Finds whose names and numbers must be hidden more closely: persons under age on the day, in judicial care, suffering
 * violence, or with a file of the highest sensitivity (rules document §7). A record that names such a person is hidden
 * like the person.
 */
final class Shields {
    private static final String CLIENT = "client";
    private static final Set<String> STAFF = Set.of("worker", "supervisor");
    private static final int OF_AGE = 18;
    private static final long HIGHEST = 5;
    private static final int CHUNK = 500;
    private final ProtectedCategories categories;
    private final LocalDate today;

    Shields(ProtectedCategories categories, LocalDate today) {
        this.categories = categories;
        this.today = today;
    }

    /** Shields of records of one form by id; those with the usual masks are missing. */
    Map<String, Shield> of(DSLContext db, Form form, Collection<RecordData> records) {
        Map<String, Shield> shields = new HashMap<>();
        if (STAFF.contains(form.key())) {
            records.forEach(record -> shields.put(record.id(), Shield.STAFF));
            return shields;
        }
        if (form.key().equals(CLIENT)) {
            return ofClients(db, records.stream().map(RecordData::id).toList());
        }
        Map<String, Set<String>> named = new HashMap<>();
        records.forEach(record -> named.put(record.id(), clients(form, record)));
        Map<String, Shield> people = ofClients(db, named.values().stream().flatMap(Set::stream).distinct().toList());
        for (RecordData record : records) {
            Shield shield = isMinor(record.date("birth")) ? Shield.nameless(record.docNo()) : Shield.USUAL;
            for (String id : named.get(record.id())) {
                shield = shield.or(people.getOrDefault(id, Shield.USUAL));
            }
            if (!shield.equals(Shield.USUAL)) {
                shields.put(record.id(), shield);
            }
        }
        return shields;
    }

    private static Set<String> clients(Form form, RecordData record) {
        Set<String> ids = new LinkedHashSet<>();
        for (Field field : form.fields()) {
            if (field.target().equals(CLIENT)) {
                ids.addAll(field.type() == FieldType.REF ? List.of(record.text(field.key()))
                    : record.many(field.key()));
            }
        }
        ids.remove("");
        return ids;
    }

    private boolean isMinor(LocalDate birth) {
        return birth != null && AgeOn.years(birth, today) < OF_AGE;
    }

    /** Shields of clients by id; those with the usual masks are missing. */
    Map<String, Shield> ofClients(DSLContext db, Collection<String> ids) {
        Map<String, Shield> shields = new HashMap<>();
        List<String> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> part = all.subList(from, Math.min(all.size(), from + CHUNK));
            String sql = "SELECT c.id, c.client_no, c.birth, c.primary_cat, c.sens, (SELECT group_concat(x.category)"
                + " FROM client_category x WHERE x.client_id = c.id AND x.deleted_at IS NULL AND x.status <> 'void'"
                + " AND (x.to_date IS NULL OR x.to_date > '" + today + "')) FROM client c WHERE c.id IN ("
                + String.join(",", Collections.nCopies(part.size(), "?")) + ")";
            db.resultQuery(sql, part.toArray()).forEach(row -> put(row, shields));
        }
        return shields;
    }

    private void put(Record row, Map<String, Shield> shields) {
        String birth = row.get(2, String.class);
        Set<String> held = new LinkedHashSet<>();
        for (int column : new int[] {3, 5}) {
            if (row.get(column) != null) {
                held.addAll(List.of(row.get(column, String.class).split(",")));
            }
        }
        boolean nameless = isMinor(birth == null ? null : LocalDate.parse(birth)) || categories.nameless(held);
        boolean strict = nameless || categories.strict(held) || row.get(4, Long.class) >= HIGHEST;
        if (strict) {
            String number = row.get(1, String.class);
            shields.put(row.get(0, String.class), new Shield(true, nameless, false, number == null ? "" : number));
        }
    }
}
