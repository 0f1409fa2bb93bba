package org.shegong.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.shegong.app.sample.BenchStation;
import org.shegong.app.sample.DemoOpening;
import org.shegong.app.screens.ScreenBench;
import org.shegong.app.session.Founding;
import org.shegong.app.session.NewStation;
import org.shegong.app.session.Opening;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.ProgramLog;
import org.shegong.app.session.SignIn;
import org.shegong.app.session.StationSession;
import org.shegong.app.session.StationSetup;

/** Measures a station of 100,000 clients and a million services; prints tables. Not a test. */
public final class StationBench {
    private static final char[] PASSWORD = "bench-station".toCharArray();
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    private static final int MONTHS = 24;

    private StationBench() {
    }

    /** Arguments: folder (made when missing), clients, services; then, to measure not all, what its name contains. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        ProgramLog.start(folder.resolveSibling("log"));
        OUT.printf("Java %s, %s %s, %d processors, heap %d MB%n", System.getProperty("java.version"),
            System.getProperty("os.name"), System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20);
        Clock clock = ProgramClock.on(LocalDate.of(2026, 10, 31));
        long start = System.nanoTime();
        try (StationSession session = open(folder, clock, Integer.parseInt(args[1]), Integer.parseInt(args[2]))) {
            measure(session, clock, Files.createTempDirectory(folder.toAbsolutePath().getParent(), "out"),
                new Stopwatch(OUT, args.length > 3 ? args[3] : ""));
        }
        OUT.printf(Locale.ROOT, "%-56s %8.0f s%n", "all of it", (System.nanoTime() - start) / 1e9);
    }

    private static StationSession open(Path folder, Clock clock, int clients, int services) throws Exception {
        if (Files.exists(folder.resolve("keys.json"))) {
            long start = System.nanoTime();
            StationSession session = ((Opening.Opened) new SignIn(clock).open(folder, "", PASSWORD)).session();
            OUT.printf(Locale.ROOT, "%-56s %8.0f ms%n", "sign in and open", (System.nanoTime() - start) / 1e6);
            return session;
        }
        if (!DemoOpening.isEmpty(folder)) {
            throw new IllegalArgumentException("not empty: " + folder);
        }
        Founding.Founded founded = (Founding.Founded) new StationSetup(clock, StationSetup.PASSWORD_COST)
            .found(folder, new NewStation("Bench", "", "", "bench"), PASSWORD);
        long start = System.nanoTime();
        new BenchStation(founded.session().station(), count -> { }).fill(clients, services, MONTHS);
        OUT.printf(Locale.ROOT, "%-56s %8.0f s%n", "generate", (System.nanoTime() - start) / 1e9);
        return founded.session();
    }

    private static void measure(StationSession session, Clock clock, Path out, Stopwatch watch) throws Exception {
        ScreenBench screens = new ScreenBench(out, clock, session);
        new ListBench(screens.context(), watch).measure();
        new RecordBench(screens.context(), watch).measure();
        new ReportBench(screens.context(), watch, out).measure();
        new FileBench(session, watch, out).measure();
        if (!screens.errors.isEmpty()) {
            throw new IllegalStateException("failed on the way", screens.errors.get(0));
        }
    }
}
