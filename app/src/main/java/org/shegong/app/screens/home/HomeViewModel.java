package org.shegong.app.screens.home;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shegong.app.AppContext;
import org.shegong.app.controls.form.model.EarlierTyping;
import org.shegong.app.controls.text.RecordNames;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.app.controls.text.ShortTexts;
import org.shegong.app.tasks.Latest;
import org.shegong.db.Station;
import org.shegong.db.domain.MonthRule;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Shield;
import org.shegong.db.store.FollowUps;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordStatus;
import org.shegong.reports.catalogue.MonthEndGaps;
import org.shegong.reports.catalogue.MonthlyReport;
import org.shegong.reports.metrics.FactRow;
import org.shegong.reports.metrics.Span;
import org.shegong.reports.standards.ReportParameters;

/** What the first screen says. Reads beside the window; figures come from the report's own definitions. */
final class HomeViewModel {
    private static final int OVERDUE_DAYS = 180;
    private static final int AHEAD_DAYS = 14;
    private static final int MOST = 200;
    private static final int DRAFTS_OF_EACH = 20;
    private static final List<String> SHOWN = List.of("B04", "B06", "F01", "F01b", "C04", "C07", "D05", "E01", "G01",
        "K02");

    /**
     * One line that opens a record.
     *
     * @param what kind of record or of duty, in words
     * @param name whom or what it is about
     * @param due day in words; may be empty
     */
    record Line(String form, String id, String what, String name, String due) {
    }

    /** One figure of this month and of the last, as the report shows them; null where it does not apply. */
    record Figure(String code, String label, String unit, BigDecimal now, BigDecimal before) {
    }

    /** Everything the screen shows. */
    record Content(List<EarlierTyping> unfinished, List<Line> overdue, List<Line> today, List<Line> soon, List<Line> drafts,
                   YearMonth month, List<Figure> figures) {
    }

    private final AppContext context;
    private final Latest latest;
    private final Latest incomplete;
    private volatile MonthRule rule = MonthRule.CALENDAR;
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();

    HomeViewModel(AppContext context) {
        this.context = context;
        this.latest = new Latest(context.tasks());
        this.incomplete = new Latest(context.tasks());
    }

    /** Null until first read. */
    ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** Reads everything again. */
    void reload() {
        latest.start(context.tasks().work(progress -> read()).titled(context.texts().get("home.reading"))
            .onSuccess(read -> {
                failed.set(false);
                content.set(read);
            }).onError(cause -> {
                System.getLogger(HomeViewModel.class.getName()).log(System.Logger.Level.ERROR, "home", cause);
                failed.set(true);
            }));
    }

    /**
     * Counts imported records of any date that lack something, beside the window and after the rest of the screen.
     *
     * @param counted called in the window with their number
     */
    void countIncomplete(LongConsumer counted) {
        incomplete.start(context.tasks().work(progress -> context.station().records()
                .ask(db -> new MonthEndGaps(report().figures(), context.station().forms()).incomplete(db))
                .values().stream().mapToLong(Long::longValue).sum())
            .onSuccess(counted::accept)
            .onError(cause -> System.getLogger(HomeViewModel.class.getName()).log(System.Logger.Level.ERROR, "home", cause)));
    }

    private Content read() {
        rule = monthRule();
        LocalDate today = context.today();
        List<FollowUps.FollowUp> due = context.station().followUps()
            .due(today.minusDays(OVERDUE_DAYS), today.plusDays(AHEAD_DAYS), MOST);
        Map<String, String> names = names(due);
        List<Line> overdue = new ArrayList<>();
        List<Line> now = new ArrayList<>();
        List<Line> soon = new ArrayList<>();
        ShortTexts texts = texts();
        for (FollowUps.FollowUp one : due) {
            Line line = new Line(one.form(), one.id(), context.texts().get("home.duty." + one.form()),
                names.getOrDefault(one.subjectId(), ""), texts.date(one.due()));
            (one.due().isBefore(today) ? overdue : one.due().equals(today) ? now : soon).add(line);
        }
        StatMonth month = StatMonth.containing(today, rule);
        return new Content(unfinished(), overdue, now, soon, drafts(), month.month(), figures(month));
    }

