package org.shegong.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.journal.HistoryEntry;
import org.shegong.db.journal.seal.SealedText;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.NotPermittedException;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordRows;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;

/** A sealed mother of one worker and her child of another: what is about both, who changes what, and damage beside it. */
class SealedNeighboursTest {
    private static final String MOTHERS = "王小燕";
    private static final String CHILDS = "李文";
    @TempDir
    private Path folder;
    private SealedStation made;
    private String child;
    private String worker;
    private String shared;

    @BeforeEach
    void make() {
        made = new SealedStation(folder);
        try (StationSession open = made.in("站长")) {
            Station station = open.station();
            worker = station.newId();
            child = station.newId();
            shared = station.newId();
            station.saving().importAll("import", "test", List.of(RecordDraft.imported("worker", worker, null,
                Map.of("name", CHILDS)), RecordDraft.imported("client", child, null, Map.of("name", "覃小宝", "primary_cat",
                    "C302", "owner_worker_id", worker, "household_id", made.id("household")))));
        }
        try (StationSession open = made.in(MOTHERS)) {
            open.station().saving().importAll("import", "test", List.of(RecordDraft.imported("visit", shared, null,
                Map.of("clients", List.of(made.id("client"), child), "date", LocalDate.of(2026, 11, 7), "note", "母子同访金丝"))));
        }
    }

    private static SaveResult change(StationSession open, String form, String id, Map<String, Object> values) {
        Station station = open.station();
        RecordData before = station.records().find(form, id).orElseThrow();
        return station.saving().save(RecordDraft.change(before, RecordStatus.DRAFT, new HashMap<>(values)));
    }

    private static void saved(StationSession open, String form, String id, Map<String, Object> values) {
        assertThat(change(open, form, id, values)).isInstanceOf(SaveResult.Saved.class);
    }

    private static List<String> asked(StationSession open, String question) {
        List<String> answer = open.station().records().ask(db -> db.resultQuery(question).fetch(0, String.class));
        return answer;
    }

    private static List<String> keys(StationSession open, String id) {
        return asked(open, "SELECT keys FROM sealed_value WHERE record_id = '" + id + "'");
    }

    private static String text(StationSession open, String form, String id, String field) {
        return open.station().file().read(db -> RecordRows.byId(db, open.station().forms().form(form), List.of(id))).get(id)
            .text(field);
    }

    private byte[] key() {
        try (StationSession open = made.in("站长")) {
            return open.key().bytes();
        }
    }

    @Test
    void aChangedCodeBringsNoWordOfASealedRecordBackIntoTheFile() {
        try (StationSession open = made.in(MOTHERS)) {
            saved(open, "client", made.id("client"), Map.of("risk", "2"));
            assertThat(asked(open, "SELECT token FROM search_token WHERE record_id = '" + made.id("client") + "'")).isEmpty();
            assertThat(text(open, "client", made.id("client"), "name")).isEqualTo("覃玉兰");
        }
        String pages = SealedStation.pages(made.folder, key(), folder);
        assertThat(SealedStation.found(pages)).isEmpty();
        assertThat(pages).doesNotContain("qyl");
    }

    @Test
    void wordsThatAnEarlierProgramPutBackAreTakenAwayAtTheNextSignIn() {
        PlainCopy.execute(made.folder.resolve("station.db"), key(), "INSERT INTO search_token (form, token, record_id)"
            + " VALUES ('client', '漏字金丝', '" + made.id("client") + "')");
        try (StationSession open = made.in(CHILDS)) {
            assertThat(new SealOffice(open).catchUp()).isZero();
        }
        assertThat(SealedStation.pages(made.folder, key(), folder)).doesNotContain(SealedStation.raw("漏字金丝"));
    }

