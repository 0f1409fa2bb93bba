package org.shegong.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.journal.HistoryEntry;
import org.shegong.db.journal.KeptTyping;
import org.shegong.db.journal.seal.SealFault;
import org.shegong.db.journal.seal.SealedText;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordRows;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;

/** The second key: what the file's key opens of a sealed record, and what it does not. */
class SealedContentTest {
    @TempDir
    private Path folder;
    private SealedStation made;

    @BeforeEach
    void make() {
        made = new SealedStation(folder);
    }

    private String pages() {
        byte[] key;
        try (StationSession open = made.in("站长")) {
            key = open.key().bytes();
        }
        return SealedStation.pages(made.folder, key, folder);
    }

    @Test
    void theFilesKeyFindsNoWordOfASealedRecordInAnyPage() {
        String pages = pages();
        assertThat(pages).as("what is not sealed stands there").contains(SealedStation.raw("王小燕"))
            .contains(SealedStation.raw("GA-1")).contains("C503");
        assertThat(SealedStation.found(pages)).isEmpty();
    }

    @Test
    void noWordStaysBehindWhenARecordBecomesSealedLater() {
        String late;
        try (StationSession open = made.in("王小燕")) {
            Station station = open.station();
            late = station.newId();
            save(station, RecordDraft.entered("client", late, RecordStatus.DRAFT, Map.of("name", "莫金丝", "primary_cat", "C302",
                "owner_worker_id", made.id("worker"), "note", "早先的笔记金丝", "address", "旧址金丝")));
            save(station, RecordDraft.entered("visit", station.newId(), RecordStatus.DRAFT, Map.of("clients", List.of(late),
                "date", LocalDate.of(2026, 11, 6), "note", "早先的走访金丝")));
            RecordData before = station.records().find("client", late).orElseThrow();
            save(station, RecordDraft.change(before, RecordStatus.DRAFT, Map.of("note", "改过的笔记金丝")));
            before = station.records().find("client", late).orElseThrow();
            save(station, RecordDraft.change(before, RecordStatus.DRAFT, Map.of("primary_cat", "C404")));
            assertThat(station.records().find("client", late).orElseThrow().text("note")).isEqualTo("改过的笔记金丝");
        }
        String pages = pages();
        assertThat(List.of("莫金丝", "早先的笔记金丝", "旧址金丝", "早先的走访金丝", "改过的笔记金丝"))
            .noneMatch(word -> pages.contains(SealedStation.raw(word)));
    }

    private static RecordData save(Station station, RecordDraft draft) {
        SaveResult result = station.saving().save(draft);
        assertThat(result).isInstanceOf(SaveResult.Saved.class);
        return ((SaveResult.Saved) result).record();
    }

