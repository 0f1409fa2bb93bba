package org.shegong.app.controls.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.AppContext;
import org.shegong.app.SeededStation;
import org.shegong.app.TestContext;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.db.forms.Masks;
import org.shegong.db.store.Recycling;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordListModelTest {
    @TempDir
    Path folder;
    private StationSession session;
    private AppContext context;

    @BeforeAll
    void open(@TempDir Path station) {
        session = SeededStation.create(station, ProgramClock.on(SeededStation.TODAY));
    }

    @BeforeEach
    void begin() {
        context = TestContext.of(session.station(), folder, new ArrayList<>());
    }

    @AfterAll
    void close() {
        session.close();
    }

    private RecordListModel list(String form) {
        RecordListModel model = new RecordListModel(context, StoredList.of(context.station(), context.texts(), form));
        model.reload();
        return model;
    }

    @Test
    void servicesOpenOnThisMonthAndMoveByMonth() {
        RecordListModel visits = list("visit");
        assertThat(visits.monthProperty().get()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(visits.rows()).hasSize(61);
        assertThat(visits.summaryProperty().get()).isEqualTo("61 条 · 未见 6 · 草稿 1");
        visits.moveMonth(-1);
        assertThat(visits.rows()).hasSize(60);
        visits.monthProperty().set(null);
        assertThat(visits.summaryProperty().get()).startsWith("191 条");
    }

    @Test
    void registersAreNotMonthly() {
        assertThat(list("client").isMonthly()).isFalse();
        assertThat(list("case_file").isMonthly()).isFalse();
        assertThat(list("case_session").isMonthly()).isTrue();
    }

    @Test
    void readsPageByPageToTheEnd() {
        RecordListModel clients = list("client");
        assertThat(clients.rows()).hasSize(100);
        clients.loadMore();
        assertThat(clients.rows()).hasSize(140).doesNotHaveDuplicates();
        clients.loadMore();
        assertThat(clients.rows()).hasSize(140);
    }

    @Test
    void keepsItsPlaceAndItsLinesWhenReadAgain() {
        RecordListModel clients = list("client");
        clients.loadMore();
        RecordRow line = clients.rows().get(120);
        clients.selectedProperty().set(line.id());
        context.changes().saved();
        assertThat(clients.rows()).hasSize(140);
        assertThat(clients.rows().get(120)).isSameAs(line);
        assertThat(clients.selectedProperty().get()).isEqualTo(line.id());
    }

    @Test
    void findsByInitialsAndNarrowsByFilter() {
        RecordListModel clients = list("client");
        clients.searchProperty().set("qyl");
        assertThat(clients.rows()).isNotEmpty().allMatch(row -> row.cell("name").equals("覃**"));
        clients.searchProperty().set("");
        clients.filters().choose(clients.form().field("sex"), Set.of("2"));
        assertThat(clients.summaryProperty().get()).isEqualTo("70 条");
        clients.searchProperty().set("查无此人");
        assertThat(clients.stateProperty().get()).isEqualTo(RecordListModel.State.NOTHING_FOUND);
    }

    @Test
    void remembersFiltersAndColumnsForTheNextTime() {
        RecordListModel clients = list("client");
        clients.filters().choose(clients.form().field("sex"), Set.of("2"));
        clients.columns().show(clients.form().field("phone"), true);
        AppContext later = TestContext.of(session.station(), folder, new ArrayList<>());
        RecordListModel again = new RecordListModel(later, StoredList.of(later.station(), later.texts(), "client"));
        again.reload();
        assertThat(again.chosenFilters()).containsOnlyKeys("sex");
        assertThat(again.columns().shown()).extracting(field -> field.key()).contains("phone");
    }

    @Test
    void masksNumbersUntilAReasonIsGiven() {
        RecordListModel clients = list("client");
        clients.columns().show(clients.form().field("phone"), true);
        assertThat(clients.rows()).allMatch(row -> row.cell("phone").matches("138\\*{4}\\d{4}"))
            .allMatch(row -> row.cell("name").matches("[^*]{1,2}\\*{1,2}|C.*\u67d0"));
        clients.showPlain("核对身份");
        assertThat(clients.masksProperty().get()).isEqualTo(Masks.NONE);
        assertThat(clients.rows()).allMatch(row -> row.cell("phone").matches("\\d{11}"));
        assertThat(session.station().journal().steps(1).get(0).action()).isEqualTo("show_plain");
    }

    @Test
    void sortsByColumn() {
        RecordListModel clients = list("client");
        clients.sortBy(new ListSort("filed_date", true));
        List<String> dates = clients.rows().stream().map(row -> row.cell("next_date")).toList();
        assertThat(dates).isNotEmpty();
        assertThat(clients.rows().get(0).cells()).isNotEmpty();
        assertThat(session.station().records().find("client", clients.rows().get(0).id()).orElseThrow()
            .date("filed_date")).hasToString("2025-12-03");
    }

    @Test
    void deletedRecordsGoToTheBinAndComeBackByUndo() {
        RecordListModel visits = list("visit");
        String id = visits.rows().get(3).id();
        Recycling.Outcome.Done done = (Recycling.Outcome.Done) session.station().recycling().recycle("visit", id, "1", true);
        context.changes().saved();
        assertThat(visits.rows()).hasSize(60).noneMatch(row -> row.id().equals(id));
        visits.recycledProperty().set(true);
        assertThat(visits.rows()).extracting(RecordRow::id).containsExactly(id);
        visits.recycledProperty().set(false);
        session.station().undo().undo(done.step().id());
        context.changes().saved();
        assertThat(visits.rows()).hasSize(61);
    }

    @Test
    void showsDatesShortAndPeopleByName() {
        RecordRow visit = list("visit").rows().stream().filter(row -> !row.draft()).findFirst().orElseThrow();
        assertThat(visit.cell("date")).isEqualTo("10-30 五");
        assertThat(visit.cell("minutes")).endsWith("分");
        assertThat(visit.cell("clients")).isNotBlank().doesNotContain("岁");
        assertThat(visit.cell("worker_id")).isIn("王小燕", "李文", "韦明月");
    }

    @Test
    void showsTheRecordsBehindAFigureInTheOrderGiven() {
        List<String> ids = list("client").rows().stream().map(RecordRow::id).limit(3).toList();
        RecordListModel behind = new RecordListModel(context,
            new FixedList(context.station(), context.texts(), "client", List.of(ids.get(2), ids.get(0))));
        behind.reload();
        assertThat(behind.rows()).extracting(RecordRow::id).containsExactly(ids.get(2), ids.get(0));
    }
}
