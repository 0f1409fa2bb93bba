package org.shegong.reports.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.shegong.reports.document.Alignment;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.Footer;
import org.shegong.reports.document.HeaderCell;
import org.shegong.reports.document.Listing;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.RowStyle;

/**
 * Streams a long list into a workbook. Only a few rows are in memory; what the library must keep on disk meanwhile is
 * encrypted with a key that lives in memory. A list longer than a worksheet goes on in a second one.
 */
final class ExcelListing {
    /** Rows of a worksheet. */
    static final int SHEET_ROWS = 1_048_576;
    private static final int PROGRESS_STEP = 500;
    private static final double SIZE = 10;
    private static final double LEAST_WIDTH_MM = 8;

    private final Listing listing;
    private final RenderProgress progress;
    private final int sheetRows;
    private final List<String> names = new ArrayList<>();
    private SXSSFWorkbookWithCustomZipEntrySource workbook;
    private ExcelStyles styles;
    private CellStyle[][] columnStyles;
    private SXSSFSheet sheet;
    private int next;
    private int headRow;

    /** {@code sheetRows} is the most rows a worksheet may have, head included. */
    ExcelListing(Listing listing, RenderProgress progress, int sheetRows) {
        this.listing = listing;
        this.progress = progress;
        this.sheetRows = sheetRows;
    }

    /** Writes the workbook; returns the number of worksheets. */
    int write(OutputStream out) throws IOException {
        workbook = new SXSSFWorkbookWithCustomZipEntrySource();
        try {
            styles = new ExcelStyles(workbook.getXSSFWorkbook());
            columnStyles = new CellStyle[listing.columns().size()][];
            beginSheet();
            long done = 0;
            while (listing.rows().hasNext()) {
                row(listing.rows().next());
                if (++done % PROGRESS_STEP == 0) {
                    report(done);
                }
            }
            report(done);
            endSheet();
            ExcelRenderer.properties(workbook.getXSSFWorkbook(), listing.name());
            workbook.write(out);
            return workbook.getNumberOfSheets();
        } finally {
            workbook.getXSSFWorkbook().getPackage().revert();
            workbook.dispose();
        }
    }

    private void report(long done) {
        progress.advanced(done, listing.expected());
        if (progress.cancelled()) {
            throw new CancellationException("cancelled after " + done + " rows");
        }
    }

    private void beginSheet() {
        String name = names.isEmpty() ? listing.name()
                : RenderTexts.text("sheet.continued", listing.name(), names.size() + 1);
        sheet = workbook.createSheet(ExcelRenderer.unique(name, names));
        next = 0;
        for (int i = 0; i < listing.columns().size(); i++) {
            ExcelPage.columnWidth(sheet, i, Math.max(LEAST_WIDTH_MM, listing.columns().get(i).widthMm()));
        }
        int last = listing.columns().size() - 1;
        ExcelLook title = ExcelLook.plain(ExcelLook.Font.TITLE, 16, Alignment.LEFT).fitted(ExcelLook.Fit.CUT);
        for (String line : listing.titleLines()) {
            SXSSFRow row = sheet.createRow(next++);
            row.setHeightInPoints(28);
            var cell = row.createCell(0);
            cell.setCellStyle(styles.style(ExcelValue.looksLikeFormula(line) ? title.asLiteral() : title));
            ExcelValue.putText(cell, line);
        }
        headRow = next;
        head();
        sheet.createFreezePane(listing.frozen(), next);
        sheet.setRepeatingRows(new CellRangeAddress(headRow, next - 1, 0, last));
        ExcelPage.apply(sheet, listing.page(), Footer.NONE, listing.marking());
    }

    private void head() {
        int rows = HeaderCell.rows(listing.columns());
        CellStyle style = styles.style(ExcelLook.plain(ExcelLook.Font.HEAD, SIZE, Alignment.CENTRE)
                .tinted(ExcelLook.Tint.HEAD).framed(ExcelLook.Frame.ALL));
        for (int r = 0; r < rows; r++) {
            SXSSFRow row = sheet.createRow(next++);
            row.setHeightInPoints(24);
            for (int c = 0; c < listing.columns().size(); c++) {
                row.createCell(c).setCellStyle(style);
            }
        }
        for (HeaderCell cell : HeaderCell.of(listing.columns())) {
            int top = headRow + cell.row();
            ExcelValue.putText(sheet.getRow(top).getCell(cell.column()), cell.text());
            if (cell.colSpan() > 1 || cell.rowSpan() > 1) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(top, top + cell.rowSpan() - 1, cell.column(),
                        cell.column() + cell.colSpan() - 1));
            }
        }
    }

    private void row(Row row) {
        if (next >= sheetRows) {
            endSheet();
            beginSheet();
        }
        SXSSFRow target = sheet.createRow(next++);
        boolean plain = row.style().equals(RowStyle.NORMAL);
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            Column column = listing.columns().get(i);
            var written = target.createCell(i);
            written.setCellStyle(plain ? plainStyle(i, cell) : styles.style(look(row.style(), i, cell)));
            ExcelValue.put(written, cell, column.type());
        }
    }

    /** Styles of ordinary rows, remembered by column and kind of value: two million cells ask for them. */
    private CellStyle plainStyle(int index, Cell cell) {
        int kind = kind(cell);
        if (kind < 0) {
            return styles.style(look(RowStyle.NORMAL, index, cell));
        }
        if (columnStyles[index] == null) {
            columnStyles[index] = new CellStyle[4];
        }
        CellStyle known = columnStyles[index][kind];
        if (known == null) {
            known = styles.style(look(RowStyle.NORMAL, index, cell));
            columnStyles[index][kind] = known;
        }
        return known;
    }

    /** 0 text, 1 text like a formula, 2 day, 3 moment; −1 for values whose style depends on more than the column. */
    private static int kind(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return ExcelValue.looksLikeFormula(text.value()) ? 1 : 0;
        }
        if (cell instanceof Cell.Day) {
            return 2;
        }
        return cell instanceof Cell.Moment ? 3 : -1;
    }

    private ExcelLook look(RowStyle style, int index, Cell cell) {
        Column column = listing.columns().get(index);
        ExcelLook.Font font = style.kind() == RowStyle.Kind.NORMAL ? ExcelLook.Font.BODY : ExcelLook.Font.BOLD;
        ExcelLook look = ExcelLook.plain(font, SIZE, column.type().alignment()).framed(ExcelLook.Frame.ALL).fitted(ExcelLook.Fit.CUT);
        boolean missing = style.highlighted() || cell instanceof Cell.Unfilled;
        return ExcelValue.look(missing ? look.tinted(ExcelLook.Tint.MISSING) : look, cell, column.type());
    }

    private void endSheet() {
        int last = listing.columns().size() - 1;
        int lastHead = headRow + HeaderCell.rows(listing.columns()) - 1;
        sheet.setAutoFilter(new CellRangeAddress(lastHead, Math.max(lastHead, next - 1), 0, last));
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, last, 0, next - 1);
    }
}
