package org.shegong.app.screens.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shegong.app.AppContext;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.Station;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;

/**
 * A record of texts that keeps itself a few seconds after somebody began to type, also while typing goes on, one record
 * for each month. Each save is an entry of the journal, so it does not follow every pause. Saves of one record follow
 * each other. Window thread only.
 */
final class AutosavedRecord {
    private static final Duration AT_MOST = Duration.ofSeconds(6);
    private final AppContext context;
    private final String form;
    private final ReadOnlyObjectWrapper<Keeping> keeping = new ReadOnlyObjectWrapper<>(Keeping.KEPT);
    private Map<String, String> identity = Map.of();
    /** Typed values by the record they belong to; no record without any, and none is written that belongs to nothing. */
    private final Map<Map<String, String>, Map<String, Object>> pending = new LinkedHashMap<>();
    private Tasks.Delayed waiting;
    private boolean saving;

    /** Whether what was typed is kept. */
    enum Keeping { KEPT, TYPING, FAILED }

    /** @param form key of the form that keeps the texts */
    AutosavedRecord(AppContext context, String form) {
        this.context = context;
        this.form = form;
    }

    /** Turns to another record, named by the fields that tell it apart; what was typed is kept first. */
    void turnTo(Map<String, String> other) {
        if (!other.equals(identity)) {
            flush();
            identity = Map.copyOf(other);
        }
    }

    /** Takes a typed value; it is kept a moment later. */
    void put(String field, Object value) {
        pending.computeIfAbsent(identity, whose -> new LinkedHashMap<>()).put(field, value);
        keeping.set(Keeping.TYPING);
        if (waiting == null) {
            Tasks.Delayed later = context.tasks().later(AT_MOST, this::flush);
            waiting = pending.isEmpty() ? null : later;
        }
    }

    /** True while something typed is not kept yet. */
    boolean isPending() {
        return saving || !pending.isEmpty();
    }

    /** Keeps what was typed now. */
    void flush() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
        if (!saving) {
            pending.keySet().stream().filter(whose -> !whose.isEmpty()).findFirst().ifPresent(this::keep);
        }
    }

    private void keep(Map<String, String> whose) {
        Map<String, Object> values = pending.remove(whose);
        saving = true;
        context.tasks().work(progress -> save(whose, values)).keeping().onSuccess(saved -> ended())
            .onError(failure -> failed(whose, values, failure)).start();
    }

    private void ended() {
        saving = false;
        keeping.set(pending.isEmpty() ? Keeping.KEPT : Keeping.TYPING);
        context.changes().saved();
        flush();
    }

    /** Nothing typed is lost: it is tried again with the next key, also when another record is in front by then. */
    private void failed(Map<String, String> whose, Map<String, Object> values, Throwable failure) {
        saving = false;
        values.forEach(pending.computeIfAbsent(whose, again -> new LinkedHashMap<>())::putIfAbsent);
        keeping.set(Keeping.FAILED);
        context.overlays().error(failure);
    }

    private SaveResult save(Map<String, String> whose, Map<String, Object> values) {
        SaveResult result = trySave(whose, values);
        SaveResult last = result instanceof SaveResult.Conflict ? trySave(whose, values) : result;
        if (last instanceof SaveResult.Saved) {
            return last;
        }
        throw new IllegalStateException("report.texts.not_kept");
    }

    private SaveResult trySave(Map<String, String> whose, Map<String, Object> values) {
        Station station = context.station();
        ListQuery query = ListQuery.all(form);
        for (Map.Entry<String, String> part : whose.entrySet()) {
            query = query.withFilter(part.getKey(), Set.of(part.getValue()));
        }
        List<RecordData> found = station.records().list(query);
        Map<String, Object> all = new LinkedHashMap<>(whose);
        all.putAll(values);
        RecordDraft draft = found.isEmpty()
            ? RecordDraft.entered(form, station.newId(), RecordStatus.DRAFT, all)
            : RecordDraft.change(found.get(0), found.get(0).status(), all);
        return station.saving().save(draft);
    }

    /** Whether what was typed is kept. */
    ReadOnlyObjectProperty<Keeping> keepingProperty() {
        return keeping.getReadOnlyProperty();
    }
}
