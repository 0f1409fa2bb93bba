package org.shegong.app.screens.report;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.tasks.Latest;
import org.shegong.reports.document.Document;
import org.shegong.reports.render.PagePictures;
import org.shegong.reports.render.PdfPrinting;
import org.shegong.reports.render.PdfRenderer;

/** A document's pages as they print, and the way to the printer. Window thread only. */
public final class PreviewViewModel {
    /** Sizes offered, in percent of paper. */
    public static final List<Integer> ZOOMS = List.of(50, 75, 100, 125, 150, 200);
    private static final int DPI_AT_100 = 96;
    private static final int FIRST_ZOOM = 75;
    private final AppContext context;
    private final PdfPrinting printing = new PdfPrinting();
    private final Latest drawing;
    private final Object pagesLock = new Object();
    private final ReadOnlyObjectWrapper<PagePictures.Picture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Throwable> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper pages = new ReadOnlyIntegerWrapper();
    private final IntegerProperty page = new SimpleIntegerProperty();
    private final IntegerProperty zoom = new SimpleIntegerProperty(FIRST_ZOOM);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(true);
    private final ObservableList<PdfPrinting.Printer> printers = FXCollections.observableArrayList();
    private final ObservableList<String> missing = FXCollections.observableArrayList();
    private PagePictures pictures;
    private byte[] pdf = new byte[0];
    private String title = "";
    private boolean closed;

    /** What was made beside the window. */
    private record Made(byte[] pdf, Set<String> missing, PagePictures pictures, String title,
                        List<PdfPrinting.Printer> printers) {
    }

    public PreviewViewModel(AppContext context) {
        this.context = context;
        this.drawing = new Latest(context.tasks());
        page.addListener(change -> draw());
        zoom.addListener(change -> draw());
    }

    /** Lays the document out. @param document makes it, beside the window */
    public void open(Supplier<Document> document) {
        context.tasks().work(progress -> {
            Document made = document.get();
            PdfRenderer.Rendered rendered = new PdfRenderer().render(made);
            return new Made(rendered.bytes(), rendered.missingCharacters(), PagePictures.open(rendered.bytes()),
                made.fileStem(), printing.printers());
        }).titled(context.texts().get("preview.running")).onSuccess(this::opened).onError(problem -> {
            failure.set(problem);
            busy.set(false);
        }).start();
    }

    private void opened(Made made) {
        if (closed) {
            made.pictures().close();
            return;
        }
        pdf = made.pdf();
        pictures = made.pictures();
        title = made.title();
        missing.setAll(made.missing());
        printers.setAll(made.printers());
        pages.set(pictures.count());
        draw();
    }

    private void draw() {
        PagePictures from = pictures;
        if (from == null || closed) {
            return;
        }
        int wanted = page.get();
        int dpi = DPI_AT_100 * zoom.get() / 100;
        busy.set(true);
        drawing.start(context.tasks().work(progress -> {
            synchronized (pagesLock) {
                progress.checkCancelled();
                return from.picture(wanted, dpi);
            }
        }).onSuccess(drawn -> {
            picture.set(drawn);
            busy.set(false);
        }));
    }

    /** Turns pages; stays within the document. */
    public void turn(int by) {
        page.set(Math.max(0, Math.min(pages.get() - 1, page.get() + by)));
    }

    /** One size larger (1) or smaller (-1). */
    public void zoom(int by) {
        int at = Math.max(0, ZOOMS.indexOf(zoom.get()));
        zoom.set(ZOOMS.get(Math.max(0, Math.min(ZOOMS.size() - 1, at + by))));
    }

    /** Sends everything to a printer; says when it is on its way. */
    public void print(PdfPrinting.Printer printer, int copies) {
        byte[] bytes = pdf;
        String job = title;
        context.tasks().work(progress -> {
            printing.print(bytes, printer.name(), job, new PdfPrinting.Job(copies, 1, Integer.MAX_VALUE));
            return printer.name();
        }).titled(context.texts().get("preview.printing"))
            .onSuccess(name -> context.overlays().toast(context.texts().get("preview.printed", name, copies)))
            .onError(problem -> ReportTrouble.show(context, problem)).start();
    }

    /** Lets the pages go. */
    public void close() {
        closed = true;
        drawing.drop();
        PagePictures open = pictures;
        pictures = null;
        if (open != null) {
            context.tasks().work(progress -> {
                synchronized (pagesLock) {
                    open.close();
                }
                return null;
            }).start();
        }
    }

    /** The page in front; null until it is drawn. */
    public ReadOnlyObjectProperty<PagePictures.Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Why the pages could not be made; null when they could. */
    public ReadOnlyObjectProperty<Throwable> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Number of pages; 0 until it is known. */
    public ReadOnlyIntegerProperty pagesProperty() {
        return pages.getReadOnlyProperty();
    }

    /** Index of the page in front, from 0. */
    public IntegerProperty pageProperty() {
        return page;
    }

    /** Size in percent of paper. */
    public IntegerProperty zoomProperty() {
        return zoom;
    }

    /** True while a page is being drawn. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Printers of this computer, the standard one first; empty when there is none. */
    public ObservableList<PdfPrinting.Printer> printers() {
        return FXCollections.unmodifiableObservableList(printers);
    }

    /** Characters that no font has and that print as a mark; usually empty. */
    public ObservableList<String> missing() {
        return FXCollections.unmodifiableObservableList(missing);
    }
}
