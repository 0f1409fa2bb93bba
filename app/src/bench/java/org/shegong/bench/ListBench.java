package org.shegong.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import org.shegong.app.AppContext;
import org.shegong.app.controls.list.ListColumns;
import org.shegong.app.controls.list.ListSort;
import org.shegong.app.controls.list.RecordListModel;
import org.shegong.app.controls.list.RecordRow;
import org.shegong.app.controls.list.StoredList;
import org.shegong.db.forms.Field;
import org.shegong.db.store.ListQuery;

/** Times lists as the window asks for them, until their first lines are there; the count follows them. */
final class ListBench {
    private static final int ROUNDS = 9;
    private static final int FAR = 50_000;
    private final AppContext context;
    private final Stopwatch watch;

    ListBench(AppContext context, Stopwatch watch) {
        this.context = context;
        this.watch = watch;
    }

    void measure() throws Exception {
        watch.head("lists, ms until the first 100 lines");
        open("client");
        for (String form : List.of("household", "visit", "consultation", "case_file", "case_session")) {
            open(form);
            count(form);
        }
        count("client");
        for (String typed : List.of("\u97e6", "\u97e6\u79c0\u82f1", "w", "wx", "wxy", "lgh", "0029", "0120",
                "\u767d\u6c99", "wxy bs")) {
            step("client", "search \"" + typed + "\"", model -> model.searchProperty().set(typed));
        }
        for (String typed : List.of("\u97e6", "wxy", "\u767d\u6c99")) {
            step("visit", "search \"" + typed + "\"", model -> model.searchProperty().set(typed));
            step("visit", "search \"" + typed + "\" in all years", model -> model.monthProperty().set(null),
                model -> model.searchProperty().set(typed));
            step("case_file", "search \"" + typed + "\"", model -> model.searchProperty().set(typed));
        }
        for (String form : List.of("client", "visit", "case_file")) {
            sorts(form);
            filters(form);
        }
        step("visit", "all years", model -> model.monthProperty().set(null));
        step("visit", "month before", model -> model.moveMonth(-1));
        step("client", "recycle bin", model -> model.recycledProperty().set(true));
        step("client", "drafts only", model -> model.draftsOnlyProperty().set(true));
        scroll("client", model -> { });
        scroll("visit", model -> model.monthProperty().set(null));
    }

    private RecordListModel model(String form) {
        return new RecordListModel(context, StoredList.of(context.station(), context.texts(), form));
    }

    private void open(String form) throws Exception {
        watch.timed(form + ": open the list", ROUNDS, () -> {
            RecordListModel model = model(form);
            return untilLines(model, RecordListModel::reload);
        });
    }

    private void count(String form) throws Exception {
        watch.time(form + ": count", ROUNDS, () -> context.station().records().count(ListQuery.all(form)));
    }

    private void sorts(String form) throws Exception {
        for (Field field : model(form).columns().shown()) {
            if (ListColumns.isSortable(field) && !field.key().equals(model(form).form().sortField())) {
                step(form, "sort by " + field.key(), model -> model.sortBy(new ListSort(field.key(), false)));
            }
            if (ListColumns.isSortable(field)) {
                step(form, "sort by " + field.key() + " down", model -> model.sortBy(new ListSort(field.key(), true)));
            }
        }
    }

    private void filters(String form) throws Exception {
        for (Field field : model(form).filters().offered()) {
            List<String> values = values(form, field);
            for (String value : values) {
                step(form, "filter " + field.key() + " " + (value.length() > 8 ? "" : value),
                    model -> model.filters().choose(field, Set.of(value)));
            }
            if (values.size() > 1) {
                step(form, "filter " + field.key() + ", " + values.size() + " values and a search", model -> {
                    model.filters().choose(field, Set.copyOf(values));
                    model.searchProperty().set("\u97e6");
                });
            }
        }
    }

    /** A common value, and one that hardly any record has. */
    private List<String> values(String form, Field field) {
        String table = context.station().forms().form(form).table();
        List<String> all = context.station().file().read(db -> db.resultQuery("SELECT " + field.key() + " FROM " + table
            + " WHERE " + field.key() + " IS NOT NULL GROUP BY 1 ORDER BY COUNT(*) DESC").fetch(0, String.class));
        return all.size() < 2 ? all : List.of(all.get(0), all.get(all.size() - 1));
    }

    private void step(String form, String what, Consumer<RecordListModel> act) throws Exception {
        step(form, what, RecordListModel::reload, act);
    }

    /** @param first brings the list to where the person begins; it reads the list */
    private void step(String form, String what, Consumer<RecordListModel> first, Consumer<RecordListModel> act)
            throws Exception {
        if (!watch.wants(form + ": " + what)) {
            return;
        }
        watch.timed(form + ": " + what, ROUNDS, () -> {
            RecordListModel model = model(form);
            first.accept(model);
            Stopwatch.Moment taken = untilLines(model, act);
            model.filters().clear();
            return taken;
        });
    }

    /** Every step changes the first lines, so the moment of their change is when the person sees them. */
    private static Stopwatch.Moment untilLines(RecordListModel model, Consumer<RecordListModel> act) {
        ObservableList<RecordRow> lines = model.rows();
        Stopwatch.Moment[] at = new Stopwatch.Moment[1];
        InvalidationListener listener = change -> at[0] = at[0] == null ? Stopwatch.Moment.now() : at[0];
        lines.addListener(listener);
        Stopwatch.Moment start = Stopwatch.Moment.now();
        act.accept(model);
        Stopwatch.Moment end = at[0] == null ? Stopwatch.Moment.now() : at[0];
        lines.removeListener(listener);
        return end.since(start);
    }

    private void scroll(String form, Consumer<RecordListModel> first) throws Exception {
        String what = form + ": scroll to line " + FAR + ", each further page";
        if (!watch.wants(what)) {
            return;
        }
        RecordListModel model = model(form);
        first.accept(model);
        model.reload();
        ObservableList<RecordRow> lines = model.rows();
        List<Double> pages = new ArrayList<>();
        while (lines.size() < FAR) {
            long start = System.nanoTime();
            int before = lines.size();
            model.loadMore();
            pages.add((System.nanoTime() - start) / 1e6);
            if (lines.size() == before) {
                break;
            }
        }
        pages.sort(null);
        watch.fact(what, String.format("median %.1f, most %.1f, %d lines", pages.get(pages.size() / 2),
            pages.get(pages.size() - 1), lines.size()));
        watch.time(form + ": read again there, as after a save", 3, () -> {
            model.reload();
            return true;
        });
    }
}
