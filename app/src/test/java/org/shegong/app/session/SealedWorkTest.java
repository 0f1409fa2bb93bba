package org.shegong.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.backup.Backup;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.backup.BackupSecret;
import org.shegong.db.backup.Restore;
import org.shegong.db.backup.RestoreResult;
import org.shegong.db.journal.seal.SealedText;
import org.shegong.db.store.ClientMerge;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.Recycling;
import org.shegong.db.store.SaveResult;
import org.shegong.db.store.StepUndo;

/** Work on sealed records that moves more than one value: merging, the recycle bin, imports, erasing, restoring. */
class SealedWorkTest {
    @TempDir
    private Path folder;
    private SealedStation made;

    @BeforeEach
    void make() {
        made = new SealedStation(folder);
    }

    private RecordData find(Station station, String form) {
        return station.records().find(form, made.id(form)).orElseThrow();
    }

    private static long count(Station station, String sql) {
        Long count = station.records().ask(db -> db.resultQuery(sql).fetchOne(0, Long.class));
        return count;
    }

    private List<String> pages() {
        byte[] key;
        try (StationSession open = made.in("站长")) {
            key = open.key().bytes();
        }
        return SealedStation.found(SealedStation.pages(made.folder, key, folder));
    }

    @Test
    void mergingASealedClientIntoAnotherSealsTheOtherAndCanBeTakenBack() {
        try (StationSession open = made.in("王小燕")) {
            Station station = open.station();
            RecordData kept = ((SaveResult.Saved) station.saving().save(RecordDraft.entered("client", station.newId(),
                RecordStatus.DRAFT, Map.of("name", "覃玉兰", "owner_worker_id", made.id("worker"), "primary_cat", "C502",
                    "note", "另一份档案金丝")))).record();
            ClientMerge.Outcome outcome = station.merging().merge(kept, find(station, "client"),
                Map.of("note", "夜里逃到亲戚家"));
            assertThat(outcome).isInstanceOf(ClientMerge.Outcome.Merged.class);
            assertThat(station.records().find("client", kept.id()).orElseThrow().text("note")).isEqualTo("夜里逃到亲戚家");
            assertThat(find(station, "visit").many("clients")).containsExactly(kept.id());
            assertThat(find(station, "visit").text("note")).isEqualTo("随访见瘀伤");
            assertThat(station.undo().undo(((ClientMerge.Outcome.Merged) outcome).step().id()))
                .isInstanceOf(StepUndo.Outcome.Done.class);
            assertThat(station.records().find("client", kept.id()).orElseThrow().text("note")).isEqualTo("另一份档案金丝");
            assertThat(find(station, "visit").many("clients")).containsExactly(made.id("client"));
            assertThat(find(station, "client").text("note")).isEqualTo("夜里逃到亲戚家");
            assertThat(station.journal().verify()).isEmpty();
            assertThat(station.sealUpkeep().faults()).isEmpty();
        }
    }

    @Test
    void theBinKeepsItSealedAndGivesItBack() {
        try (StationSession open = made.in("王小燕")) {
            Station station = open.station();
            assertThat(station.recycling().recycle("case_session", made.id("case_session"), "1", true))
                .isInstanceOf(Recycling.Outcome.Done.class);
            assertThat(station.records().list(ListQuery.all("case_session").inRecycleBin()))
                .singleElement().satisfies(one -> assertThat(one.text("content")).isEqualTo("面谈逐字稿"));
            assertThat(station.recycling().restore("case_session", made.id("case_session")))
                .isInstanceOf(Recycling.Outcome.Done.class);
            assertThat(find(station, "case_session").text("content")).isEqualTo("面谈逐字稿");
        }
        assertThat(pages()).isEmpty();
    }

    @Test
    void takingBackTheImportThatBroughtThemAndDoingItAgainLosesNothing() {
        try (StationSession open = made.in("王小燕")) {
            Station station = open.station();
            String step = station.recentSteps().newest("", 30).stream().filter(one -> one.step().action().equals("import") && one.stands())
                .findFirst().orElseThrow().step().id();
            assertThat(station.undo().undo(step)).isInstanceOf(StepUndo.Outcome.Done.class);
            String undone = station.recentSteps().newest("", 1).get(0).step().id();
            assertThat(station.undo().undo(undone)).isInstanceOf(StepUndo.Outcome.Done.class);
            assertThat(find(station, "client").text("name")).isEqualTo("覃玉兰");
            assertThat(find(station, "household").text("address")).isEqualTo("榕树坡九号");
        }
        assertThat(pages()).isEmpty();
    }

