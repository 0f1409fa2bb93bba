package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shegong.db.schema.Tables.VISIT;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FormCatalogue;

class ClientMergeTest {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 6);
    @TempDir
    private Path folder;
    private Station station;
    private String village;
    private String kept;
    private String other;
    private String keptHome;
    private String otherHome;

    @BeforeEach
    void open() {
        station = TestStation.create(folder);
        village = keep("village", "name", "白沙村");
        keptHome = keep("household", "head_name", "覃玉兰", "village_id", village);
        otherHome = keep("household", "head_name", "覃玉蘭", "village_id", village);
        kept = keep("client", "name", "覃玉兰", "birth", LocalDate.of(1950, 3, 7), "village_id", village,
            "household_id", keptHome, "primary_cat", "C301", "filed_date", LocalDate.of(2025, 3, 1));
        other = keep("client", "name", "覃玉蘭", "birth", LocalDate.of(1950, 3, 7), "village_id", village,
            "household_id", otherHome, "primary_cat", "C301", "phone", "13807721234", "filed_date",
            LocalDate.of(2026, 1, 8));
    }

    @AfterEach
    void close() {
        station.close();
    }

    private String keep(String form, Object... keysAndValues) {
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        String id = station.newId();
        station.saving().importAll("import", "test", List.of(RecordDraft.imported(form, id, id, values)));
        return id;
    }

    private RecordData read(String form, String id) {
        return station.records().find(form, id).orElseThrow();
    }

    private String merge(Map<String, Object> chosen) {
        ClientMerge.Outcome outcome = station.merging().merge(read("client", kept), read("client", other), chosen);
        return ((ClientMerge.Outcome.Merged) outcome).step().id();
    }

    @Test
    void everythingThatNamedTheOneNamesTheOther() {
        String consultation = keep("consultation", "date", JULY, "client_id", other);
        String visit = keep("visit", "date", JULY, "clients", List.of(other), "household_id", otherHome, "result", "1");
        String both = keep("activity", "date", JULY, "name", "重阳节", "clients", List.of(other, kept));
        String file = keep("case_file", "client_id", other, "case_no", "GA-1");
        String session = keep("case_session", "case_id", file, "date", JULY, "persons", List.of(other));
        String consent = keep("consent", "client_id", other);
        merge(Map.of());
        assertThat(read("consultation", consultation).text("client_id")).isEqualTo(kept);
        assertThat(read("visit", visit).many("clients")).containsExactly(kept);
        assertThat(read("visit", visit).text("household_id")).isEqualTo(keptHome);
        assertThat(read("activity", both).many("clients")).containsExactly(kept);
        assertThat(read("case_file", file).text("client_id")).isEqualTo(kept);
        assertThat(read("case_session", session).many("persons")).containsExactly(kept);
        assertThat(read("consent", consent).text("client_id")).isEqualTo(kept);
        assertThat(read("client", other).text("merged_to")).isEqualTo(kept);
        assertThat(read("household", otherHome).deleted()).isTrue();
    }

    @Test
    void theKeptFileTakesWhatWasChosen() {
        ClientMerge.Preview preview = station.merging().preview(kept, other);
        assertThat(preview.differences()).extracting(difference -> difference.field().key())
            .contains("name", "phone", "filed_date", "household_id").doesNotContain("birth", "client_no");
        merge(Map.of("phone", "13807721234", "name", "覃玉蘭"));
        assertThat(read("client", kept).text("phone")).isEqualTo("13807721234");
        assertThat(read("client", kept).text("name")).isEqualTo("覃玉蘭");
        assertThat(read("client", kept).date("filed_date")).isEqualTo(LocalDate.of(2025, 3, 1));
    }

    @Test
    void twoNamesInOneGroupBecomeOneMemberWhoWasThereWhenEitherWas() {
        String group = keep("group_work", "name", "银龄互助小组");
        String mine = keep("group_member", "group_id", group, "client_id", kept, "join_date", JULY);
        String theirs = keep("group_member", "group_id", group, "client_id", other, "join_date", JULY.minusDays(5));
        String first = keep("group_session", "group_id", group, "date", JULY, "present", List.of(theirs), "leave",
            List.of(mine));
        String second = keep("group_session", "group_id", group, "date", JULY.plusDays(7), "present",
            List.of(mine, theirs));
        merge(Map.of());
        assertThat(read("group_member", theirs).deleted()).isTrue();
        assertThat(read("group_member", mine).date("join_date")).isEqualTo(JULY.minusDays(5));
        assertThat(read("group_session", first).many("present")).containsExactly(mine);
        assertThat(read("group_session", first).many("leave")).isEmpty();
        assertThat(read("group_session", second).many("present")).containsExactly(mine);
    }

    @Test
    void categoriesThatOverlapInTimeBecomeOne() {
        String mine = keep("client_category", "client_id", kept, "category", "C302", "from_date",
            LocalDate.of(2026, 3, 1));
        String theirs = keep("client_category", "client_id", other, "category", "C302", "from_date",
            LocalDate.of(2026, 1, 1), "to_date", LocalDate.of(2026, 6, 30));
        String apart = keep("client_category", "client_id", other, "category", "C101", "from_date",
            LocalDate.of(2026, 1, 1));
        merge(Map.of());
        assertThat(read("client_category", mine).date("from_date")).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(read("client_category", mine).date("to_date")).isNull();
        assertThat(read("client_category", theirs).deleted()).isTrue();
        assertThat(read("client_category", apart).text("client_id")).isEqualTo(kept);
    }

    @Test
    void takingItBackLeavesTheFileAsItWasAndDoingItAgainMergesAgain() {
        keep("consultation", "date", JULY, "client_id", other);
        keep("visit", "date", JULY, "clients", List.of(kept), "household_id", keptHome, "result", "1");
        String twice = keep("visit", "date", JULY, "clients", List.of(other), "household_id", otherHome, "result", "1");
        String group = keep("group_work", "name", "银龄互助小组");
        String mine = keep("group_member", "group_id", group, "client_id", kept, "join_date", JULY);
        String theirs = keep("group_member", "group_id", group, "client_id", other, "join_date", JULY);
        keep("group_session", "group_id", group, "date", JULY, "present", List.of(theirs), "late", List.of(mine));
        keep("client_category", "client_id", other, "category", "C302", "from_date", JULY);
        Map<String, List<String>> before = FileDump.of(station);
        String step = merge(Map.of("phone", "13807721234"));
        Map<String, List<String>> merged = FileDump.of(station);
        assertThat(merged).isNotEqualTo(before);
        boolean second = station.records().ask(db -> db.fetchExists(VISIT, VISIT.ID.eq(twice)
            .and(VISIT.DUPLICATE_OF.isNotNull())));
        assertThat(second).as("two visits to one household on one day count once").isTrue();

        StepUndo.Outcome undone = station.undo().undo(step);
        assertThat(FileDump.of(station)).isEqualTo(before);
        station.undo().undo(((StepUndo.Outcome.Done) undone).step().id());
        assertThat(FileDump.of(station)).isEqualTo(merged);
        assertThat(station.journal().verify()).isEmpty();
    }

    @Test
    void saysWhichLaterStepsStandInTheWay() {
        String step = merge(Map.of("phone", "13807721234"));
        RecordData now = read("client", kept);
        station.saving().save(RecordDraft.change(now, RecordStatus.DRAFT, Map.of("address", "白沙村二组")));
        StepUndo.Outcome.ChangedSince blocked = (StepUndo.Outcome.ChangedSince) station.undo().undo(step);
        assertThat(blocked.later()).hasSize(1);
        assertThat(blocked.later().get(0).recordId()).isEqualTo(kept);
        assertThat(blocked.later().get(0).step().action()).isEqualTo("save");
    }

    @Test
    void cannotBeTakenBackAfterThirtyDays() {
        String step = merge(Map.of());
        String back = ((StepUndo.Outcome.Done) station.undo().undo(step)).step().id();
        station.undo().undo(back);
        station.close();
        Clock later = Clock.offset(TestStation.CLOCK, Duration.ofDays(31));
        station = new Station(StationFile.open(folder, TestStation.KEY), FormCatalogue.bundled(), CodeBook.bundled(),
            later, TestStation.ACTOR);
        assertThat(station.undo().undo(step)).isEqualTo(new StepUndo.Outcome.TooLate(30));
    }

    @Test
    void theOldFileStandsInNoListButItsNameLeadsToTheKeptOne() {
        merge(Map.of());
        assertThat(station.records().ids(ListQuery.all("client"))).containsExactly(kept);
        assertThat(station.records().ids(ListQuery.all("client").withSearch("覃玉蘭"))).containsExactly(kept);
        assertThat(station.records().ids(ListQuery.all("client").withSearch("覃玉兰"))).containsExactly(kept);
        assertThat(station.duplicates().find("x", read("client", kept).values()))
            .extracting(PossibleDuplicate::clientId).containsExactly(kept);
    }

    @Test
    void refusesWhatChangedSinceItWasShownAndWhatIsMergedAlready() {
        RecordData shown = read("client", kept);
        station.saving().save(RecordDraft.change(shown, RecordStatus.DRAFT, Map.of("address", "白沙村二组")));
        assertThat(station.merging().merge(shown, read("client", other), Map.of()))
            .isEqualTo(new ClientMerge.Outcome.Refused("changed"));
        merge(Map.of());
        assertThat(station.merging().merge(read("client", kept), read("client", other), Map.of()))
            .isEqualTo(new ClientMerge.Outcome.Refused("merged"));
        assertThat(station.merging().merge(read("client", kept), read("client", kept), Map.of()))
            .isEqualTo(new ClientMerge.Outcome.Refused("same"));
    }

    @Test
    void pointersToAFileThatIsMergedItselfLeadToTheLastOne() {
        merge(Map.of());
        String third = keep("client", "name", "覃兰", "village_id", village);
        station.merging().merge(read("client", third), read("client", kept), Map.of());
        assertThat(read("client", other).text("merged_to")).isEqualTo(third);
        assertThat(read("client", kept).text("merged_to")).isEqualTo(third);
    }
}
