package org.shegong.app.controls.export;

import java.util.List;
import java.util.Set;
import org.shegong.app.AppContext;
import org.shegong.app.controls.list.RecordListModel;
import org.shegong.app.controls.traces.TracesCard;
import org.shegong.db.forms.Field;

/** Exports any list to Excel. Window thread only. */
public final class ListExport {
    private final AppContext context;

    public ListExport(AppContext context) {
        this.context = context;
    }

    /** Asks how, then writes beside the window. */
    public void open(RecordListModel list) {
        List<String> columns = list.columns().shown().stream().map(Field::key).toList();
        list.allIds().onSuccess(ids -> ask(new ListExportModel.Shown(list.form().key(), columns, ids,
            list.monthProperty().get()))).start();
    }

    private void ask(ListExportModel.Shown shown) {
        ListExportModel model = new ListExportModel(context.station(), context.tasks(), context.texts(),
            new OutputFolder(context.settings()), shown);
        model.onSaved(new FolderOpening(context.tasks(), context.texts(), context.overlays())::saved);
        model.onFailed(words -> context.overlays().toast(words));
        model.onFound((found, go) -> {
            TracesCard traces = new TracesCard(context.texts(), context.overlays(), found, Set.of(), go);
            context.overlays().dialog(traces.view(), traces.firstFocus());
        });
        ListExportCard card = new ListExportCard(model, context.texts(), context.overlays());
        context.overlays().dialog(card.view(), card.firstFocus());
    }
}
