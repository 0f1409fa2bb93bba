package org.shegong.app.screens.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.tasks.Latest;
import org.shegong.db.Station;
import org.shegong.db.codes.Code;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;

/** A station's view of the code lists: entries switched off, and entries of its own. */
final class CodeListsViewModel {
    private static final String FORM = "code_entry";
    private static final String OWN = "U";
    private final AppContext context;
    private final Latest latest;
    private final ObservableList<Code> codes = FXCollections.observableArrayList();
    private final ObservableList<Code> codesShown = FXCollections.unmodifiableObservableList(codes);
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private String list = "";
    private Consumer<SaveResult> refused = result -> { };

    CodeListsViewModel(AppContext context) {
        this.context = context;
        this.latest = new Latest(context.tasks());
    }

    /** Titles of all lists by id, in order. Cheap enough for the window's thread. */
    Map<String, String> titles() {
        return context.station().codes().titles();
    }

    /** Entries of the list in front, headings left out. */
    ObservableList<Code> codes() {
        return codesShown;
    }

    /** Hears of saves that were refused. */
    void onRefused(Consumer<SaveResult> listener) {
        refused = listener;
    }

    /** True for entries that the station added. */
    static boolean isOwn(Code code) {
        return code.code().startsWith(OWN);
    }

    void show(String listId) {
        list = listId;
        latest.start(context.tasks().work(progress -> entries(listId)).onSuccess(codes::setAll));
    }

    private List<Code> entries(String listId) {
        return context.station().codes().list(listId).codes().stream().filter(code -> !code.isHeading()).toList();
    }

    /** True while something is saved; the next free code is known only afterwards. */
    ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /** Offers an entry or no longer offers it; records that hold it keep it. */
    void enable(Code code, boolean wanted) {
        Map<String, Object> values = new HashMap<>(Map.of("list", code.list(), "code", code.code(), "enabled", wanted));
        if (isOwn(code)) {
            values.put("label", code.label());
        }
        save(code.code(), values, () -> { });
    }

    /**
     * Adds an entry of the station's own under the next free code.
     *
     * @param added runs once it is saved and stands in the list; not when it was refused
     */
    void add(String label, Runnable added) {
        int next = 1;
        while (contains(OWN + next)) {
            next++;
        }
        String code = OWN + next;
        save(code, new HashMap<>(Map.of("list", list, "code", code, "label", label.strip(), "enabled", true)), added);
    }

    private boolean contains(String code) {
        return codes.stream().anyMatch(one -> one.code().equals(code));
    }

    private void save(String code, Map<String, Object> values, Runnable then) {
        String listId = list;
        saving.set(true);
        context.tasks().work(progress -> {
            SaveResult result = kept(listId, code, values);
            context.station().reloadCodes();
            return new Kept(result, entries(listId));
        }).keeping().onSuccess(kept -> {
            if (kept.result() instanceof SaveResult.Saved) {
                context.changes().saved();
            } else {
                refused.accept(kept.result());
            }
            if (listId.equals(list)) {
                codes.setAll(kept.entries());
            }
            if (kept.result() instanceof SaveResult.Saved) {
                then.run();
            }
        }).onEnd(() -> saving.set(false)).start();
    }

    /** What became of a save, and the entries after it. */
    private record Kept(SaveResult result, List<Code> entries) {
    }

    private SaveResult kept(String listId, String code, Map<String, Object> values) {
        Station station = context.station();
        List<RecordData> before = station.records().list(ListQuery.all(FORM).withFilter("list", Set.of(listId))
            .withFilter("code", Set.of(code)));
        return station.saving().save(before.isEmpty()
            ? RecordDraft.entered(FORM, station.newId(), RecordStatus.SUBMITTED, values)
            : RecordDraft.change(before.get(0), RecordStatus.SUBMITTED, values));
    }
}
