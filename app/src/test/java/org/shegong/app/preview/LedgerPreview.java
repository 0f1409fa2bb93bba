package org.shegong.app.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shegong.app.SeededStation;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.app.shell.DeskApplication;
import org.shegong.app.shell.DeskStart;
import org.shegong.reports.ledger.ImportProgress;
import org.shegong.reports.ledger.LedgerImport;

/** Opens the real window on a station filled from ledgers, for looking at reports and import. */
public final class LedgerPreview {
    private LedgerPreview() {
    }

    /** @param args an empty folder, the day the program believes in, and a folder of ledgers (none leaves it empty) */
    public static void main(String[] args) throws InterruptedException, IOException {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        Path folder = Path.of(args[0]);
        Clock clock = ProgramClock.on(LocalDate.parse(args[1]));
        StationSession session = SeededStation.empty(folder, clock);
        if (args.length > 2) {
            LedgerImport ledgers = new LedgerImport(session.station());
            try (Stream<Path> files = Files.list(Path.of(args[2]))) {
                List<Path> workbooks = files.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList();
                ledgers.write(ledgers.plan(ledgers.open(workbooks, ImportProgress.NONE), ImportProgress.NONE),
                    ImportProgress.NONE);
            }
        }
        new DeskApplication().run(new DeskStart(folder, clock, "", Optional.of(session)));
        System.exit(0);
    }
}
