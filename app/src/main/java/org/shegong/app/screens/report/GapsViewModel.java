package org.shegong.app.screens.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.app.tasks.Latest;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.catalogue.GapsDocument;
import org.shegong.reports.catalogue.MonthEndGap;
import org.shegong.reports.catalogue.MonthEndGaps;
import org.shegong.reports.document.Document;

/** What is missing before month-end, in groups. Window thread only. */
public final class GapsViewModel {
    private static final int PAGE = 100;
    private final AppContext context;
    private final ReportReading reading;
    private final Latest latest;
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ObservableList<Group> groupsShown = FXCollections.unmodifiableObservableList(groups);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
    private final BooleanProperty history = new SimpleBooleanProperty();
    private StatMonth month;

    /**
     * Gaps of one kind.
     *
     * @param text what is missing and how many, for people
     * @param lines those listed so far
     * @param unlisted how many more there are
     * @param form form whose records can be listed further; empty where they cannot
     * @param last the last record read, listed or sealed from this account; empty where they cannot
     */
    public record Group(String text, List<Line> lines, long unlisted, String form, String last) {
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

    /** True to list the imported records of any date that lack something; false for the gaps of the month. */
    public BooleanProperty historyProperty() {
        return history;
    }

    /** Reads the gaps of a month. */
    public void load(StatMonth wanted) {
        month = wanted;
        reload();
    }

    /** Reads again what is shown. */
    public void reload() {
        if (month == null) {
            return;
        }
        boolean all = history.get();
        busy.set(true);
        latest.start(context.tasks().work(progress -> all ? incomplete()
                : read(new StatMonth(month.month(), reading.rule())))
            .onSuccess(read -> {
                groups.setAll(read);
                if (!all) {
                    total.set(read.stream().mapToLong(group -> group.lines().size() + group.unlisted()).sum());
                }
            }).onEnd(() -> busy.set(false)));
    }

    private List<Group> incomplete() {
        List<Group> all = new ArrayList<>();
        reading.incomplete().forEach((form, count) -> {
            String label = context.station().forms().form(form).label();
            all.add(longer(new Group(context.texts().get("gaps.form", label, count), List.of(), count, form, "")));
        });
        return all;
    }

    /** The group with the next page; records sealed from this account are counted and not listed. */
    private Group longer(Group group) {
        List<MonthEndGap> found = reading.incomplete(group.form(), group.last(), PAGE);
        Map<String, String> names = context.station().records().labels(group.form(),
            found.stream().map(MonthEndGap::id).toList(), ScreenMasks.of(context.settings()));
        List<Line> lines = new ArrayList<>(group.lines());
        found.stream().filter(gap -> names.containsKey(gap.id())).forEach(gap -> lines.add(line(gap, names)));
        String last = found.isEmpty() ? group.last() : found.get(found.size() - 1).id();
        return new Group(group.text(), lines, found.isEmpty() ? 0 : group.unlisted() - found.size(), group.form(), last);
    }

    /** Lists the next records of a group that has more of them. */
    public void more(Group group) {
        context.tasks().work(progress -> longer(group)).onSuccess(longer -> {
            int at = groups.indexOf(group);
            if (at >= 0) {
                groups.set(at, longer);
            }
        }).start();
    }

    /** What is listed, to be printed. */
    Document document() {
        String title = history.get() ? context.texts().get("gaps.title.history")
            : context.texts().get("gaps.title", month.month().getYear(), month.month().getMonthValue());
        List<GapsDocument.Section> sections = new ArrayList<>();
        for (Group group : List.copyOf(groups)) {
            String heading = group.unlisted() == 0 ? group.text()
                : context.texts().get("gaps.part", group.text(), group.lines().size());
            sections.add(new GapsDocument.Section(heading, group.lines().stream()
                .map(line -> new GapsDocument.Line(line.formLabel(), line.name(), line.detail())).toList()));
        }
        return GapsDocument.of(reading.stationName(), title, sections);
    }

    private List<Group> read(StatMonth counted) {
        List<MonthEndGaps.Group> found = reading.gaps(counted);
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
            all.add(new Group(group.text(), lines, group.total() - group.gaps().size(), "", ""));
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
