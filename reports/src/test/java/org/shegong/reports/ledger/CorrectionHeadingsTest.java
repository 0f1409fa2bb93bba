package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shegong.reports.ledger.Books.id;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shegong.db.Station;
import org.shegong.reports.ledger.recognise.LedgerField;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.recognise.SheetMapping;
import org.shegong.reports.ledger.write.CorrectionWorkbook;

/** A correction workbook is read as the sheet was that it came from, whatever its headings were. */
class CorrectionHeadingsTest {

    private static final String NONSENSE = "??";

    @TempDir
    private Path folder;
    private Station station;
    private LedgerImport ledgers;

    @BeforeEach
    void open() {
        station = LedgerStation.create(folder.resolve("station"));
        ledgers = new LedgerImport(station);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @ParameterizedTest
    @EnumSource(LedgerKind.class)
    void ofEveryKindWithOneRowOfUnusualHeadings(LedgerKind kind) throws Exception {
        List<LedgerField> fields = fields(kind);
        Books book = Books.at(folder.resolve("一.xlsx")).sheet(title(kind))
                .row(fields.stream().map(field -> field.wordings().get(field.wordings().size() - 1)).toArray())
                .row(Collections.nCopies(fields.size(), NONSENSE).toArray());
        comesBack(read(book.write()));
    }

    @ParameterizedTest
    @EnumSource(LedgerKind.class)
    void ofEveryKindWithTwoRowsOfHeadings(LedgerKind kind) throws Exception {
        List<LedgerField> fields = fields(kind);
        int half = fields.size() / 2;
        Object[] top = new Object[fields.size()];
        top[0] = "基本情况";
        top[half] = "具体情况";
        Books book = Books.at(folder.resolve("二.xlsx")).sheet(title(kind)).row(top)
                .row(fields.stream().map(LedgerField::heading).toArray())
                .row(Collections.nCopies(fields.size(), NONSENSE).toArray());
        book.current().addMergedRegion(new CellRangeAddress(0, 0, 0, half - 1));
        book.current().addMergedRegion(new CellRangeAddress(0, 0, half, fields.size() - 1));
        comesBack(read(book.write()));
    }

    /** Each heading means the next column, the last column nothing; only a person can have said so. */
    @ParameterizedTest
    @EnumSource(LedgerKind.class)
    void ofEveryKindAsAPersonChangedTheColumns(LedgerKind kind) throws Exception {
        List<LedgerField> fields = fields(kind);
        List<String> headings = new ArrayList<>(fields.stream().map(LedgerField::heading).toList());
        Collections.rotate(headings, 1);
        headings.add(fields.get(fields.size() - 1).wordings().get(1));
        Map<String, Integer> columns = new HashMap<>();
        fields.forEach(field -> columns.put(field.key(), columns.size()));
        Path file = Books.at(folder.resolve("三.xlsx")).sheet("Sheet1").row(headings.toArray())
                .row(Collections.nCopies(headings.size(), NONSENSE).toArray()).write();
        LedgerFile read = read(file);
        comesBack(read.withMapping(0, new SheetMapping(kind, 1, 1, columns, headings)));
    }

    /** What is required has a column to be typed into, even when the sheet had none. */
    @ParameterizedTest
    @EnumSource(LedgerKind.class)
    void ofEveryKindWithoutAnythingRequired(LedgerKind kind) throws Exception {
        List<LedgerField> some = fields(kind).stream().filter(field -> !field.required()
                && field.type() != LedgerField.Type.SEQ).limit(2).toList();
        Path file = Books.at(folder.resolve("四.xlsx")).sheet("Sheet1").row("甲", "乙").row(NONSENSE, NONSENSE).write();
        comesBack(read(file).withMapping(0, new SheetMapping(kind, 1, 1,
                Map.of(some.get(0).key(), 0, some.get(1).key(), 1), List.of("甲", "乙"))));
    }

    @Test
    void rowsUnderATwoRowHeaderAreTakenOnceTheyAreCorrected() throws Exception {
        Books book = Books.at(folder.resolve("走访.xlsx")).sheet("村").row("村（社区）名称", "类型").row("白沙村", "行政村")
                .sheet("花名册").row("姓名", "身份证号", "村（社区）", "户号", "主类别", "建档日期")
                .row("赵安", id("19740101", "011"), "白沙村", "H3", "一般居民", "2025-3-1")
                .sheet("走访").row("基本情况", null, "具体情况").row("日期", "所在村", "户主/对象姓名", "是否见到")
                .row("2026-13-1", "白沙村", "赵安", "未遇").row("2026-3-5", "白沙村", "赵按", "未遇");
        book.current().addMergedRegion(CellRangeAddress.valueOf("A1:B1"));
        book.current().addMergedRegion(CellRangeAddress.valueOf("C1:D1"));
        ImportSummary first = LedgerStation.run(station, book.write());
        assertThat(first.refusedRows()).isEqualTo(2);
        Path corrections = folder.resolve("更正.xlsx");
        new CorrectionWorkbook(LedgerWords.bundled(), new LedgerMessages()).write(first, corrections);
        replace(corrections, Map.of("2026-13-1", "2026-3-1", "赵按", "赵安"));
        ImportSummary second = LedgerStation.run(station, corrections);
        assertThat(second.refusedRows()).isZero();
        assertThat(second.accepted()).containsEntry("visits", 2);
    }

    private void comesBack(LedgerFile read) {
        SheetMapping before = read.sheets().get(0).mapping();
        ImportSummary first = ledgers.plan(List.of(read), ImportProgress.NONE).summary();
        assertThat(first.refusedRows()).isEqualTo(1);
        Path corrections = folder.resolve("更正.xlsx");
        new CorrectionWorkbook(ledgers.words(), new LedgerMessages()).write(first, corrections);
        SheetMapping after = read(corrections).sheets().get(0).mapping();
        assertThat(after).isNotNull();
        assertThat(after.kind()).isEqualTo(before.kind());
        Map<String, Integer> added = new HashMap<>(after.columns());
        before.columns().forEach((field, column) -> assertThat(added.remove(field)).as(field).isEqualTo(column));
        assertThat(added.remove("refusal")).isNotNull();
        added.remove("settle");
        assertThat(added.keySet()).containsExactlyInAnyOrderElementsOf(ledgers.words().kind(before.kind()).fields().stream()
                .filter(field -> field.required() && !before.columns().containsKey(field.key())).map(LedgerField::key).toList());
    }

    private LedgerFile read(Path file) {
        return ledgers.open(List.of(file), ImportProgress.NONE).get(0);
    }

    private String title(LedgerKind kind) {
        return ledgers.words().kind(kind).titles().get(0);
    }

    private List<LedgerField> fields(LedgerKind kind) {
        return ledgers.words().kind(kind).fields().stream().filter(field -> !field.common()).toList();
    }

    private static void replace(Path file, Map<String, String> texts) throws Exception {
        XSSFWorkbook workbook;
        try (InputStream in = Files.newInputStream(file)) {
            workbook = new XSSFWorkbook(in);
        }
        workbook.getSheetAt(0).forEach(row -> row.forEach(cell -> put(cell, texts)));
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        workbook.close();
    }

    private static void put(Cell cell, Map<String, String> texts) {
        cell.setCellValue(texts.getOrDefault(cell.getStringCellValue(), cell.getStringCellValue()));
    }
}
