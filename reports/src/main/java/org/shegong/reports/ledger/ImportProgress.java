package org.shegong.reports.ledger;

import java.util.concurrent.CancellationException;

/** Hears how far an import is and may stop it before anything is written. Called on the importing thread. */
public interface ImportProgress {

    /** Hears nothing and never stops. */
    ImportProgress NONE = new ImportProgress() {
        @Override
        public void at(Stage stage, long done, long total) {
            // Nobody listens.
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** What is being done. */
    enum Stage { READING, PLANNING, WRITING }

    /** Says how much of a stage is done; total is 0 when it is not known. */
    void at(Stage stage, long done, long total);

    /** Whether somebody wants to stop. */
    boolean isCancelled();

    /** Throws when somebody wants to stop. */
    default void check() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }
}
