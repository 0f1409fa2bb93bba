package org.shegong.app.screens.ledgerimport;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.shegong.app.i18n.Texts;
import org.shegong.app.tasks.Progress;
import org.shegong.db.Station;
import org.shegong.db.store.StepUndo;
import org.shegong.reports.ledger.ImportPlan;
import org.shegong.reports.ledger.ImportProgress;
import org.shegong.reports.ledger.ImportSummary;
import org.shegong.reports.ledger.LedgerFile;
import org.shegong.reports.ledger.LedgerImport;
import org.shegong.reports.ledger.LedgerMessages;
import org.shegong.reports.ledger.read.Grid;
import org.shegong.reports.ledger.read.ReadOutcome.Unreadable;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.recognise.LedgerWords;
import org.shegong.reports.ledger.recognise.SheetMapping;
import org.shegong.reports.ledger.recognise.StationWording;
import org.shegong.reports.ledger.write.CorrectionWorkbook;

/** One import as the window uses it; everything but the words runs beside the window. */
final class LedgerReading {
    private final Station station;
    private final Texts texts;
    private final LedgerMessages messages = new LedgerMessages();
    private LedgerImport open;

    LedgerReading(Station station, Texts texts) {
        this.station = station;
        this.texts = texts;
    }

    /** The import with the station's own words as they are now; made anew for each choice of files. */
    private synchronized LedgerImport begun() {
        if (open == null) {
            open = new LedgerImport(station);
        }
        return open;
    }

    /** Forgets what was known, so that the next files are read with the words of then. */
    synchronized void forget() {
        open = null;
    }

    List<LedgerFile> open(List<Path> paths, Progress progress) {
        return begun().open(paths, told(progress, "import.reading"));
    }

    SheetMapping mapping(Grid grid, LedgerKind kind, int headerRow) {
        return begun().mapping(grid, kind, headerRow);
    }

    LedgerWords words() {
        return begun().words();
    }

    ImportPlan plan(List<LedgerFile> files, Progress progress) {
        return begun().plan(files, told(progress, "import.planning"));
    }

    /**
     * Writes everything or, when cancelled meanwhile, leaves nothing behind. Where what was written cannot be taken back
     * it stands, and is told as if nobody had cancelled.
     */
    ImportSummary write(ImportPlan plan, List<StationWording> wordings, Progress progress) {
        ImportSummary written = begun().write(plan, told(progress, "import.writing"));
        if (!progress.keepsOutcome()) {
            progress.standsUntilTakenBack();
            if (written.stepId().isEmpty() || isTakenBack(written.stepId())) {
                throw new CancellationException();
            }
        }
        begun().remember(wordings);
        return written;
    }

    private boolean isTakenBack(String step) {
        // Cancelling interrupts, and an interrupted thread may not read: it would leave everything written.
        Thread.interrupted();
        return station.undo().undo(step) instanceof StepUndo.Outcome.Done;
    }

    /** Writes the refused rows for the words that the next import will have. */
    int correct(ImportSummary summary, List<StationWording> learnt, Path target) {
        return new CorrectionWorkbook(begun().words().with(learnt), messages).write(summary, target);
    }

    /** Why a file cannot be read, in words. */
    String words(Unreadable file) {
        return messages.of(file);
    }

    private ImportProgress told(Progress progress, String key) {
        return new ImportProgress() {
            @Override
            public void at(Stage stage, long done, long total) {
                progress.report(done, total, texts.get(key));
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }
}
