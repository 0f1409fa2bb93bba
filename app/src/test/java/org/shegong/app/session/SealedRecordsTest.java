package org.shegong.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.security.AccountChange;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.security.Role;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.PossibleDuplicate;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;
import org.shegong.db.store.SealedRecords.Sealed;

/** A victim of violence and what is written about her, as seen by her worker, a colleague and the leader. */
class SealedRecordsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final String ID_NUMBER = "450299199001011234";
    @TempDir
    private Path folder;
    private String wang;
    private String client;
    private String visit;
    private String caseFile;
    private String session;
    private String household;
    private String attachment;
    private String liAccount;

    @BeforeEach
    void fill() {
        StationSession leader = ((Founding.Founded) new StationSetup(CLOCK, new KdfCost(64, 1, 1)).found(
            folder.resolve("station"), new NewStation("样例站", "", "", "站长"), "secret-1".toCharArray())).session();
        AccountOffice office = new AccountOffice(leader);
        office.add("王小燕", Role.WORKER, "secret-1".toCharArray());
        liAccount = ((AccountChange.Done) office.add("李文", Role.WORKER, "secret-1".toCharArray())).account().id();
        Station station = leader.station();
        wang = station.newId();
        client = station.newId();
        visit = station.newId();
        caseFile = station.newId();
        session = station.newId();
        household = station.newId();
        attachment = station.attachments().add("client", client, "files", "伤情照片.jpg",
            "picture".getBytes(StandardCharsets.UTF_8)).id();
        station.saving().importAll("import", "test", List.of(
            RecordDraft.imported("worker", wang, null, Map.of("name", "王小燕")),
            RecordDraft.imported("household", household, null, Map.of("head_name", "覃玉兰")),
            RecordDraft.imported("client", client, null, Map.of("name", "覃玉兰", "id_no", ID_NUMBER, "primary_cat", "C503",
                "owner_worker_id", wang, "household_id", household, "files", List.of(attachment), "next_date",
                LocalDate.of(2026, 11, 21))),
            RecordDraft.imported("visit", visit, null, Map.of("clients", List.of(client), "date",
                LocalDate.of(2026, 11, 2), "result", "1", "household_id", household)),
            RecordDraft.imported("case_file", caseFile, null, Map.of("case_no", "GA-1", "client_id", client,
                "open_date", LocalDate.of(2026, 11, 1), "worker_id", wang)),
            RecordDraft.imported("case_session", session, null, Map.of("case_id", caseFile, "date",
                LocalDate.of(2026, 11, 3), "content", "面谈"))));
        leader.close();
    }

    private StationSession in(String user) {
        return ((Opening.Opened) new SignIn(CLOCK).open(folder.resolve("station"), user, "secret-1".toCharArray())).session();
    }

    private Map<String, String> records() {
        return Map.of("client", client, "visit", visit, "case_file", caseFile, "case_session", session, "household", household);
    }

    @Test
    void theResponsibleWorkerSeesEverything() {
        try (StationSession open = in("王小燕")) {
            records().forEach((form, id) -> assertThat(open.station().records().find(form, id)).as(form).isPresent());
            assertThat(open.station().records().ids(ListQuery.all("client").withSearch("覃"))).containsExactly(client);
            assertThat(open.station().attachments().content(attachment)).isPresent();
            assertThat(open.station().journal().history("client", client)).isNotEmpty();
            assertThat(open.station().followUps().due(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), 9)).hasSize(1);
        }
    }

    @Test
    void aColleagueAndTheLeaderFindNothingByAnyWay() {
        for (String user : List.of("李文", "站长")) {
            try (StationSession open = in(user)) {
                Station station = open.station();
                records().forEach((form, id) -> {
                    assertThat(station.records().find(form, id)).as(form).isEmpty();
                    assertThat(station.records().count(ListQuery.all(form))).as(form).isZero();
                    assertThat(station.records().ids(ListQuery.all(form).withSearch("覃"))).isEmpty();
                    assertThat(station.records().labels(form, List.of(id))).isEmpty();
                    assertThat(station.records().visible(form, List.of(id))).isEmpty();
                    assertThat(station.journal().history(form, id)).isEmpty();
                });
                assertThat(station.attachments().content(attachment)).isEmpty();
                assertThat(station.attachments().find(List.of(attachment))).isEmpty();
                assertThat(station.followUps().due(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), 9)).isEmpty();
                assertThatThrownBy(() -> station.recycling().recycle("client", client, "1", false))
                    .isInstanceOf(NotPermittedException.class);
            }
        }
    }

    @Test
    void theDuplicateCheckSaysOnlyThatTheNumberIsOnTheRegisterAndWhomToAsk() {
        try (StationSession open = in("李文")) {
            assertThat(open.station().duplicates().find("", Map.of("id_no", ID_NUMBER, "name", "覃玉兰")))
                .containsExactly(new PossibleDuplicate(client, "王小燕", PossibleDuplicate.HIDDEN));
            assertThat(open.station().duplicates().find("", Map.of("name", "覃玉兰"))).isEmpty();
        }
    }

    @Test
    void theLeaderAssignsByNumberAndTakesItBack() {
        try (StationSession open = in("站长")) {
            List<Sealed> sealed = open.station().sealed().list(open.station().today());
            assertThat(sealed).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo(client);
                assertThat(one.worker()).isEqualTo("王小燕");
            });
            open.station().sealed().assign(client, Set.of(liAccount));
        }
        try (StationSession open = in("李文")) {
            records().forEach((form, id) -> assertThat(open.station().records().find(form, id)).as(form).isPresent());
            assertThatThrownBy(() -> open.station().sealed().list(open.station().today()))
                .isInstanceOf(NotPermittedException.class);
        }
        try (StationSession open = in("站长")) {
            open.station().sealed().assign(client, Set.of());
        }
        try (StationSession open = in("李文")) {
            assertThat(open.station().records().find("client", client)).isEmpty();
        }
    }

    @Test
    void aWorkerCannotAssignARecordToHimselfThroughTheStore() {
        try (StationSession open = in("李文")) {
            SaveResult result = open.station().saving().save(RecordDraft.entered("setting", open.station().newId(),
                RecordStatus.SUBMITTED, Map.of("key", "sealed." + client, "value", liAccount)));
            assertThat(result).isInstanceOf(SaveResult.Refused.class);
            assertThat(open.station().records().find("client", client)).isEmpty();
        }
    }

    @Test
    void aClientIsSealedAndOpenedByTheCategoryThatHolds() {
        try (StationSession open = in("王小燕")) {
            RecordData record = open.station().records().find("client", client).orElseThrow();
            assertThat(open.station().saving().save(RecordDraft.change(record, RecordStatus.DRAFT,
                Map.of("primary_cat", "C502")))).isInstanceOf(SaveResult.Saved.class);
        }
        try (StationSession open = in("李文")) {
            assertThat(open.station().records().find("client", client)).isPresent();
            assertThat(open.station().records().find("visit", visit)).isPresent();
        }
    }

    @Test
    void whileTheResponsibleWorkerHasNoAccountTheLeaderSeesTheRecord() {
        try (StationSession open = in("站长")) {
            new AccountOffice(open).remove(open.keyRing().account("王小燕").orElseThrow());
        }
        try (StationSession open = in("站长")) {
            assertThat(open.station().records().find("client", client)).isPresent();
        }
        try (StationSession open = in("李文")) {
            assertThat(open.station().records().find("client", client)).isEmpty();
        }
    }
}
