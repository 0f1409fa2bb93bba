package org.shegong.app.screens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.screens.ScreenBench;
import org.shegong.db.domain.StatMonth;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.reports.catalogue.Finalising;
import org.shegong.reports.catalogue.Obstacle;
import org.shegong.reports.privacy.Trace;

/** Two clients, three visits in October (one not met, one a day's second to one household), none in September. */
class ReportViewModelTest {
    @TempDir
    private Path folder;
    private ScreenBench bench;
    private ReportViewModel model;
    private TextsViewModel texts;
    private String metVisit;
    private String notMetVisit;

    @BeforeEach
    void fill() {
        bench = new ScreenBench(folder);
        String village = bench.add("village", "name", "白沙村", "kind", "1");
        String home = bench.add("household", "village_id", village);
        String one = client("覃玉兰", village, home);
        String two = client("韦建国", village, bench.add("household", "village_id", village));
        metVisit = visit(one, home, 8, "1");
        visit(one, home, 8, "1");
        notMetVisit = visit(two, null, 9, "4");
        model = new ReportViewModel(bench.context());
        texts = new TextsViewModel(bench.context());
        model.stateProperty().addListener((property, before, state) -> {
            if (state != null) {
                texts.show(state);
            }
        });
        bench.context().changes().listen(model::load);
        model.load();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String client(String name, String village, String household) {
        return bench.add("client", "name", name, "sex", "2", "village_id", village,
            "household_id", household, "primary_cat", "C101", "filed_date",
            LocalDate.of(2026, 8, 3), "file_state", "1");
    }

    private String visit(String client, String household, int day, String result) {
        return bench.add("visit", "date", LocalDate.of(2026, 10, day), "clients", List.of(client), "household_id", household,
            "result", result, "minutes", 30L);
    }

    private ReportLine line(String code) {
        ReportTable table = model.stateProperty().get().table();
        return table.lines().get(table.indexOf(code));
    }

    @Test
    void showsTheTableAsItPrintsWithFiguresOfTheMonthAndTheOneBefore() {
        assertThat(model.stateProperty().get().shown().draft()).isTrue();
        assertThat(line("F01").texts()).startsWith("F01").contains("户次");
        assertThat(line("F01").text(3)).isEqualTo("2");
        assertThat(line("F01").text(4)).isEqualTo("0");
        assertThat(line("F01b").text(3)).isEqualTo("1");
        assertThat(line("F07").text(3)).isEqualTo("1.0");
        assertThat(line("B04").text(3)).isEqualTo("2");
    }

    @Test
    void opensTheVisitsBehindTheFigureWithoutTheDuplicate() {
        new DrillDown(bench.context(), model).open(line("F01"), "month", "2");
        assertThat(bench.behind).containsOnlyKeys("visit");
        assertThat(bench.behind.get("visit")).containsExactly(metVisit, notMetVisit);
        assertThat(bench.behindTitle()).contains("F01").contains("2026年10月").contains("2 条");
    }

    @Test
    void opensTheRegisterOfTheMonthBeforeBehindAnOpeningFigure() {
        client("梁秀英", null, null);
        new DrillDown(bench.context(), model).open(line("B01"), "month", "2");
        assertThat(bench.behind.get("client")).hasSize(3);
        bench.add("client", "name", "罗福生", "filed_date", LocalDate.of(2026, 10, 5), "file_state", "1");
        new DrillDown(bench.context(), model).open(line("B01"), "month", "3");
        assertThat(bench.behind.get("client")).hasSize(3);
    }

    @Test
    void opensNothingBehindADash() {
        new DrillDown(bench.context(), model).open(line("A07"), "month", "\u2014");
        assertThat(bench.behindTitle()).isEmpty();
    }

    @Test
    void keepsTypedTextsInOneRecordOfTheMonth() {
        texts.section("work").set("本月走访两户。");
        texts.section("plan").set("下月继续走访。");
        texts.deidentifiedProperty().set(true);
        List<RecordData> kept = bench.station().records().list(ListQuery.all("monthly_report"));
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).text("period")).isEqualTo("2026-10");
        assertThat(kept.get(0).text("work")).isEqualTo("本月走访两户。");
        assertThat(kept.get(0).text("plan")).isEqualTo("下月继续走访。");
        assertThat(kept.get(0).values().get("deidentified")).isEqualTo(true);
        assertThat(bench.errors).isEmpty();
    }

    @Test
    void showsTheTextsOfTheMonthInFront() {
        texts.section("work").set("十月的文字");
        model.move(-1);
        assertThat(model.monthProperty().get().month()).isEqualTo(YearMonth.of(2026, 9));
        assertThat(texts.section("work").get()).isEmpty();
        texts.section("work").set("九月的文字");
        model.move(1);
        assertThat(texts.section("work").get()).isEqualTo("十月的文字");
    }

    @Test
    void keepsTheTextOfAMonthThatCouldNotBeWrittenWhenItWasLeft() {
        bench.station().file().write(db -> db.execute("PRAGMA query_only = ON"));
        texts.section("work").set("十月的文字");
        model.move(-1);
        assertThat(bench.errors).isNotEmpty();
        bench.station().file().write(db -> db.execute("PRAGMA query_only = OFF"));
        texts.flush();
        assertThat(bench.station().records().list(ListQuery.all("monthly_report").withFilter("period", Set.of("2026-10"))))
            .singleElement().satisfies(kept -> assertThat(kept.text("work")).isEqualTo("十月的文字"));
    }

    @Test
    void warnsOfAnIdNumberAPhoneAndAClientsNameInTheTexts() {
        texts.section("typical").set("王某，电话 138 0772 1000，与覃玉兰同住，证件450299195001011234。");
        assertThat(texts.tracesProperty().get()).extracting(line -> line.trace().kind())
            .containsExactly(Trace.Kind.PHONE, Trace.Kind.NAME, Trace.Kind.ID_NUMBER);
        texts.replaceTraces(Set.of());
        assertThat(texts.section("typical").get())
            .isEqualTo("王某，电话 138****1000，与覃某同住，证件450*************34。");
        assertThat(texts.tracesProperty().get()).isEmpty();
    }

    private void explainEverything() {
        while (texts.required().stream().anyMatch(reason -> !reason.given())) {
            String key = texts.required().stream().filter(reason -> !reason.given()).findFirst().orElseThrow().key();
            texts.reason(key).set("月初刚开始登记");
        }
    }

    @Test
    void namesWhatMustBeExplainedAndLocksOnceItIs() {
        List<Obstacle> before = model.stateProperty().get().obstacles();
        assertThat(before).isNotEmpty().extracting(Obstacle::key).contains("X11");
        explainEverything();
        assertThat(model.stateProperty().get().obstacles()).isEmpty();
        List<Finalising> ended = new ArrayList<>();
        model.finalise(ended::add);
        assertThat(ended).singleElement().isInstanceOf(Finalising.Locked.class);
        assertThat(model.stateProperty().get().locked()).isTrue();
        assertThat(texts.editableProperty().get()).isFalse();
        assertThat(model.stateProperty().get().outdated()).isFalse();
    }

    @Test
    void showsTheLockedFiguresAfterRecordsChangedAndTheChangedOnesOnRequest() {
        explainEverything();
        model.finalise(outcome -> { });
        String client = bench.station().records().ids(ListQuery.all("client")).get(0);
        visit(client, null, 12, "1");
        model.load();
        assertThat(line("F01").text(3)).isEqualTo("2");
        assertThat(model.stateProperty().get().outdated()).isTrue();
        new DrillDown(bench.context(), model).open(line("F01"), "month", "2");
        assertThat(bench.behind.get("visit")).containsExactlyInAnyOrder(metVisit, notMetVisit);
        model.presentProperty().set(true);
        assertThat(line("F01").text(3)).isEqualTo("3");
        assertThat(texts.editableProperty().get()).isTrue();
    }

    @Test
    void keepsOpeningFiguresTypedFromThePaperReport() {
        OpeningViewModel opening = new OpeningViewModel(bench.context(), model.reading(), model.stateProperty().get().now());
        assertThat(opening.entries()).extracting(OpeningViewModel.Entry::closing)
            .containsExactly("B04", "C04", "D04", "H04d");
        opening.entries().get(0).typed().set("五");
        assertThat(opening.valid()).isFalse();
        opening.entries().get(0).typed().set("５");
        assertThat(opening.valid()).isTrue();
        opening.save(() -> { });
        assertThat(line("B01").text(3)).isEqualTo("5");
        assertThat(line("B03b").text(3)).isEqualTo("3");
        OpeningViewModel again = new OpeningViewModel(bench.context(), model.reading(), model.stateProperty().get().now());
        again.entries().get(0).typed().set("");
        again.save(() -> { });
        assertThat(line("B01").text(3)).isEqualTo("2");
    }

    @Test
    void listsGapsThatOpenTheirRecords() {
        GapsViewModel gaps = new GapsViewModel(bench.context(), model.reading());
        gaps.load(StatMonth.of(YearMonth.of(2026, 10)));
        assertThat(gaps.totalProperty().get()).isPositive();
        GapsViewModel.Line supervision = gaps.groups().stream().flatMap(group -> group.lines().stream())
            .filter(line -> line.form().equals("supervision_round")).findFirst().orElseThrow();
        gaps.open(supervision);
        GapsViewModel.Line visit = gaps.groups().stream().flatMap(group -> group.lines().stream())
            .filter(line -> line.form().equals("visit")).findFirst().orElseThrow();
        gaps.open(visit);
        assertThat(bench.opened).containsExactly("new supervision_round", "visit " + visit.id());
    }

    @Test
    void writesTheFormatsAskedForAndSaysWhere() {
        ExportViewModel export = new ExportViewModel(bench.context(), () -> new ExportViewModel.Source(
            model.reading().document(model.stateProperty().get().shown()), "{}"), List.of(ExportViewModel.Format.values()));
        export.formats().get(ExportViewModel.Format.PDF).set(false);
        export.formats().get(ExportViewModel.Format.JSON).set(true);
        export.start(() -> { });
        assertThat(folder.toFile().list()).filteredOn(name -> name.contains("202610"))
            .hasSize(2).anyMatch(name -> name.endsWith(".xlsx")).anyMatch(name -> name.endsWith(".json"));
        assertThat(bench.toasts).hasSize(2);
        assertThat(bench.errors).isEmpty();
        assertThat(Set.copyOf(export.formats().keySet())).hasSize(3);
    }

    @Test
    void keepsTheTextsOfARegisteredSupervisor() {
        String supervisor = bench.add("supervisor", "name", "农督导");
        SupervisorViewModel sheets = new SupervisorViewModel(bench.context(), model.reading());
        sheets.load(StatMonth.of(YearMonth.of(2026, 10)));
        assertThat(sheets.chosenProperty().get().name()).isEqualTo("农督导");
        sheets.text("advice").set("建议增加入户督导。");
        RecordData kept = bench.station().records().list(ListQuery.all("supervisor_monthly")).get(0);
        assertThat(kept.text("supervisor_id")).isEqualTo(supervisor);
        assertThat(kept.text("advice")).isEqualTo("建议增加入户督导。");
    }
}
