package org.shegong.db.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;

class AuditTrailTest {
    @TempDir
    Path folder;
    private Station station;
    private AuditTrail trail;

    @BeforeEach
    void open() {
        station = TestStation.create(folder.resolve("s"));
        trail = new AuditTrail(station.file());
        String client = TestStation.draft(station, "client", "name", "\u97e6\u6653");
        station.journal().event(TestStation.ACTOR, "show_plain", "\u670d\u52a1\u5bf9\u8c61", "client", client,
            Map.of("reason", "\u6838\u5bf9\u8eab\u4efd", "records", 1));
        station.journal().event(new Actor("a2", "\u674e\u793e\u5de5", "d1"), "print", "\u6253\u5370", "client", client,
            Map.of("reason", "\u7b7e\u5b57", "records", 3, "edition", "INTERNAL"));
        station.recycling().recycle("client", client, "1", false);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void tellsLooksPrintsAndDeletionsButNotTheSavingOfRecords() {
        assertThat(trail.page(AuditQuery.ALL, null, 10)).extracting(AuditEntry::action)
            .containsExactly("recycle", "print", "show_plain");
        AuditEntry print = trail.page(AuditQuery.ALL, null, 10).get(1);
        assertThat(print.who()).isEqualTo("\u674e\u793e\u5de5");
        assertThat(print.details()).containsEntry("reason", "\u7b7e\u5b57").containsEntry("records", 3)
            .containsEntry("edition", "INTERNAL");
    }

    @Test
    void tellsChangesOfTheStationItself() {
        TestStation.draft(station, "station", "name", "\u6837\u4f8b\u7ad9");
        assertThat(trail.page(AuditQuery.ALL, null, 10).get(0).form()).isEqualTo("station");
    }

    @Test
    void narrowsByPersonKindAndTime() {
        assertThat(trail.page(new AuditQuery("\u674e\u793e\u5de5", Set.of(), null, null), null, 10)).hasSize(1);
        assertThat(trail.page(new AuditQuery("", Set.of("recycle", "print"), null, null), null, 10)).hasSize(2);
        Instant now = TestStation.CLOCK.instant();
        assertThat(trail.count(new AuditQuery("", Set.of(), now, now.plusSeconds(1)))).isEqualTo(3);
        assertThat(trail.count(new AuditQuery("", Set.of(), now.plusSeconds(1), null))).isZero();
        assertThat(trail.people()).containsExactlyInAnyOrder("\u674e\u793e\u5de5", "\u738b\u793e\u5de5");
    }

    @Test
    void pagesByKeyWithoutGapOrRepetition() {
        for (int i = 0; i < 25; i++) {
            station.journal().event(TestStation.ACTOR, "export", "e" + i, "client", "", Map.of("records", i));
        }
        List<AuditEntry> first = trail.page(AuditQuery.ALL, null, 20);
        List<AuditEntry> second = trail.page(AuditQuery.ALL, first.get(19).stepId(), 20);
        assertThat(second).hasSize(8);
        assertThat(first.get(19).label()).isEqualTo("e5");
        assertThat(second.get(0).label()).isEqualTo("e4");
    }
}
