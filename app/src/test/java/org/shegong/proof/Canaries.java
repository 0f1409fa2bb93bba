package org.shegong.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.shegong.app.session.ProgramLog;
import org.shegong.db.Station;
import org.shegong.db.backup.Backup;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.security.DataKey;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.reports.ledger.ImportProgress;
import org.shegong.reports.ledger.ImportSummary;
import org.shegong.reports.ledger.LedgerImport;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.write.LedgerExport;
import org.shegong.reports.render.RenderProgress;

/**
 * Types names, notes and ID numbers that occur nowhere else, sends them through saving, importing, exporting, backing
 * up and failing, and looks for them in every file that this leaves or passes through.
 */
final class Canaries {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RARE = "翀翾翯翮翥翙翚翛翜翝翞翟翡翣翦翧翨翪翫翬";
    private final Path folder;
    private final Random random;
    private final List<String> names = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    Canaries(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** @param alone whether this process does nothing else, so that its temporary folder and its log can be watched */
    List<String> run(int count, boolean alone) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            switch (i % 3) {
                case 0 -> names.add("韦" + rare(i, 3));
                case 1 -> notes.add("笔录" + rare(i, 6) + "受访时说");
                default -> ids.add(idNumber(i));
            }
        }
        List<String> all = new ArrayList<>(names);
        all.addAll(notes);
        all.addAll(ids);
        TraceSearch search = new TraceSearch(all);
        Path seen = folder.resolve("seen");
        ProofStation.delete(seen);
        Path tmp = Files.createDirectories(seen.resolve("tmp"));
        if (alone) {
            System.setProperty("java.io.tmpdir", tmp.toString());
            ProgramLog.start(seen);
        }
        Path station = seen.resolve("station");
        byte[] key = ProofStation.found(station);
        AtomicBoolean done = new AtomicBoolean();
        Thread watch = new Thread(() -> watch(search, seen, done), "watch");
        watch.start();
        try (Station open = ProofStation.open(station, key)) {
            try {
                work(open, key, seen, alone);
            } finally {
                done.set(true);
                watch.join();
            }
            search.in(seen);
        }
        search.in(seen);
        faults.addAll(search.traces());
        Figures.say("canaries   %6d typed, %d MB of files searched, %d traces", count, search.searched() >> 20,
            search.traces().size());
        if (alone && Files.notExists(seen.resolve("logs").resolve("shegong.log"))) {
            faults.add("nothing was logged, so the log proves nothing");
        }
        return faults;
    }

    /** Temporary files are deleted soon; they are read while they are there. */
    private void watch(TraceSearch search, Path seen, AtomicBoolean done) {
        while (!done.get()) {
            try {
                search.in(seen.resolve("tmp"));
                Thread.sleep(5);
            } catch (IOException | java.io.UncheckedIOException gone) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void work(Station station, byte[] key, Path seen, boolean alone) throws IOException {
        int half = names.size() / 2;
        for (int i = 0; i < half; i++) {
            Map<String, Object> values = new HashMap<>(Map.of("name", names.get(i)));
            values.put("illness_note", notes.get(i % notes.size()));
            values.put("id_no", ids.get(i % ids.size()));
            station.saving().save(RecordDraft.entered("client", station.newId(), RecordStatus.DRAFT, values));
        }
        for (int i = half; i < notes.size(); i++) {
            station.saving().save(RecordDraft.entered("consultation", station.newId(), RecordStatus.DRAFT,
                new HashMap<>(Map.of("date", LocalDate.of(2026, 10, 3), "content", notes.get(i)))));
        }
        imported(station, half);
        Path out = Files.createDirectories(folder.resolve("out"));
        LedgerExport export = new LedgerExport(station);
        export.write(LedgerExport.Request.masked(LedgerKind.CLIENTS), seen.resolve("masked.xlsx"), RenderProgress.NONE);
        export.write(LedgerExport.Request.plain(LedgerKind.CLIENTS), out.resolve("plain.xlsx"), RenderProgress.NONE);
        Path copies = Files.createDirectories(seen.resolve("copies"));
        try (DataKey data = DataKey.of(key)) {
            if (!(new Backup(station.file(), data, ProofStation.CLOCK).to(copies, "p") instanceof BackupResult.Done)) {
                faults.add("no backup");
            }
        }
        if (alone) {
            fail(station);
        }
    }

    private void imported(Station station, int from) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source")).resolve("花名册.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(source)) {
            Sheet sheet = book.createSheet("花名册");
            row(sheet, 0, "姓名", "性别", "身份证号", "村（社区）", "对象类别", "建档日期", "备注");
            for (int i = from; i < names.size(); i++) {
                row(sheet, i - from + 1, names.get(i), "女", ids.get(i % ids.size()), "白沙村", "留守老年人", "2026-10-01",
                    notes.get(i % notes.size()));
            }
            Sheet villages = book.createSheet("村");
            row(villages, 0, "村（社区）名称", "类型", "户籍人口");
            row(villages, 1, "白沙村", "行政村", "900");
            book.write(out);
        }
        LedgerImport ledgers = new LedgerImport(station);
        ImportProgress progress = ImportProgress.NONE;
        ImportSummary summary = ledgers.write(ledgers.plan(ledgers.open(List.of(source), progress), progress), progress);
        Figures.say("  imported %s", summary.accepted());
    }

    private static void row(Sheet sheet, int number, String... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            row.createCell(i).setCellValue(values[i]);
        }
    }

    /** Failures that quote what was typed, on their way into the log as the program sends them. */
    private void fail(Station station) {
        System.Logger log = System.getLogger("org.shegong.app.tasks.Tasks");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            try {
                station.file().write(db -> db.execute("INSERT INTO village (id, name) VALUES ('" + name + "', ?)", name));
            } catch (RuntimeException e) {
                log.log(System.Logger.Level.ERROR, "task failed", new IllegalStateException(name, e));
            }
            try {
                station.saving().save(RecordDraft.entered("village", name, RecordStatus.DRAFT,
                    new HashMap<>(Map.of("population", notes.get(i % notes.size())))));
            } catch (RuntimeException e) {
                log.log(System.Logger.Level.WARNING, "save failed", e);
            }
        }
    }

    private String rare(int number, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0, rest = number; i < length; i++, rest /= RARE.length()) {
            text.append(RARE.charAt(i < 3 ? rest % RARE.length() : random.nextInt(RARE.length())));
        }
        return text.toString();
    }

    private static String idNumber(int number) {
        LocalDate birth = LocalDate.of(1941, 1, 1).plusDays(number * 7L);
        String text = "450299" + birth.toString().replace("-", "") + "%03d".formatted(number % 1000);
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return text + "10X98765432".charAt(sum % 11);
    }
}
