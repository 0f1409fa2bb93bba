package org.shegong.app.controls.preview;

import java.util.List;
import org.shegong.app.AppContext;
import org.shegong.app.tasks.Work;
import org.shegong.db.forms.PrintTemplate;
import org.shegong.db.security.Right;
import org.shegong.reports.printing.PrintedForms;

/** Prints records of any form, filled or blank, through the preview. Window thread only. */
public final class FormPrinting {
    private final AppContext context;
    private final PreviewOverlay preview;

    public FormPrinting(AppContext context) {
        this.context = context;
        this.preview = new PreviewOverlay(context);
    }

    /** One record, as its page or panel prints it. */
    public void record(String form, String id) {
        open(form, id, List.of(), List.of());
    }

    /** The form empty, to write by hand. */
    public void blank(String form) {
        open(form, "", List.of(), List.of());
    }

    /**
     * What a list shows: the record one stands on, all of them, or the empty form.
     *
     * @param selected may be empty
     * @param listed not started yet; finds the ids of the whole list
     * @param columns field keys of the list in order
     */
    public void list(String form, String selected, Work<List<String>> listed, List<String> columns) {
        listed.onSuccess(ids -> open(form, selected, ids, columns)).start();
    }

    private void open(String form, String selected, List<String> listed, List<String> columns) {
        if (!context.station().clearance().may(Right.EXPORT)) {
            context.overlays().toast(context.texts().get("role.export"));
            return;
        }
        context.tasks().work(progress -> new PrintedForms(context.station()).templates(form))
            .onSuccess(templates -> show(form, templates, selected, listed, columns)).start();
    }

    private void show(String form, List<PrintTemplate> templates, String selected, List<String> listed,
                      List<String> columns) {
        FormPrintModel model = new FormPrintModel(context.station(), context.texts(), form, templates, selected,
            listed, columns);
        PreviewModel pages = preview.model();
        List.of(model.templateProperty(), model.contentProperty(), model.editionProperty())
            .forEach(property -> property.addListener(change -> pages.show(model.document())));
        preview.show(context.texts().get("paper.title", model.form().title()), pages,
            new FormPrintChoices(model, pages, context.texts(), context.overlays()).nodes(), model);
        pages.show(model.document());
    }
}
