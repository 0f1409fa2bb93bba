package org.shegong.app.tasks;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * One piece of work: first told what to do at its end, then started. Properties and listeners belong to the window's
 * thread.
 */
public final class Work<T> {
    private final Tasks tasks;
    private final Job<T> job;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private Consumer<T> success = value -> { };
    private Consumer<Throwable> error;
    private Runnable ended = () -> { };
    private String title = "";
    private boolean keeping;
    private volatile boolean cancelled;
    private boolean standing;
    private volatile Thread thread;

    Work(Tasks tasks, Job<T> job) {
        this.tasks = tasks;
        this.job = job;
        this.error = tasks::fail;
    }

    /** What runs, in words for people; work with a title is shown when it takes long. */
    public Work<T> titled(String words) {
        title = words;
        return this;
    }

    /** It keeps what people typed: nothing that it needs is closed before it, and what follows it, has come to its end. */
    public Work<T> keeping() {
        keeping = true;
        return this;
    }

    boolean isKeeping() {
        return keeping;
    }

    /** Called with the outcome. Not called when cancelled. */
    public Work<T> onSuccess(Consumer<T> listener) {
        success = listener;
        return this;
    }

    /** Called instead of the error overlay. Not called when cancelled. */
    public Work<T> onError(Consumer<Throwable> listener) {
        error = listener;
        return this;
    }

    /** Called at the end, however it came about. */
    public Work<T> onEnd(Runnable listener) {
        ended = listener;
        return this;
    }

    public Work<T> start() {
        running.set(true);
        tasks.run(this);
        return this;
    }

    /**
     * Stops the work at its next safe place; its outcome is dropped. Interrupts once, and before {@link
     * Progress#isCancelled} says so, so that work which has seen it can clear up without being disturbed again.
     */
    public synchronized void cancel() {
        if (cancelled || standing) {
            return;
        }
        Thread worker = thread;
        if (worker != null) {
            worker.interrupt();
        }
        cancelled = true;
    }

    /** Drops the outcome but lets the work come to its end undisturbed. */
    public void forget() {
        cancelled = true;
    }

    public String title() {
        return title;
    }

    /** 0 to 1, or -1 while it is not known how long it takes. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is being done just now; may be empty. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    void execute() {
        thread = Thread.currentThread();
        try {
            T value = cancelled ? null : job.run(new Reporting());
            tasks.inWindow(() -> end(() -> success.accept(value)));
        } catch (CancellationException e) {
            cancelled = true;
            tasks.inWindow(() -> end(() -> { }));
        } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
            tasks.inWindow(() -> end(() -> {
                tasks.failed(this, e);
                error.accept(e);
            }));
        } finally {
            thread = null;
            Thread.interrupted();
        }
    }

    private void end(Runnable outcome) {
        running.set(false);
        tasks.ended(this);
        try {
            if (!cancelled) {
                outcome.run();
            }
        } finally {
            try {
                ended.run();
            } finally {
                tasks.settled(this);
            }
        }
    }

    private final class Reporting implements Progress {
        private long lastAt;

        @Override
        public void report(long done, long total, String what) {
            long now = System.nanoTime();
            if (now - lastAt > 50_000_000L || done >= total) {
                lastAt = now;
                double share = total <= 0 ? -1 : Math.min(1, (double) done / total);
                tasks.inWindow(() -> {
                    progress.set(share);
                    message.set(what);
                });
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public boolean keepsOutcome() {
            synchronized (Work.this) {
                standing = !cancelled;
                return standing;
            }
        }

        @Override
        public void standsUntilTakenBack() {
            synchronized (Work.this) {
                standing = true;
                cancelled = false;
            }
        }

        @Override
        public void checkCancelled() {
            if (cancelled) {
                throw new CancellationException();
            }
        }
    }
}
