package org.shegong.app.screens.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.shegong.app.AppContext;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.app.tasks.Latest;
import org.shegong.db.forms.Masks;
import org.shegong.db.retention.DueRecord;
import org.shegong.db.retention.Retention;
import org.shegong.db.retention.RetentionPolicy;

/** What has been kept long enough, and its erasure. Window thread only. */
final class RetentionViewModel {
    private static final int SHOWN = 500;
    private final AppContext context;
    private final Latest latest;
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<RetentionPolicy> policies = FXCollections.observableArrayList();
    private final ObservableList<Line> linesShown = FXCollections.unmodifiableObservableList(lines);
    private final ObservableList<RetentionPolicy> policiesShown = FXCollections.unmodifiableObservableList(policies);
    private final ObservableSet<DueRecord> chosen = FXCollections.observableSet(new LinkedHashSet<>());
    private List<DueRecord> due = List.of();

    /**
     * One record that is due, in words.
     *
     * @param name as its form names it, masked
     */
    record Line(DueRecord record, String kind, String name, LocalDate from, LocalDate due) {
    }

    /** What is read at once. */
    private record Read(List<RetentionPolicy> policies, List<DueRecord> due, List<Line> lines) {
    }

    RetentionViewModel(AppContext context) {
        this.context = context;
        this.latest = new Latest(context.tasks());
    }

    /** The first of what is due, longest first. */
    ObservableList<Line> lines() {
        return linesShown;
    }

    /** How long each kind is kept. */
    ObservableList<RetentionPolicy> policies() {
        return policiesShown;
    }

    /** What is to be erased. */
    ObservableSet<DueRecord> chosen() {
        return chosen;
    }

    /** How many records are due, those not shown included. */
    int total() {
        return due.size();
    }

    /** Chooses everything that is due, or nothing. */
    void chooseAll(boolean wanted) {
        chosen.clear();
        if (wanted) {
            chosen.addAll(due);
        }
    }

    /** True while it is being read. */
    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Reads again what is due; nothing is chosen then. */
    void reload() {
        reading.set(true);
        Masks masks = ScreenMasks.of(context.settings());
        latest.start(context.tasks().work(progress -> read(masks)).titled(context.texts().get("due.reading"))
            .onSuccess(read -> {
                due = read.due();
                chosen.clear();
                policies.setAll(read.policies());
                lines.setAll(read.lines());
            }).onEnd(() -> reading.set(false)));
    }

    private Read read(Masks masks) {
        Retention retention = new Retention(context.station());
        List<DueRecord> found = retention.due();
        List<DueRecord> shown = found.subList(0, Math.min(SHOWN, found.size()));
        Map<String, Set<String>> ids = new HashMap<>();
        shown.forEach(one -> ids.computeIfAbsent(one.form(), form -> new LinkedHashSet<>()).add(one.id()));
        Map<String, String> names = new HashMap<>();
        ids.forEach((form, some) -> names.putAll(context.station().records().labels(form, some, masks)));
        List<Line> words = shown.stream().map(one -> new Line(one,
            context.station().forms().form(one.form()).label(), names.getOrDefault(one.id(), ""), one.from(),
            one.due())).toList();
        return new Read(retention.policies(), found, words);
    }

    /** Sets how many years a kind of record is kept; false when the text is no number of years. */
    boolean setYears(RetentionPolicy policy, String typed) {
        if (!typed.strip().matches("[1-9]\\d?")) {
            return false;
        }
        int years = Integer.parseInt(typed.strip());
        if (years != policy.years()) {
            String label = context.texts().get("due.setting", context.texts().get("due.policy." + policy.key()));
            context.tasks().work(progress -> {
                new Retention(context.station()).setYears(policy.key(), years);
                return context.station().journal().event(context.station().actor(), "setting", label, "setting", "",
                    Map.of("key", "retention." + policy.key(), "before", policy.years(), "value", years));
            }).onSuccess(step -> reload()).start();
        }
        return true;
    }

    /** Erases what is chosen; the listener gets how many records went. */
    void erase(String reason, Consumer<Integer> done) {
        List<DueRecord> records = new ArrayList<>(chosen);
        context.tasks().work(progress -> new Retention(context.station()).erase(records,
            context.texts().get("due.label"), reason)).titled(context.texts().get("due.running"))
            .onSuccess(erased -> {
                context.changes().saved();
                reload();
                done.accept(erased.records());
            }).start();
    }
}
