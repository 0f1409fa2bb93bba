package org.shegong.app.screens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.screens.ScreenBench;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.store.ListQuery;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.Table;

/** The list of gaps over the whole history and on paper, and the targets of a year. */
class GapsAndTargetsTest {
    private static final StatMonth OCTOBER = StatMonth.of(YearMonth.of(2026, 10));
    @TempDir
    private Path folder;
    private ScreenBench bench;
    private ReportViewModel report;
    private GapsViewModel gaps;

    @BeforeEach
    void fill() {
        bench = new ScreenBench(folder);
        for (int i = 0; i < 130; i++) {
            bench.add("village", "name", "第" + i + "村");
        }
        bench.add("visit", "date", LocalDate.of(2019, 3, 1));
        report = new ReportViewModel(bench.context());
        gaps = new GapsViewModel(bench.context(), report.reading());
        gaps.load(OCTOBER);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private GapsViewModel.Group villages() {
        return gaps.groups().stream().filter(group -> group.form().equals("village")).findFirst().orElseThrow();
    }

    @Test
    void listsImportedRecordsOfAnyDateAHundredAtATime() {
        gaps.historyProperty().set(true);
        gaps.reload();
        assertThat(gaps.groups()).extracting(GapsViewModel.Group::form).contains("visit", "village");
        assertThat(villages().lines()).hasSize(100);
        assertThat(villages().unlisted()).isEqualTo(30);
        gaps.more(villages());
        assertThat(villages().lines()).hasSize(130).doesNotHaveDuplicates();
        assertThat(villages().unlisted()).isZero();
    }

    @Test
    void printsWhatIsListedWithABoxForEachRecord() {
        gaps.historyProperty().set(true);
        gaps.reload();
        Document document = gaps.document();
        Table table = (Table) document.sheets().get(0).blocks().get(0);
        assertThat(document.sheets().get(0).titleLines()).containsExactly("待补全的导入记录");
        assertThat(table.rows().size()).isEqualTo(gaps.groups().stream().mapToInt(group -> group.lines().size() + 1).sum());
    }

    @Test
    void opensTheRecordOfALine() {
        gaps.historyProperty().set(true);
        gaps.reload();
        gaps.open(villages().lines().get(0));
        assertThat(bench.opened).containsExactly("village " + villages().lines().get(0).id());
    }

    @Test
    void keepsATargetOnceAYearAndTakesAnEmptiedOneAway() {
        report.load();
        TargetsViewModel targets = targets();
        type(targets, "F01", "１２０");
        type(targets, "C09", "50.5");
        assertThat(targets.valid()).isTrue();
        targets.save(() -> { });
        report.load();
        assertThat(report.stateProperty().get().shown().targets()).containsOnlyKeys("C09", "F01");
        assertThat(report.stateProperty().get().shown().targets().get("F01")).isEqualByComparingTo("120");
        TargetsViewModel again = targets();
        assertThat(entry(again, "F01").typed().get()).isEqualTo("120");
        type(again, "F01", "");
        again.save(() -> { });
        assertThat(bench.station().records().list(ListQuery.all("figure_target"))).extracting(one -> one.text("code"))
            .containsExactly("C09");
        assertThat(bench.errors).isEmpty();
    }

    @Test
    void refusesATargetThatIsNoNumber() {
        report.load();
        TargetsViewModel targets = targets();
        type(targets, "F01", "很多");
        assertThat(targets.valid()).isFalse();
        assertThat(targets.entries()).extracting(TargetsViewModel.Entry::code).doesNotContain("K05", "N01");
    }

    private TargetsViewModel targets() {
        return new TargetsViewModel(bench.context(), report.reading(), report.stateProperty().get().now());
    }

    private static TargetsViewModel.Entry entry(TargetsViewModel targets, String code) {
        List<TargetsViewModel.Entry> found = targets.entries().stream().filter(one -> one.code().equals(code)).toList();
        return found.get(0);
    }

    private static void type(TargetsViewModel targets, String code, String text) {
        entry(targets, code).typed().set(text);
    }
}
