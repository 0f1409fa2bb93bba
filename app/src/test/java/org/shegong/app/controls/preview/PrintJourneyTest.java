package org.shegong.app.controls.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.SeededStation;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.app.shell.DeskStart;
import org.shegong.app.shell.DeskWindow;
import org.shegong.app.shell.WindowEnd;
import org.shegong.app.tasks.Tasks;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** In the real window, by keyboard only: a visit is looked at as pages and kept as PDF. */
@ExtendWith(ApplicationExtension.class)
class PrintJourneyTest {
    private static final int PATIENCE = 60;
    /** Within the screen that tests have. */
    private static final double WIDTH = 1200;
    private static final double HEIGHT = 720;
    @TempDir
    private Path folder;
    private Stage stage;
    private StationSession session;
    private Tasks tasks;
    private DeskWindow window;

    @Start
    void keep(Stage given) {
        stage = given;
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
    }

    @BeforeEach
    void open() {
        Clock clock = ProgramClock.on(SeededStation.TODAY);
        session = SeededStation.create(folder.resolve("station"), clock);
        Settings settings = new Settings(folder.resolve("desk.properties"));
        settings.put("output.folder", folder.toString());
        tasks = Tasks.threaded(Platform::runLater);
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000L, () -> {
            window = new DeskWindow(stage, Texts.bundled(), tasks, settings);
            window.begin(new DeskStart(session.folder(), clock, "", Optional.of(session)));
        });
    }

    @AfterEach
    void close() {
        WindowEnd.close(stage, window, tasks);
    }

    private static void waitUntil(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void looksAtAVisitAsPagesAndKeepsItAsPdf(FxRobot robot) throws Exception {
        waitUntil(() -> robot.lookup(".navigation").tryQuery().isPresent());
        robot.press(KeyCode.ALT).type(KeyCode.Z).release(KeyCode.ALT);
        waitUntil(() -> robot.lookup(".record-table").tryQueryAs(TableView.class)
            .map(table -> table.getItems().size() > 2 && table.isFocused()).orElse(false));
        TableView<?> table = robot.lookup(".record-table").queryAs(TableView.class);
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
        waitUntil(() -> !table.getSelectionModel().isEmpty());
        robot.press(KeyCode.CONTROL).type(KeyCode.P).release(KeyCode.CONTROL);
        waitUntil(() -> robot.lookup("#preview-place").tryQueryAs(Label.class)
            .map(label -> !label.getText().isEmpty()).orElse(false));
        waitUntil(() -> !robot.lookup(".preview-state").query().isVisible());
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        waitUntil(() -> !pdfs().isEmpty());
        assertThat(text(pdfs().get(0))).contains("走访", "样例镇社会工作服务站", "王社工");
        assertThat(session.station().journal().steps(1).get(0).action()).isEqualTo("export");
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> robot.lookup(".preview").tryQuery().isEmpty());
    }

    private List<Path> pdfs() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pdf")).toList();
        }
    }

    private static String text(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
