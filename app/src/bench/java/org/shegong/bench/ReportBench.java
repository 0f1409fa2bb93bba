package org.shegong.bench;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.shegong.app.AppContext;
import org.shegong.app.controls.list.FixedList;
import org.shegong.app.controls.list.RecordListModel;
import org.shegong.app.screens.report.ReportOpening;
import org.shegong.db.Station;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.catalogue.MonthlyReport;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.write.LedgerExport;
import org.shegong.reports.metrics.Span;
import org.shegong.reports.render.ExcelRenderer;
import org.shegong.reports.render.PdfRenderer;
import org.shegong.reports.render.RenderProgress;
import org.shegong.reports.standards.ReportParameters;

/** Times the monthly report, what its tabs read, and the export of the whole roster. */
final class ReportBench {
    private static final int ROUNDS = 3;
    private static final int ROWS = 100_000;
    private static final int COLUMNS = 20;
    private static final int WINDOW = 100;
    private final AppContext context;
    private final Station station;
    private final Stopwatch watch;
    private final Path out;
    private final MonthlyReport report;
    private final StatMonth month = StatMonth.of(YearMonth.of(2026, 10));

    ReportBench(AppContext context, Stopwatch watch, Path out) {
        this.context = context;
        this.station = context.station();
        this.watch = watch;
        this.out = out;
        this.report = new MonthlyReport(ReportParameters.bundled(), station.codes());
    }

    void measure() throws Exception {
        watch.head("reports, ms");
        watch.time("monthly report: figures of October", ROUNDS, () -> report.of(station.file(), month));
        watch.time("monthly report: figures of January", ROUNDS, () -> report.of(station.file(),
            StatMonth.of(YearMonth.of(2026, 1))));
        watch.time("monthly report: its tab", ROUNDS, () -> ReportOpening.month(context, month));
        watch.time("monthly report: figures, Excel and PDF", ROUNDS, () -> {
            var document = report.document(report.of(station.file(), month));
            new ExcelRenderer().write(document, out.resolve("month.xlsx"));
            return new PdfRenderer().write(document, out.resolve("month.pdf"));
        });
        watch.time("monthly report: supervisors' sheets", ROUNDS, () -> ReportOpening.supervisors(context, month));
        watch.time("monthly report: gaps", ROUNDS, () -> ReportOpening.gaps(context, month));
        watch.time("monthly report: incomplete records of all years", ROUNDS,
            () -> ReportOpening.incomplete(context, month));
        for (String code : List.of("B04", "B06", "F01", "B10")) {
            watch.time("records behind " + code + " of the month, listed", ROUNDS,
                () -> behind(code, new Span(month.first(), month.last())));
            watch.time("records behind " + code + " of the year, listed", ROUNDS,
                () -> behind(code, new Span(month.yearStart().first(), month.last())));
        }
        for (int i = 0; i < ROUNDS; i++) {
            watch.time("export of all clients", 1, () -> new LedgerExport(station)
                .write(LedgerExport.Request.masked(LedgerKind.CLIENTS), out.resolve("clients.xlsx"), RenderProgress.NONE));
            watch.time("bare streaming of 100,000 x 20 cells by POI", 1, this::bare);
        }
        watch.time("export of all clients in full", 1, () -> new LedgerExport(station)
            .write(LedgerExport.Request.plain(LedgerKind.CLIENTS), out.resolve("plain.xlsx"), RenderProgress.NONE));
    }

    private Object behind(String code, Span span) {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        station.file().read(db -> {
            report.figures().eachRow(db, code, span,
                row -> ids.computeIfAbsent(row.form(), form -> new LinkedHashSet<>()).add(row.id()));
            return null;
        });
        ids.forEach((form, all) -> {
            Set<String> visible = station.records().visible(form, all);
            new RecordListModel(context, new FixedList(station, context.texts(), form,
                all.stream().filter(visible::contains).toList())).reload();
        });
        return ids;
    }

    private Object bare() throws Exception {
        Path file = out.resolve("bare.xlsx");
        try (SXSSFWorkbook book = new SXSSFWorkbook(WINDOW);
                OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
            Sheet sheet = book.createSheet();
            for (int i = 0; i < ROWS; i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < COLUMNS; j++) {
                    row.createCell(j).setCellValue("value " + (i * 31 + j) % 9973);
                }
            }
            book.write(to);
        }
        return file;
    }
}
