package org.shegong.reports.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shegong.reports.ledger.read.Grid;
import org.shegong.reports.ledger.read.ReadOutcome.Unreadable;
import org.shegong.reports.ledger.recognise.SheetMapping;

/**
 * A file chosen for import, with how its sheets are to be read.
 *
 * @param path   where it lies
 * @param error  why it cannot be read; null when it can
 * @param sheets its sheets in order; empty when it cannot be read
 */
public record LedgerFile(Path path, Unreadable error, List<Sheet> sheets) {

    /**
     * A sheet and how it is to be read.
     *
     * @param grid    its cells
     * @param mapping how it is read; null leaves the sheet out
     */
    public record Sheet(Grid grid, SheetMapping mapping) {

        /** How the sheet is read; empty when it is left out. */
        public Optional<SheetMapping> chosen() {
            return Optional.ofNullable(mapping);
        }
    }

    /** The file's name without folder. */
    public String name() {
        return path.getFileName().toString();
    }

    /** A copy in which a sheet is read another way; null leaves it out. */
    public LedgerFile withMapping(int sheet, SheetMapping mapping) {
        List<Sheet> changed = new ArrayList<>(sheets);
        changed.set(sheet, new Sheet(sheets.get(sheet).grid(), mapping));
        return new LedgerFile(path, error, List.copyOf(changed));
    }
}
