package org.shegong.app.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shegong.db.Station;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.forms.Level;
import org.shegong.reports.catalogue.MonthlyFigures;
import org.shegong.reports.catalogue.MonthlyReport;
import org.shegong.reports.catalogue.StationInfo;
import org.shegong.reports.checks.CheckResult;
import org.shegong.reports.document.Document;
import org.shegong.reports.render.AtomicWrite;
import org.shegong.reports.render.ExcelRenderer;
import org.shegong.reports.render.PdfRenderer;
import org.shegong.reports.render.RenderResult;
import org.shegong.reports.standards.ReportParameters;

/** Writes the monthly report of a station as files. */
final class MonthlyFiles {
    static final String JSON_NAME = "report.json";
    private final Station station;
    private final MonthlyReport report;

    MonthlyFiles(Station station) {
        this.station = station;
        this.report = new MonthlyReport(ReportParameters.bundled(), station.codes());
    }

    /** The kinds of files. */
    enum Format { XLSX, PDF, JSON }

    /**
     * What was written.
     *
     * @param json content of {@code report.json}
     * @param files in the order of {@link Format}
     * @param missingCharacters that no font has
     */
    record Written(MonthlyFigures figures, String json, List<Path> files, Set<String> missingCharacters) {
        /** Checks that fail as errors. */
        List<CheckResult> errors() {
            return figures.checks().stream().filter(check -> !check.ok() && check.level() == Level.E).toList();
        }
    }

    /** The statistical month under the station's own rule. */
    StatMonth month(YearMonth month) {
        return station.file().read(db -> new StatMonth(month, StationInfo.read(db).rule()));
    }

    MonthlyFigures figures(StatMonth month) {
        return report.of(station.file(), month);
    }

    /** Writes into a folder, which is made when missing; files of the same name are replaced. */
    Written write(StatMonth month, Path folder, Set<Format> formats) throws IOException {
        Files.createDirectories(folder);
        MonthlyFigures figures = figures(month);
        String json = report.json(figures);
        String stem = MonthlyReport.fileStem(figures);
        Document document = report.document(figures);
        List<Path> files = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        if (formats.contains(Format.XLSX)) {
            files.add(new ExcelRenderer().write(document, folder.resolve(stem + ".xlsx")).path());
        }
        if (formats.contains(Format.PDF)) {
            RenderResult pdf = new PdfRenderer().write(document, folder.resolve(stem + ".pdf"));
            files.add(pdf.path());
            missing.addAll(pdf.missingCharacters());
        }
        if (formats.contains(Format.JSON)) {
            Path target = folder.resolve(JSON_NAME);
            AtomicWrite.to(target, out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
            files.add(target);
        }
        return new Written(figures, json, files, missing);
    }
}
