package org.shegong.app.controls.preview;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shegong.app.tasks.Job;
import org.shegong.app.tasks.Latest;
import org.shegong.app.tasks.Tasks;
import org.shegong.app.tasks.Work;
import org.shegong.reports.document.Document;
import org.shegong.reports.render.PagePictures;
import org.shegong.reports.render.PdfRenderer;

/**
 * The pages of one document: made beside the window, drawn one at a time. Another document may be put in its place, as
 * when an edition is chosen. Window thread only.
 */
public final class PreviewModel {
    /** What stands in the place of the page. */
    public enum State { WORKING, READY, FAILED }

    /**
     * One page to look at.
     *
     * @param widthMm of the paper
     * @param heightMm of the paper
     */
    public record PageView(PagePictures.Picture picture, double widthMm, double heightMm) {
    }

    private final Tasks tasks;
    private final PdfRenderer renderer;
    private final Latest rendering;
    private final Latest drawing;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WORKING);
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper pages = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<PageView> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper making = new ReadOnlyDoubleWrapper(-1);
    private Job<Document> job;
    private OpenPages open;
    private Throwable failure;
    private int width = 800;
    private boolean closed;

    /** @param renderer keeps the loaded fonts; may be shared */
    public PreviewModel(Tasks tasks, PdfRenderer renderer) {
        this.tasks = tasks;
        this.renderer = renderer;
        this.rendering = new Latest(tasks);
        this.drawing = new Latest(tasks);
    }

    /**
     * Makes the pages of a document; those shown until then stay until they are there, and so does the page number.
     *
     * @param document makes it, beside the window
     */
    public void show(Job<Document> document) {
        job = document;
        state.set(State.WORKING);
        Work<OpenPages> work = tasks.work(progress -> OpenPages.of(document.run(progress), renderer));
        making.bind(work.progressProperty());
        rendering.start(work.onSuccess(this::rendered).onError(this::failed));
    }

    /** Makes the same pages again, after something went wrong or has changed. */
    public void again() {
        show(job);
    }

    private void rendered(OpenPages fresh) {
        closePages();
        if (closed) {
            discard(fresh);
            return;
        }
        open = fresh;
        failure = null;
        pages.set(fresh.rendered().pages());
        missing.set(String.join("\u3000", fresh.rendered().missingCharacters()));
        page.set(Math.max(0, Math.min(page.get(), pages.get() - 1)));
        state.set(State.READY);
        draw();
    }

    private void failed(Throwable cause) {
        failure = cause;
        System.getLogger(PreviewModel.class.getName()).log(System.Logger.Level.ERROR, "pages not made", cause);
        state.set(State.FAILED);
    }

    private void draw() {
        OpenPages from = open;
        if (from == null) {
            return;
        }
        int wanted = page.get();
        int pixels = width;
        drawing.start(tasks.work(progress -> {
            PagePictures.Picture drawn = from.picture(wanted, pixels);
            PagePictures.PageSize size = drawn == null ? null : from.size(wanted);
            return drawn == null ? null : new PageView(drawn, size.widthMm(), size.heightMm());
        }).onSuccess(drawn -> {
            if (drawn != null) {
                picture.set(drawn);
            }
        }).onError(this::failed));
    }

    /** Shows the page with this index, counted from 0; beyond the ends nothing happens. */
    public void turnTo(int index) {
        if (index >= 0 && index < pages.get() && index != page.get()) {
            page.set(index);
            draw();
        }
    }

    /** Pages forward, or back when negative. */
    public void turn(int by) {
        turnTo(page.get() + by);
    }

    /** How wide the page is on the screen, in device pixels; it is drawn again when that has changed. */
    public void drawnWide(int pixels) {
        if (pixels > 0 && pixels != width) {
            width = pixels;
            draw();
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far the pages are while they are being made, 0 to 1; -1 when that is not known. */
    public ReadOnlyDoubleProperty makingProperty() {
        return making.getReadOnlyProperty();
    }

    /** Index of the page shown, from 0. */
    public ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** How many pages there are; 0 until they are made. */
    public ReadOnlyIntegerProperty pagesProperty() {
        return pages.getReadOnlyProperty();
    }

    /** Characters that no font has, parted by blanks; empty when all can be printed. */
    public ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** The page as drawn last; null until there is one. */
    public ReadOnlyObjectProperty<PageView> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Why there are no pages; null when there are or they are still being made. */
    public Throwable failure() {
        return failure;
    }

    /** The document whose pages are shown; empty while they are being made. */
    Optional<OpenPages> open() {
        return state.get() == State.READY ? Optional.ofNullable(open) : Optional.empty();
    }

    /** Gives the memory back; to be called when nobody looks any more. */
    public void close() {
        closed = true;
        rendering.drop();
        drawing.drop();
        closePages();
    }

    private void closePages() {
        if (open != null) {
            discard(open);
            open = null;
        }
    }

    private void discard(OpenPages pagesToClose) {
        tasks.work(progress -> {
            pagesToClose.close();
            return null;
        }).start();
    }
}
