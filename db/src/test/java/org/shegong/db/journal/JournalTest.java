package org.shegong.db.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.db.store.SaveResult;

class JournalTest {
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

    @Test
    void keepsBeforeAndAfterOfEachChangedField() {
        String id = TestStation.draft(station, "village", "name", "白沙村", "population", 1940L);
        change("village", id, Map.of("population", 1950L));
        HistoryEntry newest = station.journal().history("village", id).get(0);
        assertThat(newest.accountName()).isEqualTo("王社工");
        assertThat(newest.changes()).singleElement().satisfies(change -> {
            assertThat(change.field()).isEqualTo("population");
            assertThat(change.before()).isEqualTo(1940);
            assertThat(change.after()).isEqualTo(1950);
        });
    }

    @Test
    void takesBackAChangeAndDoesItAgain() {
        String id = TestStation.draft(station, "village", "name", "白沙村");
        String step = change("village", id, Map.of("name", "白沙新村"));
        String undo = undone(step);
        assertThat(name(id)).isEqualTo("白沙村");
        undone(undo);
        assertThat(name(id)).isEqualTo("白沙新村");
    }

    @Test
    void takesBackSeveralStepsOneAfterTheOther() {
        String id = TestStation.draft(station, "village", "name", "一");
        String second = change("village", id, Map.of("name", "二"));
        String third = change("village", id, Map.of("name", "三"));
        undone(third);
        undone(second);
        assertThat(name(id)).isEqualTo("一");
    }

    @Test
    void refusesToTakeBackWhatWasChangedSince() {
        String id = TestStation.draft(station, "village", "name", "一");
        String second = change("village", id, Map.of("name", "二"));
        change("village", id, Map.of("name", "三"));
        assertThat(station.journal().undo(TestStation.ACTOR, second, "撤销"))
            .isEqualTo(new UndoOutcome.ChangedSince(List.of(id)));
        assertThat(name(id)).isEqualTo("三");
    }

    @Test
    void takesBackAWholeImportAsOneStep() {
        JournalStep step = station.saving().importAll("import", "导入", List.of(
            RecordDraft.imported("village", station.newId(), "k1", Map.of("name", "甲村")),
            RecordDraft.imported("village", station.newId(), "k2", Map.of("name", "乙村"))));
        assertThat(station.records().count(org.shegong.db.store.ListQuery.all("village"))).isEqualTo(2);
        undone(step.id());
        assertThat(station.records().count(org.shegong.db.store.ListQuery.all("village"))).isZero();
    }

    @Test
    void restoresListsOfSeveralValues() {
        String one = TestStation.draft(station, "worker", "name", "陆美梓");
        String two = TestStation.draft(station, "worker", "name", "冯永玉");
        String visit = TestStation.draft(station, "visit", "date", LocalDate.of(2026, 11, 2), "co_workers",
            List.of(one, two));
        String step = change("visit", visit, Map.of("co_workers", List.of(two)));
        undone(step);
        assertThat(station.records().find("visit", visit).orElseThrow().many("co_workers"))
            .containsExactly(one, two);
    }

