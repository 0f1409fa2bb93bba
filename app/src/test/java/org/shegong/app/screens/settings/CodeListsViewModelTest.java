package org.shegong.app.screens.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.screens.ScreenBench;
import org.shegong.db.codes.Code;

/** Switching entries off and adding a station's own, without a window. */
class CodeListsViewModelTest {
    @TempDir
    private Path folder;
    private ScreenBench bench;
    private CodeListsViewModel model;
    private final List<String> added = new ArrayList<>();

    @BeforeEach
    void open() {
        bench = new ScreenBench(folder);
        model = new CodeListsViewModel(bench.context());
        model.show(model.titles().keySet().iterator().next());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Code last() {
        return model.codes().get(model.codes().size() - 1);
    }

    @Test
    void ownEntriesTakeTheNextFreeCodeAndStandLast() {
        model.add("石龙镇自设一", () -> added.add(last().label()));
        model.add("石龙镇自设二", () -> added.add(last().label()));
        assertThat(added).containsExactly("石龙镇自设一", "石龙镇自设二");
        assertThat(last().code()).isEqualTo("U2");
        assertThat(last().enabled()).isTrue();
        assertThat(CodeListsViewModel.isOwn(last())).isTrue();
        assertThat(model.savingProperty().get()).isFalse();
    }

    @Test
    void anEntrySwitchedOffConcernsItsOwnListAlone() {
        List<String> lists = List.copyOf(model.titles().keySet());
        Code first = model.codes().get(0);
        model.enable(first, false);
        assertThat(model.codes().get(0).enabled()).isFalse();
        model.show(lists.get(1));
        List<Code> other = List.copyOf(model.codes());
        model.show(lists.get(0));
        model.enable(first, true);
        assertThat(model.codes().get(0).enabled()).isTrue();
        model.show(lists.get(1));
        assertThat(model.codes()).isEqualTo(other);
    }

    @Test
    void aRefusedEntryRunsNothingAndIsSaid() {
        List<Object> refused = new ArrayList<>();
        model.onRefused(refused::add);
        int before = model.codes().size();
        model.add("名".repeat(5000), () -> added.add("never"));
        assertThat(refused).hasSize(1);
        assertThat(added).isEmpty();
        assertThat(model.codes()).hasSize(before);
    }
}
