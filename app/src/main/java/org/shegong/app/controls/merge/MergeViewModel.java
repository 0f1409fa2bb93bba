package org.shegong.app.controls.merge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.controls.trail.StepUndoing;
import org.shegong.app.controls.trail.StepWords;
import org.shegong.app.tasks.Latest;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.store.ClientMerge;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.PossibleDuplicate;
import org.shegong.db.store.RecordData;

/** Chooses the second file, the kept one and the values that hold, and merges. Window thread only. */
public final class MergeViewModel {
    private static final String CLIENT = "client";
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final int FOUND = 12;
    private final AppContext context;
    private final Latest latest;
    private final String first;
    private final ObservableList<Candidate> candidates = FXCollections.observableArrayList();
    private final ObservableList<Candidate> candidatesShown = FXCollections.unmodifiableObservableList(candidates);
    private final ReadOnlyObjectWrapper<Sides> sides = new ReadOnlyObjectWrapper<>();

    /** Somebody who may be the same person; {@code sure} when the rules say so. */
    public record Candidate(String id, String label, boolean sure) {
    }

    /**
     * One field to choose.
     *
     * @param keepMine true for what the kept file says
     */
    public record Choice(Field field, String mine, String theirs, BooleanProperty keepMine, Object theirValue) {
    }

    /** Both files beside each other; {@code moving} says in words what would move. */
    public record Sides(RecordData kept, RecordData other, String keptName, String otherName, List<Choice> choices,
                        String moving) {
    }

    /** @param clientId the file from which merging was begun */
    public MergeViewModel(AppContext context, String clientId) {
        this.context = context;
        this.latest = new Latest(context.tasks());
        this.first = clientId;
    }

    /** Who may be meant: at first those whom the rules suspect, then those found. */
    public ObservableList<Candidate> candidates() {
        return candidatesShown;
    }

    /** Null until the second file has been chosen. */
    public ReadOnlyObjectProperty<Sides> sidesProperty() {
        return sides.getReadOnlyProperty();
    }

    /** Shows those whom the rules suspect when nothing is typed, else those found. */
    public void search(String typed) {
        latest.startAfter(PAUSE, () -> context.tasks().work(progress -> find(typed)).onSuccess(candidates::setAll));
    }

    private List<Candidate> find(String typed) {
        Station station = context.station();
        List<Candidate> found = new ArrayList<>();
        Set<String> suspects = new LinkedHashSet<>();
        if (typed.isBlank()) {
            Map<String, Object> values = station.records().find(CLIENT, first).map(RecordData::values).orElse(Map.of());
            for (PossibleDuplicate one : station.duplicates().find(first, values)) {
                suspects.add(one.clientId());
                found.add(new Candidate(one.clientId(), one.label(), true));
            }
            return found;
        }
        List<String> ids = station.records().page(ListQuery.all(CLIENT).withSearch(typed), null, FOUND).records()
            .stream().map(RecordData::id).filter(id -> !id.equals(first)).toList();
        Map<String, String> labels = station.records().labels(CLIENT, ids);
        ids.forEach(id -> found.add(new Candidate(id, labels.getOrDefault(id, ""), false)));
        return found;
    }

    /** Takes the second file; the one filed first is proposed to stay. */
    public void choose(String second) {
        context.tasks().work(progress -> {
            RecordData one = context.station().records().find(CLIENT, first).orElseThrow();
            RecordData two = context.station().records().find(CLIENT, second).orElseThrow();
            boolean firstStays = one.date("filed_date") == null || two.date("filed_date") == null
                || !two.date("filed_date").isBefore(one.date("filed_date"));
            return firstStays ? read(first, second) : read(second, first);
        }).onSuccess(sides::set).start();
    }

    /** Lets the other file stay instead. */
    public void swap() {
        Sides now = sides.get();
        context.tasks().work(progress -> read(now.other().id(), now.kept().id())).onSuccess(sides::set).start();
    }

    private Sides read(String kept, String other) {
        Station station = context.station();
        ClientMerge.Preview preview = station.merging().preview(kept, other);
        Map<String, String> names = names(preview);
        List<Choice> choices = new ArrayList<>();
        for (ClientMerge.Difference difference : preview.differences()) {
            choices.add(new Choice(difference.field(), text(difference.field(), difference.kept(), names),
                text(difference.field(), difference.other(), names),
                new SimpleBooleanProperty(difference.kept() != null), difference.other()));
        }
        Map<String, String> labels = station.records().labels(CLIENT, List.of(kept, other));
        return new Sides(preview.kept(), preview.other(), labels.get(kept), labels.get(other), choices,
            new StepWords(context).links(preview.moving()));
    }

    private String text(Field field, Object value, Map<String, String> names) {
        return value == null ? "" : context.station().texts().text(field, value, names);
    }

    private Map<String, String> names(ClientMerge.Preview preview) {
        Map<String, String> names = new LinkedHashMap<>();
        for (ClientMerge.Difference difference : preview.differences()) {
            if (!difference.field().target().isEmpty()) {
                Set<String> ids = new LinkedHashSet<>();
                for (Object value : new Object[] {difference.kept(), difference.other()}) {
                    if (value instanceof List<?> many) {
                        many.forEach(one -> ids.add(one.toString()));
                    } else if (value != null) {
                        ids.add(value.toString());
                    }
                }
                names.putAll(context.station().records().labels(difference.field().target(), ids));
            }
        }
        return names;
    }

    /**
     * Merges as chosen.
     *
     * @param then told the id of the kept file when it is done
     */
    public void merge(Consumer<String> then) {
        Sides now = sides.get();
        Map<String, Object> chosen = new LinkedHashMap<>();
        now.choices().stream().filter(choice -> !choice.keepMine().get())
            .forEach(choice -> chosen.put(choice.field().key(), choice.theirValue()));
        context.tasks().work(progress -> context.station().merging().merge(now.kept(), now.other(), chosen))
            .keeping().titled(context.texts().get("merge.running")).onSuccess(outcome -> ended(outcome, now, then)).start();
    }

    private void ended(ClientMerge.Outcome outcome, Sides now, Consumer<String> then) {
        if (outcome instanceof ClientMerge.Outcome.Merged merged) {
            context.overlays().toast(context.texts().get("merge.done", now.otherName(), now.keptName()),
                context.texts().get("trail.button.undo"),
                () -> new StepUndoing(context).undo(merged.step().id(), () -> { }));
            then.accept(now.kept().id());
            context.changes().saved();
        } else if (outcome instanceof ClientMerge.Outcome.Refused refused) {
            context.overlays().toast(context.texts().get("merge.refused." + refused.reason()));
            if (refused.reason().equals("changed")) {
                choose(now.kept().id().equals(first) ? now.other().id() : now.kept().id());
            }
        }
    }
}
