package org.shegong.reports.render;

import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.shegong.reports.document.Footer;
import org.shegong.reports.document.Marking;
import org.shegong.reports.document.PageSetup;

/** Page rules of a worksheet: paper, margins, fit to width, header and footer, protection of headings. */
final class ExcelPage {
    private static final double MM_PER_INCH = 25.4;
    /** Widest digit of the standard font in pixels, by which spreadsheets measure column widths. */
    private static final double DIGIT_PIXELS = 8;
    private static final int WIDEST = 255 * 256;

    private ExcelPage() {
    }

    static void columnWidth(Sheet sheet, int column, double millimetres) {
        double pixels = millimetres * 96 / MM_PER_INCH;
        int width = (int) Math.round(pixels / DIGIT_PIXELS * 256);
        sheet.setColumnWidth(column, Math.max(256, Math.min(WIDEST, width)));
    }

    static void apply(Sheet sheet, PageSetup page, Footer footer, Marking marking) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize((short) (PaperSize.A4_PAPER.ordinal() + 1));
        setup.setLandscape(page.landscape());
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        margin(sheet, PageMargin.TOP, page.top());
        margin(sheet, PageMargin.BOTTOM, page.bottom());
        margin(sheet, PageMargin.LEFT, page.left() + page.gutter());
        margin(sheet, PageMargin.RIGHT, page.right());
        margin(sheet, PageMargin.HEADER, 8);
        margin(sheet, PageMargin.FOOTER, 7);
        sheet.getFooter().setLeft(escaped(footer.left()));
        sheet.getFooter().setCenter(RenderTexts.text("page.number.workbook"));
        sheet.getFooter().setRight(escaped(footer.right()));
        sheet.getHeader().setCenter(escaped(marking.pageHeader()));
        sheet.getHeader().setRight(escaped(marking.watermark()));
    }

    /** Protects locked cells without a password; copying, filtering and widening columns stay possible. */
    static void lock(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockFormatCells(false);
        sheet.lockAutoFilter(false);
        sheet.lockSort(false);
        sheet.lockSelectLockedCells(false);
    }

    private static void margin(Sheet sheet, PageMargin margin, double millimetres) {
        sheet.setMargin(margin, millimetres / MM_PER_INCH);
    }

    private static String escaped(String text) {
        return text.replace("&", "&&");
    }
}
