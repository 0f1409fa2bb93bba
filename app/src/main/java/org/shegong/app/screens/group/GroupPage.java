package org.shegong.app.screens.group;

import org.shegong.app.AppContext;
import org.shegong.app.controls.form.TasksBackground;
import org.shegong.app.controls.form.model.AttendanceModel;
import org.shegong.app.controls.form.model.FormDesk;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.form.view.AttendanceGrid;
import org.shegong.app.controls.page.ParentPage;
import org.shegong.app.controls.page.RecordPage;

/** A group: its attendance in front, its sessions and members behind. */
public final class GroupPage {
    private GroupPage() {
    }

    /**
     * Makes the page of one group.
     *
     * @param back shows the list again
     */
    public static RecordPage make(AppContext context, String id, Runnable back) {
        ParentPage page = new ParentPage(context, "group_work", id, "group_session", back);
        FormDesk desk = FormDesk.of(context.station(), new TasksBackground(context.tasks()), FormTexts.bundled());
        AttendanceModel attendance = new AttendanceModel(desk, id);
        attendance.onSaved(record -> context.changes().saved());
        page.lead(desk.texts().text("attendance.tab"), new AttendanceGrid(desk, attendance), attendance::load);
        return page;
    }
}
