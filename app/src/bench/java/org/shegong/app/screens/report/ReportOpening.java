package org.shegong.app.screens.report;

import java.util.List;
import org.shegong.app.AppContext;
import org.shegong.db.domain.StatMonth;

/** What the report's tabs read, without the tabs. */
public final class ReportOpening {
    private ReportOpening() {
    }

    /** The month as its tab shows it. */
    public static Object month(AppContext context, StatMonth month) {
        return new ReportReading(context.station()).state(month, true);
    }

    /** The supervisors' sheets of a month. */
    public static Object supervisors(AppContext context, StatMonth month) {
        return new ReportReading(context.station()).supervisors(month);
    }

    /** The list of what is missing before the month can be closed. */
    public static List<GapsViewModel.Group> gaps(AppContext context, StatMonth month) {
        GapsViewModel model = new GapsViewModel(context, new ReportReading(context.station()));
        model.load(month);
        return model.groups();
    }

    /** The list of imported records that lack something. */
    public static List<GapsViewModel.Group> incomplete(AppContext context, StatMonth month) {
        GapsViewModel model = new GapsViewModel(context, new ReportReading(context.station()));
        model.historyProperty().set(true);
        model.load(month);
        return model.groups();
    }
}
