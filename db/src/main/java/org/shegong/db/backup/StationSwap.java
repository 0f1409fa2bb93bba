package org.shegong.db.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.shegong.db.journal.HeadAnchor;
import org.shegong.db.security.AtomicFile;
import org.shegong.db.security.KeyRing;
import org.shegong.db.store.StationFile;

/**
 * Exchanges the station in a folder for the one in a working folder inside it. Each step is a rename on one file
 * system; when one fails, those before it are undone.
 */
final class StationSwap {
    /** The database last, so that as long as it is there the old station is whole. */
    private static final List<String> OLD = List.of(HeadAnchor.FILE_NAME, StationFile.FILE_NAME + "-wal",
            StationFile.FILE_NAME + "-shm", StationFile.FILE_NAME + "-journal", StationFile.FILE_NAME);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;
    private final Path work;
    private final Clock clock;
    private final Deque<Step> moved = new ArrayDeque<>();

    private record Step(Path from, Path to) {
    }

    StationSwap(Path folder, Path work, Clock clock) {
        this.folder = folder;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param keepKeys leaves the folder's key file and only copies it to what is replaced
     * @return where the replaced station lies; empty when there was none
     */
    Optional<Path> swap(boolean keepKeys) throws IOException {
        Path keys = folder.resolve(KeyRing.FILE_NAME);
        boolean replaces = Files.exists(folder.resolve(StationFile.FILE_NAME)) || Files.exists(keys);
        Path replaced = replaces ? newFolder() : null;
        try {
            if (replaces) {
                setAside(replaced, keys, keepKeys);
            }
            if (!keepKeys) {
                move(work.resolve(KeyRing.FILE_NAME), keys);
            }
            move(work.resolve(StationFile.FILE_NAME), folder.resolve(StationFile.FILE_NAME));
            return Optional.ofNullable(replaced);
        } catch (IOException e) {
            putBack(e);
            throw e;
        }
    }

    private void setAside(Path replaced, Path keys, boolean keepKeys) throws IOException {
        if (keepKeys) {
            Files.copy(keys, replaced.resolve(KeyRing.FILE_NAME));
        } else if (Files.exists(keys)) {
            move(keys, replaced.resolve(KeyRing.FILE_NAME));
        }
        for (String name : OLD) {
            if (Files.exists(folder.resolve(name))) {
                move(folder.resolve(name), replaced.resolve(name));
            }
        }
    }

    private void move(Path from, Path to) throws IOException {
        AtomicFile.move(from, to);
        moved.push(new Step(from, to));
    }

    private void putBack(IOException failure) {
        while (!moved.isEmpty()) {
            Step step = moved.pop();
            try {
                AtomicFile.move(step.to(), step.from());
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private Path newFolder() throws IOException {
        String name = "replaced-" + STAMP.format(LocalDateTime.now(clock));
        Path free = folder.resolve(name);
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolve(name + "-" + i);
        }
        return Files.createDirectory(free);
    }
}
