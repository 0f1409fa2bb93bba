package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shegong.reports.ledger.Books.id;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.store.ListQuery;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.write.CorrectionWorkbook;
import org.shegong.reports.ledger.write.LedgerExport;
import org.shegong.reports.render.RenderProgress;

/** What leaves as a workbook and comes back: corrections and exported ledgers. */
class RoundTripTest {

    @TempDir
    private Path folder;
    private Station station;

    @BeforeEach
    void open() {
        station = LedgerStation.create(folder.resolve("station"));
    }

    @AfterEach
    void close() {
        station.close();
    }

    private Path corrections(ImportSummary summary) {
        Path file = folder.resolve("更正.xlsx");
        new CorrectionWorkbook(LedgerWords.bundled(), new LedgerMessages()).write(summary, file);
        return file;
    }

    private interface Change {
        void on(XSSFWorkbook workbook);
    }

    private static Path changed(Path file, Change change) throws Exception {
        XSSFWorkbook workbook;
        try (InputStream in = Files.newInputStream(file)) {
            workbook = new XSSFWorkbook(in);
        }
        change.on(workbook);
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        workbook.close();
        return file;
    }

    private static int column(Sheet sheet, int headRow, String heading) {
        for (int column = 0; column < 40; column++) {
            if (sheet.getRow(headRow).getCell(column).getStringCellValue().contains(heading)) {
                return column;
            }
        }
        throw new AssertionError(heading);
    }

    private static void set(Row row, int column, String value) {
        row.getCell(column).setCellValue(value);
    }

    @Test
    void oneCorrectedWorkbookMendsARosterRowAndTheVisitsThatDependedOnIt() throws Exception {
        String good = id("19530413", "123");
        Path ledgers = Books.at(folder.resolve("台账.xlsx")).sheet("3月").row("走访台账")
                .row("序号", "日期", "姓名", "所在村\n（社区）", "是否见到", "时长")
                .row(1, "2026-3-1", "韦甲", "石门村", "见到本人", 30).row(2, "2026-3-2", "吴秀", "石门村", "见到本人", 30)
                .row(3, "2026-13-3", "吴秀", "石门村", "见到本人", 30)
                .sheet("花名册").row("姓名", "身份证\n号码", "村", "类别", "建档日期")
                .row("韦甲", good.substring(0, 16), "石门村", "残疾人", "2025-1-1")
                .row("吴秀", id("19530412", "124"), "石门村", "残疾人", "2025-1-1")
                .row("吴秀", id("19600412", "124"), "石门村", "残疾人", "2025-1-1").write();
        ImportSummary first = LedgerStation.run(station, ledgers);
        assertThat(first.refusedRows()).isEqualTo(4);

        Path corrected = changed(corrections(first), workbook -> {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
            Sheet visits = workbook.getSheetAt(0);
            int settle = column(visits, 1, "档案编号");
            set(visits.getRow(3), settle, id("19600412", "124"));
            set(visits.getRow(4), settle, id("19600412", "124"));
            set(visits.getRow(4), column(visits, 1, "日期"), "2026-3-3");
            Sheet roster = workbook.getSheetAt(1);
            assertThat(roster.getRow(2).getCell(column(roster, 1, "原因")).getStringCellValue()).contains("18位");
            set(roster.getRow(2), column(roster, 1, "身份证"), good);
        });
        ImportSummary second = LedgerStation.run(station, corrected);
        assertThat(second.refusedRows()).isZero();
        assertThat(second.accepted()).containsEntry("clients", 1).containsEntry("visits", 3);
        assertThat(LedgerStation.run(station, corrected).files().get(0).sheets())
                .allSatisfy(sheet -> assertThat(sheet.unchanged()).isEqualTo(sheet.rows()));
    }

    @Test
    void correctionsOfTheMessySampleAreRecognisedAgainAndStillRefusedUncorrected() throws Exception {
        ImportSummary first = LedgerStation.run(station, LedgerStation.sample("messy"));
        ImportSummary second = LedgerStation.run(station, corrections(first));
        assertThat(second.refusedRows()).isEqualTo(first.refusedRows()).isEqualTo(34);
        assertThat(second.accepted().values()).allMatch(count -> count == 0);
    }

    @Test
    void plainLedgersComeBackUnchanged() throws Exception {
        LedgerStation.run(station, LedgerStation.sample("messy"));
        Path out = folder.resolve("导出");
        List<Path> files = new LedgerExport(station).writeAll(out, true, RenderProgress.NONE);
        LedgerImport again = new LedgerImport(station);
        ImportPlan plan = again.plan(again.open(files, ImportProgress.NONE), ImportProgress.NONE);
        assertThat(plan.summary().files()).hasSize(14).flatExtracting(FileReport::sheets).allSatisfy(sheet -> {
            assertThat(sheet.refused()).extracting(SheetReport.RowRemark::message).as(sheet.sheet()).isEmpty();
            assertThat(sheet.unchanged()).as(sheet.sheet()).isEqualTo(sheet.rows());
            assertThat(sheet.rows()).as(sheet.sheet()).isPositive();
        });
        assertThat(plan.drafts()).isEmpty();
    }

