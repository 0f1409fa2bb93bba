package org.shegong.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shegong.app.session.Founding;
import org.shegong.app.session.NewStation;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.app.session.StationSetup;
import org.shegong.db.Station;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.ChainFault;
import org.shegong.db.security.KdfCost;
import org.shegong.db.store.FileCheck;
import org.shegong.db.store.PageCheck;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;
import org.shegong.db.store.StationFile;

/** Stations of the proofs: made, opened with their key, copied, looked through. */
final class ProofStation {
    static final Clock CLOCK = ProgramClock.on(LocalDate.of(2026, 10, 31));
    static final char[] PASSWORD = "proof-station".toCharArray();
    private static final Actor ACTOR = new Actor("a1", "Proof", "d1");

    private ProofStation() {
    }

    /** A new station with its keys; gives its data key. */
    static byte[] found(Path folder) {
        Founding founding = new StationSetup(CLOCK, KdfCost.MINIMUM)
            .found(folder, new NewStation("Proof", "", "", "proof"), PASSWORD.clone());
        try (StationSession session = ((Founding.Founded) founding).session()) {
            return session.key().bytes();
        }
    }

    static Station open(Path folder, byte[] key) {
        return new Station(StationFile.open(folder, key), FormCatalogue.bundled(), CodeBook.bundled(), CLOCK, ACTOR);
    }

    /** Saves a village by this name; gives its id. */
    static String save(Station station, String name) {
        SaveResult result = station.saving().save(RecordDraft.entered("village", station.newId(), RecordStatus.DRAFT,
            new HashMap<>(Map.of("name", name))));
        return ((SaveResult.Saved) result).record().id();
    }

    /** Villages whose names begin with this. */
    static List<String> names(Station station, String prefix) {
        return station.file().read(db -> db.fetch("SELECT name FROM village WHERE name LIKE ?", prefix + "%")
            .getValues(0, String.class));
    }

    /** Everything that is wrong with a closed station; empty when all is well. */
    static List<String> faults(Path folder, byte[] key) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Station station = open(folder, key)) {
            faults.addAll(faults(station));
        } catch (RuntimeException e) {
            faults.add(e.toString());
        }
        PageCheck.damagedPages(folder.resolve(StationFile.FILE_NAME), key).forEach(page -> faults.add("page " + page));
        return faults;
    }

    /** Everything that is wrong with an open station, but for pages that hold nothing. */
    static List<String> faults(Station station) {
        List<String> faults = new ArrayList<>();
        FileCheck.faults(station.file()).forEach(fault -> faults.add(fault.name()));
        if (faults.isEmpty()) {
            station.journal().verify().stream().map(ChainFault::toString).forEach(faults::add);
        }
        return faults;
    }

    /** Copies the files of a station into an empty folder; folders inside are left out. */
    static void copy(Path from, Path to) throws IOException {
        delete(to);
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
