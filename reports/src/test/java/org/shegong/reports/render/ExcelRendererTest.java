package org.shegong.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.reports.document.Document;

class ExcelRendererTest {
    @TempDir
    static Path folder;
    private static XSSFWorkbook workbook;

    @BeforeAll
    static void writeAndReopen() throws IOException {
        Path file = folder.resolve("月报.xlsx");
        RenderResult result = new ExcelRenderer().write(Samples.report(40), file);
        assertThat(result.pages()).isEqualTo(5);
        try (InputStream in = Files.newInputStream(file)) {
            workbook = new XSSFWorkbook(in);
        }
    }

    @Test
    void putsInstructionsFirstThenReportThenAnnexesThenTheMachineSheet() {
        List<String> names = new ArrayList<>();
        workbook.forEach(sheet -> names.add(sheet.getSheetName()));
        assertThat(names).containsExactly("填报说明", "月报", "附1 在办个案清单", "入户走访记录", "机读");
    }

    @Test
    void mergesTitleAndTwoRowHeaderAndRepeatsTheHeader() {
        XSSFSheet sheet = workbook.getSheet("月报");
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo(Samples.TITLE);
        int head = rowOf(sheet, "行次");
        assertThat(sheet.getMergedRegions().stream().map(r -> r.formatAsString())).contains("A1:K1",
                "A" + (head + 1) + ":A" + (head + 2), "D" + (head + 1) + ":F" + (head + 1));
        assertThat(sheet.getRow(head + 1).getCell(3).getStringCellValue()).isEqualTo("本月");
        assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(head);
        assertThat(sheet.getRepeatingRows().getLastRow()).isEqualTo(head + 1);
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) (head + 2));
        assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
    }

    @Test
    void printsOnLandscapeA4FittedToWidthWithPageNumbers() {
        XSSFSheet sheet = workbook.getSheet("月报");
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
        assertThat(sheet.getMargin(PageMargin.LEFT) * 25.4).isBetween(19.99, 20.01);
        assertThat(sheet.getFooter().getCenter()).isEqualTo("第&P页　共&N页");
        assertThat(sheet.getFooter().getRight()).isEqualTo("校验码 3f9a01bc");
        assertThat(sheet.getHeader().getCenter()).isEqualTo("内部资料 注意保密");
        assertThat(workbook.getPrintArea(1)).startsWith("月报!$A$1:$K$");
    }

    @Test
    void writesFiguresAsNumbersAndTellsZeroFromNotApplicableFromUnfilled() {
        XSSFSheet sheet = workbook.getSheet("月报");
        Row first = sheet.getRow(rowOf(sheet, "B01"));
        assertThat(first.getCell(3).getNumericCellValue()).isEqualTo(7);
        assertThat(first.getCell(3).getCellStyle().getDataFormatString()).isEqualTo("0");
        assertThat(first.getCell(4).getNumericCellValue()).isZero();
        assertThat(first.getCell(4).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(first.getCell(6).getStringCellValue()).isEqualTo("—");
        Cell unfilled = sheet.getRow(rowOf(sheet, "B03")).getCell(3);
        assertThat(unfilled.getCellType()).isEqualTo(CellType.BLANK);
        assertThat(unfilled.getCellStyle().getFillForegroundColorColor()).isNotNull();
        Row total = sheet.getRow(rowOf(sheet, "Z"));
        assertThat(total.getCell(3).getNumericCellValue()).isEqualTo(1234567.89);
        assertThat(total.getCell(3).getCellStyle().getDataFormatString()).isEqualTo("0.00");
        assertThat(total.getCell(5).getNumericCellValue()).isEqualTo(0.8);
        assertThat(total.getCell(5).getCellStyle().getDataFormatString()).isEqualTo("0.0%");
    }

    @Test
    void indentsSubFiguresWithoutChangingTheirText() {
        XSSFSheet sheet = workbook.getSheet("月报");
        Cell label = sheet.getRow(rowOf(sheet, "B02")).getCell(1);
        assertThat(label.getStringCellValue()).isEqualTo("其中：农村留守儿童");
        assertThat(label.getCellStyle().getIndention()).isEqualTo((short) 2);
    }

    @Test
    void keepsIdentityNumbersAsTextAndDatesAsDates() {
        XSSFSheet sheet = workbook.getSheet("附1 在办个案清单");
        Row row = sheet.getRow(rowOf(sheet, "1"));
        assertThat(row.getCell(1).getStringCellValue()).isEqualTo("石𬱖䶮");
        assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(2).getStringCellValue()).isEqualTo("450299194003120017");
        assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("@");
        assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
        assertThat(row.getCell(4).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2025, 7, 24, 14, 30));
        assertThat(row.getCell(6).getNumericCellValue()).isEqualTo(300.5);
    }

    @Test
    void writesFormulaLikeTextAsMarkedTextThatReadsBackUnchanged() {
        XSSFSheet sheet = workbook.getSheet("附1 在办个案清单");
        Cell formula = sheet.getRow(rowOf(sheet, "1")).getCell(7);
        assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
        assertThat(formula.getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\",\"点\")");
        assertThat(formula.getCellStyle().getQuotePrefixed()).isTrue();
        Cell minus = sheet.getRow(rowOf(sheet, "2")).getCell(7);
        assertThat(minus.getStringCellValue()).startsWith("-1+1");
        assertThat(minus.getCellStyle().getQuotePrefixed()).isTrue();
    }

    @Test
    void locksHeadingsButNotFiguresAndWithoutPassword() {
        XSSFSheet sheet = workbook.getSheet("月报");
        assertThat(sheet.isSheetLocked()).isTrue();
        assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword()).isFalse();
        assertThat(sheet.getRow(0).getCell(0).getCellStyle().getLocked()).isTrue();
        assertThat(sheet.getRow(rowOf(sheet, "B01")).getCell(3).getCellStyle().getLocked()).isFalse();
        assertThat(workbook.getSheet("附1 在办个案清单").isSheetLocked()).isFalse();
    }

    @Test
    void givesTheMachineSheetPlainRowsWithoutMergedCells() {
        XSSFSheet sheet = workbook.getSheet("机读");
        assertThat(sheet.getMergedRegions()).isEmpty();
        assertThat(texts(sheet.getRow(0))).containsExactly("行码", "列码", "值", "单位", "版本");
        assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(6);
        assertThat(sheet.getRow(2).getCell(3).getStringCellValue()).isEqualTo("小时");
        assertThat(sheet.getRow(3).getCell(2).getCellType()).isEqualTo(CellType.BLANK);
    }

    @Test
    void laysOutFormsWithLabelsValuesAndTickedBoxes() {
        XSSFSheet sheet = workbook.getSheet("入户走访记录");
        assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
        Row row = sheet.getRow(rowOf(sheet, "见面情况"));
        assertThat(texts(row).stream().filter(t -> !t.isEmpty()).toList().get(1))
                .startsWith("☑见到本人　□见到家属").endsWith("□其他：＿＿＿＿＿＿");
        Row signature = sheet.getRow(sheet.getLastRowNum());
        assertThat(texts(signature)).contains("被访人签名：", "社工签名：", "日期：");
    }

    @Test
    void namesNoAuthor() {
        assertThat(workbook.getProperties().getCoreProperties().getCreator()).isNull();
        assertThat(workbook.getProperties().getCoreProperties().getLastModifiedByUser()).isNull();
    }

    @Test
    void makesSheetNamesLegalAndUnique() {
        List<String> names = new ArrayList<>();
        assertThat(ExcelRenderer.unique("a/b:c", names)).isEqualTo("a_b_c");
        assertThat(ExcelRenderer.unique("A_b_C", names)).isEqualTo("A_b_C(2)");
        String longName = "村".repeat(40);
        assertThat(ExcelRenderer.unique(longName, names)).hasSize(31);
        assertThat(ExcelRenderer.unique(longName, names)).hasSize(31).endsWith("(2)");
    }

    @Test
    void leavesOutSheetsMeantForPrintOnly() throws IOException {
        Document form = Document.of("x", new org.shegong.reports.document.Sheet("仅打印",
                org.shegong.reports.document.Sheet.Outlet.PRINT, Samples.form().page(), List.of(),
                Samples.form().heading(), List.of(), Samples.form().signature(), false), Samples.form());
        Path file = folder.resolve("print.xlsx");
        new ExcelRenderer().write(form, file);
        try (InputStream in = Files.newInputStream(file); XSSFWorkbook read = new XSSFWorkbook(in)) {
            assertThat(read.getNumberOfSheets()).isEqualTo(1);
            assertThat(read.getSheetName(0)).isEqualTo("入户走访记录");
        }
    }

    private static int rowOf(Sheet sheet, String first) {
        for (Row row : sheet) {
            Cell cell = row.getCell(0);
            if (cell != null && cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(first)) {
                return row.getRowNum();
            }
        }
        throw new AssertionError("no row " + first);
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : ""));
        return texts;
    }
}
