package org.shegong.app.screens.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.text.RecordNames;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.app.controls.text.ShortTexts;
import org.shegong.app.tasks.Latest;
import org.shegong.db.Station;
import org.shegong.db.domain.MinutesText;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;

/**
 * Signs several workers in to one session of a training at once, so that a day's training takes a minute to record.
 * Window thread only.
 */
final class SignInModel {
    private static final String FORM = "training_attendance";
    private static final String WHOLE_DAY = "training.session.whole";
    private final AppContext context;
    private final String trainingId;
    private final Latest latest;
    private final StringProperty session = new SimpleStringProperty();
    private final StringProperty duration = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> linesShown = FXCollections.unmodifiableObservableList(lines);
    private Map<String, Set<String>> signed = Map.of();

    /**
     * A worker who was in post on the day.
     *
     * @param chosen whether to sign this one in
     * @param there true when signed in to this session already
     */
    record Line(String id, String name, BooleanProperty chosen, boolean there) {
    }

    private record Read(List<RecordData> workers, Map<String, String> names, Map<String, Set<String>> signed,
                        Optional<Long> minutes) {
    }

    SignInModel(AppContext context, String trainingId) {
        this.context = context;
        this.trainingId = trainingId;
        this.latest = new Latest(context.tasks());
        session.set(context.texts().get(WHOLE_DAY));
        session.addListener(change -> mark());
    }

    /** Workers in post on the day of the training, in the order of their names. */
    ObservableList<Line> lines() {
        return linesShown;
    }

    /** Which part of the training, such as a morning or a day. */
    StringProperty sessionProperty() {
        return session;
    }

    /** How long it lasted for each, as people write durations. */
    StringProperty durationProperty() {
        return duration;
    }

    /** How it went, or what is wrong; empty when there is nothing to say. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Reads workers and who has signed in. */
    void load() {
        latest.start(context.tasks().work(progress -> read()).onSuccess(this::show));
    }

    private Read read() {
        Station station = context.station();
        RecordData training = station.records().find("training", trainingId).orElseThrow();
        LocalDate day = training.values().get("date") instanceof LocalDate date ? date : context.today();
        List<RecordData> workers = station.records().list(ListQuery.all("worker")).stream()
            .filter(worker -> inPost(worker, day)).toList();
        ShortTexts texts = new ShortTexts(station, context.texts(), ScreenMasks.of(context.settings()));
        Map<String, String> names = new RecordNames(station, texts).names("worker",
            workers.stream().map(RecordData::id).toList());
        Map<String, Set<String>> signed = new HashMap<>();
        station.records().list(ListQuery.all(FORM).withFilter("training_id", Set.of(trainingId)))
            .forEach(one -> signed.computeIfAbsent(one.text("session"), s -> new HashSet<>())
                .add(one.text("worker_id")));
        Optional<Long> minutes = training.values().get("minutes") instanceof Long some ? Optional.of(some)
            : Optional.empty();
        return new Read(workers, names, signed, minutes);
    }

    private static boolean inPost(RecordData worker, LocalDate day) {
        boolean begun = !(worker.values().get("on_from") instanceof LocalDate from) || !from.isAfter(day);
        boolean ended = worker.values().get("on_to") instanceof LocalDate to && to.isBefore(day);
        return begun && !ended;
    }

    private void show(Read read) {
        signed = read.signed();
        if (duration.get().isEmpty()) {
            read.minutes().ifPresent(minutes -> duration.set(Long.toString(minutes)));
        }
        lines.setAll(read.workers().stream().map(worker -> line(worker.id(), read.names().getOrDefault(worker.id(), "")))
            .sorted(Comparator.comparing(Line::name)).toList());
    }

    private Line line(String id, String name) {
        boolean there = signed.getOrDefault(session.get().strip(), Set.of()).contains(id);
        return new Line(id, name, new SimpleBooleanProperty(there), there);
    }

    private void mark() {
        lines.setAll(lines.stream().map(line -> line(line.id(), line.name())).toList());
    }

    /** Chooses everybody who has not signed in, or nobody when all are chosen. */
    void chooseAll() {
        boolean all = lines.stream().allMatch(line -> line.chosen().get());
        lines.stream().filter(line -> !line.there()).forEach(line -> line.chosen().set(!all));
    }

    /** Signs the chosen ones in; what cannot be kept is said, the others are kept. */
    void signIn() {
        List<Line> chosen = lines.stream().filter(line -> line.chosen().get() && !line.there()).toList();
        Optional<Long> minutes = MinutesText.parse(duration.get()).filter(value -> value > 0);
        if (chosen.isEmpty() || minutes.isEmpty() || session.get().isBlank()) {
            message.set(context.texts().get(chosen.isEmpty() ? "training.nobody_chosen" : minutes.isEmpty()
                ? "training.duration_missing" : "training.session_missing"));
            return;
        }
        Map<String, Object> common = Map.of("training_id", trainingId, "session", session.get().strip(),
            "minutes", minutes.get(), "verify", "1");
        context.tasks().work(progress -> keep(chosen, common)).onSuccess(refused -> {
            message.set(refused.isEmpty() ? context.texts().get("training.signed", chosen.size())
                : context.texts().get("training.refused", chosen.size() - refused.size(), String.join("；", refused)));
            context.changes().saved();
            load();
        }).start();
    }

    private List<String> keep(List<Line> chosen, Map<String, Object> common) {
        Station station = context.station();
        FormTexts words = FormTexts.bundled();
        List<String> refused = new ArrayList<>();
        for (Line line : chosen) {
            Map<String, Object> values = new HashMap<>(common);
            values.put("worker_id", line.id());
            SaveResult result = station.saving().save(RecordDraft.entered(FORM, station.newId(), RecordStatus.SUBMITTED,
                values));
            if (result instanceof SaveResult.Refused no) {
                refused.add(line.name() + " " + no.findings().stream().map(words::finding).limit(1).collect(Collectors.joining()));
            }
        }
        return refused;
    }
}
