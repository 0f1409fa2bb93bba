package org.shegong.reports.ledger;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.shegong.db.Station;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.store.StationFile;

/** A real, empty station on 20 November 2026, and the importing of files into it. */
final class LedgerStation {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private LedgerStation() {
    }

    static Station create(Path folder) {
        return new Station(StationFile.create(folder, new byte[32]), FormCatalogue.bundled(), CodeBook.bundled(), CLOCK,
                new Actor("a1", "tester", "d1"));
    }

    static ImportSummary run(Station station, List<Path> files) {
        LedgerImport ledgers = new LedgerImport(station);
        return ledgers.write(ledgers.plan(ledgers.open(files, ImportProgress.NONE), ImportProgress.NONE),
                ImportProgress.NONE);
    }

    static ImportSummary run(Station station, Path... files) {
        return run(station, List.of(files));
    }

    /** The workbooks of a sample, in the order of their names. */
    static List<Path> sample(String name) throws Exception {
        try (Stream<Path> files = Files.list(folder(name))) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList();
        }
    }

    static Path folder(String name) throws URISyntaxException {
        return Path.of(LedgerStation.class.getResource("/ledgers/" + name).toURI());
    }
}