    @Test
    void aCopyBroughtBackOpensForTheSamePeopleAlone() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("copies"));
        Path copy;
        try (StationSession open = made.in("王小燕")) {
            copy = ((BackupResult.Done) new Backup(open.station().file(), open.key(), SealedStation.CLOCK).to(copies, "样例站")).file();
        }
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(new Restore(SealedStation.CLOCK).from(copy, elsewhere, new BackupSecret.Password("站长",
            SealedStation.PASSWORD.toCharArray()))).isInstanceOf(RestoreResult.Restored.class);
        try (StationSession open = ((Opening.Opened) new SignIn(SealedStation.CLOCK).open(elsewhere, "王小燕",
                SealedStation.PASSWORD.toCharArray())).session()) {
            assertThat(find(open.station(), "client").text("name")).isEqualTo("覃玉兰");
        }
        try (StationSession open = ((Opening.Opened) new SignIn(SealedStation.CLOCK).open(elsewhere, "李文",
                SealedStation.PASSWORD.toCharArray())).session()) {
            assertThat(open.station().records().find("client", made.id("client"))).isEmpty();
        }
    }

    @Test
    void whatIsErasedIsGoneUnderTheSecondKeyToo() {
        try (StationSession open = made.in("王小燕")) {
            Station station = open.station();
            station.journal().erase(station.actor(), "清除", "期满", Map.of("client", Set.of(made.id("client"))),
                (form, field) -> !field.mask().isEmpty());
            RecordData left = find(station, "client");
            assertThat(left.values()).doesNotContainKeys("name", "id_no", "note").containsEntry("primary_cat", "C503");
            assertThat(count(station, "SELECT COUNT(*) FROM sealed_change WHERE record_id = '" + made.id("client") + "'")).isZero();
            assertThat(count(station, "SELECT COUNT(*) FROM sealed_lookup")).isZero();
            assertThat(count(station, "SELECT COUNT(*) FROM sealed_value WHERE form = 'attachment'")).isZero();
            assertThat(find(station, "visit").text("note")).isEqualTo("随访见瘀伤");
            assertThat(station.journal().verify()).isEmpty();
            assertThat(station.sealUpkeep().faults()).isEmpty();
        }
    }

    @Test
    void anErasureByWhoCannotReadItEmptiesWhatItCannotOpen() {
        try (StationSession open = made.in("站长")) {
            Station station = open.station();
            station.journal().erase(station.actor(), "清除", "期满", Map.of("client", Set.of(made.id("client"))),
                (form, field) -> !field.mask().isEmpty());
        }
        try (StationSession open = made.in("王小燕")) {
            RecordData left = find(open.station(), "client");
            assertThat(left.values().values()).noneMatch(SealedText::isStandIn);
            assertThat(left.values()).doesNotContainKeys("name", "id_no", "note");
        }
    }

    @Test
    void aHouseholdIsSealedWithWhoMovesIn() {
        try (StationSession open = made.in("王小燕")) {
            Station station = open.station();
            String house = ((SaveResult.Saved) station.saving().save(RecordDraft.entered("household", station.newId(),
                RecordStatus.DRAFT, Map.of("head_name", "蓝大金丝", "address", "石桥头")))).record().id();
            assertThat(count(station, "SELECT COUNT(*) FROM household WHERE address = '石桥头'")).isEqualTo(1);
            station.saving().save(RecordDraft.change(find(station, "client"), RecordStatus.DRAFT, Map.of("household_id", house)));
            assertThat(count(station, "SELECT COUNT(*) FROM household WHERE address = '石桥头'")).isZero();
            assertThat(station.records().find("household", house).orElseThrow().text("address")).isEqualTo("石桥头");
        }
    }

    @Test
    void aRecordWrittenForAColleagueIsSealedFromItsWriter() {
        String id;
        try (StationSession open = made.in("李文")) {
            Station station = open.station();
            id = station.newId();
            assertThat(station.saving().save(RecordDraft.entered("client", id, RecordStatus.DRAFT, Map.of("name", "莫小妹",
                "primary_cat", "C404", "owner_worker_id", made.id("worker"), "filed_date", LocalDate.of(2026, 11, 20)))))
                .isInstanceOf(SaveResult.Saved.class);
            assertThat(station.records().find("client", id)).isEmpty();
        }
        try (StationSession open = made.in("王小燕")) {
            assertThat(open.station().records().find("client", id).orElseThrow().text("name")).isEqualTo("莫小妹");
        }
    }
}