    @Test
    void whoSealsTheChildIsNotStoppedByTheMothersKey() {
        try (StationSession open = made.in(CHILDS)) {
            saved(open, "client", child, Map.of("primary_cat", "C404", "note", "孩子笔记"));
            assertThat(text(open, "client", child, "note")).isEqualTo("孩子笔记");
            new SealOffice(open).catchUp();
            assertThat(keys(open, shared)).containsExactly(made.id("client") + ":1");
        }
        try (StationSession open = made.in(MOTHERS)) {
            new SealOffice(open).catchUp();
            assertThat(text(open, "visit", shared, "note")).isEqualTo("母子同访金丝");
        }
        try (StationSession open = made.in("站长")) {
            assertThat(new SealOffice(open).handOver(made.sheet.text())).isInstanceOf(SealOffice.Handover.Done.class);
            assertThat(keys(open, shared).get(0).split(" ")).containsExactlyInAnyOrder(made.id("client") + ":1", child + ":1");
        }
        PlainCopy.execute(made.folder.resolve("station.db"), key(), "DELETE FROM client_category WHERE category = 'C404'");
        try (StationSession open = made.in(CHILDS)) {
            saved(open, "client", child, Map.of("primary_cat", "C302"));
            assertThat(asked(open, "SELECT opened FROM sealed_root WHERE id = '" + child + "'")).containsExactly("1");
            assertThat(text(open, "client", child, "note")).isEqualTo("孩子笔记");
        }
        try (StationSession open = made.in(MOTHERS)) {
            assertThat(text(open, "visit", shared, "note")).as("left under both keys").isEqualTo(SealedText.MARK);
        }
        try (StationSession open = made.in("站长")) {
            new SealOffice(open).handOver(made.sheet.text());
        }
        try (StationSession open = made.in(MOTHERS)) {
            assertThat(text(open, "visit", shared, "note")).isEqualTo("母子同访金丝");
            assertThat(open.station().journal().verify()).isEmpty();
            assertThat(open.station().sealUpkeep().faults()).isEmpty();
        }
    }

    @Test
    void whoHandsAPersonOverHandsOnTheOlderKeysTooBeforeLosingHerOwn() {
        try (StationSession open = made.in(CHILDS)) {
            saved(open, "client", child, Map.of("primary_cat", "C404"));
        }
        try (StationSession open = made.in("站长")) {
            new SealOffice(open).handOver(made.sheet.text());
        }
        PlainCopy.execute(made.folder.resolve("station.db"), key(), "UPDATE sealed_root SET rotate = 1 WHERE id = '"
            + made.id("client") + "'");
        try (StationSession open = made.in(MOTHERS)) {
            saved(open, "client", made.id("client"), Map.of("note", "照常工作"));
            assertThat(keys(open, made.id("client"))).containsExactly(made.id("client") + ":2");
            assertThat(keys(open, shared).get(0)).as("under a key that she has not").contains(made.id("client") + ":1");
        }
        try (StationSession open = made.in(MOTHERS)) {
            saved(open, "client", made.id("client"), Map.of("owner_worker_id", worker));
            assertThat(asked(open, "SELECT holder FROM record_key WHERE root_id = '" + made.id("client") + "'"))
                .doesNotContain(open.account().id());
        }
        try (StationSession open = made.in(CHILDS)) {
            assertThat(text(open, "visit", shared, "note")).isEqualTo("母子同访金丝");
            assertThat(text(open, "client", made.id("client"), "note")).isEqualTo("照常工作");
            new SealOffice(open).catchUp();
            assertThat(keys(open, shared).get(0)).contains(made.id("client") + ":3");
        }
    }

    @Test
    void lostContentIsNotCoveredUpByANewKey() {
        PlainCopy.execute(made.folder.resolve("station.db"), key(), "DELETE FROM sealed_value WHERE form = 'client'",
            "UPDATE sealed_root SET rotate = 1 WHERE form = 'client'");
        try (StationSession open = made.in(MOTHERS)) {
            new SealOffice(open).catchUp();
            assertThat(asked(open, "SELECT generation FROM sealed_root WHERE form = 'client'")).containsExactly("2");
            assertThat(open.station().sealUpkeep().faults()).extracting("recordId").contains(made.id("client"));
        }
    }

