package org.shegong.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.AppContext;
import org.shegong.app.Changes;
import org.shegong.app.SeededStation;
import org.shegong.app.backups.AutoBackup;
import org.shegong.app.i18n.Texts;
import org.shegong.app.screens.ledgerimport.ImportScreen;
import org.shegong.app.screens.ledgerimport.ImportStep;
import org.shegong.app.screens.ledgerimport.ImportViewModel;
import org.shegong.app.screens.ledgerimport.SmallLedgers;
import org.shegong.app.screens.report.ReportLine;
import org.shegong.app.screens.report.ReportScreen;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** From a ledger with a mistake to the exported report, in the real desk. */
class LedgerJourneyTest {
    private static final int PATIENCE_SECONDS = 60;
    @TempDir
    private Path folder;
    private final FxRobot robot = new FxRobot();
    private StationSession session;
    private Tasks tasks;
    private Desk desk;
    private ImportViewModel importing;

    @BeforeEach
    void open() throws Exception {
        Clock clock = ProgramClock.on(LocalDate.of(2026, 10, 31));
        session = SeededStation.empty(folder.resolve("station"), clock);
        tasks = Tasks.threaded(Platform::runLater);
        Stage stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> show(stage, clock));
    }

    private void show(Stage stage, Clock clock) {
        DeskFonts.load();
        Settings settings = new Settings(folder.resolve("desk.properties"));
        settings.put("output.folder", folder.resolve("out").toString());
        Texts texts = Texts.bundled();
        StackPane page = new StackPane();
        OverlayPane overlays = new OverlayPane(page, texts, tasks);
        Scene scene = new Scene(new StackPane(page, overlays.view()), 1280, 768);
        scene.getStylesheets().add(DeskWindow.class.getResource("/org/shegong/app/desk.css").toExternalForm());
        desk = new Desk(List.of(
            new ScreenEntry("import", "fth-upload", "I", List.of(), context -> {
                importing = new ImportViewModel(context);
                return new ImportScreen(context, importing);
            }),
            new ScreenEntry("reports", "fth-bar-chart-2", "B", List.of(), context -> new ReportScreen(context, true))), "站");
        AppContext context = new AppContext(session.station(), tasks, texts, settings, clock, new Changes(clock), desk,
            overlays, () -> null);
        desk.begin(context, new AutoBackup(session, tasks, settings, texts, context.changes()), () -> { },
            new UserSwitch(List.of(), user -> { }));
        page.getChildren().setAll(desk.view());
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupStages();
        tasks.close();
        session.close();
    }

    private void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
            () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean pressable(String id) {
        return robot.lookup(id).tryQueryAs(Button.class).filter(button -> !button.isDisabled()).isPresent();
    }

    /** The desk begins with the reports where there is no home screen; the wizard is made when it is opened. */
    private void bring(Path ledgers) throws Exception {
        robot.interact(() -> desk.openByLetter("I"));
        robot.interact(() -> importing.add(List.of(ledgers)));
        until(() -> pressable("#import-next"));
        robot.clickOn("#import-next");
        until(() -> importing.stepProperty().get() == ImportStep.COLUMNS);
        robot.clickOn("#import-next");
        until(() -> importing.stepProperty().get() == ImportStep.PREVIEW && pressable("#import-next"));
    }

    private void importPreviewed() throws Exception {
        robot.clickOn("#import-next");
        until(() -> importing.stepProperty().get() == ImportStep.DONE);
    }

    @Test
    void leadsFromAMessyLedgerToTheExportedReport() throws Exception {
        Files.createDirectories(folder.resolve("out"));
        bring(SmallLedgers.write(folder.resolve("台账.xlsx")));
        TableView<?> refused = robot.lookup("#import-refused").queryAs(TableView.class);
        assertThat(refused.getItems()).hasSize(2);
        importPreviewed();
        assertThat(robot.lookup("#import-correction").tryQuery()).isPresent();
        Path correction = correct();
        robot.clickOn("#import-again");
        until(() -> importing.stepProperty().get() == ImportStep.CHOOSE);
        bring(correction);
        assertThat(robot.lookup("#import-refused").queryAs(TableView.class).getItems()).isEmpty();
        importPreviewed();
        openF01();
        until(() -> robot.lookup(".records-behind").tryQuery().isPresent());
        assertThat(robot.lookup(".records-behind .card-title").queryLabeled().getText()).contains("F01").contains("4 条");
        robot.interact(() -> robot.lookup(".records-behind .button-icon").queryAs(Button.class).fire());
        until(() -> robot.lookup(".records-behind").tryQuery().isEmpty());
        export();
    }

    /** The chooser of the system cannot be driven here, so the workbook is asked for behind its button. */
    private Path correct() throws Exception {
        Path correction = folder.resolve("待更正台账.xlsx");
        int[] rows = new int[1];
        robot.interact(() -> importing.saveCorrection(correction, saved -> rows[0] = saved));
        until(() -> rows[0] == 2);
        String right = SmallLedgers.id("19480919", 124);
        assertThat(SmallLedgers.replace(correction, SmallLedgers.wrong(right), right)).isEqualTo(1);
        return correction;
    }

    @SuppressWarnings("unchecked")
    private void openF01() throws Exception {
        robot.interact(() -> desk.openByLetter("B"));
        until(() -> robot.lookup(".figure-table").tryQuery().isPresent());
        TableView<ReportLine> table = robot.lookup(".figure-table").queryAs(TableView.class);
        until(() -> table.getItems().stream().anyMatch(line -> line.key().equals("F01") && line.text(3).equals("4")));
        robot.interact(() -> {
            int row = table.getItems().stream().map(ReportLine::key).toList().indexOf("F01");
            table.scrollTo(row);
            table.getSelectionModel().clearAndSelect(row, table.getColumns().get(3));
            table.getFocusModel().focus(row, table.getColumns().get(3));
            table.requestFocus();
        });
        robot.type(KeyCode.ENTER);
    }

    private void export() throws Exception {
        robot.clickOn("#report-export");
        until(() -> pressable("#export-start"));
        robot.clickOn("#export-start");
        until(() -> robot.lookup("#export-start").tryQuery().isEmpty());
        List<Path> written;
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            written = files.toList();
        }
        assertThat(written).hasSize(2);
        Path workbook = written.stream().filter(file -> file.toString().endsWith(".xlsx")).findFirst().orElseThrow();
        assertThat(figure(workbook, "F01")).isEqualTo("4");
        assertThat(figure(workbook, "F01b")).isEqualTo("1");
    }

    /** What a workbook's report says in the column of the month. */
    private static String figure(Path file, String code) throws Exception {
        try (InputStream in = Files.newInputStream(file); Workbook workbook = WorkbookFactory.create(in)) {
            DataFormatter text = new DataFormatter();
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    Cell first = row.getCell(0);
                    if (first != null && text.formatCellValue(first).equals(code) && row.getLastCellNum() > 8) {
                        return text.formatCellValue(row.getCell(3));
                    }
                }
            }
        }
        return "";
    }
}
