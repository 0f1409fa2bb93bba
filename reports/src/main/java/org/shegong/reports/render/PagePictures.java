package org.shegong.reports.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Pictures of a PDF's pages for preview on screen; needs no display. Pages are drawn when asked for, so the whole
 * document is never held as pictures. One thread at a time; close it after use.
 */
public final class PagePictures implements AutoCloseable {
    private static final double POINTS_PER_MM = 72 / 25.4;

    /**
     * A page as pixels.
     *
     * @param width  in pixels
     * @param height in pixels
     * @param argb   rows from top to bottom, each {@code width} pixels of 0xAARRGGBB; opaque
     */
    public record Picture(int width, int height, int[] argb) {
    }

    /**
     * Size of a page on paper.
     *
     * @param widthMm  in millimetres
     * @param heightMm in millimetres
     */
    public record PageSize(double widthMm, double heightMm) {
    }

    private final PDDocument document;
    private final PDFRenderer renderer;

    private PagePictures(PDDocument document) {
        this.document = document;
        this.renderer = new PDFRenderer(document);
    }

    /** Opens a PDF in memory; throws {@link DocumentReadException} when it is none. */
    public static PagePictures open(byte[] pdf) {
        try {
            return new PagePictures(Loader.loadPDF(pdf, "", null, null, IOUtils.createMemoryOnlyStreamCache()));
        } catch (IOException e) {
            throw new DocumentReadException(e);
        }
    }

    /** Opens a PDF file; throws {@link DocumentReadException} when it cannot be read. */
    public static PagePictures open(Path pdf) {
        try {
            return new PagePictures(Loader.loadPDF(pdf.toFile(), "", null, null, IOUtils.createMemoryOnlyStreamCache()));
        } catch (IOException e) {
            throw new DocumentReadException(e);
        }
    }

    /** Number of pages. */
    public int count() {
        return document.getNumberOfPages();
    }

    /** Size of the page with the given index, counted from 0. */
    public PageSize size(int page) {
        PDRectangle box = document.getPage(page).getCropBox();
        return new PageSize(box.getWidth() / POINTS_PER_MM, box.getHeight() / POINTS_PER_MM);
    }

    /** Draws the page with the given index, counted from 0, at the given resolution in dots per inch. */
    public Picture picture(int page, int dpi) {
        BufferedImage image = image(page, dpi);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new Picture(image.getWidth(), image.getHeight(), pixels);
    }

    /** The same as an image. */
    public BufferedImage image(int page, int dpi) {
        try {
            return renderer.renderImageWithDPI(page, dpi, ImageType.RGB);
        } catch (IOException e) {
            throw new DocumentReadException(e);
        }
    }

    @Override
    public void close() {
        IOUtils.closeQuietly(document);
    }
}
