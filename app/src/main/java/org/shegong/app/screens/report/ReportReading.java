package org.shegong.app.screens.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shegong.db.Station;
import org.shegong.db.domain.MonthRule;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.store.RecordDraft;
import org.shegong.reports.catalogue.Finalising;
import org.shegong.reports.catalogue.LockedVersion;
import org.shegong.reports.catalogue.MonthEndGap;
import org.shegong.reports.catalogue.MonthEndGaps;
import org.shegong.reports.catalogue.MonthlyFigures;
import org.shegong.reports.catalogue.MonthlyReport;
import org.shegong.reports.catalogue.MonthlyVersions;
import org.shegong.reports.catalogue.Obstacle;
import org.shegong.reports.catalogue.ReportRow;
import org.shegong.reports.catalogue.StationInfo;
import org.shegong.reports.catalogue.SupervisorMonthly;
import org.shegong.reports.catalogue.SupervisorSheet;
import org.shegong.reports.document.Document;
import org.shegong.reports.standards.ReportParameters;

/** Reads reports from the open station. Not for the window's thread. */
final class ReportReading {
    private final Station station;
    private final MonthlyReport report;
    private final MonthlyVersions versions;
    private final SupervisorMonthly supervisors;

    ReportReading(Station station) {
        this.station = station;
        this.report = new MonthlyReport(ReportParameters.bundled(), station.codes());
        this.versions = new MonthlyVersions(report);
        this.supervisors = new SupervisorMonthly(report.figures(), report.parameters());
    }

    Station station() {
        return station;
    }

    MonthlyReport report() {
        return report;
    }

    /** How the station counts months. */
    MonthRule rule() {
        return station.file().read(db -> StationInfo.read(db).rule());
    }

    /** @param present true shows the present figures even when a version is locked */
    ReportState state(StatMonth month, boolean present) {
        return report.draft(station.file(), month, db -> LockedVersion.all(db, month), (now, locked) -> {
            Optional<LockedVersion> last = locked.isEmpty() ? Optional.empty() : Optional.of(locked.get(locked.size() - 1));
            List<Obstacle> obstacles = MonthlyVersions.obstacles(now, last, station.today());
            MonthlyFigures shown = present ? now : last.map(LockedVersion::figures).orElse(now);
            return new ReportState(shown, table(shown), now, locked, obstacles);
        });
    }

    private ReportTable table(MonthlyFigures shown) {
        Set<String> codes = report.rows().figures().stream().map(ReportRow.FigureRow::code)
            .collect(Collectors.toCollection(LinkedHashSet::new));
        return ReportTable.of(report.document(shown), codes);
    }

    Document document(MonthlyFigures shown) {
        return report.document(shown);
    }

    List<MonthEndGaps.Group> gaps(StatMonth month) {
        return station.file().read(db -> new MonthEndGaps(report.figures(), station.forms())
            .of(db, month, station.today()));
    }

    /** Imported records of any date that lack something, by form. */
    Map<String, Long> incomplete() {
        return station.file().read(db -> new MonthEndGaps(report.figures(), station.forms()).incomplete(db));
    }

    /** Those of one form after a record, the first ones after an empty id. */
    List<MonthEndGap> incomplete(String form, String after, int size) {
        return station.file().read(db -> new MonthEndGaps(report.figures(), station.forms())
            .incomplete(db, form, after, size));
    }

    String stationName() {
        return station.file().read(db -> StationInfo.read(db).name());
    }

    List<SupervisorSheet> supervisors(StatMonth month) {
        return station.file().read(db -> supervisors.of(db, month));
    }

    Document document(SupervisorSheet sheet) {
        return supervisors.document(sheet);
    }

    /** Locks the month as its next version. */
    Finalising finalise(StatMonth month) {
        return versions.finalise(station.file()::read, (RecordDraft draft) -> station.saving().save(draft), month,
            station.actor().name(), station.clock().instant(), station.today(), station.newId());
    }
}
