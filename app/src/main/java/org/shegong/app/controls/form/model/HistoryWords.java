package org.shegong.app.controls.form.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shegong.db.Station;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Form;
import org.shegong.db.journal.FieldChange;
import org.shegong.db.journal.HistoryEntry;
import org.shegong.db.journal.RecordWrite;
import org.shegong.db.store.ColumnValues;

/** What happened to a record, in words. Reads the file, so not for the thread of the window. */
public final class HistoryWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private final Station station;
    private final FormTexts texts;
    private Map<String, String> devices = Map.of();

    /**
     * One step in the life of a record.
     *
     * @param when day and minute at the station
     * @param device computer on which it happened
     * @param what done, such as created or changed
     * @param changes fields changed; may be empty
     */
    public record Line(String when, String who, String device, String what, List<Change> changes) {
    }

    /** One field changed; an empty text stands for an empty field. */
    public record Change(String label, String before, String after) {
    }

    public HistoryWords(Station station, FormTexts texts) {
        this.station = station;
        this.texts = texts;
    }

    /** The steps of a record, newest first. */
    public List<Line> of(String formKey, String recordId) {
        Form form = station.forms().form(formKey);
        List<HistoryEntry> entries = station.journal().history(formKey, recordId);
        Map<String, String> names = names(form, entries);
        devices = station.recentSteps().devices();
        List<Line> lines = new ArrayList<>();
        for (HistoryEntry entry : entries) {
            LocalDateTime at = LocalDateTime.ofInstant(Instant.parse(entry.at()), station.clock().getZone());
            lines.add(new Line(MINUTE.format(at), entry.accountName(), device(entry.deviceId()), what(entry),
                entry.changes().stream().map(change -> change(form, change, names))
                    .filter(change -> !change.label().isEmpty()).toList()));
        }
        return lines;
    }

    private String device(String deviceId) {
        return deviceId.equals(station.actor().deviceId()) ? texts.text("history.this_device")
            : texts.text("history.device", devices.getOrDefault(deviceId,
                deviceId.length() > 8 ? deviceId.substring(0, 8) : deviceId));
    }

    private String what(HistoryEntry entry) {
        return switch (entry.action()) {
            case "import", "undo", "merge" -> texts.text("history." + entry.action());
            default -> texts.text("history." + entry.op());
        };
    }

    private Change change(Form form, FieldChange change, Map<String, String> names) {
        if (change.field().equals("$status")) {
            return new Change(texts.text("history.status"), status(change.before()), status(change.after()));
        }
        if (change.field().equals(RecordWrite.REASON)) {
            return new Change(texts.text("history.reason"), "", station.codes().label("DELETE_REASON",
                String.valueOf(change.after())));
        }
        Field field = form.find(change.field()).orElse(null);
        if (field == null) {
            return new Change("", "", "");
        }
        if (change.erased()) {
            return new Change(field.label(), texts.text("history.erased"), texts.text("history.erased"));
        }
        return new Change(field.label(), text(field, change.before(), names), text(field, change.after(), names));
    }

    private String status(Object status) {
        return status == null ? "" : texts.text("form." + status);
    }

    private String text(Field field, Object stored, Map<String, String> names) {
        Object value = ColumnValues.fromStored(field.type(), stored);
        return value == null ? "" : station.texts().text(field, value, names);
    }

    /** Names of all records that any change points to. */
    private Map<String, String> names(Form form, List<HistoryEntry> entries) {
        Map<String, Set<String>> ids = new HashMap<>();
        for (HistoryEntry entry : entries) {
            for (FieldChange change : entry.changes()) {
                form.find(change.field()).filter(field -> !field.target().isEmpty()).ifPresent(field -> {
                    collect(change.before(), ids.computeIfAbsent(field.target(), key -> new LinkedHashSet<>()));
                    collect(change.after(), ids.get(field.target()));
                });
            }
        }
        Map<String, String> names = new HashMap<>();
        ids.forEach((target, all) -> names.putAll(station.records().labels(target, all)));
        return names;
    }

    private static void collect(Object stored, Set<String> ids) {
        if (stored instanceof List<?> many) {
            many.forEach(one -> ids.add(one.toString()));
        } else if (stored != null) {
            ids.add(stored.toString());
        }
    }
}
