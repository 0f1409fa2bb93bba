package org.shegong.app.screens.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shegong.app.session.StationSession;
import org.shegong.db.Station;
import org.shegong.db.backup.BackupManifest;
import org.shegong.db.backup.BackupProblem;
import org.shegong.db.backup.Rehearsal;
import org.shegong.db.backup.RestoreLoss;
import org.shegong.db.forms.Form;

/** What a backup was found to hold, and how the open station compares with it. */
sealed interface BackupContents {
    /** How dates and times of backups are written. */
    DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /**
     * A backup that can be restored.
     *
     * @param lines forms of which the backup or the station has records, in the order of the forms
     * @param newest the last steps of work, in words
     * @param stepsLost steps of work that are not in it
     */
    record Usable(Path file, BackupManifest manifest, List<Line> lines, List<String> newest, long stepsLost)
        implements BackupContents {
        /** Records that the station has now and would not have afterwards, summed over the forms that shrink. */
        long recordsLost() {
            return lines.stream().mapToLong(line -> Math.max(0, line.now() - line.inside())).sum();
        }
    }

    /** One that cannot. */
    record Refused(BackupProblem problem) implements BackupContents {
    }

    /**
     * One form.
     *
     * @param now records in the open station
     * @param inside records in the backup
     */
    record Line(String label, long now, long inside) {
    }

    /** Opens a backup with the open station's key and compares. Takes seconds; never on the window's thread. */
    static BackupContents of(Path file, StationSession session) {
        Rehearsal.Result result = new Rehearsal(session.folder()).of(file, session.key());
        if (result instanceof Rehearsal.Result.Usable usable) {
            RestoreLoss loss = RestoreLoss.of(session.station().file(), usable.manifest());
            return new Usable(file, usable.manifest(), lines(session.station(), usable.manifest(), loss.rows()),
                usable.newest().stream().map(step -> words(step, session.station().clock())).toList(), loss.steps());
        }
        return new Refused(((Rehearsal.Result.Refused) result).problem());
    }

    private static List<Line> lines(Station station, BackupManifest manifest, Map<String, Long> differences) {
        Map<String, Long> inside = new TreeMap<>(manifest.counts());
        List<Line> lines = new ArrayList<>();
        for (Form form : station.forms().all()) {
            long there = inside.getOrDefault(form.table(), 0L);
            long now = there + differences.getOrDefault(form.table(), 0L);
            if (!form.hidden() && (there > 0 || now > 0)) {
                lines.add(new Line(form.label(), now, there));
            }
        }
        return lines;
    }

    private static String words(Rehearsal.Step step, Clock clock) {
        return TIME.format(LocalDateTime.ofInstant(step.at(), clock.getZone())) + "  " + step.account() + "  "
            + step.label();
    }
}
