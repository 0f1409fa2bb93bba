package org.shegong.db.effects;

import static org.shegong.db.schema.Tables.CLIENT_CATEGORY;
import static org.shegong.db.schema.Tables.CLIENT_PRIMARY;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Record;
import org.shegong.db.journal.RecordWrite;
import org.shegong.db.store.RecordIds;
import org.shegong.db.store.SaveContext;
import org.shegong.db.store.SaveEffect;

/**
 * Keeps the history of a client's primary category and the dated category that it must be one of.
 *
 * <p>A first category holds from the filing date; a changed one from the day of the change, the old one through the
 * day before (counting rule R8 needs both).
 */
final class PrimaryCategoryHistory implements SaveEffect {
    private static final Map<String, Object> SYSTEM = Map.of("status", "submitted", "source", "system");
    private final RecordIds ids;

    PrimaryCategoryHistory(RecordIds ids) {
        this.ids = ids;
    }

    @Override
    public void apply(SaveContext context) {
        String category = context.text("primary_cat");
        if (!context.form().key().equals("client") || category.isEmpty() || !context.changed("primary_cat")) {
            return;
        }
        LocalDate filed = context.values().get("filed_date") instanceof LocalDate date ? date : context.today();
        LocalDate from = context.before() == null ? filed : context.today();
        primary(context, category, filed, from);
        dated(context, category, from);
    }

    private void primary(SaveContext context, String category, LocalDate filed, LocalDate from) {
        Record open = context.db().select(CLIENT_PRIMARY.ID, CLIENT_PRIMARY.VERSION, CLIENT_PRIMARY.FROM_DATE)
            .from(CLIENT_PRIMARY).where(CLIENT_PRIMARY.CLIENT_ID.eq(context.id()))
            .and(CLIENT_PRIMARY.TO_DATE.isNull()).and(CLIENT_PRIMARY.DELETED_AT.isNull())
            .orderBy(CLIENT_PRIMARY.FROM_DATE.desc()).limit(1).fetchOne();
        if (open == null) {
            insert(context, "client_primary", category, filed);
        } else if (open.get(CLIENT_PRIMARY.FROM_DATE).compareTo(from.toString()) >= 0) {
            context.then().add(update(open, Map.of("category", category)));
        } else {
            context.then().add(update(open, Map.of("to_date", from.minusDays(1))));
            insert(context, "client_primary", category, from);
        }
    }

    private static RecordWrite update(Record open, Map<String, Object> values) {
        return new RecordWrite.Update("client_primary", open.get(CLIENT_PRIMARY.ID),
            open.get(CLIENT_PRIMARY.VERSION), Map.of(), values);
    }

    private void dated(SaveContext context, String category, LocalDate from) {
        boolean known = context.db().fetchExists(CLIENT_CATEGORY, CLIENT_CATEGORY.CLIENT_ID.eq(context.id())
            .and(CLIENT_CATEGORY.CATEGORY.eq(category)).and(CLIENT_CATEGORY.DELETED_AT.isNull())
            .and(CLIENT_CATEGORY.TO_DATE.isNull().or(CLIENT_CATEGORY.TO_DATE.ge(from.toString()))));
        if (!known) {
            insert(context, "client_category", category, from);
        }
    }

    private void insert(SaveContext context, String form, String category, LocalDate from) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("client_id", context.id());
        values.put("category", category);
        values.put("from_date", from);
        context.then().add(new RecordWrite.Insert(form, ids.next(), SYSTEM, values));
    }
}
