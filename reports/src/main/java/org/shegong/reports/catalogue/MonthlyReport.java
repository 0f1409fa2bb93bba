package org.shegong.reports.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.forms.CodeLookup;
import org.shegong.db.forms.Level;
import org.shegong.db.store.StationFile;
import org.shegong.reports.FigureTexts;
import org.shegong.reports.checks.CheckResult;
import org.shegong.reports.checks.CheckedMonth;
import org.shegong.reports.checks.Identities;
import org.shegong.reports.checks.LedgerRows;
import org.shegong.reports.document.Document;
import org.shegong.reports.metrics.AttachedRows;
import org.shegong.reports.metrics.Breakdown;
import org.shegong.reports.metrics.Figures;
import org.shegong.reports.metrics.MetricCatalogue;
import org.shegong.reports.metrics.MonthCounts;
import org.shegong.reports.metrics.MonthReading;
import org.shegong.reports.metrics.OtherReading;
import org.shegong.reports.metrics.PeopleReading;
import org.shegong.reports.standards.ReportParameters;

/**
 * The monthly report of a station (04). Stateless: each call reads from the connection it is given, on any thread but
 * the window's.
 */
public final class MonthlyReport {
    private final ReportParameters parameters;
    private final CodeLookup codes;
    private final Figures figures;
    private final ReportRows rows = ReportRows.bundled();

    /**
     * @param parameters thresholds
     * @param codes      names of codes for documents
     */
    public MonthlyReport(ReportParameters parameters, CodeLookup codes) {
        this.parameters = parameters;
        this.codes = codes;
        this.figures = new Figures(new MetricCatalogue(parameters));
    }

    /** The rows in report order. */
    public ReportRows rows() {
        return rows;
    }

    /** Figures and the records behind them. */
    public Figures figures() {
        return figures;
    }

    /** The thresholds it counts and checks by. */
    public ReportParameters parameters() {
        return parameters;
    }

    /** The report of a month: its last locked version, or a draft computed now. */
    public MonthlyFigures of(DSLContext db, StatMonth month) {
        return LockedVersion.last(db, month).map(LockedVersion::figures).orElseGet(() -> draft(db, month));
    }

    /** The report computed now, whether or not a version is locked. */
    public MonthlyFigures draft(DSLContext db, StatMonth month) {
        return report(db, people(db, month), rest(db, month));
    }

    /** As {@link #of(DSLContext, StatMonth)}, on two connections at once where that can be had. */
    public MonthlyFigures of(StationFile file, StatMonth month) {
        return file.read(db -> LockedVersion.last(db, month)).map(LockedVersion::figures).orElseGet(() -> draft(file, month));
    }

    /** As {@link #draft(DSLContext, StatMonth)}, on two connections at once where that can be had. */
    public MonthlyFigures draft(StationFile file, StatMonth month) {
        return draft(file, month, db -> null, (report, nothing) -> report);
    }

    /**
     * As {@link #draft(StationFile, StatMonth)}, together with something else that is read of the same state.
     *
     * @param also reads it
     * @param then puts both together; reads nothing
     */
    public <A, T> T draft(StationFile file, StatMonth month, Function<DSLContext, A> also,
                          BiFunction<MonthlyFigures, A, T> then) {
        return file.readBoth(db -> Map.entry(Optional.ofNullable(also.apply(db)), rest(db, month)),
                db -> people(db, month), (db, read, people) ->
                        then.apply(report(db, people, read.getValue()), read.getKey().orElse(null)));
    }

    /** Who was served and the attached lists: about as much to read as all the rest. */
    private record People(PeopleReading served, Map<String, List<Object[]>> lists) {
    }

    private People people(DSLContext db, StatMonth month) {
        return new People(figures.people(db, month), lists(new AttachedRows(db, month)));
    }

    /** All else that a report reads. */
    private record Rest(StatMonth month, OtherReading others, StandingFigures standing, MonthlyTexts texts,
                        Map<String, Long> ledgerRows, StationInfo station, Map<String, BigDecimal> targets,
                        AttachedRows.Villages villages) {
    }

    private Rest rest(DSLContext db, StatMonth month) {
        return new Rest(month, figures.others(db, month), StandingFigures.before(db, month), MonthlyTexts.read(db, month),
                LedgerRows.of(db, month), StationInfo.read(db), FigureTargets.of(db, month),
                new AttachedRows(db, month).villages());
    }

