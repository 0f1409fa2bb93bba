package org.shegong.app.screens.upkeep;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.app.controls.trail.StepUndoing;
import org.shegong.app.tasks.Latest;
import org.shegong.db.store.DuplicatePair;
import org.shegong.db.store.SaveResult;

/** Pairs of files that may be about the same person, and what somebody decides about each. Window thread only. */
final class DuplicatesViewModel {
    private static final String CLIENT = "client";
    private static final int SHOWN = 300;
    private final AppContext context;
    private final Latest latest;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> linesShown = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    /** A pair in words; {@code other} says whom to ask where the second file is not shown. */
    record Line(DuplicatePair pair, String why, String one, String other) {
    }

    private record Read(int all, List<Line> lines) {
    }

    DuplicatesViewModel(AppContext context) {
        this.context = context;
        this.latest = new Latest(context.tasks());
    }

    /** The surest first; of very many only the first. */
    ObservableList<Line> lines() {
        return linesShown;
    }

    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** How many there are, in words; empty while nobody knows. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    void load() {
        reading.set(true);
        latest.start(context.tasks().work(progress -> read()).titled(context.texts().get("double.reading"))
            .onSuccess(read -> {
                reading.set(false);
                lines.setAll(read.lines());
                summary.set(read.all() == 0 ? "" : read.all() > SHOWN
                    ? context.texts().get("double.many", read.all(), SHOWN) : context.texts().get("double.count", read.all()));
            }).onError(failure -> {
                reading.set(false);
                context.overlays().error(failure);
            }));
    }

    private Read read() {
        List<DuplicatePair> pairs = context.station().duplicatePairs().find();
        List<DuplicatePair> first = pairs.stream().limit(SHOWN).toList();
        Set<String> ids = first.stream().flatMap(pair -> Stream.of(pair.one(), pair.other())).collect(Collectors.toSet());
        Map<String, String> labels = context.station().records().labels(CLIENT, ids, ScreenMasks.of(context.settings()));
        return new Read(pairs.size(), first.stream().map(pair -> new Line(pair,
            context.texts().get("double.why." + pair.reason()), labels.getOrDefault(pair.one(), ""),
            pair.shown() ? labels.getOrDefault(pair.other(), "") : hidden(pair.ask()))).toList());
    }

    private String hidden(String ask) {
        return ask.isEmpty() ? context.texts().get("double.hidden.nobody") : context.texts().get("double.hidden", ask);
    }

    /** Remembers that they are two people; the toast offers to take it back. */
    void areDifferent(Line line) {
        context.tasks().work(progress -> context.station().duplicatePairs().areDifferent(line.pair())).keeping()
            .onSuccess(result -> {
                if (result instanceof SaveResult.Saved saved) {
                    context.changes().saved();
                    load();
                    context.overlays().toast(context.texts().get("double.different.done"),
                        context.texts().get("trail.button.undo"),
                        () -> new StepUndoing(context).undo(saved.stepId(), this::load));
                } else {
                    context.overlays().toast(context.texts().get("double.different.refused"));
                }
            }).start();
    }

    void open(Line line) {
        context.navigator().openRecord(CLIENT, line.pair().one());
    }
}
