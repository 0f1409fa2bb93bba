package org.shegong.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.shegong.db.Station;
import org.shegong.db.backup.Backup;
import org.shegong.db.backup.BackupCheck;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.backup.BackupSecret;
import org.shegong.db.backup.Restore;
import org.shegong.db.backup.RestoreResult;
import org.shegong.db.security.DataKey;
import org.shegong.db.store.StationFile;

/** Changes single bytes of the file, its write-ahead log and its copies, and restores copies. */
final class ByteFlips {
    private static final int RECORDS = 40;
    private final Path folder;
    private final Random random;
    private final List<String> faults = new ArrayList<>();

    ByteFlips(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    List<String> run(int count) throws IOException {
        Path station = folder.resolve("station");
        ProofStation.delete(station);
        byte[] key = ProofStation.found(station);
        Path crashed = folder.resolve("crashed");
        Path copies = Files.createDirectories(folder.resolve("copies"));
        try (Station open = ProofStation.open(station, key)) {
            for (int i = 0; i < RECORDS; i++) {
                ProofStation.save(open, "r" + i);
            }
            ProofStation.copy(station, crashed);
        }
        try (Station open = ProofStation.open(station, key)) {
            open.file().write(db -> db.execute("CREATE TABLE spare (x BLOB)")
                + db.execute("INSERT INTO spare VALUES (zeroblob(400000))") + db.execute("DROP TABLE spare"));
        }
        inFile(station, key, count);
        inLog(crashed, key, count);
        inCopies(station, copies, key, count);
        restored(station, key, count);
        return faults;
    }

    private void inFile(Path station, byte[] key, int count) throws IOException {
        Path work = folder.resolve("flipped");
        int found = 0;
        for (int i = 0; i < count; i++) {
            ProofStation.copy(station, work);
            long at = flip(work.resolve(StationFile.FILE_NAME));
            if (ProofStation.faults(work, key).isEmpty()) {
                faults.add("byte " + at + " of the file");
            } else {
                found++;
            }
        }
        Figures.say("file       %6d of %d single bytes found", found, count);
    }

    /** A changed byte of the log is found, or lay where nothing is kept any more: then every record is there. */
    private void inLog(Path crashed, byte[] key, int count) throws IOException {
        Path work = folder.resolve("flipped");
        int found = 0;
        int harmless = 0;
        for (int i = 0; i < count; i++) {
            ProofStation.copy(crashed, work);
            long at = flip(work.resolve(StationFile.FILE_NAME + "-wal"));
            if (!ProofStation.faults(work, key).isEmpty()) {
                found++;
                continue;
            }
            try (Station open = ProofStation.open(work, key)) {
                if (ProofStation.names(open, "r").size() == RECORDS) {
                    harmless++;
                } else {
                    faults.add("byte " + at + " of the log");
                }
            }
        }
        Figures.say("log        %6d of %d single bytes found, %d harmless", found, count, harmless);
    }

    private void inCopies(Path station, Path copies, byte[] key, int count) throws IOException {
        try (Station open = ProofStation.open(station, key)) {
            Path copy = copy(open, key, copies);
            byte[] whole = Files.readAllBytes(copy);
            if (!BackupCheck.of(copies, open.journal()).isEmpty()) {
                faults.add("a whole copy is refused");
            }
            int found = 0;
            for (int i = 0; i < count; i++) {
                long at = flip(copy);
                if (BackupCheck.of(copies, open.journal()).isEmpty()) {
                    faults.add("byte " + at + " of a copy");
                } else {
                    found++;
                }
                Files.write(copy, whole);
            }
            Figures.say("copies     %6d of %d single bytes found", found, count);
        }
    }

    private void restored(Path station, byte[] key, int count) throws IOException {
        int whole = 0;
        for (int i = 0; i < count; i++) {
            Path target = folder.resolve("restored");
            Path copies = folder.resolve("restoring");
            ProofStation.delete(target);
            ProofStation.delete(copies);
            Files.createDirectories(copies);
            List<String> names;
            Path copy;
            try (Station open = ProofStation.open(station, key)) {
                ProofStation.save(open, "s" + i);
                names = ProofStation.names(open, "");
                copy = copy(open, key, copies);
            }
            RestoreResult result = new Restore(ProofStation.CLOCK).from(copy, target,
                new BackupSecret.Password("proof", ProofStation.PASSWORD.clone()));
            List<String> wrong = result instanceof RestoreResult.Restored ? ProofStation.faults(target, key)
                : List.of(result.toString());
            try (Station open = wrong.isEmpty() ? ProofStation.open(target, key) : null) {
                if (open != null && ProofStation.names(open, "").equals(names)) {
                    whole++;
                } else {
                    faults.add("copy " + i + " " + wrong);
                }
            }
        }
        Figures.say("copies     %6d of %d restored", whole, count);
    }

    private static Path copy(Station open, byte[] key, Path folder) {
        try (DataKey data = DataKey.of(key)) {
            return ((BackupResult.Done) new Backup(open.file(), data, ProofStation.CLOCK).to(folder, "p")).file();
        }
    }

    private long flip(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int at = random.nextInt(all.length);
        all[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, all);
        return at;
    }
}