    @Test
    void theResponsibleWorkerReadsSearchesAndChangesEverythingAsBefore() {
        try (StationSession open = made.in("王小燕")) {
            Station station = open.station();
            assertThat(text(station, "client", "name")).isEqualTo("覃玉兰");
            assertThat(text(station, "visit", "note")).isEqualTo("随访见瘀伤");
            assertThat(text(station, "case_session", "content")).isEqualTo("面谈逐字稿");
            assertThat(text(station, "crisis", "story")).isEqualTo("危机现场金丝");
            assertThat(text(station, "household", "head_name")).isEqualTo("覃玉秀");
            assertThat(station.records().ids(ListQuery.all("client").withSearch("玉兰"))).containsExactly(made.id("client"));
            assertThat(station.records().ids(ListQuery.all("client").withSearch("qyl"))).containsExactly(made.id("client"));
            assertThat(station.records().ids(ListQuery.all("visit").withSearch("覃"))).containsExactly(made.id("visit"));
            assertThat(station.attachments().find(List.of(made.id("attachment")))).singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("伤情照片.jpg"));
            assertThat(station.attachments().content(made.id("attachment"))).hasValueSatisfying(bytes ->
                assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("picture-canary"));
            RecordData client = station.records().find("client", made.id("client")).orElseThrow();
            SaveResult.Saved saved = (SaveResult.Saved) station.saving().save(RecordDraft.change(client,
                RecordStatus.DRAFT, Map.of("note", "已安置")));
            assertThat(text(station, "client", "note")).isEqualTo("已安置");
            assertThat(text(station, "client", "alias")).isEqualTo("阿兰金丝");
            assertThat(changes(station, "client", "note")).contains("夜里逃到亲戚家>已安置");
            station.undo().undo(saved.stepId());
            assertThat(text(station, "client", "note")).isEqualTo("夜里逃到亲戚家");
            assertThat(station.journal().verify()).isEmpty();
        }
    }

    private String text(Station station, String form, String field) {
        return station.records().find(form, made.id(form)).orElseThrow().text(field);
    }

    private List<String> changes(Station station, String form, String field) {
        return station.journal().history(form, made.id(form)).stream().map(HistoryEntry::changes).flatMap(List::stream)
            .filter(change -> change.field().equals(field)).map(change -> change.before() + ">" + change.after()).toList();
    }

    @Test
    void anotherAccountWithTheFilesKeyOpensNothingEvenPastTheProgramsRules() {
        for (String user : List.of("李文", "站长")) {
            try (StationSession open = made.in(user)) {
                RecordData raw = open.station().file().read(db -> RecordRows.where(db,
                    open.station().forms().form("client"), DSL.noCondition())).get(0);
                assertThat(raw.text("name")).isEqualTo(SealedText.MARK);
                assertThat(raw.text("primary_cat")).isEqualTo("C503");
            }
        }
    }

    @Test
    void whoIsAssignedGetsTheKeyWhenTheNextHolderIsHereAndLosesItWithTheAssignment() {
        try (StationSession open = made.in("站长")) {
            open.station().sealed().assign(made.id("client"), Set.of(open.keyRing().account("李文").orElseThrow().id()));
            assertThat(open.station().sealUpkeep().waiting()).containsEntry(made.id("client"), List.of("李文"));
        }
        try (StationSession open = made.in("李文")) {
            RecordData client = open.station().records().find("client", made.id("client")).orElseThrow();
            assertThat(client.text("name")).isEqualTo(SealedText.MARK);
            assertThat(open.station().saving().save(RecordDraft.change(client, RecordStatus.DRAFT, Map.of("risk", "2"))))
                .isInstanceOfSatisfying(SaveResult.Refused.class, refused -> assertThat(refused.findings())
                    .extracting("message").containsExactly("seal.no_key"));
        }
        try (StationSession open = made.in("王小燕")) {
            open.station().sealUpkeep().run("封存");
            assertThat(open.station().sealUpkeep().waiting()).isEmpty();
        }
        try (StationSession open = made.in("李文")) {
            assertThat(text(open.station(), "client", "name")).isEqualTo("覃玉兰");
            assertThat(text(open.station(), "case_session", "content")).isEqualTo("面谈逐字稿");
            assertThat(changes(open.station(), "client", "note")).contains("null>夜里逃到亲戚家");
        }
        try (StationSession open = made.in("站长")) {
            open.station().sealed().assign(made.id("client"), Set.of());
        }
        try (StationSession open = made.in("王小燕")) {
            open.station().sealUpkeep().run("封存");
            assertThat(text(open.station(), "client", "name")).isEqualTo("覃玉兰");
            String client = made.id("client");
            assertThat(asked(open.station(), "SELECT generation FROM sealed_root WHERE id = '" + client + "'")).containsExactly("2");
            assertThat(asked(open.station(), "SELECT keys FROM sealed_value WHERE keys LIKE '" + client + ":1%'"
                + " UNION SELECT keys FROM sealed_change WHERE keys LIKE '" + client + ":1%'")).isEmpty();
        }
        try (StationSession open = made.in("李文")) {
            assertThat(open.station().records().find("client", made.id("client"))).isEmpty();
        }
    }

    private static List<String> asked(Station station, String question) {
        List<String> answer = station.records().ask(db -> db.resultQuery(question).fetch(0, String.class));
        return answer;
    }

    @Test
    void alteredOrMovedContentIsRefusedAndTheOthersStayWhole() {
        byte[] key;
        String second;
        try (StationSession open = made.in("王小燕")) {
            second = open.station().newId();
            save(open.station(), RecordDraft.entered("client", second, RecordStatus.DRAFT, Map.of("name", "梁二妹",
                "primary_cat", "C404", "owner_worker_id", made.id("worker"))));
            key = open.key().bytes();
        }
        PlainCopy.execute(made.folder.resolve("station.db"), key, "UPDATE sealed_value SET content ="
            + " (SELECT content FROM sealed_value WHERE record_id = '" + second + "') WHERE record_id = '"
            + made.id("client") + "'");
        try (StationSession open = made.in("王小燕")) {
            RecordData damaged = open.station().records().find("client", made.id("client")).orElseThrow();
            assertThat(damaged.text("name")).isEqualTo(SealedText.DAMAGED);
            assertThat(open.station().saving().save(RecordDraft.change(damaged, RecordStatus.DRAFT, Map.of("note", "x"))))
                .isInstanceOfSatisfying(SaveResult.Refused.class, refused -> assertThat(refused.findings())
                    .extracting("message").containsExactly("seal.damaged"));
            assertThat(open.station().records().find("client", second).orElseThrow().text("name")).isEqualTo("梁二妹");
        }
        try (StationSession open = made.in("站长")) {
            assertThat(open.station().sealUpkeep().faults()).containsExactly(new SealFault("client", made.id("client")));
        }
    }

    @Test
    void typingIsSealedForWhoTypes() {
        String fresh;
        try (StationSession open = made.in("李文")) {
            fresh = open.station().newId();
            open.station().typing().keep(new KeptTyping("client", fresh, 0, "", Map.of("name", "未存金丝"), Map.of(),
                Map.of("id_no", "4502991990金丝"), "name"));
            assertThat(open.station().typing().unfinishedNew("client")).singleElement()
                .satisfies(one -> assertThat(one.values()).containsEntry("name", "未存金丝"));
        }
        String pages = pages();
        assertThat(pages).doesNotContain(SealedStation.raw("金丝"));
        try (StationSession open = made.in("李文")) {
            assertThat(open.station().typing().unfinishedNew("client")).hasSize(1);
        }
    }

    @Test
    void theRecoverySheetBringsBackWhatALostPasswordLocked() {
        try (StationSession open = made.in("站长")) {
            new AccountOffice(open).setPassword(open.keyRing().account("王小燕").orElseThrow(),
                SealedStation.PASSWORD.toCharArray());
        }
        try (StationSession open = made.in("王小燕")) {
            open.station().sealUpkeep().run("封存");
            assertThat(text(open.station(), "client", "name")).isEqualTo(SealedText.MARK);
        }
        Opening opening = new SignIn(SealedStation.CLOCK).openWithRecoveryKey(made.folder, "站长", made.sheet.text());
        try (StationSession open = ((Opening.Opened) opening).session()) {
            open.station().sealUpkeep().run("封存");
        }
        try (StationSession open = made.in("王小燕")) {
            assertThat(text(open.station(), "client", "name")).isEqualTo("覃玉兰");
        }
    }

    @Test
    void aNumberThatBelongsToASealedRecordIsTakenForEverybody() {
        try (StationSession open = made.in("李文")) {
            SaveResult result = open.station().saving().save(RecordDraft.entered("client", open.station().newId(),
                RecordStatus.SUBMITTED, Map.of("name", "另一人", "id_type", "01", "id_no", SealedStation.ID_NUMBER)));
            assertThat(result).isInstanceOfSatisfying(SaveResult.Refused.class, refused ->
                assertThat(refused.findings()).extracting("message").contains("id.duplicate"));
            String step = asked(open.station(), "SELECT step_id FROM journal_entry WHERE op = 'insert' AND record_id = '"
                + made.id("client") + "'").get(0);
            assertThatThrownBy(() -> open.station().journal().undo(open.station().actor(), step, "undo"))
                .isInstanceOf(NotPermittedException.class);
        }
    }

    @Test
    void theChainProvesItselfAfterSealingAndFindsTampering() {
        byte[] key;
        try (StationSession open = made.in("站长")) {
            assertThat(open.station().journal().verify()).isEmpty();
            key = open.key().bytes();
        }
        PlainCopy.execute(made.folder.resolve("station.db"), key, "UPDATE journal_entry SET changes ="
            + " replace(changes, 'C503', 'C302') WHERE record_id = '" + made.id("client") + "'");
        try (StationSession open = made.in("站长")) {
            assertThat(open.station().journal().verify()).isNotEmpty();
        }
    }

    @Test
    void aCorrectedCategoryOpensTheRecordForEverybody() {
        try (StationSession open = made.in("王小燕")) {
            RecordData client = open.station().records().find("client", made.id("client")).orElseThrow();
            save(open.station(), RecordDraft.change(client, RecordStatus.DRAFT, Map.of("primary_cat", "C502")));
        }
        try (StationSession open = made.in("李文")) {
            assertThat(text(open.station(), "client", "name")).isEqualTo("覃玉兰");
            assertThat(text(open.station(), "visit", "note")).isEqualTo("随访见瘀伤");
            assertThat(open.station().records().ids(ListQuery.all("client").withSearch("玉兰"))).containsExactly(made.id("client"));
            assertThat(open.station().attachments().content(made.id("attachment"))).isPresent();
        }
    }
}
