package org.shegong.reports.metrics;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;
import static org.shegong.db.schema.Tables.CLIENT;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;

/**
 * The primary category of people on the days a report asks for. Few people ever had another one than today's; only for
 * these the days are looked up.
 */
final class CategoryHistory {
    private static final int BATCH = 5_000;
    private final DSLContext db;
    private final Set<String> changing;
    private final Map<String, Set<Integer>> asked = new HashMap<>();
    private final Map<String, Map<Integer, String>> known = new HashMap<>();

    /** @param changing those who may have had another category than today's, by id */
    CategoryHistory(DSLContext db, Set<String> changing) {
        this.db = db;
        this.changing = changing;
    }

    /** Those of whom days are to be asked for; of all others it is today's category on every day. */
    Set<String> changing() {
        return changing;
    }

    /** Asks for a day, a number such as 20261031, of somebody; 0 asks for nothing. */
    void ask(String client, int day) {
        if (day != 0 && changing.contains(client)) {
            asked.computeIfAbsent(client, c -> new HashSet<>()).add(day);
        }
    }

    /** Reads the days asked for. */
    CategoryHistory read() {
        StringBuilder pairs = new StringBuilder();
        int count = 0;
        for (Map.Entry<String, Set<Integer>> person : asked.entrySet()) {
            for (int day : person.getValue()) {
                pairs.append(count++ == 0 ? "" : ",").append("[\"").append(person.getKey()).append("\",\"")
                        .append(Population.day(day)).append("\"]");
            }
            if (count > BATCH) {
                read(pairs);
                count = 0;
            }
        }
        read(pairs);
        asked.clear();
        return this;
    }

    private void read(StringBuilder pairs) {
        Field<String> client = field("json_extract(asked.value, '$[0]')", String.class);
        Field<String> day = field("json_extract(asked.value, '$[1]')", String.class);
        Select<?> select = db.select(client, Population.number(day), ClientFacts.categoryOn(client, day, CLIENT.PRIMARY_CAT))
                .from("json_each({0}) as asked", val("[" + pairs + "]")).join(CLIENT).on(CLIENT.ID.eq(client));
        pairs.setLength(0);
        Population.each(db, select, row -> known.computeIfAbsent(row.getString(1), c -> new HashMap<>())
                .put(row.getInt(2), row.getString(3)));
    }

    /**
     * The category of somebody on a day that was asked for.
     *
     * @param today null for none
     * @return never null
     */
    String on(String client, int day, String today) {
        String none = today == null ? ClientFacts.UNKNOWN : today;
        return changing.contains(client) ? known.get(client).get(day) : none;
    }
}
