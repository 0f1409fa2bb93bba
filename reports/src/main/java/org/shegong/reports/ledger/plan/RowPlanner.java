package org.shegong.reports.ledger.plan;

import org.shegong.reports.ledger.parse.ParsedRow;

/** Plans the rows of one kind of ledger. */
interface RowPlanner {

    /** What becomes of a row that could be read. Accepted rows add drafts and enter the register at once. */
    RowOutcome plan(ParsedRow row, SheetState sheet);
}
