package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.seal.SealedText;
import org.shegong.db.journal.seal.Seals;
import org.shegong.db.security.DataKey;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.Unlock;

/** A station of an older program, whose accounts and sheet have no pairs yet, is sealed once there is a sheet to seal for. */
class OlderSealingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"v05", "v13"})
    void isSealedWhenANewRecoverySheetIsThere(String version) throws IOException {
        OlderStation.in(folder, version);
        KeyRing ring = KeyRing.open(folder, StationFixtureMaker.CHEAP);
        Unlock.Unlocked unlocked = (Unlock.Unlocked) ring.unlock(StationFixtureMaker.ACCOUNT,
            StationFixtureMaker.PASSWORD.toCharArray());
        try (DataKey key = unlocked.key(); Station station = station(ring, unlocked)) {
            String before = story(station);
            assertThat(before).isNotEmpty().isNotEqualTo(SealedText.MARK);
            assertThat(station.sealUpkeep().isActive()).isFalse();
            assertThat(station.sealUpkeep().run("封存")).isZero();
            assertThat(plain(station)).isPositive();

            ring.renewRecoveryKey(key);

            assertThat(station.sealUpkeep().run("封存")).isPositive();
            assertThat(plain(station)).isZero();
            assertThat(story(station)).isEqualTo(before);
            assertThat(station.journal().verify()).isEmpty();
            assertThat(station.sealUpkeep().faults()).isEmpty();
        }
    }

    @Test
    void aSealedStationStaysSealedAndOpensForThoseAssigned() throws IOException {
        OlderStation.in(folder, "v16");
        KeyRing ring = KeyRing.open(folder, StationFixtureMaker.CHEAP);
        Unlock.Unlocked unlocked = (Unlock.Unlocked) ring.unlock(StationFixtureMaker.ACCOUNT,
            StationFixtureMaker.PASSWORD.toCharArray());
        try (DataKey key = unlocked.key(); Station station = station(ring, unlocked)) {
            assertThat(key.bytes()).hasSize(DataKey.LENGTH);
            RecordData client = station.records().list(ListQuery.all("client")).stream()
                .filter(one -> one.text("name").equals(InventedRecords.PROTECTED)).findFirst().orElseThrow();
            RecordData visit = station.records().list(ListQuery.all("visit")).stream()
                .filter(one -> one.text("status_note").equals(InventedRecords.PROTECTED_NOTE)).findFirst().orElseThrow();

            assertThat(client.text("note")).isEqualTo(InventedRecords.PROTECTED_NOTE);
            assertThat(station.journal().history("client", client.id()).toString()).contains("初稿");
            assertThat(station.attachments().content(((List<?>) visit.values().get("photos")).get(0).toString()))
                .hasValue(InventedRecords.PROTECTED_NOTE.getBytes(StandardCharsets.UTF_8));
            assertThat(column(station, "SELECT name FROM client WHERE id = ?", client.id())).isEqualTo(SealedText.MARK);
            assertThat(column(station, "SELECT status_note FROM visit WHERE id = ?", visit.id())).isEqualTo(SealedText.MARK);
            assertThat(station.journal().verify()).isEmpty();
            assertThat(station.sealUpkeep().faults()).isEmpty();
        }
    }

    private static String column(Station station, String sql, String id) {
        return station.records().ask(db -> db.resultQuery(sql, id).fetchOne(0, String.class));
    }

    private Station station(KeyRing ring, Unlock.Unlocked unlocked) {
        StationFile file = StationFile.open(folder, unlocked.key().bytes());
        file.use(new Seals(ring, unlocked.account(), unlocked.seal(), null, () -> LocalDate.now(TestStation.CLOCK)));
        return new Station(file, FormCatalogue.bundled(), CodeBook.bundled(), TestStation.CLOCK,
            new Actor(unlocked.account().id(), unlocked.account().name(), "d9"));
    }

    private static String story(Station station) {
        return station.records().list(ListQuery.all("crisis")).stream().map(one -> one.text("story"))
            .filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /** Crisis reports whose words stand in their columns. */
    private static long plain(Station station) {
        Long count = station.records().ask(db -> db.resultQuery("SELECT COUNT(*) FROM crisis WHERE story IS NOT NULL"
            + " AND story <> ?", SealedText.MARK).fetchOne(0, Long.class));
        return count;
    }
}
