package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.security.Rights;
import org.shegong.db.security.Role;

/** What each role gets to see and to change of one client with one visit. */
class ClearanceTest {
    @TempDir
    private Path folder;
    private StationFile file;
    private String client;
    private String visit;
    private String step;

    @BeforeEach
    void fill() {
        Station all = TestStation.create(folder);
        file = all.file();
        String village = all.newId();
        client = all.newId();
        visit = all.newId();
        all.saving().importAll("import", "test", List.of(
            RecordDraft.imported("village", village, null, Map.of("name", "白沙村"))));
        step = all.saving().importAll("import", "test", List.of(
            RecordDraft.imported("client", client, null, Map.of("name", "覃玉兰", "id_no", "450299199001011234", "phone",
                "13800138000", "sex", "2", "birth", LocalDate.of(1990, 1, 1), "village_id", village, "note", "独居",
                "primary_cat", "C302", "next_date", LocalDate.of(2026, 11, 3))),
            RecordDraft.imported("visit", visit, null, Map.of("clients", List.of(client), "date",
                LocalDate.of(2026, 10, 30), "result", "1")))).id();
    }

    @AfterEach
    void close() {
        file.close();
    }

    private Station as(Role role) {
        return new Station(file, FormCatalogue.bundled(), CodeBook.bundled(), TestStation.CLOCK, TestStation.ACTOR,
            Clearance.of(Rights.of(role)));
    }

    @Test
    void aWorkerReadsAndWrites() {
        Station station = as(Role.WORKER);
        RecordData record = station.records().find("client", client).orElseThrow();

        assertThat(record.text("name")).isEqualTo("覃玉兰");
        assertThat(station.saving().save(RecordDraft.change(record, RecordStatus.DRAFT, Map.of("alias", "阿兰"))))
            .isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void aStatisticianAndAnAdministratorFindNothingByAnyWay() {
        for (Role role : List.of(Role.STATISTICIAN, Role.ADMINISTRATOR)) {
            Station station = as(role);
            assertThat(station.records().find("client", client)).isEmpty();
            assertThat(station.records().count(ListQuery.all("client"))).isZero();
            assertThat(station.records().ids(ListQuery.all("client"))).isEmpty();
            assertThat(station.records().list(ListQuery.all("client").withSearch("覃"))).isEmpty();
            assertThat(station.records().labels("client", List.of(client))).isEmpty();
            assertThat(station.records().visible("visit", List.of(visit))).isEmpty();
            assertThat(station.journal().history("client", client)).isEmpty();
            assertThat(station.followUps().due(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), 9)).isEmpty();
            assertThat(station.duplicates().find("", Map.of("name", "覃玉兰", "birth", LocalDate.of(1990, 1, 1)))).isEmpty();
            assertThat(station.hints().recentValues("visit", "result", 5)).isEmpty();
            assertThat(station.attachments().find(List.of("any"))).isEmpty();
            assertThatThrownBy(() -> station.attachments().content("any")).isInstanceOf(NotPermittedException.class);
        }
    }

    @Test
    void aSupervisorReadsByNumberAndFindsByNumberOnly() {
        Station station = as(Role.SUPERVISOR);
        RecordData record = station.records().find("client", client).orElseThrow();

        assertThat(record.docNo()).isNotEmpty();
        assertThat(record.values()).doesNotContainKeys("name", "id_no", "phone", "birth").containsKey("primary_cat");
        assertThat(station.records().labels("client", List.of(client)).get(client)).startsWith(record.docNo())
            .doesNotContain("覃");
        assertThat(station.records().ids(ListQuery.all("client").withSearch("覃"))).isEmpty();
        assertThat(station.records().ids(ListQuery.all("client").withSearch(record.docNo()))).containsExactly(client);
        assertThat(station.journal().history("client", client)).isEmpty();
    }

    @Test
    void savingImportingRecyclingAndUndoingAreRefusedToWhoOnlyReads() {
        Station station = as(Role.SUPERVISOR);
        RecordDraft draft = RecordDraft.entered("client", station.newId(), RecordStatus.DRAFT, Map.of("name", "韦明月"));

        assertThat(station.saving().save(draft)).isInstanceOfSatisfying(SaveResult.Refused.class, refused ->
            assertThat(refused.findings()).extracting("message").containsExactly("role.read_only"));
        assertThatThrownBy(() -> station.saving().importAll("import", "test", List.of(draft)))
            .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> station.recycling().recycle("client", client, "1", false)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> station.journal().undo(TestStation.ACTOR, step, "undo"))
            .isInstanceOf(NotPermittedException.class);
        assertThat(as(Role.WORKER).records().visible("client", List.of(client))).isEqualTo(Set.of(client));
    }

    @Test
    void aSupervisorWritesSupervision() {
        Station station = as(Role.SUPERVISOR);

        assertThat(station.saving().save(RecordDraft.entered("supervision_round", station.newId(), RecordStatus.DRAFT,
            Map.of("name", "十月督导")))).isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void whatSomebodyLeftUnfinishedIsNotReadByWhoReadsNoClient() {
        as(Role.WORKER).saving().save(RecordDraft.entered("setting", as(Role.WORKER).newId(), RecordStatus.SUBMITTED,
            Map.of("key", "unfinished." + client, "value", "{\"name\":\"覃玉兰\"}")));

        assertThat(as(Role.WORKER).records().list(ListQuery.all("setting"))).hasSize(1);
        assertThat(as(Role.ADMINISTRATOR).records().list(ListQuery.all("setting"))).isEmpty();
    }
}
