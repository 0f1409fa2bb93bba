package org.shegong.app.controls.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.SeededStation;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.Station;
import org.shegong.db.journal.HistoryEntry;
import org.shegong.db.store.RecordDraft;
import org.shegong.reports.printing.Edition;
import org.shegong.reports.printing.PrintedForms;
import org.shegong.reports.render.PdfRenderer;

class FormPrintModelTest {
    @TempDir
    private Path folder;
    private StationSession session;
    private Station station;
    private String first;
    private String second;

    @BeforeEach
    void open() {
        session = SeededStation.empty(folder.resolve("station"), ProgramClock.on(SeededStation.TODAY));
        station = session.station();
        first = client("覃玉兰");
        second = client("黄志强");
    }

    @AfterEach
    void close() {
        session.close();
    }

    private String client(String name) {
        String id = station.newId();
        station.saving().importAll("import", "sample", List.of(RecordDraft.imported("client", id, null,
            Map.of("name", name, "sex", "2", "birth", LocalDate.of(1948, 3, 12)))));
        return id;
    }

    private FormPrintModel model(String selected, List<String> listed) {
        return new FormPrintModel(station, Texts.bundled(), "client", new PrintedForms(station).templates("client"),
            selected, listed);
    }

    private String text(FormPrintModel model) throws IOException {
        PreviewModel pages = new PreviewModel(Tasks.direct(), new PdfRenderer());
        pages.show(model.document());
        try (PDDocument pdf = Loader.loadPDF(pages.open().orElseThrow().rendered().bytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void printsTheSelectedRecordInFullAtFirst() throws IOException {
        FormPrintModel model = model(first, List.of(first, second));
        assertThat(model.offered()).containsExactly(FormPrintModel.Content.SELECTED, FormPrintModel.Content.LISTED,
            FormPrintModel.Content.BLANK);
        assertThat(text(model)).contains("覃玉兰").doesNotContain("黄志强");
    }

    @Test
    void printsTheWholeListAsOneDocument() throws IOException {
        FormPrintModel model = model(first, List.of(first, second));
        model.contentProperty().set(FormPrintModel.Content.LISTED);
        assertThat(text(model)).contains("覃玉兰", "黄志强");
    }

    @Test
    void hidesNamesInTheEditionForOthers() throws IOException {
        FormPrintModel model = model(first, List.of());
        model.editionProperty().set(Edition.EXTERNAL);
        assertThat(text(model)).doesNotContain("覃玉兰");
        assertThat(model.refusal()).isEmpty();
        model.noting(Disclosure.Way.PRINT).run();
        assertThat(station.journal().history("client", first).get(0).toString()).contains("print", "EXTERNAL");
    }

    @Test
    void freeTextLeavesOnlyOnceSomebodyDecidedAboutTheNamesInIt() throws IOException {
        String activity = station.newId();
        station.saving().importAll("test", "测试", List.of(org.shegong.db.store.RecordDraft.imported("activity",
            activity, null, java.util.Map.of("name", "端午活动", "date", java.time.LocalDate.of(2026, 5, 1), "act_state",
                "2", "issues",
                "覃玉兰与黄志强来访"))));
        FormPrintModel model = new FormPrintModel(station, Texts.bundled(), "activity",
            new PrintedForms(station).templates("activity"), activity, List.of());
        model.templateProperty().set(model.templates().get(model.templates().size() - 1));
        model.editionProperty().set(Edition.EXTERNAL);
        assertThat(text(model)).doesNotContain("覃玉兰", "黄志强");
        assertThat(model.found()).hasSize(2);
        assertThat(model.refusal()).isNotEmpty();
        model.keep(java.util.Set.of("黄志强"));
        assertThat(model.refusal()).isEmpty();
        assertThat(text(model)).contains("覃某与黄志强来访");
    }

    @Test
    void printsTheListItselfInBothEditions() throws IOException {
        FormPrintModel model = new FormPrintModel(station, Texts.bundled(), "client",
            new PrintedForms(station).templates("client"), "", List.of(first, second), List.of("name", "sex"));
        assertThat(model.offered()).contains(FormPrintModel.Content.TABLE);
        model.contentProperty().set(FormPrintModel.Content.TABLE);
        assertThat(text(model)).contains("覃玉兰", "黄志强", "内部资料 注意保密", "打印人");
        model.editionProperty().set(Edition.EXTERNAL);
        assertThat(text(model)).contains("覃**", "黄**", "对外版").doesNotContain("覃玉兰", "黄志强");
        model.noting(Disclosure.Way.PDF).run();
        assertThat(station.journal().history("client", "").get(0).toString()).contains("EXTERNAL", "records");
    }

    @Test
    void asksForAReasonBeforePlainPagesLeaveAndNotesIt() {
        FormPrintModel model = model(first, List.of());
        model.reasonProperty().set("");
        assertThat(model.refusal()).isNotEmpty();
        model.reasonProperty().set("签字");
        assertThat(model.refusal()).isEmpty();
        model.noting(Disclosure.Way.PRINT).run();
        HistoryEntry noted = station.journal().history("client", first).get(0);
        assertThat(noted.action()).isEqualTo("print");
        assertThat(noted.toString()).contains("签字");
    }

    @Test
    void notesSavingAsAnExport() {
        FormPrintModel model = model(first, List.of());
        model.noting(Disclosure.Way.PDF).run();
        assertThat(station.journal().history("client", first).get(0).action()).isEqualTo("export");
    }

    @Test
    void printsBlankFormsWithoutAskingWhy() throws IOException {
        FormPrintModel model = model("", List.of());
        assertThat(model.contentProperty().get()).isEqualTo(FormPrintModel.Content.BLANK);
        model.reasonProperty().set("");
        assertThat(model.refusal()).isEmpty();
        assertThat(text(model)).contains("姓名").doesNotContain("覃玉兰");
    }
}
