package org.shegong.db.journal;

import java.util.List;

/** How taking back a step ended. */
public sealed interface UndoOutcome {
    /** Taken back by a step of its own, which can itself be taken back. */
    record Undone(JournalStep step) implements UndoOutcome {
    }

    /** Records of the step were changed later; those changes must be taken back first. Nothing was written. */
    record ChangedSince(List<String> recordIds) implements UndoOutcome {
    }

    /** There is no such step, or it has been taken back already. */
    record NothingToUndo() implements UndoOutcome {
    }
}
