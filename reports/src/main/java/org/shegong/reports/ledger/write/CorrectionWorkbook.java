package org.shegong.reports.ledger.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.shegong.reports.ledger.ImportSummary;
import org.shegong.reports.ledger.LedgerMessages;
import org.shegong.reports.ledger.SheetReport;
import org.shegong.reports.ledger.SheetReport.RowRemark;
import org.shegong.reports.ledger.recognise.HeadingText;
import org.shegong.reports.ledger.recognise.KindSpec;
import org.shegong.reports.ledger.recognise.LedgerField;
import org.shegong.reports.ledger.recognise.LedgerField.Type;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.recognise.SheetMapping;
import org.shegong.reports.ledger.recognise.SureHeadings;
import org.shegong.reports.render.AtomicWrite;

/**
 * Writes the refused rows into a workbook of their own: a sheet for each sheet that had some, with its own
 * headings where they are sure to be understood again, a column for whatever is required but was not there, the
 * reason of each row, and for ledgers that name persons a column for the number that settles an ambiguous name.
 * Corrected, it is imported like any ledger. The cells are not masked: it is a working paper.
 */
public final class CorrectionWorkbook {

    private static final int WIDTH = 18 * 256;
    private static final int REASON_WIDTH = 60 * 256;

    private final LedgerWords words;
    private final LedgerMessages messages;
    private final SureHeadings headings;

    /** A writer with these words, among them the headings that the station has just taught the program. */
    public CorrectionWorkbook(LedgerWords words, LedgerMessages messages) {
        this.words = words;
        this.messages = messages;
        this.headings = new SureHeadings(words);
    }

    /**
     * Writes the workbook.
     *
     * @return how many rows it holds; with 0 no file is written
     * @throws org.shegong.reports.render.DocumentWriteException when the file cannot be written
     */
    public int write(ImportSummary summary, Path target) {
        int rows = summary.refusedRows();
        if (rows > 0) {
            AtomicWrite.to(target, out -> write(summary, out));
        }
        return rows;
    }

    private void write(ImportSummary summary, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Styles styles = new Styles(workbook);
            Set<String> names = new HashSet<>();
            summary.files().forEach(file -> file.sheets().stream().filter(sheet -> !sheet.refused().isEmpty())
                    .forEach(sheet -> fill(workbook.createSheet(name(sheet, names)), sheet, styles)));
            workbook.write(out);
        }
    }

    /** The kind's name lets the program recognise the sheet again; equal names are numbered. */
    private String name(SheetReport sheet, Set<String> taken) {
        String base = WorkbookUtil.createSafeSheetName(headings.sheetName(sheet.mapping().kind(), sheet.sheet()));
        String name = base;
        for (int number = 2; !taken.add(name.toLowerCase(java.util.Locale.ROOT)); number++) {
            String ending = "(" + number + ")";
            name = base.substring(0, Math.min(base.length(), 31 - ending.length())) + ending;
        }
        return name;
    }

    private void fill(Sheet sheet, SheetReport report, Styles styles) {
        List<Integer> columns = columns(report);
        KindSpec spec = words.kind(report.mapping().kind());
        List<String> names = new ArrayList<>();
        columns.forEach(column -> names.add(heading(spec, report.mapping(), column)));
        headings.lacking(report.mapping()).forEach(field -> names.add(headings.of(spec, field, "")));
        settleColumn(report.mapping()).ifPresent(field -> names.add(field.heading()));
        int reason = names.size();
        names.add(spec.field(LedgerWords.REFUSAL_FIELD).orElseThrow().heading());
        sheet.createRow(0).createCell(0).setCellValue(messages.text("correction.how"));
        Row head = sheet.createRow(1);
        for (int i = 0; i < names.size(); i++) {
            put(head, i, names.get(i), styles.head);
            sheet.setColumnWidth(i, i == reason ? REASON_WIDTH : WIDTH);
        }
        for (int i = 0; i < report.refused().size(); i++) {
            row(sheet.createRow(i + 2), report.refused().get(i), report.mapping(), columns, reason, styles);
        }
        sheet.createFreezePane(0, 2);
    }

    private String heading(KindSpec spec, SheetMapping mapping, int column) {
        String own = mapping.headings().get(column);
        return mapping.columns().entrySet().stream().filter(entry -> entry.getValue() == column)
                .findFirst().flatMap(entry -> spec.field(entry.getKey())).map(field -> headings.of(spec, field, own))
                .orElseGet(() -> headings.leftOut(own));
    }

    private static void row(Row row, RowRemark refusal, SheetMapping mapping, List<Integer> columns, int reasonColumn,
                            Styles styles) {
        List<String> cells = refusal.source().cells();
        for (int i = 0; i < columns.size(); i++) {
            int column = columns.get(i);
            String heading = column < mapping.headings().size() ? mapping.headings().get(column) : "";
            boolean blamed = HeadingText.full(heading).equals(HeadingText.full(refusal.column()));
            put(row, i, column < cells.size() ? cells.get(column) : "", blamed ? styles.blamed : styles.text);
        }
        for (int i = columns.size(); i < reasonColumn; i++) {
            put(row, i, "", styles.blamed);
        }
        put(row, reasonColumn, refusal.message(), styles.text);
    }

    private static void put(Row row, int column, String value, CellStyle style) {
        org.apache.poi.ss.usermodel.Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        cell.setCellValue(value);
    }

    /** The sheet's own columns, without the reasons of an earlier correction. */
    private static List<Integer> columns(SheetReport report) {
        Integer reason = report.mapping().columns().get(LedgerWords.REFUSAL_FIELD);
        int width = report.mapping().headings().size();
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            if (reason == null || reason != column) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** Empty when the kind names nobody, or the sheet has such a column already. */
    private Optional<LedgerField> settleColumn(SheetMapping mapping) {
        KindSpec spec = words.kind(mapping.kind());
        boolean ownNumber = spec.fields().stream().anyMatch(field -> field.type() == Type.ID);
        boolean names = spec.fields().stream().anyMatch(field ->
                field.type() == Type.PEOPLE || field.type() == Type.NAME && field.required());
        boolean has = mapping.columns().containsKey(LedgerWords.SETTLE_FIELD);
        return ownNumber || !names || has ? Optional.empty() : spec.field(LedgerWords.SETTLE_FIELD);
    }

    private static final class Styles {

        private final CellStyle head;
        private final CellStyle text;
        private final CellStyle blamed;

        Styles(XSSFWorkbook workbook) {
            Font bold = workbook.createFont();
            bold.setBold(true);
            text = workbook.createCellStyle();
            // Text format: an identity number typed into a number cell would lose its end again.
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            text.setWrapText(true);
            head = workbook.createCellStyle();
            head.cloneStyleFrom(text);
            head.setFont(bold);
            head.setBorderBottom(BorderStyle.THIN);
            blamed = workbook.createCellStyle();
            blamed.cloneStyleFrom(text);
            blamed.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
            blamed.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
    }
}
