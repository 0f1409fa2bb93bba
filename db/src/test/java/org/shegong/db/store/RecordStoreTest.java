package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.forms.Finding;

class RecordStoreTest {
    @TempDir
    Path folder;
    private Station station;
    private String village;

    @BeforeEach
    void openStation() {
        station = TestStation.create(folder);
        village = TestStation.draft(station, "village", "name", "白沙村");
    }

    @AfterEach
    void closeStation() {
        station.close();
    }

    @Test
    void pagesByKeyWithoutLosingOrRepeatingARecord() {
        for (int i = 0; i < 25; i++) {
            TestStation.draft(station, "visit", "date", LocalDate.of(2026, 10, 1 + i % 3));
        }
        List<String> seen = new ArrayList<>();
        Page page = station.records().page(ListQuery.all("visit"), null, 10);
        seen.addAll(page.records().stream().map(RecordData::id).toList());
        while (page.next() != null) {
            page = station.records().page(ListQuery.all("visit"), page.next(), 10);
            seen.addAll(page.records().stream().map(RecordData::id).toList());
        }
        assertThat(seen).hasSize(25).doesNotHaveDuplicates()
            .containsExactlyElementsOf(station.records().ids(ListQuery.all("visit")));
    }

    @Test
    void pagesPastTheLastDayIntoRecordsThatHaveNone() {
        for (int i = 0; i < 7; i++) {
            TestStation.draft(station, "visit", "date", LocalDate.of(2026, 10, 1 + i % 3));
            TestStation.draft(station, "visit", "village_id", village);
        }
        for (boolean down : List.of(true, false)) {
            ListQuery query = ListQuery.all("visit").sortedBy("date", down);
            for (int size : List.of(3, 4, 7)) {
                List<String> seen = new ArrayList<>();
                Page page = station.records().page(query, null, size);
                seen.addAll(page.records().stream().map(RecordData::id).toList());
                while (page.next() != null) {
                    page = station.records().page(query, page.next(), size);
                    seen.addAll(page.records().stream().map(RecordData::id).toList());
                }
                assertThat(seen).as("%s by %d", down ? "down" : "up", size)
                    .containsExactlyElementsOf(station.records().ids(query)).hasSize(14);
            }
        }
    }

    @Test
    void looksUpWhatOtherRecordsGiveOnlyForThoseWhoAsk() {
        String client = client("覃玉兰", "450299194803120028", "13000051234");
        assertThat(station.records().find("client", client).orElseThrow().values()).containsKey("hh_size");
        RecordData some = station.records().findAll("client", List.of(client), Set.of("last_service")::contains)
            .get(client);
        assertThat(some.values()).doesNotContainKey("hh_size").containsEntry("name", "覃玉兰")
            .containsEntry("filed_date", LocalDate.of(2026, 1, 5));
    }

    @Test
    void findsAClientByNameInitialsAndTails() {
        String client = client("覃玉兰", "450299194803120028", "13000051234");
        client("韦桐", "450299196001011234", "13000055678");
        for (String typed : List.of("覃玉", "玉兰", "qyl", "tyl", "yl", "0028", "1234", "白沙 qyl", "bs")) {
            assertThat(station.records().ids(ListQuery.all("client").withSearch(typed))).as(typed).contains(client);
        }
        assertThat(station.records().ids(ListQuery.all("client").withSearch("qyl wt"))).isEmpty();
    }

    @Test
    void findsServicesByThePersonServed() {
        String client = client("覃玉兰", "450299194803120028", "");
        String visit = TestStation.draft(station, "visit", "date", LocalDate.of(2026, 11, 2), "clients",
            List.of(client));
        TestStation.draft(station, "visit", "date", LocalDate.of(2026, 11, 3));
        assertThat(station.records().ids(ListQuery.all("visit").withSearch("qyl"))).containsExactly(visit);
        assertThat(station.records().ids(ListQuery.all("visit").withFilter("clients", Set.of(client))))
            .containsExactly(visit);
    }

