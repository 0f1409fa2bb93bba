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
import org.shegong.db.journal.StepSummary;

class RecyclingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 6);
    @TempDir
    private Path folder;
    private Station station;
    private String client;

    @BeforeEach
    void open() {
        station = TestStation.create(folder);
        client = TestStation.draft(station, "client", "name", "覃玉兰", "id_no", "450299195003070021");
    }

    @AfterEach
    void close() {
        station.close();
    }

    private boolean deleted(String form, String id) {
        return station.records().find(form, id).orElseThrow().deleted();
    }

    @Test
    void aClientWithServicesCannotVanish() {
        String visit = TestStation.draft(station, "visit", "date", DAY, "clients", List.of(client));
        Recycling.Outcome.Linked linked = (Recycling.Outcome.Linked) station.recycling()
            .recycle("client", client, "1", true);
        assertThat(linked.uses()).extracting(RecordLinks.Link::form).containsExactly("visit");
        assertThat(linked.uses().get(0).ids()).containsExactly(visit);
        assertThat(deleted("client", client)).isFalse();
    }

    @Test
    void whatBelongsToARecordGoesAlongWhenAskedAndComesBackWithIt() {
        String file = TestStation.draft(station, "case_file", "client_id", client, "case_no", "GA-1");
        String session = TestStation.draft(station, "case_session", "case_id", file, "date", DAY);
        Map<String, List<String>> before = FileDump.of(station);
        Recycling.Outcome asked = station.recycling().recycle("case_file", file, "2", false);
        assertThat(((Recycling.Outcome.Linked) asked).parts()).extracting(RecordLinks.Link::ids)
            .containsExactly(List.of(session));
        assertThat(station.recycling().recycle("case_file", file, "2", true))
            .isInstanceOf(Recycling.Outcome.Done.class);
        assertThat(deleted("case_file", file)).isTrue();
        assertThat(deleted("case_session", session)).isTrue();
        assertThat(station.recycling().reasonOf("case_file", file)).isEqualTo("2");
        assertThat(station.recycling().restore("case_file", file)).isInstanceOf(Recycling.Outcome.Done.class);
        assertThat(FileDump.of(station)).isEqualTo(before);
    }

    @Test
    void doesNotBringBackAClientWhoseNumberBelongsToAnotherFileNow() {
        station.recycling().recycle("client", client, "1", true);
        TestStation.draft(station, "client", "name", "覃玉兰", "id_no", "450299195003070021");
        assertThat(station.recycling().restore("client", client)).isInstanceOf(Recycling.Outcome.Refused.class);
        assertThat(deleted("client", client)).isTrue();
    }

    @Test
    void undoingAFirstSaveIsRefusedWhileOthersNameTheRecord() {
        String step = station.recentSteps().newest("", 1).get(0).step().id();
        TestStation.draft(station, "consultation", "date", DAY, "client_id", client);
        StepUndo.Outcome outcome = station.undo().undo(step);
        assertThat(((StepUndo.Outcome.Linked) outcome).uses()).extracting(RecordLinks.Link::form)
            .containsExactly("consultation");
    }

    @Test
    void aStepDoneAgainIsTakenBackByItsFirstName() {
        String visit = TestStation.draft(station, "visit", "date", DAY, "clients", List.of(client));
        String step = station.recentSteps().newest("", 1).get(0).step().id();
        String back = ((StepUndo.Outcome.Done) station.undo().undo(step)).step().id();
        assertThat(station.undo().undo(step)).isInstanceOf(StepUndo.Outcome.Nothing.class);
        assertThat(station.undo().undo(back)).isInstanceOf(StepUndo.Outcome.Done.class);
        assertThat(station.recentSteps().newest("", 3)).extracting(StepSummary::takesBack)
            .containsExactly(false, true, false);
        assertThat(station.undo().undo(step)).isInstanceOf(StepUndo.Outcome.Done.class);
        assertThat(deleted("visit", visit)).isTrue();
        assertThat(station.recentSteps().newest("", 1)).extracting(StepSummary::takesBack).containsExactly(true);
    }

    @Test
    void recentStepsNameTheRecordTheyAreAbout() {
        String visit = TestStation.draft(station, "visit", "date", DAY, "clients", List.of(client));
        station.recycling().recycle("visit", visit, "3", false);
        assertThat(station.recentSteps().newest("", 2)).extracting(step -> step.form() + " " + step.op() + " "
            + step.recordId()).containsExactly("visit delete " + visit, "visit insert " + visit);
        assertThat(station.recentSteps().newest("", 2)).allMatch(step -> step.step().undoneBy().isEmpty());
    }
}
