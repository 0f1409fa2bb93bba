package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.shegong.db.security.Rights;
import org.shegong.db.security.Role;

/** The pairs of section 11 of the validation rules, and who is none. */
class DuplicatePairsTest {
    private static final LocalDate BIRTH = LocalDate.of(1950, 3, 7);
    @TempDir
    private Path folder;
    private Station station;
    private String village;
    private String elsewhere;

    @BeforeEach
    void open() {
        station = TestStation.create(folder);
        village = TestStation.draft(station, "village", "name", "白沙村");
        elsewhere = TestStation.draft(station, "village", "name", "和平社区");
    }

    @AfterEach
    void close() {
        station.close();
    }

    private String client(String name, Object... more) {
        Object[] all = new Object[more.length + 2];
        all[0] = "name";
        all[1] = name;
        System.arraycopy(more, 0, all, 2, more.length);
        return TestStation.draft(station, "client", all);
    }

    private List<String> reasons() {
        return station.duplicatePairs().find().stream().map(DuplicatePair::reason).toList();
    }

    @Test
    void namesTheSurestReasonOfEachPairAndSortsBySureness() {
        client("罗桂芳", "phone", "13807721234");
        client("罗桂兰花", "phone", "13807721234");
        client("韦小明", "birth", BIRTH, "sex", "1", "village_id", village);
        client("韦晓明", "birth", BIRTH, "sex", "1", "village_id", elsewhere);
        client("覃玉兰", "birth", BIRTH, "village_id", village);
        client("覃玉兰", "birth", BIRTH, "village_id", village);
        client("蒙秀英", "village_id", village);
        client("蒙秀英", "village_id", village, "birth", LocalDate.of(1948, 1, 1));
        client("梁老四", "birth", BIRTH, "village_id", village);
        client("梁老四", "birth", BIRTH, "village_id", elsewhere);
        assertThat(reasons()).containsExactly("same_name_birth_village", "same_name_birth", "same_name_village",
            "alike_name_birth", "same_phone");
    }

    @Test
    void differentNumbersAreDifferentPeopleTwinsToo() {
        client("覃玉兰", "id_no", "450299195003070021", "birth", BIRTH, "village_id", village, "phone", "13807721234");
        client("覃玉兰", "id_no", "450299195003070048", "birth", BIRTH, "village_id", village, "phone", "13807721234");
        client("覃玉蓝", "id_no", "450299195003070064", "birth", BIRTH, "village_id", village, "phone", "13807721234");
        assertThat(station.duplicatePairs().find()).isEmpty();
    }

    @Test
    void aFileWithoutANumberMayBelongToEitherOfTwo() {
        String one = client("覃玉兰", "id_no", "450299195003070021", "birth", BIRTH, "village_id", village);
        String two = client("覃玉兰", "id_no", "450299195003070048", "birth", BIRTH, "village_id", village);
        String loose = client("覃玉兰", "birth", BIRTH, "village_id", village);
        assertThat(station.duplicatePairs().find()).hasSize(2).allSatisfy(pair -> {
            assertThat(List.of(pair.one(), pair.other())).contains(loose).containsAnyOf(one, two);
            assertThat(pair.shown()).isTrue();
        });
    }

    @Test
    void whoLiesInTheBinOrIsMergedIsNotListed() {
        String one = client("覃玉兰", "birth", BIRTH);
        String two = client("覃玉兰", "birth", BIRTH);
        assertThat(reasons()).containsExactly("same_name_birth");
        station.recycling().recycle("client", two, "1", true);
        assertThat(reasons()).isEmpty();
        station.recycling().restore("client", two);
        RecordData kept = station.records().find("client", one).orElseThrow();
        RecordData other = station.records().find("client", two).orElseThrow();
        assertThat(station.merging().merge(kept, other, Map.of())).isInstanceOf(ClientMerge.Outcome.Merged.class);
        assertThat(reasons()).isEmpty();
    }

    @Test
    void twoPeopleStayTwoUntilThatIsTakenBack() {
        client("覃玉兰", "birth", BIRTH);
        client("覃玉兰", "birth", BIRTH);
        DuplicatePair pair = station.duplicatePairs().find().get(0);
        SaveResult.Saved saved = (SaveResult.Saved) station.duplicatePairs().areDifferent(pair);
        assertThat(reasons()).isEmpty();
        station.close();
        station = TestStation.open(folder);
        assertThat(reasons()).isEmpty();
        assertThat(station.journal().step(saved.stepId())).isPresent();
        assertThat(station.undo().undo(saved.stepId())).isInstanceOf(StepUndo.Outcome.Done.class);
        assertThat(reasons()).containsExactly("same_name_birth");
    }

    @Test
    void ofAHiddenFileOnlyTheNumberIsSaidAndWhomToAsk() {
        String worker = TestStation.draft(station, "worker", "name", "韦明月");
        String hidden = client("覃玉兰", "birth", BIRTH, "village_id", village, "primary_cat", "C404", "owner_worker_id",
            worker);
        String open = client("覃玉兰", "birth", BIRTH, "village_id", village);
        SealedScope scope = new SealedScope(new SealedScope.Viewer("a2", "李文", false, List.of("韦明月", "李文")),
            () -> LocalDate.of(2026, 11, 20));
        Station forOther = new Station(station.file(), FormCatalogue.bundled(), CodeBook.bundled(), TestStation.CLOCK,
            TestStation.ACTOR, Clearance.of(Rights.of(Role.WORKER), scope));
        assertThat(reasons()).containsExactly("same_name_birth_village");
        assertThat(forOther.duplicatePairs().find()).as("a name tells who it is").isEmpty();
        station.file().write(db -> db.execute("UPDATE client SET id_no = '450299195003070021'"));
        assertThat(forOther.duplicatePairs().find()).containsExactly(new DuplicatePair(open, hidden, "same_id", "韦明月"));
    }

    @Test
    void manyFilesOfOneNameAreListedInAChain() {
        for (int i = 0; i < 30; i++) {
            client("覃玉兰", "village_id", village);
        }
        assertThat(station.duplicatePairs().find()).hasSize(29);
    }
}
