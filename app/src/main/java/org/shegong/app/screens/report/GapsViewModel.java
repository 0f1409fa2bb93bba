package org.shegong.app.screens.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.app.tasks.Latest;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.catalogue.MonthEndGap;
import org.shegong.reports.catalogue.MonthEndGaps;

/** What is missing before month-end, in groups. Window thread only. */
public final class GapsViewModel {
    private final AppContext context;
    private final ReportReading reading;
    private final Latest latest;
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ObservableList<Group> groupsShown = FXCollections.unmodifiableObservableList(groups);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();

    /**
     * Gaps of one kind.
     *
     * @param text what is missing and how many, for people
     * @param lines the first of them
     * @param unlisted how many more there are
     */
    public record Group(String text, List<Line> lines, long unlisted) {
    }

    /**
     * One gap.
     *
     * @param form form of the record
     * @param id the record; empty when a new one is wanted
     * @param name what the record is called
     * @param detail what is missing; may be empty
     */
    public record Line(String form, String id, String formLabel, String name, String detail) {
    }

    GapsViewModel(AppContext context, ReportReading reading) {
        this.context = context;
        this.reading = reading;
        this.latest = new Latest(context.tasks());
    }

    /** Reads the gaps of a month. */
    public void load(StatMonth month) {
        busy.set(true);
        latest.start(context.tasks().work(progress -> read(new StatMonth(month.month(), reading.rule())))
            .onSuccess(read -> {
                groups.setAll(read);
                total.set(read.stream().mapToLong(group -> group.lines().size() + group.unlisted()).sum());
            }).onEnd(() -> busy.set(false)));
    }

    private List<Group> read(StatMonth month) {
        List<MonthEndGaps.Group> found = reading.gaps(month);
        Map<String, List<String>> ids = found.stream().flatMap(group -> group.gaps().stream())
            .filter(gap -> !gap.id().isEmpty()).collect(Collectors.groupingBy(MonthEndGap::form, LinkedHashMap::new,
                Collectors.mapping(MonthEndGap::id, Collectors.toList())));
        Map<String, String> names = new HashMap<>();
        ids.forEach((form, some) -> names.putAll(context.station().records()
            .labels(form, some, ScreenMasks.of(context.settings()))));
        List<Group> all = new ArrayList<>();
        for (MonthEndGaps.Group group : found) {
            List<Line> lines = group.gaps().stream().filter(gap -> gap.id().isEmpty() || names.containsKey(gap.id()))
                .map(gap -> line(gap, names)).toList();
            all.add(new Group(group.text(), lines, group.total() - group.gaps().size()));
        }
        return all;
    }

    private Line line(MonthEndGap gap, Map<String, String> names) {
        String label = context.station().forms().form(gap.form()).label();
        String name = gap.id().isEmpty() ? context.texts().get("gaps.make", label) : names.getOrDefault(gap.id(), "");
        String detail = name.contains(gap.detail()) ? "" : gap.detail();
        return new Line(gap.form(), gap.id(), label, name, detail);
    }

    /** Opens the record of a gap, or starts the one that is missing. */
    public void open(Line line) {
        if (line.id().isEmpty()) {
            context.navigator().newRecord(line.form(), Map.of());
        } else {
            context.navigator().openRecord(line.form(), line.id());
        }
    }

    /** Kinds of gaps that the month has; empty when nothing is missing. */
    public ObservableList<Group> groups() {
        return groupsShown;
    }

    /** How many gaps there are in all. */
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** True while gaps are being read. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
