package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;

class ConsentsTest {
    @TempDir
    Path folder;
    private Station station;
    private String client;

    @BeforeEach
    void open() {
        station = TestStation.create(folder.resolve("s"));
        client = TestStation.draft(station, "client", "name", "\u97e6\u6653");
        consent("2026-01-05", "2026-06-01");
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void consent(String from, String to) {
        TestStation.draft(station, "consent", "client_id", client, "kinds", List.of("1", "2"), "from_date",
            LocalDate.parse(from), "to_date", to == null ? null : LocalDate.parse(to));
    }

    @Test
    void namesWhatWasWithdrawnAlsoForRecordsThatNameThePerson() {
        String visit = TestStation.draft(station, "visit", "clients", List.of(client), "date",
            LocalDate.of(2026, 11, 1));
        assertThat(new Consents(station).withdrawn(Set.of(client)).get(client)).hasSize(2);
        assertThat(new Consents(station).withdrawn("visit", Set.of(visit))).containsOnlyKeys(client);
    }

    @Test
    void aLaterConsentHealsAWithdrawalAndAFutureOneIsNone() {
        consent("2026-07-01", null);
        assertThat(new Consents(station).withdrawn(Set.of(client))).isEmpty();
        String other = client;
        client = TestStation.draft(station, "client", "name", "\u83ab\u4e3d");
        consent("2026-01-05", "2026-12-01");
        assertThat(new Consents(station).withdrawn(Set.of(client, other))).isEmpty();
    }
}
