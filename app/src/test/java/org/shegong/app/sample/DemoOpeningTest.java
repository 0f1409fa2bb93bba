package org.shegong.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.session.Founding;
import org.shegong.app.session.NewStation;
import org.shegong.app.session.StationSession;
import org.shegong.app.session.StationSetup;
import org.shegong.db.Station;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.Level;
import org.shegong.db.security.KdfCost;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

class DemoOpeningTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);

    @TempDir
    private Path temp;

    private static Clock clock() {
        return Clock.fixed(TODAY.atTime(10, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    @Test
    void everySubmittedRecordOfTheDemonstrationPassesItsForm() {
        try (StationSession session = new DemoOpening(clock()).open(temp.resolve("demo"))) {
            Station station = session.station();
            List<String> problems = new ArrayList<>();
            for (Form form : station.forms().all()) {
                station.records().list(ListQuery.all(form.key())).stream()
                    .filter(record -> record.status() == RecordStatus.SUBMITTED)
                    .forEach(record -> station.validator().check(form, record.values(), true, TODAY).stream()
                        .filter(finding -> finding.level() == Level.E)
                        .forEach(finding -> problems.add(form.key() + " " + text(finding))));
            }

            assertThat(problems).isEmpty();
        }
    }

    private static String text(Finding finding) {
        return finding.field() + " " + finding.message();
    }

    @Test
    void showsAYearOfWorkOfThreeWorkersWithSomeDrafts() {
        DemoOpening demo = new DemoOpening(clock());
        try (StationSession session = demo.open(temp.resolve("demo"))) {
            assertThat(demo.counts(session.station())).containsEntry("worker", 3L).containsEntry("village", 8L)
                .containsEntry("crisis", 1L).containsEntry("case_file", 20L)
                .hasEntrySatisfying("client", count -> assertThat(count).isBetween(170L, 230L))
                .hasEntrySatisfying("visit", count -> assertThat(count).isGreaterThan(500L));
            assertThat(session.station().records().count(
                ListQuery.all("visit").withStatus(RecordStatus.DRAFT))).isEqualTo(3);
        }
    }

    @Test
    void opensTheSameStationTheNextTime() {
        Path folder = temp.resolve("demo");
        new DemoOpening(clock()).open(folder).close();

        try (StationSession session = new DemoOpening(clock()).open(folder)) {
            assertThat(session.station().records().count(ListQuery.all("worker"))).isEqualTo(3);
        }
    }

    @Test
    void fillsAStationWhoseMakingWasBrokenOff() {
        Path folder = temp.resolve("demo");
        ((Founding.Founded) new StationSetup(clock(), KdfCost.MINIMUM).found(folder,
            new NewStation("x", "", "", StationSetup.defaultUser()), DemoOpening.password())).session().close();

        try (StationSession session = new DemoOpening(clock()).open(folder)) {
            assertThat(session.station().records().count(ListQuery.all("worker"))).isEqualTo(3);
        }
    }

    @Test
    void leavesAStationEmptyWhoseRecordsWereTakenBack() {
        Path folder = temp.resolve("demo");
        try (StationSession session = new DemoOpening(clock()).open(folder)) {
            Station station = session.station();
            station.undo().undo(station.journal().last("demo", session.account().id()).orElseThrow().id());
        }

        try (StationSession session = new DemoOpening(clock()).open(folder)) {
            assertThat(session.station().records().count(ListQuery.all("worker"))).isZero();
        }
    }

    @Test
    void theSameDayGivesTheSameRecords() {
        assertThat(records()).isEqualTo(records());
    }

    private static List<RecordDraft> records() {
        AtomicInteger next = new AtomicInteger();
        return DemoRecords.until(TODAY, () -> "id" + next.incrementAndGet());
    }
}
