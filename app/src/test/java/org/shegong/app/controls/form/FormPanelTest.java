package org.shegong.app.controls.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.controls.form.model.AttendanceModel;
import org.shegong.app.controls.form.view.AttendanceGrid;
import org.shegong.app.controls.form.view.RecordPanel;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordStatus;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The form on screen, with the keyboard only. */
class FormPanelTest extends ApplicationTest {
    @TempDir
    static Path folder;
    private static int stations;
    private final StackPane root = new StackPane();
    private FormStation at;
    private Tasks tasks;

    @Override
    public void start(Stage stage) {
        tasks = Tasks.threaded(Platform::runLater);
        at = new FormStation(folder.resolve("s" + ++stations), new TasksBackground(tasks));
        stage.setScene(new Scene(root, 700, 740));
        stage.show();
    }

    @AfterEach
    void close() {
        tasks.close();
        at.close();
    }

    private static void await(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return condition.getAsBoolean();
        });
    }

    private RecordPanel panel(String form) throws Exception {
        RecordPanel[] made = new RecordPanel[1];
        interact(() -> {
            made[0] = new RecordPanel(at.desk);
            root.getChildren().setAll(made[0]);
            made[0].openNew(form, Map.of());
        });
        await(() -> made[0].current() != null);
        return made[0];
    }

    private boolean isFocused(String key) {
        Node owner = root.getScene().getFocusOwner();
        return owner != null && ("input-" + key).equals(owner.getId());
    }

    private void goTo(String key) throws Exception {
        for (int i = 0; i < 60 && !isFocused(key); i++) {
            type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(isFocused(key)).as(key).isTrue();
    }

    private void pick(String key, String typed) throws Exception {
        goTo(key);
        write(typed);
        await(() -> root.lookup("#input-" + key + "-list") != null
            && root.lookupAll(".choice-row").size() > 0);
        type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void recordsAVisitWithTheKeyboardOnly() throws Exception {
        String client = at.client("覃玉兰", "450299194912310023", "1949-12-31");
        RecordPanel panel = panel("visit");
        await(() -> isFocused("start_time"));
        write("830");
        type(KeyCode.ENTER);
        write("915");
        type(KeyCode.ENTER);
        pick("clients", "qyl");
        pick("purpose", "dq");
        pick("result", "wy");
        goTo("alone_reason");
        write("alone");
        pick("disposition", "cx");
        push(KeyCode.CONTROL, KeyCode.S);
        await(() -> panel.current().form().saving().stored() != null
            || !panel.current().form().findings().missing().isEmpty());
        assertThat(panel.current().form().findings().missing()).extracting(field -> field.key()).isEmpty();
        RecordData visit = at.station.records().list(ListQuery.all("visit")).get(0);
        assertThat(visit.status()).isEqualTo(RecordStatus.SUBMITTED);
        assertThat(visit.many("clients")).containsExactly(client);
        assertThat(visit.number("minutes")).isEqualTo(45);
        assertThat(visit.text("result")).isEqualTo("4");
        assertThat(visit.text("village_id")).isEqualTo(at.village);
    }

    @Test
    void keepsADraftWhenLeftWithEsc() throws Exception {
        RecordPanel panel = panel("consultation");
        goTo("name");
        write("A");
        type(KeyCode.ESCAPE);
        await(() -> !panel.isOpen());
        assertThat(at.station.records().list(ListQuery.all("consultation"))).singleElement()
            .satisfies(record -> assertThat(record.status()).isEqualTo(RecordStatus.DRAFT));
    }

    @Test
    void goesToTheFirstThingMissing() throws Exception {
        panel("visit");
        await(() -> isFocused("start_time"));
        goTo("companions");
        push(KeyCode.CONTROL, KeyCode.S);
        await(() -> isFocused("start_time"));
        assertThat(root.lookup("#field-start_time").lookupAll(".note-e")).isNotEmpty();
    }

    @Test
    void marksAttendanceWithTheSpaceBar() throws Exception {
        LocalDate day = LocalDate.of(2026, 10, 10);
        String group = at.keep("group_work", "name", "手工小组", "first_date", day);
        String first = at.keep("group_member", "group_id", group, "anon_name", "阿婆甲", "join_date", day);
        String second = at.keep("group_member", "group_id", group, "anon_name", "阿婆乙", "join_date", day);
        String session = at.keep("group_session", "group_id", group, "no", 1L, "date", day);
        AttendanceModel model = new AttendanceModel(at.desk, group);
        interact(() -> {
            AttendanceGrid grid = new AttendanceGrid(at.desk, model);
            root.getChildren().setAll(grid);
            model.load();
            grid.focusGrid();
        });
        await(() -> !model.members().isEmpty());
        type(KeyCode.SPACE, KeyCode.DOWN, KeyCode.SPACE, KeyCode.SPACE);
        await(() -> stored(session).many("late").equals(List.of(second)));
        assertThat(stored(session).many("present")).containsExactly(first);
        push(KeyCode.SHIFT, KeyCode.SPACE);
        await(() -> Set.copyOf(stored(session).many("present")).equals(Set.of(first, second)));
    }

    private RecordData stored(String session) {
        return at.station.records().find("group_session", session).orElseThrow();
    }
}
