package org.shegong.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.shegong.app.sample.BenchStation;
import org.shegong.app.sample.DemoOpening;
import org.shegong.app.session.Founding;
import org.shegong.app.session.NewStation;
import org.shegong.app.session.Opening;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.ProgramLog;
import org.shegong.app.session.SignIn;
import org.shegong.app.session.StationSession;
import org.shegong.app.session.StationSetup;
import org.shegong.db.Station;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;
import org.shegong.reports.catalogue.MonthlyReport;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.write.LedgerExport;
import org.shegong.reports.render.ExcelRenderer;
import org.shegong.reports.render.PdfRenderer;
import org.shegong.reports.render.RenderProgress;
import org.shegong.reports.standards.ReportParameters;

/** Measures a station of 100,000 clients and a million services; prints a table. Not a test. */
public final class StationBench {
    private static final char[] PASSWORD = "bench-station".toCharArray();
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 5;
    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Station station;
    private final Path folder;
    private final String only;

    private StationBench(Station station, Path folder, String only) {
        this.station = station;
        this.folder = folder;
        this.only = only;
    }

    /** Arguments: folder (made when missing), clients, services; then, to measure not all, what its name contains. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        ProgramLog.start(folder.resolveSibling("log"));
        OUT.printf("Java %s, %s %s, %d processors, heap %d MB%n", System.getProperty("java.version"),
            System.getProperty("os.name"), System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20);
        Clock clock = ProgramClock.on(LocalDate.of(2026, 10, 31));
        try (StationSession session = open(folder, clock, Integer.parseInt(args[1]), Integer.parseInt(args[2]))) {
            new StationBench(session.station(), folder, args.length > 3 ? args[3] : "").measure();
        }
    }

    private static StationSession open(Path folder, Clock clock, int clients, int services) throws Exception {
        if (Files.exists(folder.resolve("keys.json"))) {
            long start = System.nanoTime();
            StationSession session = ((Opening.Opened) new SignIn(clock).open(folder, "", PASSWORD)).session();
            OUT.printf("%-46s %8.0f ms%n", "sign in and open", (System.nanoTime() - start) / 1e6);
            return session;
        }
        if (!DemoOpening.isEmpty(folder)) {
            throw new IllegalArgumentException("not empty: " + folder);
        }
        Founding.Founded founded = (Founding.Founded) new StationSetup(clock, StationSetup.PASSWORD_COST)
            .found(folder, new NewStation("Bench", "", "", "bench"), PASSWORD);
        long start = System.nanoTime();
        new BenchStation(founded.session().station(), count -> { }).fill(clients, services, 24);
        OUT.printf("%-46s %8.0f s%n", "generate", (System.nanoTime() - start) / 1e9);
        return founded.session();
    }

    private void measure() throws Exception {
        OUT.printf("%d clients, %d visits%n", station.records().count(ListQuery.all("client")),
            station.records().count(ListQuery.all("visit")));
        OUT.printf("%-46s %9s %9s %9s %9s%n", "", "first", "median", "worst", "cpu");
        time("clients: first page", () -> station.records().page(ListQuery.all("client"), null, 60));
        time("clients: count", () -> station.records().count(ListQuery.all("client")));
        time("visits of this month: first page", () -> station.records().page(ListQuery.all("visit")
            .between(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)), null, 60));
        for (String typed : List.of("\u97e6", "\u97e6\u79c0\u82f1", "wxy", "lgh", "0029", "0120")) {
            time("clients: search \"" + typed + "\"", () -> station.records()
                .page(ListQuery.all("client").withSearch(typed), null, 60));
        }
        List<String> ids = station.records().page(ListQuery.all("client"), null, 60).records().stream()
            .map(RecordData::id).toList();
        time("client: open with everything about it", () -> client(ids.get(7)));
        time("visit: save", () -> save(ids.get(9)));
        MonthlyReport report = new MonthlyReport(ReportParameters.bundled(), station.codes());
        StatMonth month = StatMonth.of(YearMonth.of(2026, 10));
        time("monthly report: figures", 3, () -> station.file().read(db -> report.of(db, month)));
        Path out = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "out");
        time("monthly report: Excel and PDF", 3, () -> {
            var document = report.document(station.file().read(db -> report.of(db, month)));
            new ExcelRenderer().write(document, out.resolve("month.xlsx"));
            return new PdfRenderer().write(document, out.resolve("month.pdf"));
        });
        time("export of all clients", 2, () -> new LedgerExport(station)
            .write(LedgerExport.Request.masked(LedgerKind.CLIENTS), out.resolve("clients.xlsx"), RenderProgress.NONE));
    }

    private Object client(String id) {
        List<Object> all = new ArrayList<>();
        all.add(station.records().find("client", id).orElseThrow());
        all.add(station.records().labels("client", List.of(id)));
        for (String form : List.of("client_category", "consent", "intake", "case_file", "consultation", "referral")) {
            all.add(station.records().pointingTo(form, "client_id", id));
        }
        all.add(station.records().list(ListQuery.all("visit").withFilter("clients", Set.of(id))));
        all.add(station.journal().history("client", id));
        return all;
    }

    private Object save(String client) {
        RecordData person = station.records().find("client", client).orElseThrow();
        RecordDraft draft = RecordDraft.entered("visit", station.newId(), RecordStatus.DRAFT, Map.of("date",
            LocalDate.of(2026, 10, 30), "start_time", LocalTime.of(9, 0), "end_time", LocalTime.of(9, 30), "clients",
            List.of(client), "village_id", person.text("village_id"), "result", "1"));
        SaveResult result = station.saving().save(draft);
        if (!(result instanceof SaveResult.Saved)) {
            throw new IllegalStateException("not saved: " + result);
        }
        return result;
    }

    private void time(String what, Callable<?> work) throws Exception {
        time(what, ROUNDS, work);
    }

    /** Beside the clock's time, the processor's: it stays the same on a machine that does other work too. */
    private void time(String what, int rounds, Callable<?> work) throws Exception {
        if (!what.contains(only)) {
            return;
        }
        double first = once(work);
        for (int i = 0; rounds > 3 && i < WARM_UP; i++) {
            once(work);
        }
        List<Double> times = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long before = SYSTEM.getProcessCpuTime();
            times.add(once(work));
            processor.add((SYSTEM.getProcessCpuTime() - before) / 1e6);
        }
        times.sort(null);
        processor.sort(null);
        OUT.printf(Locale.ROOT, "%-46s %6.0f ms %6.0f ms %6.0f ms %6.0f ms%n", what, first,
            times.get(times.size() / 2), times.get(times.size() - 1), processor.get(times.size() / 2));
    }

    private static double once(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        if (work.call() == null) {
            throw new IllegalStateException("nothing");
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
