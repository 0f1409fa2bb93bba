package org.shegong.app.tasks;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Starts work beside the window. Work that has a title and still runs after 0.3 s is listed in {@link #visible()};
 * whoever shows it offers a bar and a cancel after 2 s.
 */
public final class Tasks implements AutoCloseable {
    /** How long work may run before it is shown. */
    public static final Duration SHOW_AFTER = Duration.ofMillis(300);
    /** How long work may run before it shows how far it is. */
    public static final Duration BAR_AFTER = Duration.ofSeconds(2);

    private static final Duration QUIET_STEP = Duration.ofMillis(50);
    private static final int QUIET_TRIES = 200;
    private final Executor workers;
    private final ScheduledExecutorService timer;
    private final Executor window;
    /** Works whose outcome has not been taken yet. */
    private final AtomicInteger running = new AtomicInteger();
    /** Works that keep what people typed and whose outcome has not been taken yet. Window thread only. */
    private int keeping;
    private Throwable unkept;
    private Runnable whenKept = () -> { };
    private final ObservableList<Work<?>> visible = FXCollections.observableArrayList();
    private final ObservableList<Work<?>> workShown = FXCollections.unmodifiableObservableList(visible);
    private Consumer<Throwable> failures = failure -> { };

    private Tasks(Executor workers, ScheduledExecutorService timer, Executor window) {
        this.workers = workers;
        this.timer = timer;
        this.window = window;
    }

    /** @param window runs something on the window's thread */
    public static Tasks threaded(Executor window) {
        return new Tasks(Executors.newCachedThreadPool(named("desk-work")),
            Executors.newSingleThreadScheduledExecutor(named("desk-timer")), window);
    }

    /** Does everything at once on the calling thread: for tests of what holds state. */
    public static Tasks direct() {
        return new Tasks(Runnable::run, null, Runnable::run);
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Who hears of failures that nobody else takes. */
    public void onFailure(Consumer<Throwable> listener) {
        failures = listener;
    }

    /**
     * Has everything kept that people typed, however long it takes and however many works follow each other. Window
     * thread only.
     *
     * @param ask begins to keep what is not kept yet
     * @param then told the first failure; empty when all is kept
     */
    public void keepAll(Runnable ask, Consumer<Optional<Throwable>> then) {
        if (keeping == 0) {
            unkept = null;
        }
        ask.run();
        if (keeping == 0) {
            then.accept(Optional.ofNullable(unkept));
        } else {
            Runnable others = whenKept;
            whenKept = () -> {
                others.run();
                then.accept(Optional.ofNullable(unkept));
            };
        }
    }

    void failed(Work<?> work, Throwable failure) {
        if (work.isKeeping() && unkept == null) {
            unkept = failure;
        }
    }

    /** Prepares a piece of work; {@link Work#start()} starts it. */
    public <T> Work<T> work(Job<T> job) {
        return new Work<>(this, job);
    }

    /** Does something on the window's thread after a while; {@link Delayed#cancel()} drops it. */
    public Delayed later(Duration delay, Runnable action) {
        Delayed delayed = new Delayed(action);
        if (timer == null) {
            delayed.run();
        } else {
            timer.schedule(() -> inWindow(delayed::run), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
        return delayed;
    }

    /** Does something on the window's thread again and again until the program ends. */
    public void every(Duration period, Runnable action) {
        if (timer != null) {
            timer.scheduleAtFixedRate(() -> inWindow(action), period.toMillis(), period.toMillis(),
                TimeUnit.MILLISECONDS);
        }
    }

    /** Runs something on the window's thread. */
    public void inWindow(Runnable action) {
        window.execute(action);
    }

    /** Titled work that has been running for a while, oldest first. Window thread only. */
    public ObservableList<Work<?>> visible() {
        return workShown;
    }

    /**
     * Does something on the window's thread as soon as no work runs, at the latest after ten seconds: the moment to
     * close what the work uses. Window thread only.
     */
    public void whenQuiet(Runnable action) {
        whenQuiet(action, QUIET_TRIES);
    }

    private void whenQuiet(Runnable action, int tries) {
        if (running.get() == 0 || tries == 0 || timer == null) {
            action.run();
        } else {
            later(QUIET_STEP, () -> whenQuiet(action, tries - 1));
        }
    }

    void run(Work<?> work) {
        running.incrementAndGet();
        keeping += work.isKeeping() ? 1 : 0;
        workers.execute(work::execute);
        if (timer != null && !work.title().isEmpty()) {
            later(SHOW_AFTER, () -> {
                if (work.runningProperty().get()) {
                    visible.add(work);
                }
            });
        }
    }

    /** Called when the outcome of a work has been taken, by which time it may have begun another. */
    void settled(Work<?> work) {
        running.decrementAndGet();
        keeping -= work.isKeeping() ? 1 : 0;
        if (work.isKeeping() && keeping == 0) {
            Runnable then = whenKept;
            whenKept = () -> { };
            then.run();
        }
    }

    void ended(Work<?> work) {
        visible.remove(work);
    }

    void fail(Throwable failure) {
        System.getLogger(Tasks.class.getName()).log(System.Logger.Level.ERROR, "work failed", failure);
        failures.accept(failure);
    }

    @Override
    public void close() {
        if (workers instanceof ExecutorService service) {
            service.shutdownNow();
        }
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    /** Something that will be done, unless it is dropped before. Window thread only. */
    public static final class Delayed {
        private Runnable action;

        private Delayed(Runnable action) {
            this.action = action;
        }

        private void run() {
            Runnable todo = action;
            action = null;
            if (todo != null) {
                todo.run();
            }
        }

        public void cancel() {
            action = null;
        }
    }
}
