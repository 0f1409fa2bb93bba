package org.shegong.db.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.journal.KeptTyping;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;

/** Today is 20 November 2026. */
class RetentionTest {
    private static final List<String> CANARIES = List.of("\u8983\u7389\u5170", "450299194803120028", "13812345678",
        "\u79d8\u5bc6\u5730\u5740", "\u79d8\u5bc6\u4e66\u9762", "\u79d8\u5bc6\u8d70\u8bbf", "\u79d8\u5bc6\u9644\u4ef6",
        "\u79d8\u5bc6\u76d1\u62a4", "\u5f20\u89c1\u8bc1", "\u79d8\u5bc6\u76ee\u6807", "\u79d8\u5bc6\u4e8b\u5b9e",
        "\u79d8\u5bc6\u6ca1\u4fdd\u5b58");
    @TempDir
    Path folder;
    private Station station;
    private Retention retention;

    @BeforeEach
    void open() {
        station = TestStation.create(folder.resolve("s"));
        retention = new Retention(station);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @ParameterizedTest(name = "case closed {0}, born {1}: due {2}")
    @CsvSource({"2016-11-20,1950-01-01,2026-11-20", "2016-11-21,1950-01-01,", "2016-01-05,2005-11-20,2026-11-20",
        "2016-01-05,2005-11-21,", "2010-03-01,2001-05-06,2022-05-06"})
    void keepsCasesTenYearsAndThoseOfChildrenUntilTheyAreTwentyOne(LocalDate closed, LocalDate born, LocalDate due) {
        String client = TestStation.draft(station, "client", "name", "\u97e6\u6653", "birth", born);
        TestStation.draft(station, "case_file", "client_id", client, "open_date", closed.minusMonths(6), "close_date",
            closed);
        assertThat(retention.due()).extracting(DueRecord::due).isEqualTo(due == null ? List.of() : List.of(due));
    }

    @Test
    void listsEveryKindByItsOwnTimeAndWhatIsOpenNever() {
        TestStation.draft(station, "visit", "date", LocalDate.of(2023, 11, 20));
        TestStation.draft(station, "visit", "date", LocalDate.of(2023, 11, 21));
        TestStation.draft(station, "consultation", "date", LocalDate.of(2023, 1, 1));
        TestStation.draft(station, "activity", "date", LocalDate.of(2021, 11, 20));
        TestStation.draft(station, "group_work", "name", "\u7ec4", "close_date", LocalDate.of(2021, 11, 21));
        TestStation.draft(station, "training", "date", LocalDate.of(1996, 11, 20));
        TestStation.draft(station, "case_file", "open_date", LocalDate.of(2000, 1, 1));
        assertThat(retention.due()).extracting(DueRecord::policy)
            .containsExactlyInAnyOrder("visit", "consultation", "activity", "training");
        retention.setYears("visit", 4);
        assertThat(retention.due()).extracting(DueRecord::policy)
            .containsExactlyInAnyOrder("consultation", "activity", "training");
    }

    /** A closed file with everything that may hold a name, and a neighbour who stays. */
    private String closedClient() {
        String household = TestStation.draft(station, "household", "no", "H1", "head_name", CANARIES.get(0), "address",
            CANARIES.get(3));
        String client = TestStation.draft(station, "client", "name", CANARIES.get(0), "id_type", "01", "id_no",
            CANARIES.get(1), "birth", LocalDate.of(1948, 3, 12), "sex", "2", "phone", CANARIES.get(2), "address",
            CANARIES.get(3), "primary_cat", "C302", "filed_date", LocalDate.of(2012, 1, 1), "closed_date",
            LocalDate.of(2015, 6, 1), "household_id", household, "guardian_name", CANARIES.get(7));
        String consent = TestStation.draft(station, "consent", "client_id", client, "signer", CANARIES.get(0),
            "witness1", CANARIES.get(8), "from_date", LocalDate.of(2012, 1, 1));
        station.attachments().add("consent", consent, "file", CANARIES.get(6) + ".pdf",
            CANARIES.get(6).getBytes(StandardCharsets.UTF_8));
        String file = TestStation.draft(station, "case_file", "client_id", client, "open_date",
            LocalDate.of(2013, 1, 1), "close_date", LocalDate.of(2014, 1, 1), "change", CANARIES.get(4));
        TestStation.draft(station, "case_session", "case_id", file, "date", LocalDate.of(2013, 2, 1), "minutes", 90L,
            "persons", List.of(client), "content", CANARIES.get(4));
        TestStation.draft(station, "visit", "clients", List.of(client), "date", LocalDate.of(2013, 3, 1), "result", "1",
            "minutes", 30L, "status_note", CANARIES.get(5));
        TestStation.draft(station, "case_goal", "case_id", file, "content", CANARIES.get(9));
        String crisis = TestStation.draft(station, "crisis", "clients", List.of(client), "case_id", file);
        TestStation.draft(station, "crisis_event", "crisis_id", crisis, "content", CANARIES.get(10));
        station.typing().keep(new KeptTyping("case_file", file, 1, "", Map.of("remain", CANARIES.get(11)), Map.of(),
            Map.of(), ""));
        return client;
    }

    @Test
    void leavesNoTraceOfAnErasedPersonAndKeepsWhatFiguresCount() {
        String client = closedClient();
        String neighbour = TestStation.draft(station, "client", "name", "\u97e6\u6653", "birth",
            LocalDate.of(1950, 1, 1));
        String shared = TestStation.draft(station, "visit", "clients", List.of(client, neighbour), "date",
            LocalDate.of(2026, 3, 2), "status_note", "\u4e00\u5207\u6b63\u5e38");
        assertThat(found()).containsAll(CANARIES);

        List<DueRecord> due = retention.due().stream().filter(one -> one.form().equals("client")).toList();
        Erased erased = retention.erase(due, "\u9500\u6bc1", "\u7ad9\u957f\u6279\u51c6");

        assertThat(erased.records()).as("household, client, two histories of categories, consent, case with session and "
            + "goal, crisis with event, visit").isEqualTo(11);
        assertThat(found()).isEmpty();
        assertThat(station.journal().verify()).isEmpty();
        RecordData left = station.records().find("client", client).orElseThrow();
        assertThat(left.text("sex")).isEqualTo("2");
        assertThat(left.text("primary_cat")).isEqualTo("C302");
        assertThat(left.date("birth")).isEqualTo(LocalDate.of(1948, 3, 1));
        assertThat(left.date("filed_date")).isEqualTo(LocalDate.of(2012, 1, 1));
        assertThat(station.records().list(ListQuery.all("case_session"))).singleElement()
            .satisfies(session -> assertThat(session.number("minutes")).isEqualTo(90));
        assertThat(station.records().find("visit", shared).orElseThrow().text("status_note")).isNotEmpty();
        assertThat(retention.erased(Set.of(client, neighbour))).containsExactly(client);
        assertThat(retention.due()).noneMatch(one -> one.id().equals(client));
        assertThat(station.records().list(ListQuery.all("client").withSearch("qyl"))).isEmpty();
    }

    @Test
    void notesTheErasureWithItsReasonAndTellsItInTheHistoryOfTheRecord() {
        String client = closedClient();
        retention.erase(retention.due(), "\u9500\u6bc1", "\u7ad9\u957f\u6279\u51c6");
        assertThat(station.journal().steps(1).get(0).action()).isEqualTo("erase");
        assertThat(station.journal().history("retention", "").get(0).changes().toString())
            .contains("\u7ad9\u957f\u6279\u51c6");
        assertThat(station.journal().history("client", client).get(0).action()).isEqualTo("erase");
    }

    @Test
    void refusesWhatIsNotDueAndKeepsEverything() {
        String client = TestStation.draft(station, "client", "name", "\u97e6\u6653");
        DueRecord wished = new DueRecord("client", "client", client, LocalDate.of(2000, 1, 1),
            LocalDate.of(2010, 1, 1));
        assertThatThrownBy(() -> retention.erase(List.of(wished), "\u9500\u6bc1", "x"))
            .isInstanceOf(IllegalStateException.class);
        assertThat(station.records().find("client", client).orElseThrow().text("name")).isEqualTo("\u97e6\u6653");
    }

    /** Canaries that stand anywhere in any table, also inside files and JSON. */
    private List<String> found() {
        StringBuilder everything = new StringBuilder();
        station.records().ask(db -> {
            for (String table : db.fetch("SELECT name FROM sqlite_master WHERE type = 'table'")
                .getValues(0, String.class)) {
                db.fetch("SELECT * FROM \"" + table + "\"").forEach(row -> {
                    for (Object value : row.intoArray()) {
                        everything.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8)
                            : value).append('\n');
                    }
                });
            }
            return null;
        });
        List<String> found = new ArrayList<>(CANARIES);
        found.removeIf(canary -> everything.indexOf(canary) < 0);
        return found;
    }
}
