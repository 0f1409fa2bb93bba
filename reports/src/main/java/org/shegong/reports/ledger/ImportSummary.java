package org.shegong.reports.ledger;

import java.util.List;
import java.util.Map;

/**
 * What an import did, or would do.
 *
 * @param files    in the order in which they were given
 * @param accepted records made, by kind; kinds that no sheet has are absent
 * @param written  false for a rehearsal
 * @param stepId   the journal's step by which everything can be taken back; empty when nothing was written
 */
public record ImportSummary(List<FileReport> files, Map<String, Integer> accepted, boolean written, String stepId) {

    /** How many rows were refused. */
    public int refusedRows() {
        return files.stream().flatMap(file -> file.sheets().stream()).mapToInt(sheet -> sheet.refused().size()).sum();
    }

    /** Whether every file could be read and every row taken. */
    public boolean complete() {
        return refusedRows() == 0 && files.stream().allMatch(file -> file.error() == null);
    }

    /** Whether at least one file could be read. */
    public boolean anyReadable() {
        return files.stream().anyMatch(file -> file.error() == null);
    }

    /** 0 when everything was taken, 3 when no file could be read, else 1. */
    public int exitCode() {
        if (complete()) {
            return 0;
        }
        return anyReadable() ? 1 : 3;
    }
}
