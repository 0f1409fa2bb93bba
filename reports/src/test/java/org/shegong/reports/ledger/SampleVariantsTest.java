package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;

/** The messy sample in other clothes: other formats, other orders of columns, sheets, rows of headings and files. */
class SampleVariantsTest {

    private static final Map<String, Integer> ACCEPTED = Map.ofEntries(Map.entry("villages", 8), Map.entry("workers", 4),
            Map.entry("clients", 293), Map.entry("groups", 6), Map.entry("cases", 26), Map.entry("case_sessions", 215),
            Map.entry("visits", 676), Map.entry("consultations", 91), Map.entry("group_sessions", 28),
            Map.entry("activities", 31), Map.entry("supervision_sessions", 24), Map.entry("training_attendance", 25),
            Map.entry("volunteer_services", 30), Map.entry("resource_links", 14));
    private static final Map<String, Integer> REFUSED = new TreeMap<>(Map.of("id.checksum", 2, "id.precision", 1,
            "name.missing", 1, "id.birth_date", 1, "id.length", 1, "id.duplicate", 1, "client.ambiguous", 7,
            "client.unknown", 20));

    @TempDir
    private Path folder;
    private List<Workbook> books;

    @BeforeEach
    void load() throws Exception {
        books = new ArrayList<>();
        for (Path file : LedgerStation.sample("messy")) {
            try (InputStream in = Files.newInputStream(file)) {
                books.add(new XSSFWorkbook(in));
            }
        }
    }

    private void givesTheSameResult(List<Path> files) {
        try (Station station = LedgerStation.create(folder.resolve("station"))) {
            LedgerImport ledgers = new LedgerImport(station);
            ImportSummary summary = ledgers.plan(ledgers.open(files, ImportProgress.NONE), ImportProgress.NONE).summary();
            Map<String, Integer> refused = new TreeMap<>();
            summary.files().forEach(file -> file.sheets().forEach(sheet ->
                    sheet.refused().forEach(row -> refused.merge(row.code(), 1, Integer::sum))));
            assertThat(refused).isEqualTo(REFUSED);
            assertThat(summary.accepted()).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void asTextFilesInGb18030() throws Exception {
        List<Path> files = new ArrayList<>();
        for (Workbook book : books) {
            for (Sheet sheet : book) {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i <= sheet.getLastRowNum(); i++) {
                    Row row = sheet.getRow(i);
                    for (int c = 0; row != null && c < row.getLastCellNum(); c++) {
                        text.append(c == 0 ? "" : ",").append('"').append(shown(row.getCell(c))).append('"');
                    }
                    text.append("\r\n");
                }
                files.add(Files.write(folder.resolve(files.size() + sheet.getSheetName() + ".csv"),
                        text.toString().getBytes(Charset.forName("GB18030"))));
            }
        }
        Collections.reverse(files);
        givesTheSameResult(files);
    }

    private static String shown(Cell cell) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "";
        }
        if (cell.getCellType() == CellType.NUMERIC) {
            return DateUtil.isCellDateFormatted(cell) ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                    : cell.getNumericCellValue() > 1e15 ? String.format("%.5E", cell.getNumericCellValue())
                    : String.valueOf(cell.getNumericCellValue()).replaceFirst("\\.0$", "");
        }
        return cell.getStringCellValue();
    }

    @Test
    void inTheOlderFormatWithColumnsShuffledStrangeColumnsAddedAndHeadersRepeated() throws Exception {
        List<Path> files = new ArrayList<>();
        Random random = new Random(7);
        for (Workbook book : books) {
            try (HSSFWorkbook other = new HSSFWorkbook()) {
                CellStyle dates = other.createCellStyle();
                dates.setDataFormat((short) 14);
                for (Sheet sheet : book) {
                    shuffle(sheet, other.createSheet("Sheet" + other.getNumberOfSheets()), dates, random);
                }
                Path file = folder.resolve("ledger" + files.size() + ".xls");
                try (OutputStream out = Files.newOutputStream(file)) {
                    other.write(out);
                }
                files.add(file);
            }
        }
        Collections.shuffle(files, random);
        givesTheSameResult(files);
    }

    /** No title tells the kind any more; every fiftieth record the header comes again. */
    private static void shuffle(Sheet from, Sheet to, CellStyle dates, Random random) {
        int width = from.getRow(2).getLastCellNum();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < width + 2; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        int next = 0;
        for (int i = 2; i <= from.getLastRowNum(); i++) {
            if (i > 2 && i % 50 == 0) {
                copy(from.getRow(2), to.createRow(next++), order, dates);
            }
            if (from.getRow(i) != null) {
                copy(from.getRow(i), to.createRow(next), order, dates);
            }
            next++;
        }
    }

    private static void copy(Row from, Row to, List<Integer> order, CellStyle dates) {
        for (int column = 0; column < order.size(); column++) {
            Cell cell = from.getCell(order.get(column));
            if (cell == null || cell.getCellType() == CellType.BLANK) {
                continue;
            }
            boolean total = from.getRowNum() > 2 && order.get(column) == 0 && cell.getCellType() == CellType.STRING
                    && from.getLastCellNum() > 1 && cell.getStringCellValue().length() == 2;
            Cell copy = to.createCell(total ? 0 : column);
            if (cell.getCellType() == CellType.NUMERIC) {
                copy.setCellValue(cell.getNumericCellValue());
                if (DateUtil.isCellDateFormatted(cell)) {
                    copy.setCellStyle(dates);
                }
            } else {
                copy.setCellValue(cell.getStringCellValue());
            }
        }
    }
}
