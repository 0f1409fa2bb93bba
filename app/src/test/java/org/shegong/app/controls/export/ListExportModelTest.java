package org.shegong.app.controls.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.SeededStation;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.Station;
import org.shegong.db.journal.JournalStep;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordDraft;

class ListExportModelTest {
    @TempDir
    private Path folder;
    private StationSession session;
    private Station station;
    private final List<Path> saved = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    @BeforeEach
    void open() {
        session = SeededStation.empty(folder.resolve("station"), ProgramClock.on(SeededStation.TODAY));
        station = session.station();
        station.saving().importAll("import", "sample", List.of(
            client("覃玉兰", "450299194803120028", "13807720001"), client("欧阳建国", "", "13807720002")));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private RecordDraft client(String name, String idNumber, String phone) {
        Map<String, Object> values = idNumber.isEmpty() ? Map.of("name", name, "phone", phone, "sex", "1")
            : Map.of("name", name, "id_type", "01", "id_no", idNumber, "phone", phone, "sex", "2");
        return RecordDraft.imported("client", station.newId(), null, values);
    }

    private ListExportModel export(String form, List<String> columns, YearMonth month) {
        OutputFolder target = new OutputFolder(new Settings(folder.resolve("desk.properties")));
        target.choose(folder);
        List<String> ids = station.records().ids(ListQuery.all(form));
        ListExportModel model = new ListExportModel(station, Tasks.direct(), Texts.bundled(), target,
            new ListExportModel.Shown(form, columns, ids, month));
        model.onSaved(saved::add);
        model.onFailed(failed::add);
        return model;
    }

    private ListExportModel clients() {
        return export("client", List.of("name", "id_no", "phone"), null);
    }

    @Test
    void masksNamesAndNumbersUnlessAskedForMore() throws IOException {
        assertThat(clients().start()).isTrue();
        assertThat(saved.get(0).getFileName()).hasToString("服务对象-2026-10-30-已脱敏.xlsx");
        assertThat(cells(saved.get(0))).contains("450299********0028", "138****0001", "覃**", "欧阳**")
            .doesNotContain("覃玉兰", "欧阳建国", "450299194803120028", "13807720001");
        assertThat(station.journal().history("client", "").toString()).contains("EXTERNAL");
    }

    @Test
    void asksAboutNamesAndNumbersInFreeTextBeforeAMaskedListIsWritten() throws IOException {
        station.saving().importAll("import", "sample", List.of(RecordDraft.imported("activity", station.newId(), null,
            Map.of("name", "端午活动", "date", java.time.LocalDate.of(2026, 10, 1), "issues",
                "覃玉兰来电13807720001，欧阳建国未到"))));
        ListExportModel model = export("activity", List.of("name", "issues"), null);
        List<String> asked = new ArrayList<>();
        model.onFound((found, go) -> {
            found.forEach(line -> asked.add(line.trace().text()));
            go.accept(java.util.Set.of("欧阳建国"));
        });
        model.start();
        assertThat(asked).containsExactly("覃玉兰", "13807720001", "欧阳建国");
        assertThat(cells(saved.get(0))).contains("覃某来电138****0001，欧阳建国未到");
    }

    @Test
    void writesInFullOnlyForAReasonWhichTheJournalKeeps() throws IOException {
        ListExportModel model = clients();
        model.plainProperty().set(true);
        model.reasonProperty().set("  ");
        assertThat(model.start()).isFalse();
        assertThat(model.problemProperty().get()).isNotEmpty();
        assertThat(saved).isEmpty();
        model.reasonProperty().set("报送上级");
        assertThat(model.start()).isTrue();
        assertThat(cells(saved.get(0))).contains("覃玉兰", "450299194803120028", "13807720001");
        JournalStep step = station.journal().steps(1).get(0);
        assertThat(step.action()).isEqualTo("export");
        assertThat(station.journal().history("client", "").toString()).contains("报送上级");
    }

    @Test
    void writesTheLedgerThatCarriesTheRecordsNumbers() throws IOException {
        ListExportModel model = clients();
        assertThat(model.hasLedger()).isTrue();
        model.shapeProperty().set(ListExportModel.Shape.LEDGER);
        model.plainProperty().set(true);
        model.reasonProperty().set("改好后再导入");
        model.start();
        assertThat(failed).isEmpty();
        assertThat(cells(saved.get(0))).contains("覃玉兰", "450299194803120028");
    }

    @Test
    void namesTheFileByFormMonthAndDay() {
        export("visit", List.of("date"), YearMonth.of(2026, 10)).start();
        assertThat(saved.get(0).getFileName()).hasToString("走访-2026年10月-2026-10-30-已脱敏.xlsx");
    }

    @Test
    void tellsWhyNothingWasWrittenAndKeepsWhatIsThere() throws IOException {
        ListExportModel model = clients();
        Path blocked = Files.writeString(folder.resolve("a-file"), "kept");
        model.folder().choose(blocked);
        model.start();
        assertThat(saved).isEmpty();
        assertThat(failed).hasSize(1);
        assertThat(Files.readString(blocked)).isEqualTo("kept");
    }

    private static List<String> cells(Path file) throws IOException {
        List<String> cells = new ArrayList<>();
        try (Workbook book = WorkbookFactory.create(file.toFile())) {
            DataFormatter text = new DataFormatter();
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    cells.add(text.formatCellValue(cell));
                }
            }
        }
        return cells;
    }
}
