package org.shegong.app.tasks;

/** A piece of work beside the window. */
@FunctionalInterface
public interface Job<T> {
    /**
     * Does the work.
     *
     * @return the outcome; may be null
     */
    T run(Progress progress) throws Exception;
}