    @Test
    void aHouseholdIsOpenedWhenTheSealedMemberMovedOut() {
        try (StationSession open = made.in(MOTHERS)) {
            assertThat(keys(open, made.id("household"))).hasSize(1);
            Map<String, Object> nowhere = new HashMap<>();
            nowhere.put("household_id", null);
            saved(open, "client", made.id("client"), nowhere);
            assertThat(keys(open, made.id("household"))).isEmpty();
        }
        try (StationSession open = made.in(CHILDS)) {
            assertThat(text(open, "household", made.id("household"), "address")).isEqualTo("榕树坡九号");
        }
    }

    @Test
    void aHouseholdThatStayedSealedInAnEarlierProgramIsOpenedAtTheNextSignIn() {
        PlainCopy.execute(made.folder.resolve("station.db"), key(), "UPDATE client SET household_id = NULL WHERE id = '"
            + made.id("client") + "'");
        try (StationSession open = made.in(MOTHERS)) {
            new SealOffice(open).catchUp();
            assertThat(keys(open, made.id("household"))).isEmpty();
            assertThat(text(open, "household", made.id("household"), "head_name")).isEqualTo("覃玉秀");
        }
    }

    @Test
    void whatCannotBeSettledIsNotCountedAsSealed() {
        PlainCopy.execute(made.folder.resolve("station.db"), key(), "UPDATE client SET primary_cat = 'C404' WHERE id = '"
            + child + "'", "UPDATE visit SET note = '无钥', extra = NULL WHERE id = '" + shared + "'",
            "DELETE FROM sealed_value WHERE record_id = '" + shared + "'");
        try (StationSession open = made.in(CHILDS)) {
            int steps = asked(open, "SELECT id FROM journal_step WHERE action = 'seal'").size();
            assertThat(new SealOffice(open).catchUp()).isZero();
            assertThat(asked(open, "SELECT id FROM journal_step WHERE action = 'seal'")).hasSize(steps);
            assertThat(asked(open, "SELECT id FROM sealed_root WHERE id = '" + child + "'")).isEmpty();
        }
    }

    @Test
    void aDamagedRecordKeepsNobodyFromBeingSealedOrOpened() {
        PlainCopy.execute(made.folder.resolve("station.db"), key(), "UPDATE sealed_value SET content = zeroblob(41) WHERE"
            + " record_id IN ('" + shared + "', '" + made.id("visit") + "', '" + made.id("attachment") + "')");
        try (StationSession open = made.in(CHILDS)) {
            saved(open, "client", child, Map.of("primary_cat", "C404"));
        }
        try (StationSession open = made.in(MOTHERS)) {
            new SealOffice(open).catchUp();
            assertThat(text(open, "visit", shared, "note")).isEqualTo(SealedText.DAMAGED);
        }
        PlainCopy.execute(made.folder.resolve("station.db"), key(), "DELETE FROM client_category");
        try (StationSession open = made.in(MOTHERS)) {
            saved(open, "client", made.id("client"), Map.of("primary_cat", "C302"));
            assertThat(asked(open, "SELECT name FROM client WHERE id = '" + made.id("client") + "'")).containsExactly("覃玉兰");
            assertThat(keys(open, made.id("visit"))).containsExactly(made.id("client") + ":1");
            assertThat(text(open, "visit", made.id("visit"), "note")).isEqualTo(SealedText.DAMAGED);
            assertThat(text(open, "case_session", made.id("case_session"), "content")).isEqualTo("面谈逐字稿");
            assertThat(open.station().sealUpkeep().faults()).hasSize(3);
        }
    }

