package org.shegong.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.shegong.reports.ledger.recognise.KindSpec;
import org.shegong.reports.ledger.recognise.LedgerField;
import org.shegong.reports.ledger.recognise.LedgerWords;

/** Sound workbooks of every kind of ledger whose cells hold what nobody expects; the same seed makes the same one. */
final class WildLedgers {
    private static final List<String> TEXTS = List.of("", " ", "2026-3-5", "2026-13-45", "99999999999999999999", "-1",
        "1e30", "9999999999999\u4e07", "\u8983\u7389\u5170", "\uD842\uDFB7", "\uD842", "450299194912310023",
        "4.5E+17", "=1+1", "1:99", "999999:59", "\u4e00\u4e2a\u534a\u5c0f\u65f6", "0000-00-00", "2026\u5e742\u670830\u65e5",
        "\u2160\u2161", "a\u0301", "'", "\u3001\u3001\u3001", "(\uff08((", "\n\n", "true", "#REF!", "00", "\u00b2", "\u0663",
        "\u8983\u7389\u5170\uff08\u767d\u6c99\u6751\uff09\u3001\u97e6\u4e00", "12/13/14", "24:00", "\u3007", "1900-02-29");
    private static final double[] NUMBERS = {0, -1, 1e30, -1e30, 1e-300, 60, 2958465, 2958466, 1e308, 0.1, 45_029_919_491_231_000d};
    private final Random random;

    WildLedgers(long seed) {
        this.random = new Random(seed);
    }

    byte[] workbook() throws IOException {
        List<KindSpec> kinds = LedgerWords.bundled().kinds();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat((short) 14);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                fill(book.createSheet("s" + i), kinds.get(random.nextInt(kinds.size())), date);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void fill(Sheet sheet, KindSpec kind, CellStyle date) {
        Row head = sheet.createRow(0);
        List<LedgerField> fields = kind.fields();
        for (int column = 0; column < fields.size(); column++) {
            List<String> words = fields.get(column).wordings();
            head.createCell(column).setCellValue(words.get(random.nextInt(words.size())));
        }
        for (int line = 1; line < 3 + random.nextInt(6); line++) {
            Row row = sheet.createRow(line);
            for (int column = 0; column < fields.size(); column++) {
                put(row.createCell(column), date);
            }
        }
    }

    private void put(Cell cell, CellStyle date) {
        if (random.nextInt(3) == 0) {
            cell.setCellValue(NUMBERS[random.nextInt(NUMBERS.length)]);
            if (random.nextBoolean()) {
                cell.setCellStyle(date);
            }
        } else {
            cell.setCellValue(TEXTS.get(random.nextInt(TEXTS.size())));
        }
    }
}
