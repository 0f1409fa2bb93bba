package org.shegong.db.backup;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.shegong.db.TestStation;

/** A process that brings a backup back and dies, as if switched off at the wall, right after a step. */
final class RestoreThatStops {
    static final int DEAD = 137;
    static final int FAILED = 1;

    private RestoreThatStops() {
    }

    /** @param args backup, folder, password of the leader, number of the step counted from 1 */
    public static void main(String[] args) {
        AtomicInteger steps = new AtomicInteger(Integer.parseInt(args[3]));
        RestoreResult result = new Restore(TestStation.CLOCK, step -> {
            if (steps.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(DEAD);
            }
        }).from(Path.of(args[0]), Path.of(args[1]), new BackupSecret.Password("站长", args[2].toCharArray()));
        if (!(result instanceof RestoreResult.Restored)) {
            Runtime.getRuntime().halt(FAILED);
        }
    }
}
