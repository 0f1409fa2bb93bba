package org.shegong.app.screens.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.shegong.app.AppContext;
import org.shegong.db.Station;
import org.shegong.db.domain.CellText;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;
import org.shegong.reports.catalogue.MonthlyFigures;
import org.shegong.reports.metrics.ClosingFigures;
import org.shegong.reports.metrics.OpeningMetric;

/**
 * Opening figures typed in from the station's last paper report (settled before its first report in the program).
 * Window thread only.
 */
public final class OpeningViewModel {
    private static final String FORM = "opening_figure";
    private static final Pattern WHOLE = Pattern.compile("\\d{1,7}");
    private final AppContext context;
    private final String closedMonth;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * One opening figure.
     *
     * @param closing code of the figure of the month before
     * @param label its name, for people
     * @param typed what is typed; empty leaves it to be computed
     * @param origin where the figure comes from at present
     */
    public record Entry(String closing, String label, StringProperty typed, ClosingFigures.Origin origin) {

        /** True when it may be typed: an accepted report stands. */
        public boolean open() {
            return origin != ClosingFigures.Origin.REPORT;
        }

        /** True when it is empty or a whole number. */
        public boolean valid() {
            return text().isEmpty() || WHOLE.matcher(text()).matches();
        }

        String text() {
            return CellText.halfWidth(typed.get()).strip();
        }
    }

    OpeningViewModel(AppContext context, ReportReading reading, MonthlyFigures report) {
        this.context = context;
        this.closedMonth = report.period().previous().toString();
        reading.report().figures().metrics().all().stream().filter(OpeningMetric.class::isInstance)
            .map(OpeningMetric.class::cast).forEach(metric -> {
                ClosingFigures.Origin origin = report.origins().getOrDefault(metric.code(),
                    ClosingFigures.Origin.COUNTED);
                BigDecimal value = report.figures().get(metric.code());
                boolean known = origin != ClosingFigures.Origin.COUNTED && value != null;
                entries.add(new Entry(metric.closing(), reading.report().rows().label(metric.code()),
                    new SimpleStringProperty(known ? value.toPlainString() : ""), origin));
            });
    }

    /** The opening figures in the order of the report. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** True when everything typed can be saved. */
    public boolean valid() {
        return entries.stream().allMatch(Entry::valid);
    }

    /** Keeps what was typed; an emptied figure is computed again. */
    public void save(Runnable done) {
        Map<String, String> wanted = new LinkedHashMap<>();
        entries.stream().filter(Entry::open).forEach(entry -> wanted.put(entry.closing(), entry.text()));
        context.tasks().work(progress -> save(wanted)).keeping().onSuccess(kept -> {
            context.changes().saved();
            done.run();
        }).start();
    }

    private Boolean save(Map<String, String> wanted) {
        Station station = context.station();
        Map<String, RecordData> before = new HashMap<>();
        station.records().list(ListQuery.all(FORM).withFilter("period", Set.of(closedMonth)))
            .forEach(data -> before.put(data.text("code"), data));
        wanted.forEach((code, typed) -> {
            RecordData old = before.get(code);
            if (typed.isEmpty() && old != null) {
                station.recycling().recycle(FORM, old.id(), "", true);
            } else if (!typed.isEmpty()) {
                keep(station, old, code, new BigDecimal(typed));
            }
        });
        return true;
    }

    private void keep(Station station, RecordData old, String code, BigDecimal value) {
        SaveResult result = station.saving().save(old == null
            ? RecordDraft.entered(FORM, station.newId(), RecordStatus.SUBMITTED,
                Map.of("period", closedMonth, "code", code, "value", value))
            : RecordDraft.change(old, RecordStatus.SUBMITTED, Map.of("value", value)));
        if (!(result instanceof SaveResult.Saved)) {
            throw new IllegalStateException("report.opening.not_kept");
        }
    }
}
