package org.shegong.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.ColumnType;
import org.shegong.reports.document.Listing;
import org.shegong.reports.document.Marking;
import org.shegong.reports.document.PageSetup;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.RowStyle;

class ExcelListingTest {
    private static final String SECRET = "保密姓名甲";

    @TempDir
    Path folder;

    /** Remembers what it heard and cancels when told to. */
    private static final class Ear implements RenderProgress {
        private final List<Long> heard = new ArrayList<>();
        private final long cancelAt;

        Ear(long cancelAt) {
            this.cancelAt = cancelAt;
        }

        @Override
        public void advanced(long rows, long expected) {
            heard.add(rows);
        }

        @Override
        public boolean cancelled() {
            return !heard.isEmpty() && heard.get(heard.size() - 1) >= cancelAt;
        }
    }

    @Test
    void streamsTwentyThousandRowsThatReadBack() throws IOException {
        Path file = folder.resolve("名册.xlsx");
        Ear ear = new Ear(Long.MAX_VALUE);
        new ExcelRenderer().write(listing(20_000, ExcelListingTest::row), file, ear);
        assertThat(ear.heard).startsWith(500L, 1000L).endsWith(20_000L);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(20_001);
            var last = sheet.getRow(20_001);
            assertThat(last.getCell(0).getNumericCellValue()).isEqualTo(19_999);
            assertThat(last.getCell(1).getStringCellValue()).isEqualTo(SECRET);
            assertThat(last.getCell(2).getCellType()).isEqualTo(CellType.STRING);
            assertThat(last.getCell(2).getStringCellValue()).isEqualTo("450299194003120017");
            assertThat(last.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2025, 7, 1));
            assertThat(last.getCell(4).getStringCellValue()).isEqualTo("=1+1");
            assertThat(last.getCell(4).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(1);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:E20002");
        }
    }

    @Test
    void cancellingLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("名册.xlsx");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> new ExcelRenderer().write(listing(5_000, ExcelListingTest::row), file, new Ear(1_000)))
                .isInstanceOf(CancellationException.class);
        assertThat(Files.readString(file)).isEqualTo("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void keepsNothingReadableInTheTemporaryFolderMeanwhile() {
        List<Path> readable = new ArrayList<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "poifiles");
        IntFunction<Row> watching = i -> {
            if (i == 4_999) {
                readable.addAll(filesWith(temporary, SECRET));
            }
            return row(i);
        };
        new ExcelRenderer().write(listing(5_000, watching), folder.resolve("a.xlsx"), RenderProgress.NONE);
        assertThat(readable).isEmpty();
    }

    @Test
    void goesOnInAFurtherSheetWhenOneIsFull() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int sheets = new ExcelListing(listing(25, ExcelListingTest::row), RenderProgress.NONE, 12).write(out);
        assertThat(sheets).isEqualTo(3);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getSheetName(1)).isEqualTo("名册（2）");
            assertThat(workbook.getSheetAt(1).getRow(1).getCell(1).getStringCellValue()).isEqualTo("姓名");
            assertThat(workbook.getSheetAt(2).getLastRowNum()).isEqualTo(6);
        }
    }

    @Test
    void tintsRowsThatAreIncomplete() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExcelListing(listing(1, i -> row(i).styled(RowStyle.NORMAL.highlight())), RenderProgress.NONE, 100).write(out);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var style = workbook.getSheetAt(0).getRow(2).getCell(0).getCellStyle();
            assertThat(style.getFillForegroundColorColor().getARGBHex()).isEqualTo("FFFFF2C2");
        }
    }

    private static Row row(int i) {
        return Row.of(Cell.number(i), Cell.text(SECRET), Cell.text("450299194003120017"),
                Cell.date(LocalDate.of(2025, 7, 1)), Cell.text("=1+1"));
    }

    private static Listing listing(int rows, IntFunction<Row> source) {
        Iterator<Row> iterator = IntStream.range(0, rows).mapToObj(source).iterator();
        return new Listing("名册", List.of("服务对象花名册"), PageSetup.LIST_LANDSCAPE, List.of(
                Column.of("no", "序号", ColumnType.INTEGER, 14), Column.of("name", "姓名", ColumnType.TEXT, 26),
                Column.of("id", "证件号码", ColumnType.ID, 44), Column.of("date", "日期", ColumnType.DATE, 26),
                Column.of("note", "备注", ColumnType.TEXT, 50)), 2, Marking.NONE, rows, iterator);
    }

    private static List<Path> filesWith(Path folder, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> contains(file, wanted)).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean contains(Path file, byte[] wanted) {
        try {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return bytes.contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return false;
        }
    }
}
