package org.shegong.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.shegong.app.session.StationSession;
import org.shegong.db.Station;
import org.shegong.db.backup.Backup;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.store.FileCheck;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.StationFile;

/** Times the check of the journal and of the file, and a copy while somebody goes on saving. */
final class FileBench {
    private static final long PAUSE = 100;
    private final StationSession session;
    private final Station station;
    private final Stopwatch watch;
    private final Path out;

    FileBench(StationSession session, Stopwatch watch, Path out) {
        this.session = session;
        this.station = session.station();
        this.watch = watch;
        this.out = out;
    }

    void measure() throws Exception {
        watch.head("the file, ms");
        size();
        watch.time("check: the journal's chain", 1, () -> station.journal().verify());
        watch.time("check: the file", 1, () -> FileCheck.faults(station.file()));
        copy();
    }

    private void size() throws Exception {
        Path file = session.folder().resolve(StationFile.FILE_NAME);
        long bytes = Files.size(file);
        long records = number("SELECT COUNT(*) FROM journal_entry");
        watch.fact("file", String.format("%d MB, %d entries in the journal, %d bytes for each", bytes >> 20, records,
            bytes / records));
        watch.fact("of which the journal's text", String.format("%d bytes for each entry", number(
            "SELECT SUM(length(changes) + COALESCE(length(proof), 0) + length(hash) + length(id) + 100) / COUNT(*) FROM"
            + " (SELECT changes, proof, hash, record_id AS id FROM journal_entry LIMIT 100000)")));
    }

    private long number(String sql) {
        return station.file().read(db -> db.resultQuery(sql).fetchOne(0, Long.class));
    }

    /** A person who saves ten times a second while the copy is made: how long the longest save took. */
    private void copy() throws Exception {
        if (!watch.wants("copy while saving")) {
            return;
        }
        Path folder = Files.createDirectories(out.resolve("copies"));
        CompletableFuture<BackupResult> made = CompletableFuture.supplyAsync(() ->
            new Backup(station.file(), session.key(), station.clock()).to(folder, "Bench"));
        List<Double> saves = new ArrayList<>();
        long start = System.nanoTime();
        while (!made.isDone()) {
            long before = System.nanoTime();
            station.saving().save(RecordDraft.entered("visit", station.newId(), RecordStatus.DRAFT,
                Map.of("date", LocalDate.of(2026, 10, 29), "result", "1")));
            saves.add((System.nanoTime() - before) / 1e6);
            Thread.sleep(PAUSE);
        }
        saves.sort(null);
        watch.fact("copy while saving", String.format("%s, %.1f s; %d saves, median %.1f ms, longest %.1f ms",
            made.get().getClass().getSimpleName(), (System.nanoTime() - start) / 1e9, saves.size(),
            saves.get(saves.size() / 2), saves.get(saves.size() - 1)));
    }
}
