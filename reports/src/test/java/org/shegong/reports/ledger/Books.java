package org.shegong.reports.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.shegong.db.domain.IdNumber;

/** Makes real workbooks for tests; the people in them are invented, with numbers of a made-up area. */
final class Books implements AutoCloseable {

    private final Workbook workbook;
    private final CellStyle dates;
    private final Path file;
    private Sheet sheet;
    private int next;

    private Books(Path file) {
        this.file = file;
        this.workbook = file.toString().endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        this.dates = workbook.createCellStyle();
        this.dates.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"\u5E74\"m\"\u6708\"d\"\u65E5\""));
    }

    static Books at(Path file) {
        return new Books(file);
    }

    /** A valid number for a birth date and a serial of three digits (odd for men). */
    static String id(String birth, String serial) {
        String head = "450299" + birth + serial;
        return head + IdNumber.checkCharacter(head);
    }

    Books sheet(String name) {
        sheet = workbook.createSheet(name);
        next = 0;
        return this;
    }

    /** Adds a row; null leaves a cell out, dates become date cells, numbers number cells. */
    Books row(Object... values) {
        Row row = sheet.createRow(next++);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                put(row.createCell(i), values[i]);
            }
        }
        return this;
    }

    Books rows(List<Object[]> rows) {
        rows.forEach(this::row);
        return this;
    }

    private void put(Cell cell, Object value) {
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(dates);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }

    Books skip() {
        next++;
        return this;
    }

    Sheet current() {
        return sheet;
    }

    Workbook workbook() {
        return workbook;
    }

    Path write() throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        workbook.close();
        return file;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
