package org.shegong.db.store;

import java.nio.file.Path;
import java.util.function.Consumer;

/** An upgrade that says how far it is, for killing it inside a step. */
public final class AnnouncedUpgrade {
    private AnnouncedUpgrade() {
    }

    /**
     * Upgrades a closed station as opening it does.
     *
     * @param reached told each step that has just been done; what follows is under way then
     */
    public static void run(Path folder, byte[] key, Consumer<String> reached) {
        try (ProcessLock lock = ProcessLock.take(folder.resolve(StationFile.LOCK_NAME))) {
            new SchemaUpgrade(folder.resolve(StationFile.FILE_NAME), key, BeforeUpgrade.NOTHING,
                step -> reached.accept(step.name())).run();
        }
    }
}
