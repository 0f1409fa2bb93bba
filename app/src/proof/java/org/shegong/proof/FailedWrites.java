package org.shegong.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.shegong.db.Station;
import org.shegong.db.backup.Backup;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.security.DataKey;
import org.shegong.db.store.StationFile;
import org.shegong.db.store.StationFileException;

/**
 * Lets writing fail: a disk that is full after some more bytes each time, a folder that is gone, files that must not be
 * written. Each must end in a known exception or refusal, and what was kept before must be there afterwards.
 */
final class FailedWrites {
    private static final int STEP = 24 * 1024;
    private final Path folder;
    private final Path disk;
    private final List<String> faults = new ArrayList<>();
    private final boolean mounted;
    private int refused;

    /** @param disk a small file system of its own; null to mount one, where that is permitted */
    FailedWrites(Path folder, Path disk) throws IOException {
        this.folder = folder;
        Path own = folder.resolve("disk");
        this.mounted = disk == null && mount(Files.createDirectories(own));
        this.disk = mounted ? own : disk;
    }

    private static boolean mount(Path place) {
        return run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", place.toString());
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> run(int count) throws IOException {
        try {
            if (disk == null || !Files.isDirectory(disk)) {
                Figures.say("full disk         not tried: give a small file system as proof.disk");
            } else {
                fullDisk(count);
            }
            missingFolder();
            readOnly();
        } finally {
            if (mounted) {
                run("umount", disk.toString());
            }
        }
        Figures.say("writing    %6d failing writes refused, %d faults", refused, faults.size());
        return faults;
    }

    /** Leaves more and more room, so that writing fails at one point after the other. */
    private void fullDisk(int count) throws IOException {
        Path station = folder.resolve("station");
        ProofStation.delete(station);
        byte[] key = ProofStation.found(station);
        Path place = disk.resolve("station");
        Random random = new Random(count);
        for (int i = 0; i < count; i++) {
            ProofStation.copy(station, place);
            List<String> kept = new ArrayList<>();
            Path filler = disk.resolve("filler");
            try (Station open = ProofStation.open(place, key)) {
                ProofStation.save(open, "first");
                kept.add("first");
                fill(filler, STEP * (1 + i % 40) + random.nextInt(STEP));
                for (int n = 0; n < 400; n++) {
                    String name = "n" + n + "-" + "长".repeat(300);
                    ProofStation.save(open, name);
                    kept.add(name);
                }
                faults.add("the disk never filled");
            } catch (StationFileException expected) {
                refused += expected.reason() == StationFileException.Reason.DISK_FULL ? 1 : 0;
                if (expected.reason() != StationFileException.Reason.DISK_FULL) {
                    faults.add("full disk answered by " + expected.reason());
                }
            } catch (RuntimeException e) {
                faults.add("full disk ended in " + e);
            }
            backupOnFullDisk(place, key);
            Files.deleteIfExists(filler);
            look(place, key, kept);
            ProofStation.delete(place);
        }
    }

    private void fill(Path filler, long room) throws IOException {
        byte[] zeros = new byte[4096];
        try (var out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(disk).getUsableSpace() > room) {
                out.write(zeros);
            }
        }
    }

    private void backupOnFullDisk(Path place, byte[] key) {
        try (Station open = ProofStation.open(place, key); DataKey data = DataKey.of(key)) {
            if (new Backup(open.file(), data, ProofStation.CLOCK).to(place, "p") instanceof BackupResult.Failed) {
                refused++;
            }
        } catch (StationFileException expected) {
            refused++;
        } catch (RuntimeException e) {
            faults.add("backup on a full disk ended in " + e);
        }
    }

    private void look(Path place, byte[] key, List<String> kept) throws IOException {
        try (Station open = ProofStation.open(place, key)) {
            List<String> names = ProofStation.names(open, "");
            kept.stream().filter(name -> !names.contains(name)).forEach(name -> faults.add("lost " + name));
        } catch (RuntimeException e) {
            faults.add("does not open again: " + e);
        }
        faults.addAll(ProofStation.faults(place, key));
    }

    /** A folder, and a file, that may be read and not written; what lies there stays as it is. */
    private void readOnly() throws IOException {
        Path station = folder.resolve("shut");
        ProofStation.delete(station);
        byte[] key = ProofStation.found(station);
        try (Station open = ProofStation.open(station, key)) {
            ProofStation.save(open, "first");
        }
        if (mounted) {
            Path place = disk.resolve("station");
            ProofStation.copy(station, place);
            if (!run("mount", "-o", "remount,ro", disk.toString())) {
                Figures.say("read-only disk    not tried: it cannot be remounted");
                return;
            }
            shut(station, place, key);
            run("mount", "-o", "remount,rw", disk.toString());
            look(place, key, List.of("first"));
        } else if (Files.isWritable(station) && station.toFile().setWritable(false) && !Files.isWritable(station)) {
            shut(folder.resolve("away"), station, key);
            station.toFile().setWritable(true);
            look(station, key, List.of("first"));
            Path file = station.resolve(StationFile.FILE_NAME);
            file.toFile().setReadOnly();
            opensNot(station, key, "a file that may not be written");
            file.toFile().setWritable(true);
            look(station, key, List.of("first"));
        }
    }

    /** Neither opened there nor copied to there. */
    private void shut(Path other, Path place, byte[] key) {
        opensNot(place, key, "a folder that may not be written");
        try (Station open = ProofStation.open(other, key); DataKey data = DataKey.of(key)) {
            if (new Backup(open.file(), data, ProofStation.CLOCK).to(place, "p") instanceof BackupResult.Failed) {
                refused++;
            } else {
                faults.add("a copy into a folder that may not be written");
            }
        }
    }

    private void opensNot(Path place, byte[] key, String what) {
        try (Station open = ProofStation.open(place, key)) {
            ProofStation.save(open, "second");
            faults.add("writes into " + what);
        } catch (StationFileException expected) {
            refused++;
        } catch (RuntimeException e) {
            faults.add(what + " ended in " + e);
        }
    }

    private void missingFolder() throws IOException {
        Path station = folder.resolve("gone");
        ProofStation.delete(station);
        byte[] key = ProofStation.found(station);
        Path away = folder.resolve("away");
        ProofStation.delete(away);
        try (Station open = ProofStation.open(station, key); DataKey data = DataKey.of(key)) {
            ProofStation.save(open, "first");
            Backup backup = new Backup(open.file(), data, ProofStation.CLOCK);
            if (backup.to(folder.resolve("nowhere"), "p") instanceof BackupResult.Failed) {
                refused++;
            } else {
                faults.add("a copy into a missing folder");
            }
            Files.move(station, away);
            try {
                ProofStation.save(open, "second");
            } catch (StationFileException expected) {
                refused++;
            } catch (RuntimeException e) {
                faults.add("a missing folder ended in " + e);
            }
            if (backup.to(away, "p") instanceof BackupResult.Failed) {
                refused++;
            } else {
                faults.add("a copy of a station that is gone");
            }
        }
        look(away, key, List.of("first"));
        ProofStation.delete(station);
        try (Station never = ProofStation.open(station, key)) {
            faults.add("a missing station opens");
        } catch (StationFileException expected) {
            refused++;
        }
    }
}