    private MonthlyFigures report(DSLContext db, People people, Rest rest) {
        MonthReading read = figures.together(db, people.served(), rest.others(), rest.month(), rest.standing());
        MonthCounts counts = read.counts();
        Map<String, Long> register = read.parts().get("B04").remove(Breakdown.VILLAGE);
        Map<String, Long> served = read.parts().get("B06").remove(Breakdown.VILLAGE);
        Map<String, List<Object[]>> lists = people.lists();
        lists.put("villages", rest.villages().with(register, served));
        List<CheckResult> checks = Identities.check(new CheckedMonth(counts, read.parts(), rest.texts().reasons(),
                rest.texts().zeroReason(), rest.ledgerRows(), workdays(rest.month()), figures.metrics(), parameters));
        return withReasons(new MonthlyFigures(rest.station(), rest.month(), 0, visible(counts.month()),
                visible(counts.previous()), visible(counts.year()), rest.targets(), read.parts(),
                new ComparedParts(rest.standing().parts(read.previous()), read.year()), checks, counts.origins(),
                rest.standing().corrected(), rest.texts(), List.of(), attached(lists)));
    }

    private Map<String, BigDecimal> visible(Map<String, BigDecimal> all) {
        Map<String, BigDecimal> visible = new LinkedHashMap<>();
        rows.figures().forEach(row -> visible.put(row.code(), all.get(row.code())));
        return visible;
    }

    private static long workdays(StatMonth month) {
        return month.first().datesUntil(month.last().plusDays(1)).filter(day -> day.getDayOfWeek().getValue() <= 5).count();
    }

    private static Map<String, List<Object[]>> lists(AttachedRows rows) {
        Map<String, List<Object[]>> all = new LinkedHashMap<>();
        all.put("cases", rows.openCases());
        all.put("groups", rows.groups());
        all.put("activities", rows.activities());
        all.put("visits", rows.visits());
        all.put("supervision", rows.supervision());
        all.put("training", rows.trainings());
        return all;
    }

    private static List<AttachedList> attached(Map<String, List<Object[]>> lists) {
        return lists.entrySet().stream()
                .map(list -> new AttachedList(list.getKey(), list.getValue().stream().map(Arrays::asList).toList())).toList();
    }

    private MonthlyFigures withReasons(MonthlyFigures m) {
        List<RequiredReason> reasons = new ArrayList<>();
        for (CheckResult check : m.checks()) {
            if (!check.ok() && check.level() == Level.W) {
                boolean zero = check.id().equals("X15");
                reasons.add(new RequiredReason(check.id(), check.text(), zero ? !m.texts().zeroReason().isEmpty()
                        : check.explained()));
            }
        }
        for (String code : List.of("B03b", "C04x", "D04x")) {
            BigDecimal value = m.figures().get(code);
            if (value != null && value.signum() != 0) {
                reasons.add(reason(m, code, FigureTexts.text("check.X01.explain", rows.label(code), value.toPlainString())));
            }
        }
        BigDecimal limit = BigDecimal.valueOf(parameters.explainPercent());
        for (ReportRow.FigureRow row : rows.figures()) {
            BigDecimal change = m.change(row.code());
            if (row.explain() && change != null && change.abs().compareTo(limit) > 0) {
                reasons.add(reason(m, row.code(), FigureTexts.text("reason.change", row.label(), change.toPlainString(),
                        limit.toPlainString())));
            }
        }
        return m.with(reasons);
    }

    private static RequiredReason reason(MonthlyFigures m, String key, String text) {
        String given = m.texts().reasons().get(key);
        return new RequiredReason(key, text, given != null && !given.isBlank());
    }

    /** The report as {@code report.json}: numbers as numbers, null where a figure does not apply. */
    public String json(MonthlyFigures report) {
        return MonthlyJson.of(report);
    }

    /** The report to print: table, texts and signatures, attached lists, filling notes and machine-readable rows. */
    public Document document(MonthlyFigures report) {
        return new MonthlyDocument(rows, codes, figures.metrics()).of(report);
    }

    /**
     * Name of its files without ending, such as {@code 450203100-某站-202610-月报-草稿}; a station without a code leaves it out.
     */
    public static String fileStem(MonthlyFigures report) {
        String month = report.period().toString().replace("-", "");
        String state = report.draft() ? FigureTexts.text("report.draft") : "v" + report.version();
        String name = report.station().name() + "-" + month + "-" + FigureTexts.text("report.short") + "-" + state;
        return Document.safeFileStem(report.station().code().isEmpty() ? name : report.station().code() + "-" + name);
    }
}
