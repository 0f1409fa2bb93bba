package org.shegong.db.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removing working folders. */
final class Folders {
    private Folders() {
    }

    /** Deletes a file, or a folder with all that is in it; nothing when it does not exist. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    /** The same where a left-over harms nobody: what stays is removed the next time. */
    static void deleteQuietly(Path path) {
        try {
            delete(path);
        } catch (IOException e) {
            System.getLogger(Folders.class.getName()).log(System.Logger.Level.DEBUG, "working folder stays", e);
        }
    }
}
