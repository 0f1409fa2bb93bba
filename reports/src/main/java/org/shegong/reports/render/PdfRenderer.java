package org.shegong.reports.render;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shegong.reports.document.Alignment;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.PageSetup;
import org.shegong.reports.document.Sheet;

/**
 * Writes documents as PDF with the bundled fonts embedded as subsets. A character that the main font lacks is taken from
 * a fallback font; one that no font has is printed as a visible mark and named in the result. Keep one renderer: it holds
 * the loaded fonts while memory allows. Safe for use from several threads, one document at a time.
 */
public final class PdfRenderer {
    private static final float FOOT_SIZE = 9;
    private static final float FOOT_MM = 10;

    private SoftReference<PdfFonts> fonts = new SoftReference<>(null);

    /** A PDF in memory: for previews that must not leave readable pages on disk. */
    public record Rendered(byte[] bytes, Set<String> missingCharacters, int pages) {
    }

    /** The pages of one sheet. */
    private record Run(PageSetup page, List<List<PageFlow.Placed>> pages) {
    }

    /**
     * Writes the document's sheets, those for the workbook only left out.
     *
     * @throws DocumentWriteException when the file cannot be written; a file that was there is then unchanged
     */
    public RenderResult write(Document document, Path target) {
        Rendered[] rendered = new Rendered[1];
        AtomicWrite.to(target, out -> {
            rendered[0] = render(document);
            out.write(rendered[0].bytes());
        });
        return new RenderResult(target, rendered[0].missingCharacters(), rendered[0].pages());
    }

    /** Renders the document in memory. */
    public synchronized Rendered render(Document document) {
        PdfFonts loaded = Optional.ofNullable(fonts.get()).orElseGet(PdfFonts::new);
        fonts = new SoftReference<>(loaded);
        Set<String> missing = new LinkedHashSet<>();
        TextSetter setter = new TextSetter(loaded, missing);
        List<Run> runs = new ArrayList<>();
        for (Sheet sheet : document.sheets()) {
            if (sheet.outlet() != Sheet.Outlet.WORKBOOK) {
                runs.add(new Run(sheet.page(), new PdfSheet(sheet, setter).pages()));
            }
        }
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("the document has no sheet to print");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        int pages = draw(document, runs, setter, bytes);
        return new Rendered(bytes.toByteArray(), missing, pages);
    }

    private static int draw(Document document, List<Run> runs, TextSetter setter, OutputStream out) {
        int total = runs.stream().mapToInt(run -> run.pages().size()).sum();
        com.lowagie.text.Document pdf = new com.lowagie.text.Document(paper(runs.get(0).page()), 0, 0, 0, 0);
        PdfWriter writer = PdfWriter.getInstance(pdf, out);
        pdf.addTitle(document.fileStem());
        int number = 0;
        for (Run run : runs) {
            pdf.setPageSize(paper(run.page()));
            for (List<PageFlow.Placed> page : run.pages()) {
                if (number == 0) {
                    pdf.open();
                } else {
                    pdf.newPage();
                }
                number++;
                writer.setPageEmpty(false);
                page(writer, document, run.page(), page, setter, number, total);
            }
        }
        pdf.close();
        return total;
    }

    private static void page(PdfWriter writer, Document document, PageSetup setup, List<PageFlow.Placed> pieces,
                             TextSetter setter, int number, int total) {
        float left = (float) (setup.left() + setup.gutter()) * PdfSheet.POINTS_PER_MM;
        float paperHeight = (float) setup.paperHeight() * PdfSheet.POINTS_PER_MM;
        PdfCanvas canvas = new PdfCanvas(writer.getDirectContent(), paperHeight, left);
        float top = (float) setup.top() * PdfSheet.POINTS_PER_MM;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i).piece();
            boolean first = i == 0 || !sameFrame(pieces.get(i - 1).piece(), piece);
            boolean last = i == pieces.size() - 1 || !sameFrame(piece, pieces.get(i + 1).piece());
            float y = top + pieces.get(i).top();
            piece.painter().ifPresent(painter -> painter.paint(canvas, y, first, last));
        }
        furniture(canvas, document, setup, setter, number, total);
    }

    private static void furniture(PdfCanvas canvas, Document document, PageSetup setup, TextSetter setter, int number,
                                  int total) {
        float width = (float) setup.printableWidth() * PdfSheet.POINTS_PER_MM;
        float foot = (float) (setup.paperHeight() - FOOT_MM) * PdfSheet.POINTS_PER_MM - FOOT_SIZE / 2;
        edge(canvas, setter, document.footer().left(), foot, width, Alignment.LEFT);
        edge(canvas, setter, RenderTexts.text("page.number.print", number, total), foot, width, Alignment.CENTRE);
        edge(canvas, setter, document.footer().right(), foot, width, Alignment.RIGHT);
        edge(canvas, setter, document.marking().pageHeader(), 8 * PdfSheet.POINTS_PER_MM, width, Alignment.CENTRE);
        if (!document.marking().watermark().isEmpty()) {
            canvas.watermark(setter.single(document.marking().watermark(), FontRole.HEAD, 15),
                    (float) setup.paperWidth() * PdfSheet.POINTS_PER_MM);
        }
    }

    private static void edge(PdfCanvas canvas, TextSetter setter, String text, float top, float width, Alignment side) {
        if (!text.isEmpty()) {
            float room = side == Alignment.CENTRE ? width : width * 0.4f;
            List<TextLine> lines = setter.shrink(text, FontRole.BODY, FOOT_SIZE, room);
            canvas.lines(lines, 0, top, width, side);
        }
    }

    private static boolean sameFrame(Piece a, Piece b) {
        return a.group().isPresent() && b.group().isPresent() && a.group().get() == b.group().get();
    }

    private static Rectangle paper(PageSetup setup) {
        return new Rectangle((float) setup.paperWidth() * PdfSheet.POINTS_PER_MM,
                (float) setup.paperHeight() * PdfSheet.POINTS_PER_MM);
    }
}
