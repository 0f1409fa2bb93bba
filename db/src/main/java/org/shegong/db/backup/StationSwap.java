package org.shegong.db.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
 * Exchanges the station in a folder for the one in a working folder inside it. That takes several renames; a marker
 * written before the first and removed after the last says that they are under way, and how. Whoever comes next after a
 * power cut does the rest of them, so that there is the old station or the new one and never a part of each. When one
 * fails, those before it are undone. The caller holds the lock of the folder.
 */
final class StationSwap {
    /** Names what is under way: the folder for what is replaced (may be empty), and whether keys stay. */
    static final String MARKER = ".restore-under-way";
    /** Of what a station consists besides its keys. */
    private static final List<String> PARTS = List.of(HeadAnchor.FILE_NAME, StationFile.FILE_NAME + "-wal",
            StationFile.FILE_NAME + "-shm", StationFile.FILE_NAME + "-journal", StationFile.FILE_NAME);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;
    private final Path work;
    private final Steps steps;
    private final Deque<Step> moved = new ArrayDeque<>();

    /** Hears of every step when it has just been done; for proving that stopping there harms nothing. */
    @FunctionalInterface
    interface Steps {
        void reached(String step) throws IOException;
    }

    private record Step(Path from, Path to) {
    }

    /** What the marker says. */
    private record Plan(String replaced, boolean keepKeys) {
    }

    StationSwap(Path folder, Path work, Steps steps) {
        this.folder = folder;
        this.work = work;
        this.steps = steps;
    }

    /** True when an exchange was begun in this folder and neither finished nor undone. */
    static boolean isUnderWay(Path folder) {
        return Files.exists(folder.resolve(MARKER));
    }

    /**
     * @param keepKeys leaves the folder's key file and only copies it to what is replaced
     * @return where the replaced station lies; empty when there was none
     */
    Optional<Path> swap(boolean keepKeys, Clock clock) throws IOException {
        Path keys = folder.resolve(KeyRing.FILE_NAME);
        boolean replaces = Files.exists(folder.resolve(StationFile.FILE_NAME)) || Files.exists(keys);
        Path replaced = replaces ? newFolder(clock) : null;
        steps.reached("folder for the old station");
        Plan plan = new Plan(replaced == null ? "" : replaced.getFileName().toString(), keepKeys);
        AtomicFile.write(folder.resolve(MARKER), (plan.replaced() + "\n" + plan.keepKeys() + "\n")
            .getBytes(StandardCharsets.UTF_8));
        steps.reached("marker");
        try {
            exchange(plan);
        } catch (IOException e) {
            putBack(e);
            throw e;
        }
        unmark();
        return Optional.ofNullable(replaced);
    }

    /** Does the rest of an exchange that a power cut broke off. */
    void finish() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(MARKER));
        exchange(new Plan(lines.get(0), Boolean.parseBoolean(lines.get(1))));
        unmark();
    }

    /** Whatever of the new station still lies in the working folder has not been exchanged yet. */
    private void exchange(Plan plan) throws IOException {
        Path keys = folder.resolve(KeyRing.FILE_NAME);
        Path newKeys = work.resolve(KeyRing.FILE_NAME);
        Path newFile = work.resolve(StationFile.FILE_NAME);
        if (plan.keepKeys() && Files.exists(newFile)) {
            Files.copy(keys, folder.resolve(plan.replaced()).resolve(KeyRing.FILE_NAME),
                StandardCopyOption.REPLACE_EXISTING);
            steps.reached("copy of the keys");
        }
        if (!plan.keepKeys() && Files.exists(newKeys)) {
            setAside(plan, KeyRing.FILE_NAME);
            move(newKeys, keys);
        }
        if (Files.exists(newFile)) {
            for (String part : PARTS) {
                setAside(plan, part);
            }
            move(newFile, folder.resolve(StationFile.FILE_NAME));
        }
        if (Files.exists(work.resolve(HeadAnchor.FILE_NAME))) {
            move(work.resolve(HeadAnchor.FILE_NAME), folder.resolve(HeadAnchor.FILE_NAME));
        }
    }

    private void setAside(Plan plan, String name) throws IOException {
        if (Files.exists(folder.resolve(name))) {
            move(folder.resolve(name), folder.resolve(plan.replaced()).resolve(name));
        }
    }

    private void move(Path from, Path to) throws IOException {
        AtomicFile.move(from, to);
        moved.push(new Step(from, to));
        steps.reached("move of " + folder.relativize(from));
    }

    private void unmark() throws IOException {
        Files.delete(folder.resolve(MARKER));
        steps.reached("no marker");
    }

    /** What cannot be put back is exchanged the next time, so the marker and the working folder stay then. */
    private void putBack(IOException failure) {
        try {
            while (!moved.isEmpty()) {
                Step step = moved.pop();
                AtomicFile.move(step.to(), step.from());
            }
            Files.delete(folder.resolve(MARKER));
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private Path newFolder(Clock clock) throws IOException {
        String name = "replaced-" + STAMP.format(LocalDateTime.now(clock));
        Path free = folder.resolve(name);
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolve(name + "-" + i);
        }
        return Files.createDirectory(free);
    }
}
