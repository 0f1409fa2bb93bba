package org.shegong.reports.render;

import java.util.ArrayList;
import java.util.List;
import org.shegong.reports.document.Block;
import org.shegong.reports.document.FormGrid;
import org.shegong.reports.document.PageBreak;
import org.shegong.reports.document.Paragraph;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.Table;
import org.shegong.reports.document.TextSection;

/** Sets one sheet of a document and puts it on pages. */
final class PdfSheet {
    static final float POINTS_PER_MM = 72 / 25.4f;
    /** Rows before the signature block that stay on its page. */
    private static final int KEPT_ROWS = 2;

    private final Sheet sheet;
    private final TextSetter setter;
    private final float height;

    PdfSheet(Sheet sheet, TextSetter setter) {
        this.sheet = sheet;
        this.setter = setter;
        this.height = (float) (sheet.page().paperHeight() - sheet.page().top() - sheet.page().bottom()) * POINTS_PER_MM;
    }

    List<List<PageFlow.Placed>> pages() {
        double widthMm = sheet.page().printableWidth();
        PdfText text = new PdfText(setter, (float) widthMm * POINTS_PER_MM);
        List<Piece> pieces = new ArrayList<>();
        pieces.addAll(text.title(sheet.titleLines(), sheet.page().landscape() ? 22 : 18));
        pieces.addAll(text.heading(sheet.heading()));
        boolean ruled = false;
        for (Block block : sheet.blocks()) {
            boolean frame = block instanceof Table || block instanceof FormGrid;
            if (frame && ruled) {
                pieces.add(Piece.gap(8));
            }
            pieces.addAll(pieces(block, text, widthMm));
            ruled = frame;
        }
        List<Piece> signature = text.signature(sheet.signature());
        keepLast(pieces, signature.isEmpty() ? 0 : KEPT_ROWS);
        pieces.addAll(signature);
        return PageFlow.pages(pieces, height);
    }

    private List<Piece> pieces(Block block, PdfText text, double widthMm) {
        if (block instanceof Table table) {
            return new PdfTable(table, setter, widthMm, height).pieces();
        }
        if (block instanceof FormGrid form) {
            return new PdfForm(form, setter, widthMm, height).pieces();
        }
        if (block instanceof Paragraph paragraph) {
            return text.paragraph(paragraph);
        }
        if (block instanceof TextSection section) {
            return text.section(section);
        }
        return block instanceof PageBreak ? List.of(Piece.BREAK) : List.of();
    }

    private static void keepLast(List<Piece> pieces, int count) {
        for (int i = Math.max(0, pieces.size() - count); i < pieces.size(); i++) {
            pieces.set(i, pieces.get(i).keep());
        }
    }
}
