package org.shegong.db.store;

import java.util.List;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Level;

/**
 * What a record from a ledger is forgiven: it counts as submitted history whatever it lacked when it came in, so
 * correcting one field must not wait until everything else is complete. New faults are not forgiven.
 */
public final class LedgerTolerance {
    private LedgerTolerance() {
    }

    /** True for submitted records that came from a ledger. */
    public static boolean appliesTo(RecordData record) {
        return record != null && record.origin() == Origin.IMPORT && record.status() == RecordStatus.SUBMITTED;
    }

    /**
     * The findings with those errors as warnings that the record had before.
     *
     * @param before findings about the record as it is kept
     */
    public static List<Finding> soften(List<Finding> found, List<Finding> before) {
        return found.stream().map(finding -> finding.level() == Level.E && before.stream().anyMatch(known ->
                known.rule().equals(finding.rule()) && known.field().equals(finding.field()))
            ? new Finding(finding.rule(), Level.W, finding.field(), finding.message(), finding.args()) : finding)
            .toList();
    }
}
