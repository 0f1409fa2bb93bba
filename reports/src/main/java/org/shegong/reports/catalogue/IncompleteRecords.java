package org.shegong.reports.catalogue;

import static org.jooq.impl.DSL.count;
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
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
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
            List<org.shegong.db.forms.Field> required = form.hidden() ? List.of() : form.fields().stream()
                    .filter(f -> f.alwaysRequired() && !f.extra() && f.type() != FieldType.ATTACHMENT
                            && f.type() != FieldType.AUTO && !f.type().isComputed()).toList();
            if (!required.isEmpty()) {
                MonthEndGaps.Found found = of(db, form, required, month);
                total += found.total();
                gaps.addAll(found.gaps());
            }
        }
        return new MonthEndGaps.Found(total, gaps.size() > MonthEndGaps.SHOWN ? gaps.subList(0, MonthEndGaps.SHOWN) : gaps);
    }

    private static MonthEndGaps.Found of(DSLContext db, Form form, List<org.shegong.db.forms.Field> required,
                                         StatMonth month) {
        Table<Record> records = table(name(form.table()));
        Field<String> id = field(name(form.table(), "id"), String.class);
        List<Condition> missing = required.stream().map(f -> missing(form, f)).toList();
        Condition condition = field(name(form.table(), "source"), String.class).eq(inline("import"))
                .and(field(name(form.table(), "status"), String.class).eq(inline("submitted")))
                .and(field(name(form.table(), "deleted_at")).isNull()).and(or(missing))
                .and(form.isDated() ? field(name(form.table(), form.dateField()), String.class)
                        .between(month.first().toString(), month.last().toString()) : noCondition());
        Long total = db.select(count().cast(Long.class)).from(records).where(condition).fetchSingle().value1();
        if (total == 0) {
            return new MonthEndGaps.Found(0, List.of());
        }
        List<SelectField<?>> columns = new ArrayList<>(List.of(id));
        missing.forEach(m -> columns.add(when(m, inline(1)).otherwise(inline(0))));
        return new MonthEndGaps.Found(total, db.select(columns).from(records).where(condition).orderBy(id)
                .limit(MonthEndGaps.SHOWN).fetch(row -> new MonthEndGap(form.key(), row.get(0, String.class),
                        labels(required, row))));
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
