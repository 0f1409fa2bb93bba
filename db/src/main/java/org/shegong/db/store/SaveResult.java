package org.shegong.db.store;

import java.util.List;
import org.shegong.db.forms.Finding;

/** How saving ended. */
public sealed interface SaveResult {
    /**
     * Kept.
     *
     * @param record as it now stands
     * @param stepId step by which it can be taken back; empty when nothing had changed
     * @param findings warnings that did not stop it; may be empty
     */
    record Saved(RecordData record, String stepId, List<Finding> findings) implements SaveResult {
    }

    /** Not kept: at least one finding is an error. */
    record Refused(List<Finding> findings) implements SaveResult {
    }

    /** Not kept: somebody changed the record meanwhile. */
    record Conflict(RecordData current) implements SaveResult {
    }
}