    @Test
    void aDamagedRecordStaysUnderItsOlderKeyAndStopsNoOther() {
        PlainCopy.execute(made.folder.resolve("station.db"), key(), "UPDATE sealed_value SET content = zeroblob(41)"
            + " WHERE record_id = '" + made.id("visit") + "'", "UPDATE sealed_value SET content = zeroblob(41)"
                + " WHERE record_id = '" + made.id("attachment") + "'", "UPDATE sealed_root SET rotate = 1 WHERE id = '"
                    + made.id("client") + "'");
        try (StationSession open = made.in(MOTHERS)) {
            saved(open, "client", made.id("client"), Map.of("note", "照常工作"));
            assertThat(text(open, "client", made.id("client"), "note")).isEqualTo("照常工作");
            assertThat(keys(open, made.id("client"))).containsExactly(made.id("client") + ":2");
            assertThat(keys(open, made.id("visit"))).containsExactly(made.id("client") + ":1");
            assertThat(keys(open, made.id("attachment"))).containsExactly(made.id("client") + ":1");
            assertThat(asked(open, "SELECT name FROM attachment")).containsExactly(SealedText.MARK);
            assertThat(text(open, "case_session", made.id("case_session"), "content")).isEqualTo("面谈逐字稿");
        }
    }

    @Test
    void theHistoryOfWhatIsSealedNoMoreOpensAgainAfterANewPassword() {
        try (StationSession open = made.in(MOTHERS)) {
            saved(open, "client", made.id("client"), Map.of("primary_cat", "C502"));
        }
        try (StationSession open = made.in("站长")) {
            new AccountOffice(open).setPassword(open.keyRing().account(MOTHERS).orElseThrow(),
                SealedStation.PASSWORD.toCharArray());
        }
        try (StationSession open = made.in(MOTHERS)) {
            assertThat(history(open)).doesNotContain("夜里逃到亲戚家");
        }
        try (StationSession open = made.in("站长")) {
            new SealOffice(open).handOver(made.sheet.text());
        }
        try (StationSession open = made.in(MOTHERS)) {
            assertThat(history(open)).contains("夜里逃到亲戚家");
        }
    }

    private List<Object> history(StationSession open) {
        return open.station().journal().history("client", made.id("client")).stream().map(HistoryEntry::changes)
            .flatMap(List::stream).filter(change -> change.field().equals("note") && change.after() != null)
            .map(change -> change.after()).toList();
    }

    @Test
    void theMarkOfASealedValueIsKeptAsAValueInNoWay() {
        try (StationSession open = made.in(CHILDS)) {
            Station station = open.station();
            RecordDraft marked = RecordDraft.imported("client", station.newId(), null, Map.of("name", SealedText.MARK));
            assertThatThrownBy(() -> station.saving().importAll("import", "test", List.of(marked)))
                .isInstanceOf(NotPermittedException.class);
            RecordData kept = station.records().find("client", child).orElseThrow();
            String other = station.newId();
            station.saving().importAll("import", "test", List.of(RecordDraft.imported("client", other, null,
                Map.of("name", "覃小宝"))));
            assertThatThrownBy(() -> station.merging().merge(kept, station.records().find("client", other).orElseThrow(),
                Map.of("note", SealedText.DAMAGED))).isInstanceOf(NotPermittedException.class);
            assertThat(text(open, "client", child, "note")).isEmpty();
            assertThat(text(open, "client", other, "merged_to")).isEmpty();
        }
    }

    @Test
    void whatTheSheetOpenedIsForgottenAndWhatTheAccountOpensStays() {
        try (StationSession open = made.in(MOTHERS)) {
            var seals = open.station().file().seals().orElseThrow();
            seals.withSheet(KeyRing.open(made.folder).unseal(made.sheet).orElseThrow(),
                () -> text(open, "client", made.id("client"), "name"));
            assertThat(text(open, "client", made.id("client"), "name")).isEqualTo("覃玉兰");
            saved(open, "client", made.id("client"), Map.of("note", "之后照常封存"));
        }
        try (StationSession open = made.in("站长")) {
            var seals = open.station().file().seals().orElseThrow();
            String read = seals.withSheet(KeyRing.open(made.folder).unseal(made.sheet).orElseThrow(),
                () -> text(open, "client", made.id("client"), "note"));
            assertThat(read).isEqualTo("之后照常封存");
            assertThat(text(open, "client", made.id("client"), "note")).isEqualTo(SealedText.MARK);
        }
        assertThat(SealedStation.pages(made.folder, key(), folder)).doesNotContain(SealedStation.raw("之后照常封存"))
            .doesNotContain(new String("照常封存".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
}
