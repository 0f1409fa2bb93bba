package org.shegong.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.StationFixture;
import org.shegong.reports.document.Table;
import org.shegong.reports.metrics.Figures;
import org.shegong.reports.metrics.MetricCatalogue;
import org.shegong.reports.standards.ReportParameters;

class SupervisorMonthlyTest {
    private static final StatMonth JULY = StatMonth.of(YearMonth.of(2025, 7));
    @TempDir
    Path directory;
    private StationFixture fixture;
    private SupervisorMonthly monthly;

    @BeforeEach
    void open() {
        fixture = new StationFixture(directory);
        ReportParameters parameters = ReportParameters.bundled();
        monthly = new SupervisorMonthly(new Figures(new MetricCatalogue(parameters)), parameters);
        fixture.put("station", "st", "name", "甲镇社工站");
        fixture.put("worker", "w1", "name", "乙");
        fixture.put("worker", "w2", "name", "丙");
        fixture.put("supervisor", "sv", "name", "农督导");
        fixture.put("supervisor_station", "ss", "supervisor_id", "sv", "station_name", "丁乡社工站");
        fixture.put("supervision_round", "r1", "name", "第1次", "supervisor_id", "sv");
        fixture.put("supervision_session", "s1", "round_id", "r1", "date", "2025-07-08", "minutes", 480L, "form", "1",
                "topics", "个案研讨", "supervisees", List.of("w1"));
        fixture.put("supervision_session", "s2", "round_id", "r1", "date", "2025-07-09", "minutes", 480L, "form", "2",
                "topics", "个案研讨", "supervisees", List.of("w1", "w2"));
        fixture.put("supervision_action", "a1", "session_id", "s1", "content", "补写计划", "due", "2025-07-20",
                "done_date", "2025-07-19");
        fixture.put("supervision_action", "a2", "session_id", "s1", "content", "整理案卷", "due", "2025-07-31");
        fixture.put("supervision_round", "r2", "name", "第2次", "supervisor_name", "覃督导");
        fixture.put("supervision_session", "s3", "round_id", "r2", "date", "2025-07-20", "minutes", 300L, "form", "4",
                "supervisor_name", "覃督导");
        fixture.save();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void eachSupervisorHasTheFiguresOfHisOwnSessions() {
        List<SupervisorSheet> sheets = fixture.read(db -> monthly.of(db, JULY));
        assertThat(sheets).extracting(SupervisorSheet::name).containsExactly("农督导", "覃督导");
        SupervisorSheet first = sheets.get(0);
        assertThat(first.met()).isTrue();
        assertThat(first.figures().get("K02")).isEqualByComparingTo("16.0");
        assertThat(first.figures().get("K03.individual")).isEqualByComparingTo("1");
        assertThat(first.figures().get("K04p")).isEqualByComparingTo("3");
        assertThat(first.figures().get("K04")).isEqualByComparingTo("2");
        assertThat(first.figures().get("K06")).isEqualByComparingTo("2");
        assertThat(first.figures().get("K06d")).isEqualByComparingTo("1");
        assertThat(first.topics()).containsExactly("个案研讨");
        assertThat(first.others()).containsExactly("丁乡社工站");
        assertThat(first.rounds()).containsExactly(new SupervisorSheet.RoundLine("第1次", 2, 960, 960, true));
        SupervisorSheet second = sheets.get(1);
        assertThat(second.met()).isFalse();
        assertThat(second.supervisor()).isEmpty();
        assertThat(second.figures().get("K02")).isEqualByComparingTo("5.0");
    }

    @Test
    void theSheetLeavesOtherStationsOpen() {
        SupervisorSheet sheet = fixture.read(db -> monthly.of(db, JULY)).get(0);
        Table table = (Table) monthly.document(sheet).sheets().get(0).blocks().get(0);
        assertThat(table.columns()).extracting("heading").endsWith("本站", "丁乡社工站");
        assertThat(table.rows()).hasSize(12);
    }
}
