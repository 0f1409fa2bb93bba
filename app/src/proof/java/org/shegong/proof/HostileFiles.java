package org.shegong.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.shegong.app.session.Founding;
import org.shegong.app.session.NewStation;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.app.session.StationSetup;
import org.shegong.db.backup.Backup;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.backup.BackupSecret;
import org.shegong.db.backup.Restore;
import org.shegong.db.backup.RestorePreview;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.KeyRingException;
import org.shegong.reports.ledger.ImportProgress;
import org.shegong.reports.ledger.LedgerFile;
import org.shegong.reports.ledger.LedgerImport;
import org.shegong.reports.ledger.read.LedgerReader;

/**
 * Gives the import and the restoring of backups many thousand damaged and hostile files, and the test files of a folder
 * as they are. Every file must be answered by an outcome: nothing thrown, nothing over ten seconds, nothing out of
 * memory, nothing written anywhere. Run it with a heap of 512 MB.
 */
final class HostileFiles {
    private static final long LONGEST_SECONDS = 10;
    private static final char[] PASSWORD = "proof-station".toCharArray();
    private final Path folder;
    private final StationSession session;
    private final LedgerImport ledgers;
    private final Clock clock;
    private final AtomicLong exhausted = new AtomicLong();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private ExecutorService worker = newWorker();
    private long slowestMillis;

    private HostileFiles(Path folder, StationSession session, Clock clock) {
        this.folder = folder;
        this.session = session;
        this.clock = clock;
        this.ledgers = new LedgerImport(session.station());
    }

    /**
     * Tries them all and says what went wrong; empty when nothing did.
     *
     * @param folder empty or missing
     * @param count number of mutated files
     * @param testFiles folder of published test files, read as they are; empty for none
     */
    static List<String> faults(Path folder, int count, long seed, String testFiles) {
        try {
            return tried(folder, count, seed, testFiles);
        } catch (Exception e) {
            throw new IllegalStateException("the trial itself failed", e);
        }
    }

