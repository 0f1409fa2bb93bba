package org.shegong.app.shell;

import java.time.Duration;
import java.util.function.LongSupplier;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import org.shegong.app.session.IdleLock;
import org.shegong.app.tasks.Tasks;

/**
 * Locks the station when nobody has touched keys or mouse for a while; not while something runs that people wait for,
 * such as an import. Window thread only.
 */
final class IdleWatch {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private final LongSupplier nanos;
    private final Tasks tasks;
    private final Runnable lock;
    private int minutes = IdleLock.NEVER;
    private long touched;

    /**
     * @param nanos a clock that never goes back
     * @param lock keeps what was typed and closes the station
     */
    IdleWatch(Tasks tasks, LongSupplier nanos, Runnable lock) {
        this.tasks = tasks;
        this.nanos = nanos;
        this.lock = lock;
    }

    /** Hears of everything that happens in the window, and looks from time to time. */
    void watch(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, event -> touched = nanos.getAsLong());
        tasks.every(LOOK, this::look);
    }

    /** Begins with an opened station. */
    void begin(int afterMinutes) {
        minutes = afterMinutes;
        touched = nanos.getAsLong();
    }

    /** Nothing is open any more. */
    void rest() {
        minutes = IdleLock.NEVER;
    }

    /** Locks when it is time. */
    void look() {
        boolean due = nanos.getAsLong() - touched >= Duration.ofMinutes(minutes).toNanos();
        if (minutes != IdleLock.NEVER && due && tasks.visible().isEmpty()) {
            rest();
            lock.run();
        }
    }
}
