package org.shegong.reports.catalogue;

import static org.shegong.reports.FigureTexts.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.forms.Level;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;
import org.shegong.reports.checks.CheckResult;
import org.shegong.reports.metrics.CountedMetric;
import org.shegong.reports.metrics.FactRow;
import org.shegong.reports.metrics.Figures;
import org.shegong.reports.metrics.Metric;
import org.shegong.reports.metrics.Span;

/** Locks monthly reports (settled 14): a version is a snapshot that later changes of records do not touch. */
public final class MonthlyVersions {
    private static final int SCHEMA = 1;
    /** SUBMIT_STATUS of a report that the station's leader has approved and not yet handed in. */
    private static final String APPROVED = "25";
    /** Identity numbers and mobile numbers have no place in a text that leaves the station. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\d)(\\d{17}[\\dXx]|1[3-9]\\d{9})(?!\\d)");

    private final MonthlyReport report;

    public MonthlyVersions(MonthlyReport report) {
        this.report = report;
    }

    /** What keeps a month from being locked now; empty if nothing does. */
    public List<Obstacle> obstacles(DSLContext db, StatMonth month, LocalDate today) {
        return obstacles(report.draft(db, month), LockedVersion.last(db, month), today);
    }

    /**
     * Locks a month as its next version.
     *
     * @param read  runs a question on a reading connection
     * @param save  saves the version's record through the station's journal
     * @param month the month
     * @param by    name of the leader who locks it
     * @param now   the moment
     * @param today the day the program believes in
     * @param id    fresh id for the record
     */
    public Finalising finalise(Reading read, Function<RecordDraft, SaveResult> save, StatMonth month, String by, Instant now,
                               LocalDate today, String id) {
        List<Obstacle> obstacles = new ArrayList<>();
        VersionPayload payload = read.read(db -> {
            MonthlyFigures draft = report.draft(db, month);
            Optional<LockedVersion> last = LockedVersion.last(db, month);
            obstacles.addAll(obstacles(draft, last, today));
            return obstacles.isEmpty() ? payload(db, draft, last, by, now) : null;
        });
        if (payload == null) {
            return new Finalising.Refused(obstacles);
        }
        SaveResult result = save.apply(draft(payload, id));
        return result instanceof SaveResult.Saved
                ? new Finalising.Locked(payload.version(), id, payload.differences()) : new Finalising.NotSaved(result);
    }

    /** Runs questions on a reading connection. */
    public interface Reading {
        <T> T read(Function<DSLContext, T> question);
    }

    /** The same for figures that are computed already; {@code last} is the month's last version. */
    public static List<Obstacle> obstacles(MonthlyFigures draft, Optional<LockedVersion> last, LocalDate today) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (today.isBefore(draft.period().last())) {
            obstacles.add(new Obstacle("period", text("obstacle.period", draft.period().last())));
        }
        for (CheckResult check : draft.checks()) {
            if (!check.passes() && check.level() == Level.E) {
                obstacles.add(new Obstacle(check.id(), text("obstacle.check", check.id(), check.text())));
            }
        }
        for (RequiredReason reason : draft.reasons()) {
            if (!reason.given()) {
                obstacles.add(new Obstacle(reason.key(), text("obstacle.reason", reason.text())));
            }
        }
        MonthlyTexts texts = draft.texts();
        if (!texts.typical().isEmpty() && !texts.deidentified()) {
            obstacles.add(new Obstacle("deidentified", text("obstacle.deidentified")));
        }
        if (PERSONAL.matcher(String.join("\n", texts.work(), texts.typical(), texts.problems(), texts.plan(), texts.upward(),
                String.join("\n", texts.reasons().values()))).find()) {
            obstacles.add(new Obstacle("typical", text("obstacle.personal")));
        }
        if (last.isPresent() && same(last.get().figures(), draft)) {
            obstacles.add(new Obstacle("unchanged", text("obstacle.unchanged", last.get().no())));
        }
        return obstacles;
    }

    private static boolean same(MonthlyFigures locked, MonthlyFigures draft) {
        return MonthlyJson.digest(locked).equals(MonthlyJson.digest(draft)) && locked.texts().equals(draft.texts());
    }

    private VersionPayload payload(DSLContext db, MonthlyFigures m, Optional<LockedVersion> last, String by, Instant now) {
        Map<String, Integer> thresholds = new LinkedHashMap<>();
        report.parameters().all().forEach((key, threshold) -> thresholds.put(key, threshold.value()));
        Map<VersionPayload.RecordMark, Integer> records = new LinkedHashMap<>();
        Map<String, List<Integer>> behind = behind(db, m.period(), records);
        StationInfo station = m.station();
        return new VersionPayload(SCHEMA, new VersionPayload.StationPart(station.name(), station.code(), station.agency(),
                station.rule().startDay()), m.period().toString(), last.map(v -> v.no() + 1).orElse(1), now.toString(), by,
                report.parameters().id(), thresholds, m.figures(), m.previous(), m.year(), m.targets(), m.breakdowns(),
                m.compared(), m.checks(), m.origins(), m.corrected(), m.texts(), m.lists(), List.copyOf(records.keySet()), behind,
                last.map(v -> differences(v.figures().figures(), m.figures())).orElse(List.of()));
    }

    private Map<String, List<Integer>> behind(DSLContext db, StatMonth month, Map<VersionPayload.RecordMark, Integer> records) {
        Figures figures = report.figures();
        Span span = new Span(month.first(), month.last());
        Map<String, List<Integer>> behind = new LinkedHashMap<>();
        for (Metric metric : figures.metrics().all()) {
            if (metric instanceof CountedMetric && metric.visible()) {
                TreeSet<Integer> places = new TreeSet<>();
                for (FactRow row : figures.rows(db, metric.code(), span)) {
                    VersionPayload.RecordMark mark = new VersionPayload.RecordMark(row.form(), row.id(), row.version());
                    places.add(records.computeIfAbsent(mark, unseen -> records.size()));
                }
                behind.put(metric.code(), List.copyOf(places));
            }
        }
        return behind;
    }

    /** Rows whose figures differ, in report order. */
    static List<Difference> differences(Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        List<Difference> all = new ArrayList<>();
        after.forEach((code, now) -> {
            BigDecimal then = before.get(code);
            boolean same = then == null || now == null ? then == now : then.compareTo(now) == 0;
            if (!same) {
                all.add(new Difference(code, then, now));
            }
        });
        return all;
    }

    private static RecordDraft draft(VersionPayload payload, String id) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", LockedVersion.KIND);
        values.put("period", payload.period());
        values.put("no", (long) payload.version());
        values.put("state", APPROVED);
        values.put("finalised_at", payload.finalisedAt());
        values.put("finalised_by", payload.finalisedBy());
        values.put("profile", payload.profile());
        values.put("payload", payload.json());
        values.put("digest", MonthlyJson.digest(payload.figuresAsLocked()));
        return RecordDraft.entered("report_version", id, RecordStatus.SUBMITTED, values);
    }
}
