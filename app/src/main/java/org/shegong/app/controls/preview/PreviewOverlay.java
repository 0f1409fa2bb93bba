package org.shegong.app.controls.preview;

import java.util.List;
import javafx.scene.Node;
import org.shegong.app.AppContext;
import org.shegong.app.Overlays;
import org.shegong.app.controls.export.FolderOpening;
import org.shegong.app.controls.export.OutputFolder;
import org.shegong.app.i18n.Texts;
import org.shegong.app.tasks.Job;
import org.shegong.app.tasks.Tasks;
import org.shegong.reports.document.Document;
import org.shegong.reports.render.PdfPrinting;
import org.shegong.reports.render.PdfRenderer;

/**
 * Shows any document as its printed pages over the window, from where it is printed or saved. One of these serves a
 * screen for as long as it lives: it keeps the loaded fonts. Window thread only.
 */
public final class PreviewOverlay {
    private final Tasks tasks;
    private final Texts texts;
    private final Overlays overlays;
    private final OutputFolder folder;
    private final PdfRenderer renderer = new PdfRenderer();
    private final PdfPrinting printing = new PdfPrinting();

    public PreviewOverlay(AppContext context) {
        this(context.tasks(), context.texts(), context.overlays(), new OutputFolder(context.settings()));
    }

    /** For the time before a station is open. */
    public PreviewOverlay(Tasks tasks, Texts texts, Overlays overlays, OutputFolder folder) {
        this.tasks = tasks;
        this.texts = texts;
        this.overlays = overlays;
        this.folder = folder;
    }

    /**
     * Shows a document that holds no personal data.
     *
     * @param title words above the page
     * @param document makes it, beside the window
     */
    public void show(String title, Job<Document> document) {
        show(title, document, Disclosure.NONE);
    }

    /** Shows a document; {@code disclosure} hears before it is printed or saved. */
    public void show(String title, Job<Document> document, Disclosure disclosure) {
        PreviewModel model = model();
        show(title, model, List.of(), disclosure);
        model.show(document);
    }

    /** Pages for {@link #show(String, PreviewModel, List, Disclosure)}. */
    public PreviewModel model() {
        return new PreviewModel(tasks, renderer);
    }

    /**
     * Shows pages that change with what is chosen beside them.
     *
     * @param choices controls above the printer; whoever made them calls {@link PreviewModel#show}
     */
    public void show(String title, PreviewModel model, List<Node> choices, Disclosure disclosure) {
        OutputModel output = new OutputModel(tasks, texts, model, printing, folder);
        output.disclosedTo(disclosure);
        output.onSaved(new FolderOpening(tasks, texts, overlays)::saved);
        output.onPrinted(printer -> overlays.toast(texts.get("pages.printed", printer)));
        output.findPrinters();
        PreviewPane pane = new PreviewPane(title, model, output, choices, new PreviewPane.Around(tasks, texts, overlays));
        overlays.dialog(pane.view(), pane.firstFocus());
    }
}
