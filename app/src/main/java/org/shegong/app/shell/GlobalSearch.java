package org.shegong.app.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.app.tasks.Latest;
import org.shegong.app.tasks.Progress;
import org.shegong.db.forms.Form;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;

/** Finds people and records of every form by what one types: name, initials, tails of numbers, village. */
final class GlobalSearch {
    private static final Duration TYPING_PAUSE = Duration.ofMillis(120);
    private static final int OF_EACH = 6;
    private static final List<String> FORMS = List.of("client", "worker", "household", "village", "case_file",
        "group_work", "activity", "volunteer", "training", "supervision_round", "supervisor");

    /**
     * One hit.
     *
     * @param form key of its form
     * @param id of the record
     * @param label how people know it
     * @param kind label of its form
     */
    record Hit(String form, String id, String label, String kind) {
    }

    private final AppContext context;
    private final Latest latest;
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ObservableList<Hit> hitsShown = FXCollections.unmodifiableObservableList(hits);
    private boolean searching;

    GlobalSearch(AppContext context) {
        this.context = context;
        this.latest = new Latest(context.tasks());
    }

    /** People first; empty until something is typed. */
    ObservableList<Hit> hits() {
        return hitsShown;
    }

    /** True while the hits are still those of what stood in the field before. */
    boolean isSearching() {
        return searching;
    }

    /** Takes what stands in the search field. */
    void typed(String words) {
        searching = !words.isBlank();
        if (words.isBlank()) {
            latest.drop();
            hits.clear();
        } else {
            latest.startAfter(TYPING_PAUSE, () -> context.tasks().work(progress -> found(words, progress))
                .onSuccess(this::found));
        }
    }

    private void found(List<Hit> all) {
        searching = false;
        hits.setAll(all);
    }

    private List<Hit> found(String words, Progress progress) {
        List<Hit> found = new ArrayList<>();
        for (String key : FORMS) {
            progress.checkCancelled();
            Form form = context.station().forms().form(key);
            List<String> ids = context.station().records().page(ListQuery.all(key).withSearch(words), null, OF_EACH)
                .records().stream().map(RecordData::id).toList();
            Map<String, String> labels = context.station().records().labels(key, ids,
                ScreenMasks.of(context.settings()));
            ids.forEach(id -> found.add(new Hit(key, id, labels.getOrDefault(id, ""), form.label())));
        }
        return found;
    }
}
