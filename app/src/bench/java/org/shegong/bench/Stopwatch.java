package org.shegong.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Takes times and prints them as lines of a table. Beside the clock's time it gives the processor time of the thread
 * that did the work, which stays nearly the same on a machine that does other work too.
 */
final class Stopwatch {
    private static final int WARM_UP = 5;
    private static final int FEW = 3;
    /** Fewer rounds for a first look. */
    private static final int MOST = Integer.getInteger("bench.rounds", Integer.MAX_VALUE);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private final PrintStream out;
    private final String only;

    /** @param only what the name of a measure must contain; empty for all */
    Stopwatch(PrintStream out, String only) {
        this.out = out;
        this.only = only;
    }

    /** A moment by the clock and by the processor, or the time between two; nanoseconds. */
    record Moment(long clock, long processor) {
        static Moment now() {
            return new Moment(System.nanoTime(), THREADS.getCurrentThreadCpuTime());
        }

        Moment since(Moment start) {
            return new Moment(clock - start.clock, processor - start.processor);
        }
    }

    /** Something of which a part is to be timed: gives the time that part took. */
    interface Timed {
        Moment run() throws Exception;
    }

    void head(String title) {
        out.printf(Locale.ROOT, "%-56s %8s %8s %8s %8s %8s%n", title, "first", "least", "median", "most", "cpu");
    }

    /** Prints a fact that is no time. */
    void fact(String what, String value) {
        out.printf(Locale.ROOT, "%-56s %s%n", what, value);
    }

    boolean wants(String what) {
        return what.contains(only);
    }

    /** Times work that gives something. */
    void time(String what, int rounds, Callable<?> work) throws Exception {
        timed(what, rounds, () -> {
            Moment start = Moment.now();
            if (work.call() == null) {
                throw new IllegalStateException("nothing: " + what);
            }
            return Moment.now().since(start);
        });
    }

    /** The same for work that takes its own time. */
    void timed(String what, int most, Timed work) throws Exception {
        if (!wants(what)) {
            return;
        }
        int rounds = Math.min(most, MOST);
        Moment first = work.run();
        for (int i = 0; rounds > FEW && i < WARM_UP; i++) {
            work.run();
        }
        List<Moment> times = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            times.add(work.run());
        }
        List<Long> processor = times.stream().map(Moment::processor).sorted().toList();
        times.sort(Comparator.comparing(Moment::clock));
        out.printf(Locale.ROOT, "%-56s %8.1f %8.1f %8.1f %8.1f %8.1f%n", what, first.clock() / 1e6,
            times.get(0).clock() / 1e6, times.get(rounds / 2).clock() / 1e6, times.get(rounds - 1).clock() / 1e6,
            processor.get(rounds / 2) / 1e6);
    }
}
