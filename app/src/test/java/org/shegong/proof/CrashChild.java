package org.shegong.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.shegong.db.Station;
import org.shegong.db.backup.Backup;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.security.DataKey;
import org.shegong.db.store.AnnouncedUpgrade;
import org.shegong.db.store.RecordDraft;

/**
 * The process that is killed: waits for a line on standard input, then writes without end, one line on standard output
 * for each piece of work that is kept.
 */
final class CrashChild {
    static final int ROWS = 40;
    static final String DONE = "done";
    private final Path folder;
    private final byte[] key;

    private CrashChild(Path folder, byte[] key) {
        this.folder = folder;
        this.key = key;
    }

    /** Arguments: part, station folder, data key in hexadecimal, prefix of the names to write, a station to warm up on. */
    public static void main(String[] args) throws Exception {
        CrashChild child = new CrashChild(Path.of(args[1]), HexFormat.of().parseHex(args[2]));
        warm(Path.of(args[4]), child.key);
        say("ready");
        if (System.in.read() < 0) {
            return;
        }
        switch (args[0]) {
            case "saving" -> child.save(args[3]);
            case "importing" -> child.importRows(args[3]);
            case "migrating" -> child.migrate();
            default -> child.back(args[3]);
        }
    }

    /** Works on a station of its own before the work begins, so that the kill meets the work and not the start. */
    private static void warm(Path folder, byte[] key) {
        try (Station station = ProofStation.open(folder, key)) {
            ProofStation.save(station, "warm");
        }
    }

    private void save(String prefix) {
        try (Station station = ProofStation.open(folder, key)) {
            for (int i = 0;; i++) {
                ProofStation.save(station, prefix + i);
                say(prefix + i);
            }
        }
    }

    private void importRows(String prefix) {
        try (Station station = ProofStation.open(folder, key)) {
            for (int i = 0;; i++) {
                List<RecordDraft> drafts = new ArrayList<>();
                for (int row = 0; row < ROWS; row++) {
                    String name = prefix + i + "-" + row;
                    drafts.add(RecordDraft.imported("village", station.newId(), name, Map.of("name", name)));
                }
                station.saving().importAll("import", "import", drafts);
                say(prefix + i);
            }
        }
    }

    private void migrate() {
        AnnouncedUpgrade.run(folder, key, CrashChild::say);
        say(DONE);
    }

    private void back(String prefix) {
        try (Station station = ProofStation.open(folder, key); DataKey data = DataKey.of(key)) {
            for (int i = 0;; i++) {
                ProofStation.save(station, prefix + i);
                Path target = folder.resolve("copies");
                if (!(new Backup(station.file(), data, ProofStation.CLOCK).to(target, prefix + i)
                        instanceof BackupResult.Done done)) {
                    throw new IllegalStateException("no backup");
                }
                say(done.file().getFileName().toString());
            }
        }
    }

    private static void say(String line) {
        Figures.say("%s", line);
    }
}
