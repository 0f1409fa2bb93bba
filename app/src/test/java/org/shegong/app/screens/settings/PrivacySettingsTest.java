package org.shegong.app.screens.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.AppContext;
import org.shegong.app.SeededStation;
import org.shegong.app.TestContext;
import org.shegong.app.controls.export.OutputFolder;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

class PrivacySettingsTest {
    @TempDir
    Path folder;
    private StationSession session;
    private AppContext context;

    @BeforeEach
    void open() {
        session = SeededStation.create(folder.resolve("station"), ProgramClock.on(SeededStation.TODAY));
        context = TestContext.of(session.station(), folder, new ArrayList<>());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void looked(String reason) {
        session.station().journal().event(session.station().actor(), "show_plain", "服务对象", "client", "",
            Map.of("reason", reason, "records", 12));
    }

    @Test
    void tellsWhoLookedWhyAndHowManyAndNarrowsByKind() {
        looked("核对身份");
        AuditViewModel model = new AuditViewModel(context);
        model.reload();
        AuditLine line = model.lines().get(0);
        assertThat(line.what()).isEqualTo("看明文");
        assertThat(line.reason()).isEqualTo("核对身份");
        assertThat(line.records()).isEqualTo("12");
        assertThat(line.device()).isEqualTo("本机");
        model.kindProperty().set(AuditKind.PRINT);
        assertThat(model.lines()).isEmpty();
        model.kindProperty().set(AuditKind.SHOW_PLAIN);
        assertThat(model.countProperty().get()).isEqualTo(1);
        model.fromProperty().set(context.today().plusDays(1));
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void readsOnPageByPageAndExportsEverything() throws Exception {
        for (int i = 0; i < AuditViewModel.PAGE + 30; i++) {
            looked("理由" + i);
        }
        AuditViewModel model = new AuditViewModel(context);
        model.kindProperty().set(AuditKind.SHOW_PLAIN);
        model.reload();
        assertThat(model.lines()).hasSize(AuditViewModel.PAGE);
        model.more();
        assertThat(model.lines()).hasSize(AuditViewModel.PAGE + 30);
        new OutputFolder(context.settings()).choose(Files.createDirectory(folder.resolve("out")));
        List<Path> files = new ArrayList<>();
        model.export(files::add);
        try (XSSFWorkbook book = new XSSFWorkbook(files.get(0).toFile());
             XSSFExcelExtractor extractor = new XSSFExcelExtractor(book)) {
            assertThat(extractor.getText()).contains("理由0\t", "理由" + (AuditViewModel.PAGE + 29) + "\t");
        }
        assertThat(session.station().journal().steps(1).get(0).action()).isEqualTo("export");
    }

    @Test
    void listsWhatIsDueAndErasesWhatTheLeaderApproves() {
        String id = session.station().newId();
        session.station().saving().save(RecordDraft.entered("consultation", id, RecordStatus.DRAFT, Map.of("date",
            LocalDate.of(2020, 1, 5), "name", "覃秘密", "content", "十年前的事情")));
        RetentionViewModel model = new RetentionViewModel(context);
        model.reload();
        RetentionViewModel.Line line = model.lines().stream().filter(one -> one.record().id().equals(id)).findFirst()
            .orElseThrow();
        assertThat(line.due()).isEqualTo(LocalDate.of(2023, 1, 5));
        model.chosen().add(line.record());
        List<Integer> erased = new ArrayList<>();
        model.erase("站长批准", erased::add);
        assertThat(erased).containsExactly(1);
        assertThat(session.station().records().find("consultation", id).orElseThrow().text("name")).isEmpty();
        assertThat(model.lines()).noneMatch(one -> one.record().id().equals(id));
        assertThat(model.chosen()).isEmpty();
    }

    @Test
    void aStationSetsItsOwnYearsAndTheAuditTellsIt() {
        RetentionViewModel model = new RetentionViewModel(context);
        model.reload();
        var visits = model.policies().stream().filter(one -> one.key().equals("visit")).findFirst().orElseThrow();
        assertThat(model.setYears(visits, "x")).isFalse();
        assertThat(model.setYears(visits, "5")).isTrue();
        assertThat(model.policies()).anyMatch(one -> one.key().equals("visit") && one.years() == 5
            && one.bundledYears() == 3);
        AuditViewModel audit = new AuditViewModel(context);
        audit.kindProperty().set(AuditKind.SETTING);
        audit.reload();
        assertThat(audit.lines().get(0).subject()).isEqualTo("改保存年限：走访");
    }
}