    @Test
    void aPlainLedgerFillsAnotherStationWithTheSameRecords() throws Exception {
        LedgerStation.run(station, LedgerStation.sample("plain"));
        List<Path> files = new LedgerExport(station).writeAll(folder.resolve("导出"), true, RenderProgress.NONE);
        try (Station other = LedgerStation.create(folder.resolve("other"))) {
            ImportSummary summary = LedgerStation.run(other, files);
            assertThat(summary.refusedRows()).isZero();
            for (String form : List.of("client", "household", "visit", "case_session", "group_session", "activity",
                    "supervision_session", "training_attendance", "consultation", "resource_link", "group_member")) {
                assertThat(other.records().count(ListQuery.all(form))).as(form)
                        .isEqualTo(station.records().count(ListQuery.all(form)));
            }
        }
    }

    @Test
    void anEditedLedgerChangesOnlyWhatWasEdited() throws Exception {
        LedgerStation.run(station, LedgerStation.sample("plain"));
        Path file = folder.resolve("走访.xlsx");
        LedgerExport export = new LedgerExport(station);
        export.write(LedgerExport.Request.plain(org.shegong.reports.ledger.recognise.LedgerKind.VISITS), file, RenderProgress.NONE);
        long before = station.records().count(ListQuery.all("visit"));
        changed(file, workbook -> {
            Sheet sheet = workbook.getSheetAt(0);
            int head = 0;
            while (sheet.getRow(head).getCell(1) == null) {
                head++;
            }
            sheet.getRow(head + 1).getCell(column(sheet, head, "时长")).setCellValue(77);
        });
        SheetReport report = LedgerStation.run(station, file).files().get(0).sheets().get(0);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(station.records().count(ListQuery.all("visit"))).isEqualTo(before);
        assertThat(station.records().list(ListQuery.all("visit"))).filteredOn(v -> v.number("minutes") == 77).hasSize(1);
    }

    @Test
    void maskedLedgersHideNumbersAndAreRefused() throws Exception {
        LedgerStation.run(station, LedgerStation.sample("plain"));
        List<Path> files = new LedgerExport(station).writeAll(folder.resolve("导出"), false, RenderProgress.NONE);
        LedgerImport again = new LedgerImport(station);
        ImportPlan plan = again.plan(again.open(files, ImportProgress.NONE), ImportProgress.NONE);
        for (SheetReport sheet : plan.summary().files().get(2).sheets()) {
            assertThat(sheet.refused()).hasSize(233).allSatisfy(row ->
                    assertThat(row.code()).isIn("name.masked", "id.masked"));
        }
        assertThat(plan.summary().accepted()).containsEntry("visits", 0).containsEntry("clients", 0);
    }

    @Test
    void theSummaryIsTheJsonOfTheContract() throws Exception {
        Path file = Books.at(folder.resolve("名册.xlsx")).sheet("花名册").row("姓名", "身份证号", "村", "类别", "建档日期")
                .row("韦甲", "450299195304131230", "石门村", "残疾人", "2025-1-1")
                .row("韦乙", id("19530413", "123"), "石门村", "残疾人", "2025-1-1").write();
        JsonNode json = new ObjectMapper().valueToTree(new ImportSummaryJson().of(LedgerStation.run(station, file)));
        JsonNode sheet = json.at("/files/0/sheets/0");
        assertThat(json.at("/files/0/file").asText()).isEqualTo("名册.xlsx");
        assertThat(sheet.get("sheet").asText()).isEqualTo("花名册");
        assertThat(sheet.get("kind").asText()).isEqualTo("clients");
        assertThat(sheet.get("rows").asInt()).isEqualTo(2);
        assertThat(sheet.get("accepted").asInt()).isEqualTo(1);
        assertThat(sheet.get("unchanged").asInt()).isZero();
        assertThat(sheet.at("/refused/0/row").asInt()).isEqualTo(2);
        assertThat(sheet.at("/refused/0/column").asText()).isEqualTo("身份证号");
        assertThat(sheet.at("/refused/0/code").asText()).isEqualTo("id.checksum");
        assertThat(sheet.at("/refused/0/value").asText()).isEqualTo("450299********1230");
        assertThat(json.at("/accepted/clients").asInt()).isEqualTo(1);
    }

    @Test
    void cancellingWritesNothing() throws Exception {
        LedgerImport ledgers = new LedgerImport(station);
        ImportPlan plan = ledgers.plan(ledgers.open(LedgerStation.sample("plain"), ImportProgress.NONE), ImportProgress.NONE);
        List<ImportProgress.Stage> stages = new ArrayList<>();
        ImportProgress stopped = new ImportProgress() {
            @Override
            public void at(Stage stage, long done, long total) {
                stages.add(stage);
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> ledgers.write(plan, stopped)).isInstanceOf(CancellationException.class);
        assertThat(station.records().count(ListQuery.all("client"))).isZero();
    }
}