    @Test
    void givesEachClientAHouseholdACategoryAndItsHistory() {
        String client = client("覃玉兰", "450299194803120028", "");
        RecordData saved = station.records().find("client", client).orElseThrow();
        assertThat(saved.text("household_id")).isNotEmpty();
        assertThat(saved.date("birth")).isEqualTo(LocalDate.of(1948, 3, 12));
        assertThat(saved.text("sex")).isEqualTo("2");
        assertThat(saved.docNo()).isEqualTo("C-00001");
        RecordData changed = ((SaveResult.Saved) station.saving().save(RecordDraft.change(saved, RecordStatus.DRAFT,
            Map.of("primary_cat", "C302")))).record();
        assertThat(changed.text("primary_cat")).isEqualTo("C302");
        assertThat(station.records().list(ListQuery.all("client_primary")))
            .extracting(period -> period.text("category"), period -> period.text("to_date"))
            .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("C301", "2026-11-19"),
                org.assertj.core.groups.Tuple.tuple("C302", ""));
    }

    @Test
    void worksOutDurationsPastMidnight() {
        String visit = TestStation.draft(station, "visit", "date", LocalDate.of(2026, 11, 2), "start_time",
            LocalTime.of(23, 30), "end_time", LocalTime.of(0, 20));
        assertThat(station.records().find("visit", visit).orElseThrow().number("minutes")).isEqualTo(50);
    }

    @Test
    void marksTheLaterOfTwoVisitsToOneHouseholdOnOneDay() {
        String client = client("覃玉兰", "450299194803120028", "");
        Map<String, Object> values = Map.of("date", LocalDate.of(2026, 11, 2), "clients", List.of(client),
            "household_id", station.records().find("client", client).orElseThrow().text("household_id"));
        String first = station.newId();
        String second = station.newId();
        station.saving().importAll("import", "导入", List.of(RecordDraft.imported("visit", first, "1", values),
            RecordDraft.imported("visit", second, "2", values)));
        assertThat(duplicate(first)).isNull();
        assertThat(duplicate(second)).isEqualTo(first);
        station.recycling().recycle("visit", first, "1", false);
        assertThat(duplicate(second)).isNull();
    }

    @Test
    void refusesToSubmitWhatLacksRequiredFieldsButKeepsItAsADraft() {
        SaveResult result = station.saving().save(RecordDraft.entered("visit", station.newId(),
            RecordStatus.SUBMITTED, Map.of("date", LocalDate.of(2026, 11, 2))));
        assertThat(((SaveResult.Refused) result).findings()).extracting(Finding::field).contains("clients", "result");
        assertThat(station.records().count(ListQuery.all("visit"))).isZero();
    }

    @Test
    void refusesAnIdNumberThatIsOnTheRegister() {
        client("覃玉兰", "450299194803120028", "");
        SaveResult result = station.saving().save(RecordDraft.entered("client", station.newId(),
            RecordStatus.SUBMITTED, Map.of("name", "覃兰", "id_type", "01", "id_no", "450299194803120028")));
        assertThat(((SaveResult.Refused) result).findings()).extracting(Finding::rule).contains("id.duplicate");
        assertThat(station.duplicates().find("", Map.of("name", "覃玉兰", "village_id", village)))
            .extracting(PossibleDuplicate::reason).containsExactly("same_name_village");
    }

    @Test
    void noticesThatSomebodyElseChangedTheRecord() {
        RecordData before = station.records().find("village", village).orElseThrow();
        station.saving().save(RecordDraft.change(before, RecordStatus.DRAFT, Map.of("population", 10L)));
        assertThat(station.saving().save(RecordDraft.change(before, RecordStatus.DRAFT, Map.of("population", 20L))))
            .isInstanceOf(SaveResult.Conflict.class);
    }

    private Object duplicate(String visit) {
        return station.records().ask(db -> db.fetchValue("SELECT duplicate_of FROM visit WHERE id = ?", visit));
    }

    private String client(String name, String idNo, String phone) {
        return TestStation.draft(station, "client", "name", name, "id_type", "01", "id_no", idNo, "phone", phone,
            "village_id", village, "primary_cat", "C301", "filed_date", LocalDate.of(2026, 1, 5));
    }
}
