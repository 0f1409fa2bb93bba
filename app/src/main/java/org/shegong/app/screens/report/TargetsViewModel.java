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
import org.shegong.reports.metrics.MissingMetric;
import org.shegong.reports.metrics.Unit;

/** What the station's figures are to reach in a year, typed once a year. Window thread only. */
public final class TargetsViewModel {
    private static final String FORM = "figure_target";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");
    private final AppContext context;
    private final String year;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A figure that may have a target.
     *
     * @param code row code
     * @param label its name with the unit, for people
     * @param main one of the figures that targets are usually set for
     * @param typed what is typed; empty for no target
     */
    public record Entry(String code, String label, boolean main, StringProperty typed) {

        /** True when it is empty or a number with at most two decimals. */
        public boolean valid() {
            return text().isEmpty() || NUMBER.matcher(text()).matches();
        }

        String text() {
            return CellText.halfWidth(typed.get()).strip();
        }

        /** True when the figure's code or name holds what is sought; nothing sought finds main figures and set ones. */
        public boolean matches(String sought) {
            return sought.isBlank() ? main || !text().isEmpty() : label.contains(sought.strip()) || code.equalsIgnoreCase(sought.strip());
        }
    }

    TargetsViewModel(AppContext context, ReportReading reading, MonthlyFigures report) {
        this.context = context;
        this.year = Integer.toString(report.period().month().getYear());
        reading.report().rows().figures().forEach(row -> {
            boolean counted = !(reading.report().figures().metrics().metric(row.code()) instanceof MissingMetric)
                && reading.report().figures().metrics().metric(row.code()).unit() != Unit.FLAG;
            if (counted) {
                BigDecimal target = report.targets().get(row.code());
                entries.add(new Entry(row.code(), context.texts().get("targets.label", row.code(), row.label(),
                    row.unit()), row.explain(), new SimpleStringProperty(target == null ? "" : target.toPlainString())));
            }
        });
    }

    /** The year, four digits. */
    public String year() {
        return year;
    }

    /** The figures in the order of the report. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** True when everything typed can be saved. */
    public boolean valid() {
        return entries.stream().allMatch(Entry::valid);
    }

    /** Keeps what was typed; an emptied target is taken away. */
    public void save(Runnable done) {
        Map<String, String> wanted = new LinkedHashMap<>();
        entries.forEach(entry -> wanted.put(entry.code(), entry.text()));
        context.tasks().work(progress -> save(wanted)).keeping().onSuccess(kept -> {
            context.changes().saved();
            done.run();
        }).start();
    }

    private Boolean save(Map<String, String> wanted) {
        Station station = context.station();
        Map<String, RecordData> before = new HashMap<>();
        station.records().list(ListQuery.all(FORM).withFilter("year", Set.of(year)))
            .forEach(data -> before.put(data.text("code"), data));
        wanted.forEach((code, typed) -> {
            RecordData old = before.get(code);
            if (typed.isEmpty() && old != null) {
                station.recycling().recycle(FORM, old.id(), "", true);
            } else if (!typed.isEmpty() && (old == null
                || new BigDecimal(typed).compareTo(new BigDecimal(String.valueOf(old.values().get("value")))) != 0)) {
                keep(station, old, code, new BigDecimal(typed));
            }
        });
        return true;
    }

    private void keep(Station station, RecordData old, String code, BigDecimal value) {
        SaveResult result = station.saving().save(old == null
            ? RecordDraft.entered(FORM, station.newId(), RecordStatus.SUBMITTED,
                Map.of("year", year, "code", code, "value", value))
            : RecordDraft.change(old, RecordStatus.SUBMITTED, Map.of("value", value)));
        if (!(result instanceof SaveResult.Saved)) {
            throw new IllegalStateException("report.targets.not_kept");
        }
    }
}
