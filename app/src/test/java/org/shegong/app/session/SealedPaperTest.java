package org.shegong.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.controls.export.ListExportModel;
import org.shegong.app.controls.export.OutputFolder;
import org.shegong.app.i18n.Texts;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.store.RecordDraft;
import org.shegong.reports.printing.Edition;
import org.shegong.reports.printing.PrintedForms;
import org.shegong.reports.render.PdfRenderer;

/** Paper and workbooks of sealed records: whole for whom they are assigned to, and empty of them for others. */
class SealedPaperTest {
    private static final String MOTHERS = "王小燕";
    private static final String OTHERS = "李文";
    @TempDir
    private Path folder;
    private SealedStation made;
    private String activity;

    @BeforeEach
    void make() {
        made = new SealedStation(folder);
        try (StationSession open = made.in(MOTHERS)) {
            activity = open.station().newId();
            open.station().saving().importAll("import", "test", List.of(RecordDraft.imported("activity", activity, null,
                Map.of("name", "中秋活动", "date", LocalDate.of(2026, 9, 20), "clients", List.of(made.id("client"))))));
        }
    }

    private static String printed(StationSession open, String form, String id) {
        PrintedForms forms = new PrintedForms(open.station());
        StringBuilder text = new StringBuilder();
        for (var template : forms.templates(form)) {
            byte[] pdf = new PdfRenderer().render(forms.filled(form, id, template, Edition.INTERNAL)).bytes();
            try (PDDocument read = Loader.loadPDF(pdf)) {
                text.append(new PDFTextStripper().getText(read));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return text.toString();
    }

    private List<String> exported(StationSession open, String form, ListExportModel.Shape shape, List<String> columns,
                                  List<String> ids) throws IOException {
        OutputFolder target = new OutputFolder(new Settings(folder.resolve("desk.properties")));
        target.choose(folder);
        ListExportModel model = new ListExportModel(open.station(), Tasks.direct(), Texts.bundled(), target,
            new ListExportModel.Shown(form, columns, ids, null));
        List<Path> saved = new ArrayList<>();
        model.onSaved(saved::add);
        model.shapeProperty().set(shape);
        model.plainProperty().set(true);
        model.reasonProperty().set("核对");
        assertThat(model.start()).isTrue();
        List<String> cells = new ArrayList<>();
        try (Workbook book = WorkbookFactory.create(saved.get(0).toFile())) {
            DataFormatter text = new DataFormatter();
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> cells.add(text.formatCellValue(cell)))));
        }
        return cells;
    }

    @Test
    void theAssignedWorkerPrintsAllOfIt() {
        try (StationSession open = made.in(MOTHERS)) {
            assertThat(printed(open, "client", made.id("client"))).contains("覃玉兰", SealedStation.ID_NUMBER);
            assertThat(printed(open, "visit", made.id("visit"))).contains("随访见瘀伤");
            assertThat(printed(open, "activity", activity)).contains("覃玉兰");
        }
    }

    @Test
    void othersPrintNothingOfItNotEvenTheNameAmongThoseOfAnActivity() {
        try (StationSession open = made.in(OTHERS)) {
            assertThatThrownBy(() -> printed(open, "client", made.id("client"))).isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(() -> printed(open, "visit", made.id("visit"))).isInstanceOf(NoSuchElementException.class);
            String page = printed(open, "activity", activity);
            assertThat(page).contains("中秋活动");
            SealedStation.CANARIES.forEach(word -> assertThat(page).doesNotContain(word));
        }
    }

    @Test
    void theAssignedWorkerExportsItInFull() throws IOException {
        try (StationSession open = made.in(MOTHERS)) {
            assertThat(exported(open, "client", ListExportModel.Shape.AS_SHOWN, List.of("name", "id_no", "note"),
                List.of(made.id("client")))).contains("覃玉兰", SealedStation.ID_NUMBER, "夜里逃到亲戚家");
            assertThat(exported(open, "activity", ListExportModel.Shape.AS_SHOWN, List.of("name", "clients"),
                List.of(activity))).contains("中秋活动", "覃玉兰");
        }
    }

    /** Even for ids of a list that was shown before. */
    @Test
    void othersExportNothingOfIt() throws IOException {
        try (StationSession open = made.in(OTHERS)) {
            List<String> cells = new ArrayList<>(exported(open, "client", ListExportModel.Shape.AS_SHOWN,
                List.of("name", "id_no", "note", "primary_cat"), List.of(made.id("client"))));
            cells.addAll(exported(open, "client", ListExportModel.Shape.LEDGER, List.of("name"), List.of(made.id("client"))));
            cells.addAll(exported(open, "visit", ListExportModel.Shape.AS_SHOWN, List.of("clients", "note"),
                List.of(made.id("visit"))));
            cells.addAll(exported(open, "activity", ListExportModel.Shape.AS_SHOWN, List.of("name", "clients"),
                List.of(activity)));
            assertThat(cells).contains("中秋活动");
            SealedStation.CANARIES.forEach(word -> assertThat(cells).noneMatch(cell -> cell.contains(word)));
        }
    }
}
