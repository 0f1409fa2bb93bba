package org.shegong.reports.catalogue;

import java.util.List;
import org.shegong.db.store.SaveResult;

/** How locking a monthly report ended. */
public sealed interface Finalising {
    /**
     * Locked.
     *
     * @param no          number of the version
     * @param recordId    its record
     * @param differences figures changed against the version before; empty for the first
     */
    record Locked(int no, String recordId, List<Difference> differences) implements Finalising {
    }

    /** Not locked; every obstacle is named. */
    record Refused(List<Obstacle> obstacles) implements Finalising {
    }

    /** Not locked: the record could not be saved. */
    record NotSaved(SaveResult result) implements Finalising {
    }
}
