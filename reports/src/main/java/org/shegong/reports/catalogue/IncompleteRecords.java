package org.shegong.reports.catalogue;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;
import static org.shegong.db.schema.Tables.RECORD_CODE;
import static org.shegong.db.schema.Tables.RECORD_REF;
import static org.shegong.reports.FigureTexts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;

/** Rows taken from ledgers that count but lack fields their form always asks for (settled 1). */
final class IncompleteRecords {
    private final FormCatalogue forms;

    IncompleteRecords(FormCatalogue forms) {
        this.forms = forms;
    }

    /** Rows of the month by the form's own date (of a client the filing date); of forms without one all rows. */
    MonthEndGaps.Found of(DSLContext db, StatMonth month) {
        long total = 0;
        List<MonthEndGap> gaps = new ArrayList<>();
        for (Form form : forms.all()) {
            Condition day = form.isDated() ? field(name(form.table(), form.dateField()), String.class)
                    .between(month.first().toString(), month.last().toString()) : noCondition();
            long some = count(db, form, day);
            total += some;
            if (some > 0 && gaps.size() < MonthEndGaps.SHOWN) {
                gaps.addAll(page(db, form, day, MonthEndGaps.SHOWN - gaps.size()));
            }
        }
        return new MonthEndGaps.Found(total, gaps);
    }

    /** How many rows of each form lack something, whatever their date; forms without any left out. */
    Map<String, Long> counts(DSLContext db) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Form form : forms.all()) {
            long some = count(db, form, noCondition());
            if (some > 0) {
                counts.put(form.key(), some);
            }
        }
        return counts;
    }

    /** Rows of one form in the order in which they were taken in, beginning after one of them; empty at the end. */
    List<MonthEndGap> page(DSLContext db, String form, String after, int size) {
        return page(db, forms.form(form), after.isEmpty() ? noCondition() : id(forms.form(form)).gt(after), size);
    }

    private static List<org.shegong.db.forms.Field> required(Form form) {
        return form.hidden() ? List.of() : form.fields().stream().filter(f -> f.alwaysRequired() && !f.extra()
                && f.type() != FieldType.ATTACHMENT && f.type() != FieldType.AUTO && !f.type().isComputed()).toList();
    }

    private static Field<String> id(Form form) {
        return field(name(form.table(), "id"), String.class);
    }

    private static Condition lacking(Form form, List<Condition> missing) {
        return field(name(form.table(), "source"), String.class).eq(inline("import"))
                .and(field(name(form.table(), "status"), String.class).eq(inline("submitted")))
                .and(field(name(form.table(), "deleted_at")).isNull()).and(or(missing));
    }

    private static long count(DSLContext db, Form form, Condition further) {
        List<Condition> missing = required(form).stream().map(f -> missing(form, f)).toList();
        return missing.isEmpty() ? 0 : db.select(DSL.count().cast(Long.class)).from(table(name(form.table())))
                .where(lacking(form, missing)).and(further).fetchSingle().value1();
    }

    private static List<MonthEndGap> page(DSLContext db, Form form, Condition further, int size) {
        List<org.shegong.db.forms.Field> required = required(form);
        List<Condition> missing = required.stream().map(f -> missing(form, f)).toList();
        List<SelectField<?>> columns = new ArrayList<>(List.of(id(form)));
        missing.forEach(m -> columns.add(when(m, inline(1)).otherwise(inline(0))));
        return missing.isEmpty() ? List.of() : db.select(columns).from(table(name(form.table())))
                .where(lacking(form, missing)).and(further).orderBy(id(form)).limit(size)
                .fetch(row -> new MonthEndGap(form.key(), row.get(0, String.class), labels(required, row)));
    }

    private static String labels(List<org.shegong.db.forms.Field> required, Record row) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < required.size(); i++) {
            if (row.get(i + 1, Integer.class) == 1) {
                labels.add(required.get(i).label());
            }
        }
        return labels.stream().collect(Collectors.joining(text("gap.join")));
    }

    private static Condition missing(Form form, org.shegong.db.forms.Field required) {
        Field<String> id = field(name(form.table(), "id"), String.class);
        return switch (required.type()) {
            case CODES -> notExists(selectOne().from(RECORD_CODE).where(RECORD_CODE.OWNER_ID.eq(id))
                    .and(RECORD_CODE.FIELD.eq(inline(required.key()))));
            case REFS -> notExists(selectOne().from(RECORD_REF).where(RECORD_REF.OWNER_ID.eq(id))
                    .and(RECORD_REF.FIELD.eq(inline(required.key()))));
            default -> field(name(form.table(), required.key()), SQLDataType.OTHER).isNull();
        };
    }
}
