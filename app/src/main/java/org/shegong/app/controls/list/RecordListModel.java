package org.shegong.app.controls.list;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.controls.text.PlainLook;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.app.tasks.Latest;
import org.shegong.app.tasks.Work;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Masks;

/**
 * What a list of any form shows and asks for: search, filters, month, sort, and the lines loaded so far. Reads beside
 * the window; lines that stay the same stay the same objects, so nothing jumps. Window thread only.
 */
public final class RecordListModel {
    private static final Duration TYPING_PAUSE = Duration.ofMillis(150);

    /** What stands in the place of the list. */
    public enum State { LOADING, READY, EMPTY, NOTHING_FOUND, FAILED }

    private final AppContext context;
    private final ListSource source;
    private final ListColumns columns;
    private final ListFilters filters;
    private final Latest latest;
    private final Latest counting;
    private final ObservableList<RecordRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RecordRow> rowsShown = FXCollections.unmodifiableObservableList(rows);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<YearMonth> month = new SimpleObjectProperty<>();
    private final ObjectProperty<Masks> masks = new SimpleObjectProperty<>(Masks.ALL);
    private final BooleanProperty recycled = new SimpleBooleanProperty();
    private final BooleanProperty draftsOnly = new SimpleBooleanProperty();
    private final StringProperty selected = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private ListSort sort = ListSort.OWN;
    private ListSource.Stretch loaded = ListSource.Stretch.NONE;
    private boolean loadingMore;
    private Throwable failure;

    public RecordListModel(AppContext context, ListSource source) {
        this.context = context;
        this.source = source;
        this.columns = new ListColumns(source.form(), context.settings());
        this.filters = new ListFilters(source.form(), context.settings());
        this.latest = new Latest(context.tasks());
        this.counting = new Latest(context.tasks());
        masks.set(ScreenMasks.of(context.settings()));
        month.set(source.monthly() ? YearMonth.from(context.today()) : null);
        search.addListener(change -> latest.startAfter(TYPING_PAUSE, this::reading));
        List.of(month, masks, recycled, draftsOnly).forEach(property -> property.addListener(change -> fresh()));
        filters.onChange(this::fresh);
        columns.shown().addListener((javafx.beans.InvalidationListener) change -> reload());
        context.changes().listen(this::reload);
    }

    public Form form() {
        return source.form();
    }

    public ListColumns columns() {
        return columns;
    }

    public ListFilters filters() {
        return filters;
    }

    /** The lines loaded so far, in order. */
    public ObservableList<RecordRow> rows() {
        return rowsShown;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /** The month shown; null for all time. */
    public ObjectProperty<YearMonth> monthProperty() {
        return month;
    }

    /** True when the list is one of services, which are looked at by month. */
    public boolean isMonthly() {
        return source.monthly();
    }

    public ObjectProperty<Masks> masksProperty() {
        return masks;
    }

    /** True while the recycle bin is shown instead. */
    public BooleanProperty recycledProperty() {
        return recycled;
    }

    public BooleanProperty draftsOnlyProperty() {
        return draftsOnly;
    }

    /** Id of the line the person is on; empty for none. It stays selected when the list is read again. */
    public StringProperty selectedProperty() {
        return selected;
    }

    /** How many there are, in words. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the last reading failed; null when it did not. */
    public Throwable failure() {
        return failure;
    }

    /** Month before or after; nothing happens on lists that are not monthly. */
    public void moveMonth(int by) {
        if (source.monthly()) {
            YearMonth from = month.get() == null ? YearMonth.from(context.today()) : month.get();
            month.set(month.get() == null ? from : from.plusMonths(by));
        }
    }

    public ListSort sort() {
        return sort;
    }

    public void sortBy(ListSort wanted) {
        if (!wanted.equals(sort)) {
            sort = wanted;
            fresh();
        }
    }

    private ListQuestion question() {
        return new ListQuestion(search.get(), filters.chosen(), month.get(), recycled.get(), draftsOnly.get(), sort,
            masks.get(), List.copyOf(columns.shown()));
    }

    /** Reads as many lines again as are shown now; keeps place and selection. */
    public void reload() {
        latest.start(reading());
    }

    /** Reads from the top, because the question has changed. */
    private void fresh() {
        loaded = ListSource.Stretch.NONE;
        reload();
    }

    private Work<?> reading() {
        ListQuestion question = question();
        int size = Math.max(ListSource.PAGE, loaded.size());
        if (rows.isEmpty()) {
            state.set(State.LOADING);
        }
        return context.tasks().work(progress -> source.first(question, size)).onSuccess(stretch -> {
            show(stretch);
            count(question);
        }).onError(this::failed);
    }

    /** The lines are there already; how many there are of them in all follows. */
    private void count(ListQuestion question) {
        counting.start(context.tasks().work(progress -> source.summary(question)).onSuccess(summary::set)
            .onError(this::failed));
    }

    private void show(ListSource.Stretch stretch) {
        loaded = stretch;
        failure = null;
        loadingMore = false;
        replace(stretch.rows());
        State nothing = question().isNarrowed() || source.monthly() && month.get() != null ? State.NOTHING_FOUND
            : State.EMPTY;
        state.set(rows.isEmpty() ? nothing : State.READY);
    }

    private void replace(List<RecordRow> fresh) {
        boolean sameLines = fresh.size() == rows.size();
        for (int i = 0; sameLines && i < fresh.size(); i++) {
            sameLines = fresh.get(i).id().equals(rows.get(i).id());
        }
        if (!sameLines) {
            rows.setAll(fresh);
            return;
        }
        for (int i = 0; i < fresh.size(); i++) {
            if (!fresh.get(i).equals(rows.get(i))) {
                rows.set(i, fresh.get(i));
            }
        }
    }

    private void failed(Throwable cause) {
        failure = cause;
        System.getLogger(RecordListModel.class.getName()).log(System.Logger.Level.ERROR, "list not read", cause);
        state.set(State.FAILED);
    }

    /** Reads the next page, when there is one and none is being read. */
    public void loadMore() {
        if (loaded.next() == null || loadingMore) {
            return;
        }
        loadingMore = true;
        ListSource.Stretch from = loaded;
        ListQuestion question = question();
        context.tasks().work(progress -> source.more(question, from)).onSuccess(stretch -> append(from, stretch))
            .onEnd(() -> loadingMore = false).start();
    }

    private void append(ListSource.Stretch from, ListSource.Stretch more) {
        if (loaded == from) {
            List<RecordRow> all = new ArrayList<>(from.rows());
            all.addAll(more.rows());
            loaded = new ListSource.Stretch(all, more.next());
            rows.addAll(more.rows());
        }
    }

    /** Shows everything unmasked and notes in the journal who asked and why. */
    public void showPlain(String reason) {
        PlainLook.noted(context, form().key(), "", rows.size(), reason)
            .onSuccess(step -> masks.set(Masks.NONE)).start();
    }

    /** Masks again, as the screen of this computer usually does. */
    public void showMasked() {
        masks.set(ScreenMasks.of(context.settings()));
    }

    /** Ids of the whole list, in order, also those not loaded; read beside the window. */
    public Work<List<String>> allIds() {
        ListQuestion question = question();
        return context.tasks().work(progress -> source.ids(question));
    }

    /** Allowed values by field, as the list is filtered now. */
    public Map<String, Set<String>> chosenFilters() {
        return Objects.requireNonNull(filters.chosen());
    }
}
