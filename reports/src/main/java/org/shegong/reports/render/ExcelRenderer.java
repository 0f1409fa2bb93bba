package org.shegong.reports.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.shegong.reports.document.Alignment;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.ColumnType;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.Footer;
import org.shegong.reports.document.Listing;
import org.shegong.reports.document.MachineRow;
import org.shegong.reports.document.PageSetup;
import org.shegong.reports.document.Sheet;

/**
 * Writes documents as Excel workbooks (.xlsx) that Excel, WPS and LibreOffice open alike: figures as numbers, days as
 * dates, identity numbers and anything that looks like a formula as text, and no personal name in the properties.
 * Stateless; may be used from any thread but the screen's.
 */
public final class ExcelRenderer {

    /**
     * Writes the document's sheets, those for print only left out, and its machine-readable rows.
     *
     * @throws DocumentWriteException when the file cannot be written; a file that was there is then unchanged
     */
    public RenderResult write(Document document, Path target) {
        int[] sheets = new int[1];
        AtomicWrite.to(target, out -> sheets[0] = write(document, out));
        return new RenderResult(target, Set.of(), sheets[0]);
    }

    /** Writes the workbook to a stream, which stays open; returns the number of worksheets. */
    public int write(Document document, OutputStream out) throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        try {
            ExcelStyles styles = new ExcelStyles(workbook);
            List<String> names = new ArrayList<>();
            for (Sheet sheet : document.sheets()) {
                if (sheet.outlet() != Sheet.Outlet.PRINT) {
                    sheet(document, sheet, workbook.createSheet(unique(sheet.name(), names)), styles);
                }
            }
            if (!document.machineRows().isEmpty() || workbook.getNumberOfSheets() == 0) {
                String name = unique(RenderTexts.text("sheet.machine"), names);
                machine(document, workbook.createSheet(name), styles);
            }
            properties(workbook, document.fileStem());
            workbook.write(out);
            return workbook.getNumberOfSheets();
        } finally {
            // Closing would write the whole package a second time, into memory.
            workbook.getPackage().revert();
        }
    }

    /**
     * Writes a long list row by row, in bounded memory. Takes the rows on this thread.
     *
     * @throws DocumentWriteException                       when the file cannot be written
     * @throws java.util.concurrent.CancellationException   when the progress says so; nothing is left of the file
     */
    public RenderResult write(Listing listing, Path target, RenderProgress progress) {
        int[] sheets = new int[1];
        AtomicWrite.to(target, out ->
                sheets[0] = new ExcelListing(listing, progress, ExcelListing.SHEET_ROWS).write(out));
        return new RenderResult(target, Set.of(), sheets[0]);
    }

    private static void sheet(Document document, Sheet source, XSSFSheet target, ExcelStyles styles) {
        int rows = new ExcelSheet(source, target, styles).write();
        ExcelPage.apply(target, source.page(), document.footer(), document.marking());
        if (rows > 0) {
            int columns = ColumnGrid.of(source).columns();
            XSSFWorkbook workbook = target.getWorkbook();
            workbook.setPrintArea(workbook.getSheetIndex(target), 0, columns - 1, 0, rows - 1);
        }
        if (source.headingsLocked()) {
            ExcelPage.lock(target);
        }
    }

    private static void machine(Document document, XSSFSheet sheet, ExcelStyles styles) {
        ExcelLook head = ExcelLook.plain(ExcelLook.Font.BOLD, 10, Alignment.LEFT).fitted(ExcelLook.Fit.CUT);
        ExcelLook body = ExcelLook.plain(ExcelLook.Font.BODY, 10, Alignment.LEFT).fitted(ExcelLook.Fit.CUT);
        List<String> keys = List.of("machine.row", "machine.column", "machine.value", "machine.unit", "machine.version");
        var first = sheet.createRow(0);
        for (int i = 0; i < keys.size(); i++) {
            put(first.createCell(i), Cell.text(RenderTexts.text(keys.get(i))), head, styles);
            ExcelPage.columnWidth(sheet, i, 28);
        }
        int index = 1;
        for (MachineRow row : document.machineRows()) {
            Cell value = row.value() instanceof Cell.NotApplicable ? Cell.EMPTY : row.value();
            List<Cell> cells = List.of(Cell.text(row.rowCode()), Cell.text(row.columnCode()), value,
                    Cell.text(row.unit()), Cell.text(row.version()));
            var target = sheet.createRow(index++);
            for (int i = 0; i < cells.size(); i++) {
                put(target.createCell(i), cells.get(i), body, styles);
            }
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(0, index - 1), 0, keys.size() - 1));
        ExcelPage.apply(sheet, PageSetup.REPORT_PORTRAIT, Footer.NONE, document.marking());
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    }

    private static void put(org.apache.poi.ss.usermodel.Cell target, Cell cell, ExcelLook look, ExcelStyles styles) {
        target.setCellStyle(styles.style(ExcelValue.look(look, cell, ColumnType.TEXT)));
        ExcelValue.put(target, cell, ColumnType.TEXT);
    }

    /** Removes what the library writes about the author and sets the title. */
    static void properties(XSSFWorkbook workbook, String title) {
        var core = workbook.getProperties().getCoreProperties();
        core.getUnderlyingProperties().setCreatorProperty(Optional.empty());
        core.getUnderlyingProperties().setLastModifiedByProperty(Optional.empty());
        core.setTitle(title);
    }

    /** A worksheet name without forbidden characters, at most 31 long and not yet among the names, to which it is added. */
    static String unique(String wished, List<String> names) {
        String safe = WorkbookUtil.createSafeSheetName(wished.isBlank() ? "1" : wished, '_');
        String name = safe;
        for (int i = 2; contains(names, name); i++) {
            String end = "(" + i + ")";
            name = safe.substring(0, Math.min(safe.length(), 31 - end.length())) + end;
        }
        names.add(name);
        return name;
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }
}
