package org.shegong.app.screens.report;

import java.util.List;
import org.shegong.reports.catalogue.LockedVersion;
import org.shegong.reports.catalogue.MonthlyFigures;
import org.shegong.reports.catalogue.Obstacle;

/**
 * A month's report as read once.
 *
 * @param shown what the table shows: the last locked version, or the figures as the records give them now
 * @param table its table
 * @param now the figures as the records give them now
 * @param versions locked versions, the first one first; empty while there is none
 * @param obstacles what keeps the present figures from being locked; empty if nothing does
 */
public record ReportState(MonthlyFigures shown, ReportTable table, MonthlyFigures now, List<LockedVersion> versions,
                          List<Obstacle> obstacles) {
    private static final String UNCHANGED = "unchanged";

    /** True when the table shows a locked version. */
    public boolean locked() {
        return !shown.draft();
    }

    /** True when a version is locked and the records say something else by now. */
    public boolean outdated() {
        return !versions.isEmpty() && obstacles.stream().noneMatch(obstacle -> obstacle.key().equals(UNCHANGED));
    }

    /** Number of the last locked version; 0 when there is none. */
    public int lastVersion() {
        return versions.isEmpty() ? 0 : versions.get(versions.size() - 1).no();
    }
}
