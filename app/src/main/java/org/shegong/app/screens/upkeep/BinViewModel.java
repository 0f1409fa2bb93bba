package org.shegong.app.screens.upkeep;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.controls.text.RecordNames;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.app.controls.text.ShortTexts;
import org.shegong.app.controls.trail.BinReturn;
import org.shegong.app.tasks.Latest;
import org.shegong.db.Station;
import org.shegong.db.forms.Form;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.Recycling;

/** What lies in the recycle bin, form by form, with who put it there and why. */
final class BinViewModel {
    private static final int MOST_LINES = 200;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private final AppContext context;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<Map<String, Long>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> linesShown = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(true);
    private String form = "";

    /** One record in the bin; {@code reason} is empty when none was given. */
    record Line(String form, String id, String kind, String name, String when, String who, String reason) {
    }

    private record Lying(Form form, RecordData record) {
    }

    private record Read(Map<String, Long> counts, List<Line> lines) {
    }

    BinViewModel(AppContext context) {
        this.context = context;
        this.latest = new Latest(context.tasks());
    }

    /** How many lie there, by form key; forms without any are left out. */
    ReadOnlyObjectProperty<Map<String, Long>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** True until what lies there is known. */
    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The newest first; at most 200, since nobody looks through more without choosing a form. */
    ObservableList<Line> lines() {
        return linesShown;
    }

    /** The form shown alone; empty for all. */
    String form() {
        return form;
    }

    /** Shows one form alone, or all when it is empty. */
    void show(String only) {
        form = only;
        load();
    }

    void load() {
        String only = form;
        reading.set(true);
        latest.start(context.tasks().work(progress -> read(only)).titled(context.texts().get("bin.reading"))
            .onSuccess(read -> {
                reading.set(false);
                counts.set(read.counts());
                lines.setAll(read.lines());
            }).onError(failure -> {
                reading.set(false);
                context.overlays().error(failure);
            }));
    }

    private Read read(String only) {
        Station station = context.station();
        Map<String, Long> found = new LinkedHashMap<>();
        List<Lying> all = new ArrayList<>();
        for (Form one : station.forms().all()) {
            ListQuery query = ListQuery.all(one.key()).inRecycleBin();
            long count = one.hidden() ? 0 : station.records().count(query);
            if (count > 0) {
                found.put(one.key(), count);
                if (only.isEmpty() || only.equals(one.key())) {
                    station.records().page(query.sortedBy("updated_at", true), null, MOST_LINES).records()
                        .forEach(record -> all.add(new Lying(one, record)));
                }
            }
        }
        all.sort(Comparator.comparing((Lying lying) -> lying.record().updatedAt()).reversed());
        return new Read(found, lines(all.subList(0, Math.min(MOST_LINES, all.size()))));
    }

    private List<Line> lines(List<Lying> some) {
        Station station = context.station();
        RecordNames words = new RecordNames(station, new ShortTexts(station, context.texts(),
            ScreenMasks.of(context.settings())));
        Map<String, String> names = new HashMap<>();
        some.stream().collect(Collectors.groupingBy(lying -> lying.form().key(),
            Collectors.mapping(lying -> lying.record().id(), Collectors.toList())))
            .forEach((key, ids) -> names.putAll(words.names(key, ids)));
        Map<String, String> reasons = new HashMap<>();
        Recycling bin = station.recycling();
        List<Line> made = new ArrayList<>();
        for (Lying lying : some) {
            Form one = lying.form();
            RecordData record = lying.record();
            String reason = reasons.computeIfAbsent(bin.reasonOf(one.key(), record.id()), this::reason);
            LocalDateTime at = LocalDateTime.ofInstant(Instant.parse(record.updatedAt()), context.clock().getZone());
            made.add(new Line(one.key(), record.id(), one.label(), names.getOrDefault(record.id(), ""),
                MINUTE.format(at), record.updatedBy(), reason));
        }
        return made;
    }

    private String reason(String code) {
        return code.isEmpty() ? "" : context.station().codes().list("DELETE_REASON").code(code)
            .map(org.shegong.db.codes.Code::label).orElse(code);
    }

    /** Brings one back; says so, or why not. */
    void restore(Line line) {
        new BinReturn(context).restore(line.form(), line.id(), this::load);
    }
}