    private List<EarlierTyping> unfinished() {
        Station station = context.station();
        ShortTexts texts = texts();
        RecordNames names = new RecordNames(station, texts);
        return station.typing().unfinished().stream().map(typing -> EarlierTyping.of(station, typing,
            (fields, record) -> {
                Map<String, String> pointedTo = names.pointedTo(fields, List.of(record));
                Shield shield = texts.shields(record.form(), List.of(record)).getOrDefault(record.id(), Shield.USUAL);
                return fields.stream().map(field -> texts.text(field, record.values(), pointedTo, shield)).toList();
            })).toList();
    }

    /** Forgets for good what was left unfinished. */
    void giveUp(EarlierTyping one) {
        context.tasks().work(progress -> {
            context.station().typing().drop(one.recordId());
            return true;
        }).onSuccess(done -> reload()).start();
    }

    private ShortTexts texts() {
        return new ShortTexts(context.station(), context.texts(), ScreenMasks.of(context.settings()));
    }

    private Map<String, String> names(List<FollowUps.FollowUp> due) {
        Map<String, Set<String>> ids = new HashMap<>();
        due.forEach(one -> ids.computeIfAbsent(one.subjectForm(), form -> new HashSet<>()).add(one.subjectId()));
        RecordNames reading = new RecordNames(context.station(), texts());
        Map<String, String> names = new HashMap<>();
        ids.forEach((form, some) -> names.putAll(reading.names(form, some)));
        return names;
    }

    private List<Line> drafts() {
        Station station = context.station();
        RecordNames reading = new RecordNames(station, texts());
        List<Line> lines = new ArrayList<>();
        for (Form form : station.forms().all()) {
            if (!form.hidden()) {
                List<String> ids = station.records().page(ListQuery.all(form.key()).withStatus(RecordStatus.DRAFT),
                    null, DRAFTS_OF_EACH).records().stream().map(RecordData::id).toList();
                Map<String, String> names = reading.names(form.key(), ids);
                ids.forEach(id -> lines.add(new Line(form.key(), id, form.label(), names.getOrDefault(id, ""), "")));
            }
        }
        return lines;
    }

    private MonthRule monthRule() {
        return context.station().records().list(ListQuery.all("station")).stream()
            .map(data -> MonthRule.parse(data.text("month_rule"))).findFirst().orElse(MonthRule.CALENDAR);
    }

    /** Shows the records behind a figure of this month. */
    void openRecords(Figure figure) {
        StatMonth month = new StatMonth(content.get().month(), rule);
        context.tasks().work(progress -> behind(figure.code(), month)).titled(figure.label())
            .onSuccess(ids -> context.navigator().openRecords(context.texts().get("home.behind", figure.label(),
                month.month().getMonthValue()), ids)).start();
    }

    private Map<String, List<String>> behind(String code, StatMonth month) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        List<FactRow> rows = context.station().records()
            .ask(db -> report().figures().rows(db, code, new Span(month.first(), month.last())));
        for (FactRow row : rows) {
            found.computeIfAbsent(row.form(), form -> new LinkedHashSet<>()).add(row.id());
        }
        Map<String, List<String>> ids = new LinkedHashMap<>();
        found.forEach((form, some) -> ids.put(form, List.copyOf(some)));
        return ids;
    }

    private MonthlyReport report() {
        return new MonthlyReport(ReportParameters.bundled(), context.station().codes());
    }

    private List<Figure> figures(StatMonth month) {
        MonthlyReport report = report();
        List<Map<String, BigDecimal>> counts = context.station().records()
            .ask(db -> report.figures().twoMonths(db, month, SHOWN));
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (String code : SHOWN) {
            report.rows().row(code).ifPresent(row -> figures.put(code, new Figure(code, row.label(), row.unit(),
                counts.get(0).get(code), counts.get(1).get(code))));
        }
        return List.copyOf(figures.values());
    }
}
