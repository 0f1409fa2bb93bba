package org.shegong.app.tasks;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Keeps only the newest of several pieces of work, as typing in a search field needs it: starting one drops the one
 * before. Window thread only.
 */
public final class Latest {
    private final Tasks tasks;
    private Tasks.Delayed waiting;
    private Work<?> running;

    public Latest(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Starts this work and drops what ran or waited before. */
    public void start(Work<?> work) {
        drop();
        running = work;
        work.start();
    }

    /** Starts work after a pause, unless something newer comes meanwhile. */
    public void startAfter(Duration pause, Supplier<Work<?>> work) {
        if (waiting != null) {
            waiting.cancel();
        }
        waiting = tasks.later(pause, () -> start(work.get()));
    }

    /** Drops what runs or waits. */
    public void drop() {
        if (waiting != null) {
            waiting.cancel();
        }
        if (running != null) {
            running.forget();
        }
    }
}
