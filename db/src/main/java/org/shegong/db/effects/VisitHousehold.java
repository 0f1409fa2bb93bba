package org.shegong.db.effects;

import static org.shegong.db.schema.Tables.CLIENT;

import java.util.List;
import org.shegong.db.store.SaveContext;
import org.shegong.db.store.SaveEffect;

/** A visit belongs to the household and village of the first person visited. */
final class VisitHousehold implements SaveEffect {
    @Override
    public void apply(SaveContext context) {
        if (!context.form().key().equals("visit")
            || !(context.values().get("clients") instanceof List<?> clients) || clients.isEmpty()) {
            return;
        }
        boolean moved = context.changed("clients");
        if (!moved && !context.text("household_id").isEmpty() && !context.text("village_id").isEmpty()) {
            return;
        }
        context.db().select(CLIENT.HOUSEHOLD_ID, CLIENT.VILLAGE_ID).from(CLIENT)
            .where(CLIENT.ID.eq(clients.get(0).toString())).fetchOptional().ifPresent(row -> {
                if (row.value1() != null && (moved || context.text("household_id").isEmpty())) {
                    context.values().put("household_id", row.value1());
                }
                if (row.value2() != null && context.text("village_id").isEmpty()) {
                    context.values().put("village_id", row.value2());
                }
            });
    }
}