    @Test
    void findsAnEditedEntry() {
        TestStation.draft(station, "village", "name", "白沙村");
        TestStation.draft(station, "village", "name", "百朋村");
        assertThat(station.journal().verify()).isEmpty();
        station.file().write(db -> db.execute("UPDATE journal_entry SET changes = replace(changes, '白沙', '黑沙')"));
        assertThat(station.journal().verify()).containsExactly(new ChainFault("d1", 1, "edited"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at = ' '", "account_id = 'a9'", "prev_hash = hash", "form = form || char(10)",
        "record_id = char(10) || record_id", "record_version = record_version + 1", "op = 'update'", "hash = hash || '='",
        "hash = substr(hash, 1, 42) || char(unicode(substr(hash, 43)) + 1)", "proof = CAST(proof || x'0a' AS BLOB)", "proof = x'00'",
        "proof = NULL", "changes = changes || ' '", "changes = substr(changes, 1, length(changes) - 1)",
        "step_id = step_id || char(10) || op", "seq = 7", "seq = 4000000000000000000", "seq = -1", "device_id = 'd0'"})
    void findsAnyColumnOfAnEntryEdited(String edit) {
        TestStation.draft(station, "village", "name", "白沙村");
        TestStation.draft(station, "village", "name", "百朋村");
        TestStation.draft(station, "village", "name", "三都村");
        station.file().write(db -> db.execute("UPDATE journal_entry SET " + edit + " WHERE seq = 2"));
        assertThat(station.journal().verify()).isNotEmpty().allSatisfy(fault ->
            assertThat(fault.deviceId()).isIn("d0", "d1"));
    }

    @Test
    void findsAMarkOfTakingBackThatNoStepMade() {
        String id = TestStation.draft(station, "village", "name", "一");
        String second = change("village", id, Map.of("name", "二"));
        undone(second);
        assertThat(station.journal().verify()).isEmpty();
        station.file().write(db -> db.execute("UPDATE journal_step SET undone_by = NULL"));
        assertThat(station.journal().verify()).containsExactly(new ChainFault("d1", 2, "step"));
        station.file().write(db -> db.execute("UPDATE journal_step SET undone_by = 'x'"));
        assertThat(station.journal().verify()).hasSize(3).allMatch(fault -> fault.kind().equals("step"));
    }

    @Test
    void findsAMissingEntryInTheMiddleAndAtTheEnd() {
        TestStation.draft(station, "village", "name", "一");
        TestStation.draft(station, "village", "name", "二");
        TestStation.draft(station, "village", "name", "三");
        station.file().write(db -> db.execute("DELETE FROM journal_entry WHERE seq IN (2)"));
        assertThat(station.journal().verify()).contains(new ChainFault("d1", 2, "missing"));
        station.file().write(db -> db.execute("DELETE FROM journal_entry WHERE seq > 1"));
        assertThat(station.journal().verify()).isNotEmpty();
    }

    /** Nothing in the database tells of them any more; the signed head beside the keys does. */
    @Test
    void missesEntriesThatWereCutOffWithTheirSteps() {
        for (String name : List.of("一", "二", "三")) {
            TestStation.draft(station, "village", "name", name);
        }
        cutOffAfter(1);
        assertThat(station.journal().verify()).containsExactly(new ChainFault("d1", 2, "cut"));
        station.close();
        station = TestStation.open(folder);
        TestStation.draft(station, "village", "name", "四");
        TestStation.draft(station, "village", "name", "五");
        assertThat(station.journal().verify()).containsExactly(new ChainFault("d1", 3, "replaced"));
    }

    @Test
    void holdsWhenTheAnchorIsBehindOrTornOrGone() throws java.io.IOException {
        Path anchor = folder.resolve(HeadAnchor.FILE_NAME);
        TestStation.draft(station, "village", "name", "一");
        byte[] behind = java.nio.file.Files.readAllBytes(anchor);
        TestStation.draft(station, "village", "name", "二");
        java.nio.file.Files.write(anchor, behind);
        assertThat(station.journal().verify()).isEmpty();
        java.nio.file.Files.write(anchor, new byte[100]);
        assertThat(station.journal().verify()).isEmpty();
        java.nio.file.Files.delete(anchor);
        TestStation.draft(station, "village", "name", "三");
        assertThat(anchor).exists();
        assertThat(station.journal().verify()).isEmpty();
    }

    /** Work that a person cancels is interrupted, also while it writes. */
    @Test
    void notesItsHeadAlsoWhenTheThreadIsInterrupted() {
        TestStation.draft(station, "village", "name", "一");
        Thread.currentThread().interrupt();
        TestStation.draft(station, "village", "name", "二");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(station.journal().verify()).isEmpty();
        cutOffAfter(1);
        assertThat(station.journal().verify()).containsExactly(new ChainFault("d1", 2, "cut"));
    }

    @Test
    void missesInACopyWhatTheStationOnceHad() {
        TestStation.draft(station, "village", "name", "一");
        TestStation.draft(station, "village", "name", "二");
        SignedHeads copy = station.file().read(db ->
            SignedHeads.of(db, "2026-11-20T16:00:00", station.file().headKey()));
        SignedHeads forged = new SignedHeads(copy.heads(), "2026-11-20T17:00:00", copy.signature());
        assertThat(station.journal().verifyAgainst(copy)).isEmpty();
        cutOffAfter(1);
        assertThat(station.journal().verifyAgainst(copy)).containsExactly(new ChainFault("d1", 2, "cut"));
        assertThat(station.journal().verifyAgainst(forged)).isEmpty();
    }

    @Test
    void doesNotMissWhatWasLeftBehindByRestoring() {
        TestStation.draft(station, "village", "name", "一");
        TestStation.draft(station, "village", "name", "二");
        SignedHeads copy = station.file().read(db ->
            SignedHeads.of(db, "2026-11-20T15:30:00", station.file().headKey()));
        cutOffAfter(1);
        Restoring.note(station.file(), TestStation.CLOCK, "恢复", "2026-11-20T15:00:00");
        assertThat(station.journal().verifyAgainst(copy)).isEmpty();
    }

    private void cutOffAfter(long seq) {
        station.file().write(db -> db.execute("DELETE FROM journal_step WHERE id IN "
            + "(SELECT step_id FROM journal_entry WHERE seq > " + seq + ")")
            + db.execute("DELETE FROM journal_entry WHERE seq > " + seq));
    }

    @Test
    void holdsWhenAValueIsErased() {
        EntryContent content = EntryContent.of("insert", List.of(new FieldChange("name", null, "覃玉兰", null, null),
            new FieldChange("sex", null, "2", null, null))).proving(new byte[Sha256.LENGTH]);
        EntryContent erased = content.erase("insert", List.of("name"));
        assertThat(erased.text()).doesNotContain("覃玉兰").contains("\"sex\"");
        assertThat(HexFormat.of().formatHex(erased.proof()))
            .doesNotContain(HexFormat.of().formatHex(content.proof(), 0, 16));
        assertThat(erased.digest(new Sha256())).isEqualTo(content.digest(new Sha256()));
        assertThat(erased.root("insert")).isEqualTo(content.root("insert"));
        assertThat(erased.step()).isEqualTo(content.step());
        assertThat(erased.changes("insert").get(0).erased()).isTrue();
    }

    @Test
    void holdsWhenARecordIsErasedFromIt() {
        String id = TestStation.draft(station, "village", "name", "白沙村", "contact", "覃玉兰");
        change("village", id, Map.of("contact", "韦小妹"));
        station.file().write(db -> station.journal().eraseIn(db, id, List.of("contact")));
        assertThat(station.journal().verify()).isEmpty();
        assertThat(station.journal().history("village", id)).allSatisfy(entry -> assertThat(entry.changes())
            .filteredOn(change -> change.field().equals("contact")).allMatch(FieldChange::erased));
        String journal = station.file().read(db ->
            db.fetch("SELECT * FROM journal_entry, journal_step").formatCSV());
        assertThat(journal)
            .contains("白沙村").doesNotContain("覃玉兰", "韦小妹");
        station.file().write(db -> db.execute("UPDATE journal_entry SET changes = replace(changes, '白沙', '黑沙')"));
        assertThat(station.journal().verify()).contains(new ChainFault("d1", 1, "edited"));
    }

    @Test
    void findsAStepThatWasEdited() {
        TestStation.draft(station, "village", "name", "一");
        TestStation.draft(station, "village", "name", "二");
        for (String column : List.of("action", "label", "account_id", "account_name", "at")) {
            station.file().write(db -> db.execute("UPDATE journal_step SET " + column + " = " + column
                + " || 'x' WHERE id = (SELECT step_id FROM journal_entry WHERE seq = 2)"));
            assertThat(station.journal().verify()).as(column).containsExactly(new ChainFault("d1", 2, "step"));
            station.file().write(db -> db.execute("UPDATE journal_step SET " + column + " = substr(" + column
                + ", 1, length(" + column + ") - 1) WHERE id = (SELECT step_id FROM journal_entry WHERE seq = 2)"));
        }
        assertThat(station.journal().verify()).isEmpty();
    }

    /** Written by the program when a file's version was 5. */
    @Test
    void stillProvesEntriesOfOlderFiles() throws java.io.IOException {
        String rows = new String(JournalTest.class.getResourceAsStream("entries-v5.sql").readAllBytes(),
            java.nio.charset.StandardCharsets.UTF_8);
        station.file().write(db -> rows.lines().mapToInt(db::execute).sum());
        TestStation.draft(station, "village", "name", "白沙村");
        assertThat(station.journal().verify()).isEmpty();
        assertThat(station.journal().history("village", "v1").get(1).changes()).extracting(FieldChange::after)
            .containsExactlyInAnyOrder("一", 1940);
        station.file().write(db -> db.execute("UPDATE journal_entry SET changes = replace(changes, '一', '二')"));
        assertThat(station.journal().verify()).contains(new ChainFault("d1", 1, "edited"));
    }

    private String change(String form, String id, Map<String, Object> values) {
        RecordData current = station.records().find(form, id).orElseThrow();
        return ((SaveResult.Saved) station.saving().save(RecordDraft.change(current, RecordStatus.DRAFT, values)))
            .stepId();
    }

    private String undone(String step) {
        return ((UndoOutcome.Undone) station.journal().undo(TestStation.ACTOR, step, "撤销")).step().id();
    }

    private String name(String id) {
        return station.records().find("village", id).orElseThrow().text("name");
    }
}
