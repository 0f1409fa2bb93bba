package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.security.Rights;
import org.shegong.db.security.Role;

/** Lists leave out exactly the records that cannot be read one by one. */
class HiddenRecordsTest {
    private static final String WANG = "王小燕";
    private static final String LI = "李文";
    private static final List<String> ACCOUNTS = List.of("站长", WANG, LI);
    private static final int MANY = 600;
    @TempDir
    private Path folder;
    private Station all;
    private final Map<String, String> clients = new LinkedHashMap<>();
    private final Map<String, String> cases = new LinkedHashMap<>();
    private final List<String> crises = new ArrayList<>();
    private final List<RecordDraft> drafts = new ArrayList<>();
    private String wang;
    private String li;

    @BeforeEach
    void fill() {
        all = TestStation.create(folder);
        wang = add("worker", Map.of("name", WANG));
        li = add("worker", Map.of("name", LI));
        String guest = add("worker", Map.of("name", "没有账户的人"));
        client("plain", Map.of("primary_cat", "C302", "owner_worker_id", wang));
        client("sealed, of Wang", Map.of("primary_cat", "C503", "owner_worker_id", wang));
        client("sealed, of Li", Map.of("primary_cat", "C701", "owner_worker_id", li));
        client("sealed, of nobody", Map.of("primary_cat", "C404"));
        client("sealed, of somebody without an account", Map.of("primary_cat", "C209", "owner_worker_id", guest));
        client("sealed by a dated category", Map.of("primary_cat", "C302", "owner_worker_id", wang));
        client("sealed in the past", Map.of("primary_cat", "C302", "owner_worker_id", wang));
        client("kept under a key of its own", Map.of("primary_cat", "C302", "owner_worker_id", li));
        client("sealed, assigned to Li", Map.of("primary_cat", "C703", "owner_worker_id", wang));
        add("client_category", Map.of("client_id", clients.get("sealed by a dated category"), "category", "C702",
            "from_date", LocalDate.of(2026, 1, 1)));
        add("client_category", Map.of("client_id", clients.get("sealed in the past"), "category", "C702",
            "from_date", LocalDate.of(2025, 1, 1), "to_date", LocalDate.of(2025, 12, 31)));
        add("setting", Map.of("key", SealedScope.ASSIGNED + clients.get("sealed, assigned to Li"), "value", "account-li"));
        clients.forEach((name, id) -> cases.put(name, add("case_file", Map.of("client_id", id, "worker_id", li))));
        cases.put("sealed itself", add("case_file", Map.of("client_id", clients.get("plain"), "worker_id", wang,
            "field", "F14")));
        cases.put("sealed without a client", add("case_file", Map.of("worker_id", li, "main_problem", "05")));
        crises.add(add("crisis", Map.of("clients", List.of(clients.get("plain")), "worker_id", li)));
        crises.add(add("crisis", Map.of("clients", List.of(clients.get("plain")), "worker_id", wang)));
        all.forms().all().forEach(this::pointing);
        all.saving().importAll("import", "test", drafts);
        all.file().write(db -> db.execute("INSERT INTO sealed_root (id, form, generation, opened) VALUES (?, 'client', 1, 0)",
            clients.get("kept under a key of its own")));
    }

    @AfterEach
    void close() {
        all.close();
    }

    private void client(String name, Map<String, Object> values) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put("name", name);
        more.put("household_id", add("household", Map.of("head_name", name)));
        clients.put(name, add("client", more));
    }

    /** One record of the form for every one of these that a field of it can name, and one that names none. */
    private void pointing(Form form) {
        boolean known = List.of("client", "case_file", "crisis", "client_category").contains(form.key());
        for (Field field : known ? List.<Field>of() : form.fields()) {
            Map<String, List<String>> named = Map.of("client", List.copyOf(clients.values()), "case_file",
                List.copyOf(cases.values()), "crisis", crises);
            if (named.containsKey(field.target())) {
                named.get(field.target()).forEach(id -> add(form.key(), Map.of(field.key(),
                    field.type() == FieldType.REF ? id : List.of(clients.get("plain"), id))));
                add(form.key(), Map.of());
            }
        }
    }

    private String add(String form, Map<String, Object> values) {
        String id = all.newId();
        drafts.add(RecordDraft.imported(form, id, null, values));
        return id;
    }

    private Station as(Role role, String account, String name) {
        return new Station(all.file(), FormCatalogue.bundled(), CodeBook.bundled(), TestStation.CLOCK, TestStation.ACTOR,
            Clearance.of(Rights.of(role), new SealedScope(new SealedScope.Viewer(account, name, role == Role.LEADER,
                ACCOUNTS), all::today)));
    }

    @Test
    void listsHoldWhatCanBeReadOneByOne() {
        for (Station viewer : List.of(as(Role.LEADER, "account-leader", "站长"), as(Role.WORKER, "account-wang", WANG),
                as(Role.WORKER, "account-li", LI))) {
            for (Form form : all.forms().all()) {
                List<String> ids = all.records().ids(ListQuery.all(form.key()));
                assertThat(viewer.records().ids(ListQuery.all(form.key()))).as(form.key())
                    .containsExactlyInAnyOrderElementsOf(viewer.records().visible(form.key(), ids));
                assertThat(viewer.records().count(ListQuery.all(form.key()))).as(form.key())
                    .isEqualTo(viewer.records().visible(form.key(), ids).size());
            }
        }
    }

    @Test
    void ofVeryManyIdsThoseMayBeReadThatMayBeReadOneByOne() {
        Station viewer = as(Role.WORKER, "account-wang", WANG);
        for (Form form : all.forms().all()) {
            List<String> ids = all.records().ids(ListQuery.all(form.key()));
            List<String> many = new ArrayList<>(ids);
            for (int i = 0; i < MANY; i++) {
                many.add("gone " + i);
            }
            assertThat(viewer.records().visible(form.key(), many)).as(form.key()).containsExactlyInAnyOrderElementsOf(
                ids.stream().filter(id -> viewer.records().find(form.key(), id).isPresent()).toList());
        }
    }

    @Test
    void eachSeesHisOwnAndWhatIsSealedNoMore() {
        assertThat(names(as(Role.WORKER, "account-wang", WANG))).containsExactlyInAnyOrder("plain", "sealed, of Wang",
            "sealed by a dated category", "sealed in the past", "sealed, assigned to Li");
        assertThat(names(as(Role.WORKER, "account-li", LI))).containsExactlyInAnyOrder("plain", "sealed, of Li",
            "sealed in the past", "sealed, assigned to Li", "kept under a key of its own");
        assertThat(names(as(Role.LEADER, "account-leader", "站长"))).containsExactlyInAnyOrder("plain", "sealed in the past",
            "sealed, of nobody", "sealed, of somebody without an account");
    }

    private static List<String> names(Station viewer) {
        return viewer.records().list(ListQuery.all("client")).stream().map(client -> client.text("name")).toList();
    }

    @Test
    void countingLooksUpTheHiddenOnceAndNoRowOfTheList() {
        String plan = all.file().read(db -> db.fetch("EXPLAIN QUERY PLAN " + db.renderInlined(
            as(Role.WORKER, "account-li", LI).records().counted(db, ListQuery.all("client"))))).formatCSV();

        assertThat(plan).contains("SCAN client USING COVERING INDEX client_").contains("LIST SUBQUERY");
        assertThat(plan.substring(0, plan.indexOf("LIST SUBQUERY"))).doesNotContain("CORRELATED");
    }
}
