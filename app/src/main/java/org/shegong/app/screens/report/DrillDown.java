package org.shegong.app.screens.report;

import java.util.List;
import java.util.Set;
import org.shegong.app.AppContext;
import org.shegong.app.tasks.Latest;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.catalogue.LockedVersion;

/** Opens the records behind a figure of the table. Window thread only. */
final class DrillDown {
    /** Columns whose figures rest on records. */
    private static final Set<String> COLUMNS = Set.of("month", "previous", "year");
    private static final String NOT_APPLICABLE = "\u2014";
    private final AppContext context;
    private final ReportViewModel model;
    private final Latest latest;

    DrillDown(AppContext context, ReportViewModel model) {
        this.context = context;
        this.model = model;
        this.latest = new Latest(context.tasks());
    }

    /** True when a cell shows a figure that can be opened. */
    static boolean canOpen(ReportLine line, String column, String text) {
        return line.kind() != ReportLine.Kind.SECTION && COLUMNS.contains(column) && !text.isEmpty()
            && !text.equals(NOT_APPLICABLE);
    }

    /**
     * Opens the records behind a cell; nothing happens when it has none.
     *
     * @param column key of the column
     * @param text the figure as shown
     */
    void open(ReportLine line, String column, String text) {
        ReportState state = model.stateProperty().get();
        if (state == null || !canOpen(line, column, text)) {
            return;
        }
        StatMonth month = state.shown().period();
        boolean locked = state.locked() && column.equals("month") && line.kind() == ReportLine.Kind.FIGURE;
        latest.start(context.tasks().work(progress -> locked
                ? FigureRecords.locked(model.reading(), line, last(state.versions()))
                : FigureRecords.of(model.reading(), line, FigureRecords.span(model.reading(), line, column, month)))
            .titled(context.texts().get("report.drill.running"))
            .onSuccess(found -> context.navigator().openRecords(title(line, column, text, month, found),
                found.ids())));
    }

    private static LockedVersion last(List<LockedVersion> versions) {
        return versions.get(versions.size() - 1);
    }

    private String title(ReportLine line, String column, String text, StatMonth month, FigureRecords found) {
        StatMonth named = column.equals("previous") ? month.previous() : month;
        String period = context.texts().get("report.drill." + column, named.month().getYear(),
            named.month().getMonthValue());
        String title = context.texts().get("report.drill.title", line.figure(), line.text(1), period, text, line.text(2),
            found.records());
        if (found.different() != null) {
            return title + context.texts().get("report.drill.different", found.different());
        }
        return found.total() == null ? title
            : title + context.texts().get("report.drill.total", found.total().toPlainString(), line.text(2));
    }
}
