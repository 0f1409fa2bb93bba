package org.shegong.app.screens.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.screens.ScreenBench;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;

/** A training of 90 minutes on 12 October 2026; three workers in post that day, one who came later. */
class SignInModelTest {
    @TempDir
    private Path folder;
    private ScreenBench bench;
    private String training;
    private SignInModel model;

    @BeforeEach
    void fill() {
        bench = new ScreenBench(folder);
        training = bench.add("training", "date", LocalDate.of(2026, 10, 12), "title", "个案工作", "minutes", 90L);
        worker("李文", LocalDate.of(2024, 3, 1), null);
        worker("王小燕", LocalDate.of(2024, 3, 1), LocalDate.of(2026, 10, 12));
        worker("韦明月", LocalDate.of(2026, 10, 12), null);
        worker("后来人", LocalDate.of(2026, 10, 13), null);
        worker("离职人", LocalDate.of(2024, 3, 1), LocalDate.of(2026, 10, 11));
        model = new SignInModel(bench.context(), training);
        model.load();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void worker(String name, LocalDate from, LocalDate to) {
        bench.add("worker", "name", name, "on_from", from, "on_to", to);
    }

    private List<RecordData> kept() {
        return bench.station().records().list(ListQuery.all("training_attendance")
            .withFilter("training_id", Set.of(training)));
    }

    @Test
    void offersThoseInPostOnTheDayOfTheTraining() {
        assertThat(model.lines()).extracting(SignInModel.Line::name)
            .containsExactlyInAnyOrder("李文", "王小燕", "韦明月");
        assertThat(model.durationProperty().get()).isEqualTo("90");
    }

    @Test
    void signsInAllWhoAreChosenAtOnceAndShowsThemAsSignedIn() {
        model.chooseAll();
        model.signIn();
        assertThat(kept()).hasSize(3).allSatisfy(record -> {
            assertThat(record.values().get("minutes")).isEqualTo(90L);
            assertThat(record.text("session")).isEqualTo("全天");
        });
        assertThat(model.lines()).allMatch(SignInModel.Line::there);
        assertThat(model.messageProperty().get()).isEqualTo("已签到 3 人。");
        model.signIn();
        assertThat(kept()).hasSize(3);
    }

    @Test
    void signsInToAnotherSessionOfTheSameTraining() {
        model.sessionProperty().set("上午");
        model.durationProperty().set("1小时");
        model.lines().get(0).chosen().set(true);
        model.signIn();
        assertThat(kept()).singleElement().satisfies(one -> assertThat(one.values().get("minutes")).isEqualTo(60L));
        model.sessionProperty().set("下午");
        assertThat(model.lines()).noneMatch(SignInModel.Line::there);
    }

    @Test
    void saysWhoCouldNotBeSignedInAndWhy() {
        model.durationProperty().set("2小时");
        model.lines().get(0).chosen().set(true);
        model.signIn();
        assertThat(kept()).isEmpty();
        assertThat(model.messageProperty().get()).contains("已签到 0 人").contains("实际时长不能大于培训时长");
    }

    @Test
    void asksForADurationAndForSomebody() {
        model.signIn();
        assertThat(model.messageProperty().get()).isEqualTo("还没有勾选人员。");
        model.chooseAll();
        model.durationProperty().set("很久");
        model.signIn();
        assertThat(model.messageProperty().get()).contains("时长");
        assertThat(kept()).isEmpty();
    }
}
