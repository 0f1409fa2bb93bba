package org.shegong.db.effects;

import static org.shegong.db.schema.Tables.DOC_COUNTER;
import static org.shegong.db.schema.Tables.STATION;

import java.time.LocalDate;
import java.util.List;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.store.SaveContext;
import org.shegong.db.store.SaveEffect;

/**
 * Gives each record of a numbered form its document number: station code, kind, year and a four-digit running
 * number; clients have no year and five digits (forms catalogue, header).
 *
 * <p>A number once given stays, also when the business date moves to another year.
 */
final class DocumentNumbers implements SaveEffect {
    private static final List<String> KEYS = List.of("client_no", "case_no", "no");

    @Override
    public void apply(SaveContext context) {
        if (context.form().number().isEmpty()) {
            return;
        }
        String number = context.before() == null || context.before().docNo().isEmpty() ? given(context)
            : context.before().docNo();
        context.header().put("doc_no", number);
        ownField(context).filter(f -> context.values().get(f.key()) == null)
            .ifPresent(f -> context.values().put(f.key(), number));
    }

    private static java.util.Optional<Field> ownField(SaveContext context) {
        return context.form().fields().stream()
            .filter(f -> f.type() == FieldType.AUTO && KEYS.contains(f.key())).findFirst();
    }

    private static String given(SaveContext context) {
        String typed = ownField(context).map(f -> context.text(f.key())).orElse("");
        return typed.isEmpty() ? next(context) : typed;
    }

    private static String next(SaveContext context) {
        String code = context.db().select(STATION.CODE).from(STATION).where(STATION.DELETED_AT.isNull()).limit(1)
            .fetchOptional(STATION.CODE).orElse("");
        boolean yearly = !context.form().key().equals("client");
        String prefix = (code.isEmpty() ? "" : code + "-") + context.form().number() + "-"
            + (yearly ? year(context) + "-" : "");
        String taken;
        long number;
        do {
            number = context.db().select(DOC_COUNTER.LAST_NO).from(DOC_COUNTER).where(DOC_COUNTER.PREFIX.eq(prefix))
                .fetchOptional(DOC_COUNTER.LAST_NO).orElse(0L) + 1;
            context.db().insertInto(DOC_COUNTER, DOC_COUNTER.PREFIX, DOC_COUNTER.LAST_NO).values(prefix, number)
                .onDuplicateKeyUpdate().set(DOC_COUNTER.LAST_NO, number).execute();
            taken = prefix + String.format(yearly ? "%04d" : "%05d", number);
        } while (isTaken(context, taken));
        return taken;
    }

    private static boolean isTaken(SaveContext context, String number) {
        return ownField(context).map(f -> context.db().fetchExists(
            org.jooq.impl.DSL.table(org.jooq.impl.DSL.name(context.form().table())),
            org.jooq.impl.DSL.field(org.jooq.impl.DSL.name(f.key())).eq(number))).orElse(false);
    }

    private static int year(SaveContext context) {
        Object date = context.form().isDated() ? context.values().get(context.form().dateField()) : null;
        return (date instanceof LocalDate day ? day : context.today()).getYear();
    }
}