    private static List<String> tried(Path folder, int count, long seed, String testFiles) throws Exception {
        Files.createDirectories(folder.resolve("tmp"));
        String before = System.getProperty("java.io.tmpdir");
        System.setProperty("java.io.tmpdir", folder.resolve("tmp").toString());
        Clock clock = ProgramClock.on(LocalDate.of(2026, 10, 31));
        Founding.Founded founded = (Founding.Founded) new StationSetup(clock, KdfCost.MINIMUM)
            .found(folder.resolve("station"), new NewStation("Proof", "", "", "proof"), PASSWORD);
        try (StationSession session = founded.session()) {
            HostileFiles proof = new HostileFiles(folder, session, clock);
            proof.run(count, seed, testFiles);
            return proof.faults;
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }

    private void run(int count, long seed, String testFiles) throws Exception {
        Logger.getLogger(LedgerReader.class.getName()).addHandler(new Exhaustion());
        for (Handler console : Logger.getLogger("").getHandlers()) {
            console.setLevel(java.util.logging.Level.OFF);
        }
        List<Seed> seeds = seeds();
        Files.createDirectories(folder.resolve("in"));
        List<String> before = listing();
        int whole = testFiles.isEmpty() ? 0 : published(Path.of(testFiles));
        for (int i = 0; i < count; i++) {
            Seed good = seeds.get(i % seeds.size());
            if (i % 5 == 4) {
                answer("values seed " + (seed + i), Kind.LEDGER, new WildLedgers(seed + i).workbook(), ".xlsx");
            } else {
                answer(good.name() + " seed " + (seed + i), good.kind(), new Mutations(seed + i).of(good.content()),
                    good.ending());
            }
        }
        worker.shutdownNow();
        List<String> after = listing();
        after.removeAll(before);
        after.forEach(left -> faults.add("left behind: " + left));
        Figures.say("%d mutated files, %d published test files: %d faults, %d times out of memory, slowest %d ms, heap %d MB",
            count, whole, faults.size(), exhausted.get(), slowestMillis, Runtime.getRuntime().maxMemory() >> 20);
        outcomes.forEach((outcome, times) -> Figures.say("  %-32s %d", outcome, times));
    }

    private int published(Path files) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(files)) {
            found = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : found) {
            answer(file.getFileName().toString(), Kind.LEDGER, () -> ledger(file));
            answer(file.getFileName().toString(), Kind.BACKUP, () -> backup(file));
        }
        return found.size();
    }

    private enum Kind { LEDGER, BACKUP, KEYS }

    private record Seed(String name, Kind kind, byte[] content, String ending) {
    }

    private interface Trial {
        String run() throws Exception;
    }

    private void answer(String name, Kind kind, byte[] content, String ending) throws IOException {
        Path place = folder.resolve("in").resolve(kind == Kind.KEYS ? "keys" : "file");
        Files.createDirectories(place);
        Path file = Files.write(place.resolve(kind == Kind.KEYS ? KeyRing.FILE_NAME : "file" + ending), content);
        answer(name, kind, () -> switch (kind) {
            case LEDGER -> ledger(file);
            case BACKUP -> backup(file);
            case KEYS -> keys(place);
        });
        Files.delete(file);
        Files.delete(place);
    }

    private void answer(String name, Kind kind, Trial trial) {
        long start = System.nanoTime();
        Future<String> answer = worker.submit(trial::run);
        try {
            outcomes.merge(kind + " " + answer.get(LONGEST_SECONDS, TimeUnit.SECONDS), 1, Integer::sum);
        } catch (ExecutionException e) {
            faults.add(name + ": " + e.getCause());
        } catch (TimeoutException e) {
            faults.add(name + ": no answer in " + LONGEST_SECONDS + " s");
            worker.shutdownNow();
            worker = newWorker();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        slowestMillis = Math.max(slowestMillis, (System.nanoTime() - start) / 1_000_000);
    }

    private String ledger(Path file) {
        List<LedgerFile> opened = ledgers.open(List.of(file), ImportProgress.NONE);
        ledgers.plan(opened, ImportProgress.NONE);
        return opened.get(0).error() == null ? "read" : opened.get(0).error().reason().code();
    }

    private String backup(Path file) throws IOException {
        RestorePreview preview = new Restore(clock).preview(file);
        if (preview instanceof RestorePreview.Refused refused) {
            return refused.problem().name();
        }
        Path target = folder.resolve("in").resolve("restored");
        String answer = new Restore(clock).from(file, target, new BackupSecret.Password("proof", PASSWORD.clone()))
            .getClass().getSimpleName();
        delete(target);
        return answer;
    }

    private static String keys(Path place) {
        try {
            return KeyRing.open(place, KdfCost.MINIMUM).unlock("proof", PASSWORD.clone()).getClass().getSimpleName();
        } catch (KeyRingException e) {
            return e.reason().name();
        }
    }

    private List<Seed> seeds() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            try (Workbook book = new XSSFWorkbook()) {
                seeds.add(new Seed("xlsx", Kind.LEDGER, filled(book, i), ".xlsx"));
            }
            try (Workbook book = new HSSFWorkbook()) {
                seeds.add(new Seed("xls", Kind.LEDGER, filled(book, i), ".xls"));
            }
        }
        String csv = String.join("\n", ROWS.stream().map(row -> String.join(",", row)).toList());
        seeds.add(new Seed("csv", Kind.LEDGER, csv.getBytes(StandardCharsets.UTF_8), ".csv"));
        seeds.add(new Seed("csv GBK", Kind.LEDGER, csv.getBytes(Charset.forName("GBK")), ".csv"));
        BackupResult made = new Backup(session.station().file(), session.key(), clock).to(folder.resolve("station"), "proof");
        Path copy = ((BackupResult.Done) made).file();
        seeds.add(new Seed("backup", Kind.BACKUP, Files.readAllBytes(copy), ".shegong-backup"));
        seeds.add(new Seed("keys", Kind.KEYS, Files.readAllBytes(session.folder().resolve(KeyRing.FILE_NAME)), ".json"));
        return seeds;
    }

    private static final List<List<String>> ROWS = List.of(
        List.of("\u65e5\u671f", "\u59d3\u540d", "\u8eab\u4efd\u8bc1\u53f7", "\u6751", "\u8d70\u8bbf\u7ed3\u679c", "\u65f6\u957f"),
        List.of("2026-3-5", "\u8983\u7389\u5170", "450299194809190124", "\u767d\u6c99\u6751", "\u89c1\u5230\u672c\u4eba", "90"),
        List.of("2026.3.6", "\u97e6\u79c0\u82f1", "450299195001010021", "\u767d\u6c99\u6751", "\u672a\u9047", "1.5\u5c0f\u65f6"));

    private static byte[] filled(Workbook book, int kind) throws IOException {
        Sheet sheet = book.createSheet("\u53f0\u8d26" + kind);
        for (int i = 0; i < ROWS.size() * (kind + 1); i++) {
            Row row = sheet.createRow(i);
            List<String> texts = ROWS.get(i % ROWS.size());
            for (int column = 0; column < texts.size(); column++) {
                row.createCell(column).setCellValue(texts.get((column + kind) % texts.size()));
            }
            row.createCell(texts.size()).setCellValue(46000 + i);
            if (kind > 1) {
                row.createCell(texts.size() + 1).setCellFormula("SUM(G1:G" + (i + 1) + ")");
            }
        }
        if (kind > 0) {
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(0, 1, 7, 9));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        book.write(bytes);
        return bytes.toByteArray();
    }

    /** Everything below the folder and beside it, but for the station's own file, which works meanwhile. */
    private List<String> listing() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.map(Path::toString).filter(name -> !name.contains("station.db")).forEach(names::add);
        }
        try (Stream<Path> beside = Files.list(folder.toAbsolutePath().getParent())) {
            beside.filter(path -> path.getFileName().toString().contains("escaped")).map(Path::toString).forEach(names::add);
        }
        return names;
    }

    private static void delete(Path target) throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> walk = Files.walk(target)) {
                for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static ExecutorService newWorker() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(null, work, "trial");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Hears of files that were refused because memory ran out: the caps should have been there first. */
    private final class Exhaustion extends Handler {
        @Override
        public void publish(LogRecord record) {
            Object[] parameters = record.getParameters();
            if (parameters != null && parameters.length > 0 && String.valueOf(parameters[0]).endsWith("Error")) {
                exhausted.incrementAndGet();
                faults.add(parameters[0].toString());
            }
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
