package org.shegong.app.screens.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.controls.merge.MergeViewModel;
import org.shegong.app.controls.trail.StepWords;
import org.shegong.app.screens.ScreenBench;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

/** Recent steps, the recycle bin and merging without a window; all work is done at once. */
class UpkeepViewModelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 6);
    @TempDir
    private Path folder;
    private ScreenBench bench;
    private RecentViewModel recent;

    @BeforeEach
    void open() {
        bench = new ScreenBench(folder);
        bench.context().settings().put("list.mask_names", "false");
        recent = new RecentViewModel(bench.context());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private RecordData stored(String form, String id) {
        return bench.station().records().find(form, id).orElseThrow();
    }

    private String draft(String form, Object... pairs) {
        java.util.Map<String, Object> values = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        String id = bench.station().newId();
        bench.station().saving().save(RecordDraft.entered(form, id, RecordStatus.DRAFT, values));
        return id;
    }

    @Test
    void saysWhatWasDoneToWhomAndTakesItBackAndDoesItAgain() {
        String village = draft("village", "name", "白沙村");
        recent.load();
        StepWords.Line line = recent.lines().get(0);
        assertThat(line.what()).startsWith("新建 村").contains("白沙村");
        assertThat(line.who()).isEqualTo(bench.station().actor().name());
        assertThat(recent.buttonKey(line)).isEqualTo("trail.button.undo");
        recent.reverse(line);
        assertThat(stored("village", village).deleted()).isTrue();
        assertThat(bench.toasts).contains("已撤销");
        assertThat(recent.buttonKey(recent.lines().get(0))).isEqualTo("trail.button.redo");
        assertThat(recent.buttonKey(recent.lines().get(1))).isEmpty();
        recent.reverse(recent.lines().get(0));
        assertThat(stored("village", village).deleted()).isFalse();
    }

    @Test
    void asksBeforeManyRecordsAreTakenBackAndNotForOne() {
        List<RecordDraft> many = java.util.stream.IntStream.range(0, 70).mapToObj(number -> RecordDraft.entered("village",
            bench.station().newId(), RecordStatus.DRAFT, java.util.Map.of("name", "村" + number))).toList();
        bench.station().saving().importAll("import", "村.xlsx", many);
        draft("village", "name", "白沙村");
        recent.load();
        recent.reverse(recent.lines().get(0));
        assertThat(bench.asked).isEmpty();
        recent.load();
        recent.reverse(recent.lines().get(2));
        assertThat(bench.asked).containsExactly("撤销这一大步？");
        assertThat(recent.lines().get(0).what()).contains("共 70 条记录");
        BinViewModel bin = new BinViewModel(bench.context());
        bin.load();
        assertThat(bin.countsProperty().get()).containsEntry("village", 71L);
        assertThat(bin.lines()).hasSize(71);
    }

    @Test
    void opensTheRecordThatStandsInTheWay() {
        String client = draft("client", "name", "覃玉兰");
        String visit = draft("visit", "date", DAY, "clients", List.of(client));
        recent.load();
        recent.reverse(recent.lines().get(1));
        assertThat(stored("client", client).deleted()).isFalse();
        assertThat(bench.opened).contains("visit " + visit);
    }

    @Test
    void theBinSaysWhyAndGivesBack() {
        String visit = draft("visit", "date", DAY, "companions", "村干部");
        bench.station().recycling().recycle("visit", visit, "1", false);
        BinViewModel bin = new BinViewModel(bench.context());
        bin.load();
        assertThat(bin.countsProperty().get()).containsEntry("visit", 1L);
        assertThat(bin.lines()).singleElement().satisfies(line -> {
            assertThat(line.reason()).isEqualTo("重复录入");
            assertThat(line.who()).isEqualTo(bench.station().actor().name());
        });
        bin.restore(bin.lines().get(0));
        assertThat(bin.lines()).isEmpty();
        assertThat(stored("visit", visit).deleted()).isFalse();
    }

    @Test
    void listsWhoMayBeTheSameAndForgetsWhoIsNot() {
        draft("client", "name", "覃玉兰", "birth", LocalDate.of(1950, 3, 7));
        String second = draft("client", "name", "覃玉兰", "birth", LocalDate.of(1950, 3, 7));
        DuplicatesViewModel duplicates = new DuplicatesViewModel(bench.context());
        duplicates.load();
        assertThat(duplicates.summaryProperty().get()).isEqualTo("共 1 对");
        assertThat(duplicates.lines()).singleElement().satisfies(line -> {
            assertThat(line.why()).isEqualTo("姓名、生日相同");
            assertThat(line.one()).contains("覃玉兰");
            assertThat(line.other()).contains("覃玉兰");
            assertThat(List.of(line.pair().one(), line.pair().other())).contains(second);
        });
        duplicates.areDifferent(duplicates.lines().get(0));
        assertThat(duplicates.lines()).isEmpty();
        recent.load();
        assertThat(recent.lines().get(0).what()).isEqualTo("标记两份档案不是同一人");
        bench.takeOffer();
        assertThat(duplicates.lines()).hasSize(1);
        recent.load();
        assertThat(recent.lines().get(0).what()).isEqualTo("撤销：标记两份档案不是同一人");
    }

    @Test
    void mergesWithTheFileFoundAndTheValuesChosen() {
        String old = draft("client", "name", "覃玉兰", "birth", LocalDate.of(1950, 3, 7), "filed_date",
            LocalDate.of(2025, 3, 1), "address", "白沙村一组");
        String young = draft("client", "name", "覃玉兰", "birth", LocalDate.of(1950, 3, 7), "filed_date",
            LocalDate.of(2026, 3, 1), "address", "白沙村二组", "phone", "13807721234");
        draft("visit", "date", DAY, "clients", List.of(young));
        MergeViewModel merge = new MergeViewModel(bench.context(), young);
        merge.search("");
        assertThat(merge.candidates()).extracting(MergeViewModel.Candidate::id).containsExactly(old);
        merge.choose(old);
        MergeViewModel.Sides sides = merge.sidesProperty().get();
        assertThat(sides.kept().id()).isEqualTo(old);
        assertThat(sides.moving()).isEqualTo("走访 1 条");
        sides.choices().stream().filter(choice -> choice.field().key().equals("address"))
            .forEach(choice -> choice.keepMine().set(false));
        AtomicReference<String> kept = new AtomicReference<>();
        merge.merge(kept::set);
        assertThat(kept.get()).isEqualTo(old);
        assertThat(stored("client", old).text("address")).isEqualTo("白沙村二组");
        assertThat(stored("client", old).text("phone")).isEqualTo("13807721234");
        assertThat(stored("client", young).text("merged_to")).isEqualTo(old);
    }
}
