package org.shegong.app.controls.text;

import java.util.Map;
import org.shegong.app.AppContext;
import org.shegong.app.tasks.Work;
import org.shegong.db.journal.JournalStep;

/** Notes in the journal that somebody looks at plain values, before they are shown. */
public final class PlainLook {
    /** The journal's word for it. */
    public static final String ACTION = "show_plain";

    private PlainLook() {
    }

    /**
     * Notes it beside the window; nothing may be shown before it succeeded.
     *
     * @param form whose records
     * @param recordId the record looked at; empty for a list
     * @param records how many records stand in the view
     */
    public static Work<JournalStep> noted(AppContext context, String form, String recordId, long records,
                                          String reason) {
        return context.tasks().work(progress -> context.station().journal().event(context.station().actor(), ACTION,
            context.station().forms().form(form).label(), form, recordId,
            Map.of("reason", reason, "records", records)));
    }
}
