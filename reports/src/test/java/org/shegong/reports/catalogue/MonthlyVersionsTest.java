package org.shegong.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.store.ClientMerge;
import org.shegong.db.store.RecordData;
import org.shegong.reports.StationFixture;
import org.shegong.reports.metrics.AcceptanceExample;
import org.shegong.reports.metrics.ClosingFigures;
import org.shegong.reports.standards.ReportParameters;

class MonthlyVersionsTest {
    private static final StatMonth JULY = StatMonth.of(YearMonth.of(2025, 7));
    private static final LocalDate AFTERWARDS = LocalDate.of(2025, 8, 1);
    @TempDir
    Path directory;
    private StationFixture fixture;
    private MonthlyReport report;
    private MonthlyVersions versions;

    @BeforeEach
    void load() {
        fixture = new StationFixture(directory);
        new AcceptanceExample().load(fixture::put);
        fixture.save();
        report = new MonthlyReport(ReportParameters.bundled(), fixture.station().codes());
        versions = new MonthlyVersions(report);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Finalising finalise(LocalDate today) {
        return versions.finalise(fixture.reading(), fixture.station().saving()::save, JULY, "王站长", StationFixture.NOW, today,
                fixture.station().newId());
    }

    private void explain() {
        fixture.add("monthly_report", "mr", "period", "2025-07", "reasons",
                "{\"B03b\":\"重复档案合并\",\"G01\":\"暑期\",\"E01\":\"x\",\"C07\":\"x\"}");
    }

    @Test
    void refusesWhileChecksFailAndReasonsAreMissing() {
        Finalising result = finalise(AFTERWARDS);
        assertThat(result).isInstanceOfSatisfying(Finalising.Refused.class, refused ->
                assertThat(refused.obstacles()).extracting(Obstacle::key).contains("X01", "X08", "B03b"));
    }

    @Test
    void refusesBeforeTheMonthIsOver() {
        explain();
        assertThat(finalise(LocalDate.of(2025, 7, 30))).isInstanceOfSatisfying(Finalising.Refused.class, refused ->
                assertThat(refused.obstacles()).extracting(Obstacle::key).containsExactly("period"));
    }

    @Test
    void refusesATypicalCaseWithAPhoneNumber() {
        fixture.add("monthly_report", "mr", "period", "2025-07", "typical", "张某，电话13800138000", "reasons",
                "{\"B03b\":\"合并\"}");
        assertThat(finalise(AFTERWARDS)).isInstanceOfSatisfying(Finalising.Refused.class, refused ->
                assertThat(refused.obstacles()).extracting(Obstacle::key).contains("typical", "deidentified"));
    }

    @Test
    void aLockedVersionIsNotTouchedByLaterRecordsAndTheNextOneListsDifferences() {
        explain();
        assertThat(finalise(AFTERWARDS)).isInstanceOfSatisfying(Finalising.Locked.class, locked -> {
            assertThat(locked.no()).isEqualTo(1);
            assertThat(locked.differences()).isEmpty();
        });
        assertThat(finalise(AFTERWARDS)).isInstanceOf(Finalising.Refused.class);
        fixture.add("consultation", "late", "date", "2025-07-31", "kind", "1");
        MonthlyFigures standing = fixture.read(db -> report.of(db, JULY));
        assertThat(standing.version()).isEqualTo(1);
        assertThat(standing.figures().get("G01")).isEqualByComparingTo("3");
        assertThat(fixture.read(db -> report.draft(db, JULY)).figures().get("G01")).isEqualByComparingTo("4");
        assertThat(finalise(AFTERWARDS)).isInstanceOfSatisfying(Finalising.Locked.class, locked -> {
            assertThat(locked.no()).isEqualTo(2);
            assertThat(locked.differences()).extracting(Difference::row).containsExactly("B08", "G01");
        });
        List<LockedVersion> all = fixture.read(db -> LockedVersion.all(db, JULY));
        assertThat(all).extracting(LockedVersion::no).containsExactly(1, 2);
    }

    @Test
    void aLockedVersionReadsBackExactlyAsItWas() {
        explain();
        MonthlyFigures draft = fixture.read(db -> report.draft(db, JULY));
        finalise(AFTERWARDS);
        LockedVersion locked = fixture.read(db -> LockedVersion.last(db, JULY)).orElseThrow();
        assertThat(locked.figures().figures()).isEqualTo(draft.figures());
        assertThat(locked.figures().year()).isEqualTo(draft.year());
        assertThat(locked.figures().breakdowns()).isEqualTo(draft.breakdowns());
        assertThat(locked.figures().checks()).isEqualTo(draft.checks());
        assertThat(locked.digest()).hasSize(64);
        assertThat(report.document(locked.figures()).fileStem()).endsWith("-202507-月报-v1");
        assertThat(report.document(locked.figures()).sheets()).hasSize(9);
    }

    @Test
    void theNextMonthBeginsWithTheLockedFigures() {
        explain();
        finalise(AFTERWARDS);
        fixture.add("client", "c9", "name", "c9", "filed_date", "2025-07-20", "primary_cat", "C901");
        MonthlyFigures august = fixture.read(db -> report.draft(db, JULY.next()));
        assertThat(august.figures().get("B01")).isEqualByComparingTo("6");
        assertThat(august.figures().get("B04")).isEqualByComparingTo("7");
        assertThat(august.figures().get("B03b")).isEqualByComparingTo("-1");
        assertThat(august.origins()).containsEntry("B01", ClosingFigures.Origin.REPORT);
        assertThat(august.previous().get("B08")).isEqualByComparingTo("137");
        assertThat(august.checks()).filteredOn(check -> !check.passes()).extracting("id").contains("X01", "X08");
    }

    /** Six stand on the register at the end of July; merging two of them in August leaves five: 6 + 0 - 0 - 5 = 1. */
    @Test
    void aMergeIsTheNextMonthsAdjustmentAndLeavesALockedMonthAsItWas() {
        explain();
        finalise(AFTERWARDS);
        RecordData kept = fixture.station().records().find("client", "c1").orElseThrow();
        RecordData other = fixture.station().records().find("client", "c3").orElseThrow();
        ClientMerge.Outcome merged = fixture.station().merging().merge(kept, other, Map.of());
        assertThat(merged).isInstanceOf(ClientMerge.Outcome.Merged.class);
        MonthlyFigures july = fixture.read(db -> report.of(db, JULY));
        assertThat(july.version()).isEqualTo(1);
        assertThat(july.figures().get("B04")).isEqualByComparingTo("6");
        assertThat(july.figures().get("B06")).isEqualByComparingTo("6");
        MonthlyFigures august = fixture.read(db -> report.draft(db, JULY.next()));
        assertThat(august.figures().get("B01")).isEqualByComparingTo("6");
        assertThat(august.figures().get("B04")).isEqualByComparingTo("5");
        assertThat(august.figures().get("B03b")).isEqualByComparingTo("1");

        fixture.station().undo().undo(((ClientMerge.Outcome.Merged) merged).step().id());
        assertThat(fixture.read(db -> report.draft(db, JULY.next())).figures().get("B03b")).isEqualByComparingTo("0");
    }
}
