package org.shegong.db.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shegong.db.security.AtomicFile;

/**
 * Brings the file of an older program to the current shape without ever changing the file itself: a copy is made and
 * proved, migrated, proved again and moved into the file's place in one step. Whatever happens on the way, power cut
 * and full disk included, the folder holds the old file or the new one. The caller holds the lock of the folder.
 */
final class SchemaUpgrade {
    static final String WORK = ".upgrade-work";
    private static final long MARGIN = 8L << 20;

    /** What has just been done; for proving that stopping there harms nothing. */
    enum Step { STARTED, COPIED, KEPT, MIGRATED, CHECKED, MOVED }

    /** Hears of each step. */
    @FunctionalInterface
    interface Steps {
        void reached(Step step) throws IOException;
    }

    private final Path database;
    private final Path work;
    private final byte[] key;
    private final BeforeUpgrade before;
    private final Steps steps;

    SchemaUpgrade(Path database, byte[] key, BeforeUpgrade before, Steps steps) {
        this.database = database;
        this.work = database.resolveSibling(WORK);
        this.key = key;
        this.before = before;
        this.steps = steps;
    }

    /** Makes a new file, or upgrades an older one; leaves a current one alone. */
    void run() {
        try {
            delete(work);
            boolean exists = Files.exists(database);
            int version = exists ? SchemaVersion.read(database, key) : 0;
            if (version > SchemaVersion.CURRENT) {
                throw StationFileException.newer(version);
            }
            if (version < SchemaVersion.CURRENT) {
                upgrade(exists);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void upgrade(boolean exists) throws IOException {
        Path copy = work.resolve(StationFile.FILE_NAME);
        try {
            Files.createDirectory(work);
            steps.reached(Step.STARTED);
            if (exists) {
                requireRoom();
                DatabaseCheck found = copyTo(copy);
                steps.reached(Step.COPIED);
                if (found.schemaVersion() > 0) {
                    before.keep(copy, key, found);
                }
                steps.reached(Step.KEPT);
            }
            SchemaVersion.migrate(copy, key, SchemaVersion.CURRENT);
            steps.reached(Step.MIGRATED);
            prove(copy);
            steps.reached(Step.CHECKED);
            moveIntoPlace(copy);
            steps.reached(Step.MOVED);
        } finally {
            deleteQuietly(work);
        }
    }

    /** The old file is read in one transaction, so copy and counts belong together. */
    private DatabaseCheck copyTo(Path copy) {
        try (Connection old = Connections.writer(database, key)) {
            DatabaseCheck before = DatabaseCheck.of(old);
            try (PreparedStatement into = old.prepareStatement("VACUUM INTO ?")) {
                into.setString(1, copy.toAbsolutePath().toString());
                into.execute();
            }
            DatabaseCheck after = DatabaseCheck.of(copy, key);
            if (!after.sound() || !after.equals(before)) {
                throw new StationFileException(StationFileException.Reason.DAMAGED, null);
            }
            return after;
        } catch (SQLException e) {
            throw Connections.failure(database, e);
        }
    }

    private void prove(Path copy) {
        DatabaseCheck check = DatabaseCheck.of(copy, key);
        if (!check.sound() || check.schemaVersion() != SchemaVersion.CURRENT) {
            throw new StationFileException(StationFileException.Reason.DAMAGED, null);
        }
    }

    /** A log of the old file beside the new one would be taken for the new one's; closing the old file removed it. */
    private void moveIntoPlace(Path copy) throws IOException {
        for (Path file : List.of(copy, database)) {
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            if (Files.exists(log) && Files.size(log) > 0) {
                throw new StationFileException(StationFileException.Reason.IN_USE, null);
            }
            Files.deleteIfExists(log);
        }
        AtomicFile.sync(copy);
        AtomicFile.move(copy, database);
    }

    /** The copy, what the migrations add, and the backup that is made of the copy. */
    private void requireRoom() throws IOException {
        long needed = 3 * Files.size(database) + MARGIN;
        if (Files.getFileStore(work).getUsableSpace() < needed) {
            throw new StationFileException(StationFileException.Reason.DISK_FULL, null);
        }
    }

    private StationFileException failure(IOException e) {
        boolean full = false;
        try {
            full = Files.getFileStore(database.toAbsolutePath().getParent()).getUsableSpace() < MARGIN;
        } catch (IOException unknown) {
            e.addSuppressed(unknown);
        }
        return new StationFileException(full ? StationFileException.Reason.DISK_FULL
            : StationFileException.Reason.NO_ACCESS, e);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            System.getLogger(SchemaUpgrade.class.getName()).log(System.Logger.Level.WARNING, "work folder stays", e);
        }
    }
}
