package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.forms.Field;
import org.shegong.db.forms.Masks;
import org.shegong.db.forms.Shield;

/** Every row of the masking table of the rules document §7, by the kind of person a record is about. */
class MaskedNamesTest {
    @TempDir
    Path folder;
    private Station station;

    @BeforeEach
    void open() {
        station = TestStation.create(folder.resolve("s"));
    }

    @AfterEach
    void close() {
        station.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "adult,name,覃**", "minor,name,C-00001某", "justice,name,C-00001某", "violence,name,C-00001某",
        "mental,name,覃**",
        "adult,id_no,450299********0028", "minor,id_no,450*************28", "justice,id_no,450*************28",
        "violence,id_no,450*************28", "mental,id_no,450*************28",
        "adult,phone,138****5678", "minor,phone,138****5678",
        "adult,phone2,0772-*****31",
        "adult,address,白沙村***", "adult,birth,1948-03", "adult,income_month,***", "adult,note,***",
        "adult,emg_name,韦*", "minor,guardian_name,韦**",
    })
    void masksByTheTable(String person, String field, String shown) {
        RecordData client = client(person);
        Field definition = station.forms().form("client").field(field);
        Shield shield = station.records().shields("client", List.of(client)).getOrDefault(client.id(), Shield.USUAL);
        String plain = station.texts().text(definition, client.values(), java.util.Map.of(), station.today());
        assertThat(plain).isNotEmpty();
        assertThat(Masks.ALL.over(definition, client.values().get(field), plain, shield)).isEqualTo(shown);
        assertThat(Masks.NONE.over(definition, client.values().get(field), plain, shield)).isEqualTo(plain);
    }

    private RecordData client(String person) {
        LocalDate birth = person.equals("minor") ? LocalDate.of(2013, 6, 5) : LocalDate.of(1948, 3, 12);
        String category = switch (person) {
            case "minor" -> "C204";
            case "justice" -> "C701";
            case "mental" -> "C404";
            default -> "C302";
        };
        String id = TestStation.draft(station, "client", "name", "覃玉兰", "id_type", "01", "id_no",
            "450299194803120028", "birth", birth, "primary_cat", category, "phone", "13812345678", "phone2",
            "0772-2611731", "address", "白沙村3组12号", "income_month", 120000L, "note", "低保", "emg_name", "韦晓",
            "guardian_name", "韦国强");
        if (person.equals("violence")) {
            TestStation.draft(station, "client_category", "client_id", id, "category", "C503", "from_date",
                LocalDate.of(2026, 1, 1));
        }
        return station.records().find("client", id).orElseThrow();
    }

    @Test
    void hidesWhoeverARecordNames() {
        RecordData child = client("minor");
        String visit = TestStation.draft(station, "visit", "clients", List.of(child.id()), "date",
            LocalDate.of(2026, 11, 3));
        String caseFile = TestStation.draft(station, "case_file", "client_id", child.id());
        assertThat(station.records().labels("client", List.of(child.id()), Masks.ALL).get(child.id()))
            .contains(child.text("client_no") + "某").doesNotContain("覃");
        assertThat(station.records().labels("visit", List.of(visit), Masks.ALL).get(visit)).doesNotContain("覃");
        assertThat(station.records().labels("case_file", List.of(caseFile), Masks.ALL).get(caseFile))
            .doesNotContain("覃");
        assertThat(station.records().labels("case_file", List.of(caseFile)).get(caseFile)).contains("覃玉兰");
    }

    @Test
    void namesTheStaffAndMasksAnEndedCategoryAsUsual() {
        String worker = TestStation.draft(station, "worker", "name", "王秀英", "on_from", LocalDate.of(2024, 1, 1));
        RecordData client = client("adult");
        TestStation.draft(station, "client_category", "client_id", client.id(), "category", "C503", "from_date",
            LocalDate.of(2024, 1, 1), "to_date", LocalDate.of(2025, 1, 1));
        assertThat(station.records().labels("worker", List.of(worker), Masks.ALL).get(worker)).contains("王秀英");
        assertThat(station.records().shields("client", List.of(client))).isEmpty();
    }
}
