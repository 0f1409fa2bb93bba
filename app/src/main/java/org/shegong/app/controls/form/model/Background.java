package org.shegong.app.controls.form.model;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Work away from the thread of the window, whose answers come back to it. Called on the window's thread. */
public interface Background {
    /**
     * Runs work elsewhere.
     *
     * @param done gets the answer, on the window's thread
     * @param failed gets what went wrong instead, on the window's thread
     */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /** The same for what was typed: the station is not closed before such work has come to its end. */
    default <T> void keep(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        run(work, done, failed);
    }

    /** The same without an answer. */
    default void act(Runnable work, Runnable done, Consumer<Exception> failed) {
        keep(() -> {
            work.run();
            return true;
        }, answer -> done.run(), failed);
    }

    /**
     * Runs something on the window's thread after a quiet while.
     *
     * @return takes it back, when it has not run yet
     */
    Runnable after(Duration quiet, Runnable then);
}
