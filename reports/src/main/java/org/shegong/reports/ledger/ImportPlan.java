package org.shegong.reports.ledger;

import java.util.List;
import org.shegong.db.store.RecordDraft;

/**
 * What an import would do.
 *
 * @param summary what would become of every row
 * @param drafts  what would be written, each record before those that point to it
 */
public record ImportPlan(ImportSummary summary, List<RecordDraft> drafts) {
}
