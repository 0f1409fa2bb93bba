package org.shegong.app.controls.preview;

import org.shegong.reports.document.Document;
import org.shegong.reports.render.PagePictures;
import org.shegong.reports.render.PdfRenderer;

/** A rendered document whose pages can be drawn by one thread after the other. Not for the window's thread. */
final class OpenPages implements AutoCloseable {
    private final Document document;
    private final PdfRenderer.Rendered rendered;
    private final PagePictures pictures;
    private boolean closed;

    private OpenPages(Document document, PdfRenderer.Rendered rendered) {
        this.document = document;
        this.rendered = rendered;
        this.pictures = PagePictures.open(rendered.bytes());
    }

    static OpenPages of(Document document, PdfRenderer renderer) {
        return new OpenPages(document, renderer.render(document));
    }

    Document document() {
        return document;
    }

    PdfRenderer.Rendered rendered() {
        return rendered;
    }

    /** Draws a page, counted from 0, as wide as asked for; null once closed. */
    synchronized PagePictures.Picture picture(int page, int widthPixels) {
        if (closed) {
            return null;
        }
        int dpi = (int) Math.round(widthPixels / (pictures.size(page).widthMm() / 25.4));
        return pictures.picture(page, Math.max(20, Math.min(300, dpi)));
    }

    synchronized PagePictures.PageSize size(int page) {
        return pictures.size(page);
    }

    @Override
    public synchronized void close() {
        closed = true;
        pictures.close();
    }
}
