package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.forms.FieldRule;
import org.shegong.db.forms.Form;
import org.shegong.db.journal.RecordWrite;

/** How SQLite answers the questions of lists: by the right index, whatever the length of the list. */
class ListPlanTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    @TempDir
    Path folder;
    private Station station;

    @BeforeEach
    void openStation() {
        station = TestStation.create(folder);
    }

    @AfterEach
    void closeStation() {
        station.close();
    }

    private String page(ListQuery query) {
        return plan(db -> station.records().keys(db, query, null, 101));
    }

    private String count(ListQuery query) {
        return plan(db -> station.records().counted(db, query));
    }

    private String plan(java.util.function.Function<DSLContext, Select<?>> question) {
        return station.file().read(db -> db.fetch("EXPLAIN QUERY PLAN " + db.renderInlined(question.apply(db))).stream()
            .map(row -> row.get("detail", String.class)).collect(Collectors.joining("\n")));
    }

    @Test
    void readsTheFirstPageOfClientsFromAnIndexInItsOrder() {
        assertThat(page(ListQuery.all("client"))).isEqualTo("SCAN client USING COVERING INDEX client_list");
        assertThat(page(ListQuery.all("household"))).isEqualTo("SCAN household USING COVERING INDEX household_list");
        assertThat(page(ListQuery.all("case_file"))).isEqualTo("SCAN case_file USING COVERING INDEX case_file_list");
    }

    @Test
    void readsAMonthOfServicesFromAnIndexByDay() {
        for (String form : List.of("visit", "consultation", "case_session")) {
            assertThat(page(ListQuery.all(form).between(DAY, DAY.plusDays(30)))).as(form)
                .contains("SEARCH " + form + " USING COVERING INDEX " + form + "_month (date>? AND date<?)");
            assertThat(page(ListQuery.all(form))).as(form)
                .contains("SCAN " + form + " USING COVERING INDEX " + form + "_month");
        }
    }

    @Test
    void goesOnFromWhereAPageEndedWithoutReadingTheListAgain() {
        assertThat(next(ListQuery.all("client"), "李明"))
            .isEqualTo("SEARCH client USING COVERING INDEX client_list (name>?)");
        assertThat(next(ListQuery.all("client").sortedBy("id", false), "x"))
            .startsWith("SEARCH client USING INDEX sqlite_autoindex_client_1 (id>?)");
        assertThat(next(ListQuery.all("visit"), "2026-10-01"))
            .contains("SEARCH visit USING COVERING INDEX visit_month (date<?)");
    }

    private String next(ListQuery query, Object value) {
        return plan(db -> station.records().keys(db, query, new Page.Key(value, "x"), 101));
    }

    @Test
    void sortsClientsByAnIndexOfEachColumnShown() {
        for (String column : List.of("sex", "primary_cat", "risk", "next_date", "file_state")) {
            for (boolean down : List.of(false, true)) {
                assertThat(page(ListQuery.all("client").sortedBy(column, down))).as(column)
                    .startsWith("SCAN client USING COVERING INDEX client_by_").doesNotContain("TEMP B-TREE");
            }
        }
    }

    @Test
    void looksUpTheFewOfAValueAndReadsTheListInItsOrderForMany() {
        List<RecordWrite> writes = new ArrayList<>();
        for (int i = 0; i <= WordSearch.FEW; i++) {
            writes.add(client(Map.of("name", "王桐", "risk", "1")));
        }
        writes.add(client(Map.of("name", "李明", "risk", "4")));
        station.journal().write(TestStation.ACTOR, "test", "test", writes);
        ListQuery rare = ListQuery.all("client").withFilter("risk", Set.of("4"));
        ListQuery common = ListQuery.all("client").withFilter("risk", Set.of("1"));

        assertThat(page(rare)).startsWith("SEARCH client USING INDEX client_by_risk (risk=?)");
        assertThat(station.records().list(rare)).singleElement().satisfies(one ->
            assertThat(one.text("name")).isEqualTo("李明"));
        assertThat(page(common)).isEqualTo("SCAN client USING INDEX client_list");
        assertThat(station.records().count(common)).isEqualTo(WordSearch.FEW + 1);
    }

    @Test
    void countsWithoutLookingAtTheRows() {
        assertThat(count(ListQuery.all("client"))).contains("COVERING INDEX client_");
        assertThat(count(ListQuery.all("visit").between(DAY, DAY.plusDays(30))))
            .contains("SEARCH visit USING COVERING INDEX visit_month");
    }

    @Test
    void countsDraftsAndTheBinFromIndexesThatHoldNothingElse() {
        for (String form : List.of("client", "household", "consultation", "visit", "case_file", "case_session")) {
            assertThat(count(ListQuery.all(form).withStatus(RecordStatus.DRAFT))).as(form)
                .isEqualTo("SCAN " + form + " USING COVERING INDEX " + form + "_drafts");
        }
        for (String form : List.of("client", "consultation", "visit", "case_session")) {
            assertThat(count(ListQuery.all(form).inRecycleBin())).as(form).contains("INDEX " + form + "_bin");
        }
    }

    @Test
    void readsServicesInTheirOrderWhereAWordMayMeanAVillage() {
        String village = TestStation.draft(station, "village", "name", "白沙村");
        String namesake = TestStation.draft(station, "client", "name", "白沙生");
        String other = TestStation.draft(station, "client", "name", "韦桐");
        String there = TestStation.draft(station, "visit", "date", DAY, "village_id", village, "clients", List.of(other));
        String met = TestStation.draft(station, "visit", "date", DAY.plusDays(1), "clients", List.of(other, namesake));
        TestStation.draft(station, "visit", "date", DAY, "clients", List.of(other));
        ListQuery search = ListQuery.all("visit").withSearch("白沙");

        assertThat(station.records().ids(search)).containsExactlyInAnyOrder(there, met);
        assertThat(page(search)).contains("SCAN visit USING COVERING INDEX visit_month")
            .contains("SEARCH record_ref USING PRIMARY KEY (owner_id=? AND field=?)");
        assertThat(station.records().count(search)).isEqualTo(2);
    }

    @Test
    void looksUpTheFewWhomAWordFindsOneByOne() {
        TestStation.draft(station, "client", "name", "覃玉兰");
        assertThat(page(ListQuery.all("client").withSearch("qyl")))
            .startsWith("SEARCH client USING INDEX sqlite_autoindex_client_1 (id=?)");
        String client = TestStation.draft(station, "client", "name", "韦桐");
        String visit = TestStation.draft(station, "visit", "date", DAY, "clients", List.of(client));
        assertThat(page(ListQuery.all("visit").withSearch("wt"))).startsWith("SEARCH visit USING INDEX");
        assertThat(station.records().ids(ListQuery.all("visit").withSearch("wt"))).containsExactly(visit);
    }

    @Test
    void readsTheListInItsOrderForAWordThatFindsVeryMany() {
        String village = TestStation.draft(station, "village", "name", "白沙村");
        List<RecordWrite> writes = new ArrayList<>();
        for (int i = 0; i <= WordSearch.FEW; i++) {
            writes.add(client(Map.of("name", "王桐")));
            writes.add(client(Map.of("name", "李明", "village_id", village)));
        }
        station.journal().write(TestStation.ACTOR, "test", "test", writes);
        for (String typed : List.of("王", "w", "bs", "李明 白沙")) {
            ListQuery query = ListQuery.all("client").withSearch(typed);
            assertThat(station.records().count(query)).as(typed).isEqualTo(WordSearch.FEW + 1);
            assertThat(page(query)).as(typed).startsWith("SCAN client USING COVERING INDEX client_list");
        }
    }

    @Test
    void looksForANumberThatIsTakenInItsIndexAlsoWhereSomeAreSealed() {
        Form client = station.forms().form("client");
        FieldRule unique = client.rules().stream().filter(rule -> rule.rule().equals("unique")).findFirst().orElseThrow();
        Map<String, Object> values = Map.of("id_no", "450299194903121234");
        assertThat(plan(db -> UniqueRules.taking(client, "x", unique, values, Set.of())))
            .contains("SEARCH client USING INDEX client_id_no (id_no=?)").doesNotContain("SCAN");
        assertThat(plan(db -> UniqueRules.taking(client, "x", unique, values, Set.of("a", "b"))))
            .contains("SEARCH client USING INDEX client_id_no (id_no=?)")
            .contains("SEARCH client USING INDEX sqlite_autoindex_client_1 (id=?)").doesNotContain("SCAN");
    }

    private RecordWrite client(Map<String, Object> values) {
        return new RecordWrite.Insert("client", station.newId(), Map.of("status", "submitted"), values);
    }
}
