package org.shegong.reports.checks;

import java.util.List;
import org.shegong.db.forms.Level;

/**
 * How one identity came out.
 *
 * @param id        X01 to X18
 * @param level     of the worst statement that fails; if none fails, the check's own level
 * @param ok        whether everything it states is true
 * @param explained for a warning: whether a reason has been written
 * @param text      for people: what fails with its numbers, or what was checked
 * @param rows      row codes concerned, in order; empty if none
 */
public record CheckResult(String id, Level level, boolean ok, boolean explained, String text, List<String> rows) {
    public CheckResult {
        rows = List.copyOf(rows);
    }

    /** Whether the report may be locked despite this result. */
    public boolean passes() {
        return ok || level == Level.I || level == Level.W && explained;
    }
}
