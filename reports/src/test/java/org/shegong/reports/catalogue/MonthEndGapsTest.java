package org.shegong.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;
import org.shegong.reports.StationFixture;
import org.shegong.reports.metrics.Figures;
import org.shegong.reports.metrics.MetricCatalogue;
import org.shegong.reports.standards.ReportParameters;

class MonthEndGapsTest {
    private static final StatMonth JULY = StatMonth.of(YearMonth.of(2025, 7));
    @TempDir
    Path directory;
    private StationFixture fixture;

    @BeforeEach
    void open() {
        fixture = new StationFixture(directory);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Map<String, MonthEndGaps.Group> gaps() {
        MonthEndGaps gaps = new MonthEndGaps(new Figures(new MetricCatalogue(ReportParameters.bundled())),
                fixture.station().forms());
        List<MonthEndGaps.Group> groups = fixture.read(db -> gaps.of(db, JULY, LocalDate.of(2025, 7, 31)));
        return groups.stream().collect(Collectors.toMap(MonthEndGaps.Group::kind, Function.identity()));
    }

    @Test
    void namesEachRecordThatIsMissingSomething() {
        fixture.put("client", "c1", "name", "甲", "filed_date", "2025-01-01", "primary_cat", "C901",
                "next_date", "2025-07-10");
        fixture.put("case_file", "k1", "case_no", "GA-1", "client_id", "c1", "open_date", "2025-06-01");
        fixture.put("group_work", "g1", "name", "小组", "first_date", "2025-07-02");
        fixture.put("group_session", "gs1", "group_id", "g1", "date", "2025-07-02");
        fixture.put("activity", "a1", "name", "活动", "date", "2025-07-05", "act_state", "1");
        fixture.save();
        fixture.station().saving().save(RecordDraft.entered("consultation", "d1", RecordStatus.DRAFT,
                Map.of("date", LocalDate.of(2025, 7, 3))));
        Map<String, MonthEndGaps.Group> gaps = gaps();
        assertThat(gaps.get("silentCases").gaps()).containsExactly(new MonthEndGap("case_file", "k1", "GA-1"));
        assertThat(gaps.get("groupsWithoutAttendance").gaps()).extracting(MonthEndGap::id).containsExactly("gs1");
        assertThat(gaps.get("activitiesNotClosed").gaps()).extracting(MonthEndGap::id).containsExactly("a1");
        assertThat(gaps.get("drafts").gaps()).extracting(MonthEndGap::id).containsExactly("d1");
        assertThat(gaps.get("overdue").gaps()).extracting(MonthEndGap::id).containsExactly("c1");
        assertThat(gaps.get("incomplete").gaps()).extracting(MonthEndGap::id).containsExactly("g1", "gs1", "a1");
        assertThat(gaps).containsKeys("supervision", "training");
    }

    @Test
    void aSilentMonthIsMissingOnlySupervisionAndTraining() {
        assertThat(gaps()).containsOnlyKeys("supervision", "training");
    }

    @Test
    void importedRecordsOfAnyDateAreCountedAndListedPageByPageUntilTheyAreComplete() {
        for (int i = 1; i <= 5; i++) {
            fixture.put("certificate", "z" + i, "level", "1");
        }
        fixture.put("visit", "v1", "date", "2019-03-01");
        fixture.save();
        MonthEndGaps gaps = new MonthEndGaps(new Figures(new MetricCatalogue(ReportParameters.bundled())),
                fixture.station().forms());
        Map<String, Long> counts = fixture.read(gaps::incomplete);
        assertThat(counts).containsOnly(Map.entry("visit", 1L),
                Map.entry("certificate", 5L));
        List<MonthEndGap> first = fixture.read(db -> gaps.incomplete(db, "certificate", "", 2));
        assertThat(first).extracting(MonthEndGap::id).containsExactly("z1", "z2");
        List<MonthEndGap> rest = fixture.read(db -> gaps.incomplete(db, "certificate", "z4", 2));
        assertThat(rest).extracting(MonthEndGap::id).containsExactly("z5");
        assertThat(rest.get(0).detail()).isNotEmpty();
    }
}
