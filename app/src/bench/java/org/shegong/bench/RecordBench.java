package org.shegong.bench;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shegong.app.AppContext;
import org.shegong.app.screens.client.PageOpening;
import org.shegong.app.screens.home.HomeOpening;
import org.shegong.app.shell.SearchTyping;
import org.shegong.db.Station;
import org.shegong.db.journal.KeptTyping;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;

/** Times the first screen, single records, and what goes on while a form is typed and saved. */
final class RecordBench {
    private static final int ROUNDS = 15;
    private static final int OF_LIST = 100;
    private static final String PLAIN = "SELECT id, name, sex, birth, village_id, primary_cat, risk, owner_worker_id,"
        + " next_date, file_state FROM client WHERE deleted_at IS NULL AND status <> 'void' AND merged_to IS NULL"
        + " ORDER BY name, id LIMIT 101";
    private final AppContext context;
    private final Station station;
    private final Stopwatch watch;

    RecordBench(AppContext context, Stopwatch watch) {
        this.context = context;
        this.station = context.station();
        this.watch = watch;
    }

    void measure() throws Exception {
        watch.head("records, ms");
        watch.time("the same first page by a plain SELECT of the driver", ROUNDS, this::plainPage);
        watch.time("first screen", ROUNDS, () -> HomeOpening.content(context));
        watch.time("first screen: incomplete records, counted after it", 3, () -> HomeOpening.incomplete(context));
        watch.time("numbers in the navigation, after each save", ROUNDS, this::drafts);
        for (String typed : List.of("\u97e6", "wxy", "0120", "\u767d\u6c99")) {
            watch.time("search everywhere \"" + typed + "\"", ROUNDS, () -> SearchTyping.hits(context, typed));
        }
        List<String> ids = station.records().page(ListQuery.all("client"), null, OF_LIST, key -> false).records().stream()
            .map(RecordData::id).toList();
        RecordData person = station.records().find("client", ids.get(9)).orElseThrow();
        watch.time("client: page with its time line", ROUNDS, () -> PageOpening.read(context, ids.get(7)));
        watch.time("client: possible duplicates while typing", ROUNDS, () -> duplicates(person));
        watch.time("client: findings while typing", ROUNDS, () -> station.saving().preview(
            RecordDraft.change(person, RecordStatus.SUBMITTED, Map.of("risk", "2"))));
        watch.time("visit: findings while typing", ROUNDS, () -> station.saving().preview(visit(person)));
        watch.time("visit: values of last time", ROUNDS, () -> station.hints().recentValues("visit", "clients", 5));
        watch.time("visit: keep what is typed", ROUNDS, () -> keep(person));
        watch.time("visit: save", ROUNDS, () -> saved(visit(person)));
        watch.time("client: save a new one", ROUNDS, () -> saved(newClient(person)));
        watch.time("client: save a change", ROUNDS, () -> saved(RecordDraft.change(
            station.records().find("client", ids.get(11)).orElseThrow(), RecordStatus.SUBMITTED,
            Map.of("note", "n" + System.nanoTime()))));
    }

    private Object plainPage() {
        return station.file().read(db -> db.connectionResult(connection -> {
            int rows = 0;
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(PLAIN)) {
                while (row.next()) {
                    row.getString(2);
                    rows++;
                }
            }
            return rows;
        }));
    }

    private Object drafts() {
        return station.forms().all().stream().filter(form -> !form.hidden()).mapToLong(form -> station.records()
            .count(ListQuery.all(form.key()).withStatus(RecordStatus.DRAFT))).sum();
    }

    private Object duplicates(RecordData person) {
        return station.duplicates().find(station.newId(), Map.of("name", person.text("name"), "village_id",
            person.text("village_id"), "birth", person.values().get("birth"), "id_no", person.text("id_no")));
    }

    private Object keep(RecordData person) {
        String id = station.newId();
        station.typing().keep(new KeptTyping("visit", id, 0, station.clock().instant().toString(),
            visit(person).values(), Map.of(), Map.of(), ""));
        station.typing().drop(id);
        return id;
    }

    private RecordDraft visit(RecordData person) {
        return RecordDraft.entered("visit", station.newId(), RecordStatus.DRAFT, Map.of("date",
            LocalDate.of(2026, 10, 30), "start_time", LocalTime.of(9, 0), "end_time", LocalTime.of(9, 30), "minutes", 30L,
            "clients", List.of(person.id()), "village_id", person.text("village_id"), "result", "1", "worker_id",
            person.text("owner_worker_id")));
    }

    private RecordDraft newClient(RecordData person) {
        Map<String, Object> values = new LinkedHashMap<>(person.values());
        List.of("client_no", "id_no").forEach(values::remove);
        return RecordDraft.entered("client", station.newId(), RecordStatus.DRAFT, values);
    }

    private Object saved(RecordDraft draft) {
        SaveResult result = station.saving().save(draft);
        if (!(result instanceof SaveResult.Saved)) {
            throw new IllegalStateException("not saved: " + result);
        }
        return result;
    }
}
