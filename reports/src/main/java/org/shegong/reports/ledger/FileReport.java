package org.shegong.reports.ledger;

import java.util.List;
import java.util.Optional;
import org.shegong.reports.ledger.read.ReadOutcome.Unreadable;

/**
 * What became of a file.
 *
 * @param name   its name without folder
 * @param error  why it could not be read; null when it could
 * @param sheets its sheets in order; empty when it could not be read
 */
public record FileReport(String name, Unreadable error, List<SheetReport> sheets) {

    /** Why the file could not be read. */
    public Optional<Unreadable> unreadable() {
        return Optional.ofNullable(error);
    }
}
