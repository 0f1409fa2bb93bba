package org.shegong.reports.ledger.plan;

import java.util.function.ToIntBiFunction;
import org.shegong.reports.ledger.parse.ParsedRow;
import org.shegong.reports.ledger.recognise.LedgerWords;

/**
 * Plans kinds without a key: rows are known by their fingerprint, or by the record number that an export wrote
 * beside them.
 */
final class ServicePlanner implements RowPlanner {

    /** Turns a row into values. */
    interface Builder {
        Built build(ParsedRow row, SheetState sheet);
    }

    private final PlanContext context;
    private final String form;
    private final Builder builder;
    private final ToIntBiFunction<String, ParsedRow> afterwards;

    /**
     * A planner.
     *
     * @param form       form of the records
     * @param builder    turns a row into values
     * @param afterwards adds what belongs to the new record; gives how many records of the kind the row made
     */
    ServicePlanner(PlanContext context, String form, Builder builder, ToIntBiFunction<String, ParsedRow> afterwards) {
        this.context = context;
        this.form = form;
        this.builder = builder;
        this.afterwards = afterwards;
    }

    @Override
    public RowOutcome plan(ParsedRow row, SheetState sheet) {
        String key = sheet.contentKey(row);
        if (context.knownKeys().contains(key)) {
            return new RowOutcome.Unchanged();
        }
        Built built = builder.build(row, sheet);
        if (built instanceof Built.No no) {
            return PlanContext.refusal(no.problem());
        }
        Built.Values values = (Built.Values) built;
        String record = row.text(LedgerWords.RECORD_FIELD);
        if (!record.isEmpty() && context.stored().find(form, record) != null) {
            return context.drafts().update(form, record, null, values.values())
                    ? new RowOutcome.Updated() : new RowOutcome.Unchanged();
        }
        context.knownKeys().add(key);
        String id = context.drafts().create(form, key, values.values());
        return new RowOutcome.Accepted(afterwards.applyAsInt(id, row));
    }
}
