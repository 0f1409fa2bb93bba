package org.shegong.db.effects;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shegong.db.journal.RecordWrite;
import org.shegong.db.store.RecordIds;
import org.shegong.db.store.SaveContext;
import org.shegong.db.store.SaveEffect;

/** Every client has a household; one without gets a household of its own (counting rule R3). */
final class ClientHousehold implements SaveEffect {
    private final RecordIds ids;

    ClientHousehold(RecordIds ids) {
        this.ids = ids;
    }

    @Override
    public void apply(SaveContext context) {
        if (!context.form().key().equals("client") || !context.text("household_id").isEmpty()
            || context.text("name").isEmpty()) {
            return;
        }
        String id = ids.next();
        Map<String, Object> household = new LinkedHashMap<>();
        household.put("head_name", context.text("name"));
        copy(context, household, "village_id");
        copy(context, household, "address");
        context.first().add(new RecordWrite.Insert("household", id,
            Map.of("status", "submitted", "source", "system"), household));
        context.values().put("household_id", id);
    }

    private static void copy(SaveContext context, Map<String, Object> into, String field) {
        if (context.values().get(field) != null) {
            into.put(field, context.values().get(field));
        }
    }
}
