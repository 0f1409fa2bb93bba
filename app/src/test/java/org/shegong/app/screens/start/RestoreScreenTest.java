package org.shegong.app.screens.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.Overlays;
import org.shegong.app.SeededStation;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.Opening;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.SignIn;
import org.shegong.app.session.StationSession;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.backup.AutomaticBackup;
import org.shegong.db.backup.BackupResult;
import org.shegong.db.store.ListQuery;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A backup brought to a computer that has no station, as after a theft or a fire. */
@ExtendWith(ApplicationExtension.class)
class RestoreScreenTest {
    private static final int PATIENCE = 120;
    @TempDir
    Path folder;
    private final Clock clock = ProgramClock.on(SeededStation.TODAY);
    private final AtomicBoolean restored = new AtomicBoolean();
    private final Tasks tasks = Tasks.threaded(Platform::runLater);
    private Stage stage;
    private Path copy;
    private Path fresh;
    private RestoreScreen screen;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @BeforeEach
    void show() {
        fresh = folder.resolve("new-computer");
        try (StationSession session = SeededStation.create(folder.resolve("old-computer"), clock)) {
            copy = ((BackupResult.Done) new AutomaticBackup(session.station().file(), session.key(), clock)
                .run("样例镇社会工作服务站", Optional.empty()).own()).file();
        }
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            screen = new RestoreScreen(new StartContext(fresh, clock, "", tasks, Texts.bundled(), silent(),
                session -> { }), () -> { }, () -> restored.set(true));
            stage.setScene(new Scene(new javafx.scene.layout.StackPane(screen.view()), 900, 700));
            stage.show();
            screen.show(copy);
        });
        await(() -> !main().isDisabled());
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void showsWhatIsInsideAndBringsItBackWithThePassword() {
        assertThat(((Label) stage.getScene().lookup(".backup-seen")).getText())
            .startsWith("样例镇社会工作服务站，备份于 2026-10-30").contains("服务对象 140 人");
        type(SeededStation.PASSWORD);
        await(restored::get);
        Opening opening = new SignIn(clock).open(fresh, "", SeededStation.PASSWORD.toCharArray());
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        try (StationSession session = ((Opening.Opened) opening).session()) {
            List<String> clients = session.station().records().ids(ListQuery.all("client"));
            assertThat(clients).hasSize(140);
        }
    }

    @Test
    void aWrongPasswordLeavesNothing() {
        type("wrong-password");
        await(() -> stage.getScene().getRoot().lookupAll(".trouble").stream().anyMatch(node ->
            node instanceof Label label && label.getText().startsWith("账户名或密码不对")));
        assertThat(restored).isFalse();
        assertThat(Files.exists(fresh.resolve("station.db"))).isFalse();
    }

    private void type(String password) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            ((TextInputControl) stage.getScene().getRoot().lookupAll(".password-field").stream()
                .filter(PasswordField.class::isInstance).findFirst().orElseThrow()).setText(password);
            main().fire();
        });
    }

    private Button main() {
        return (Button) stage.getScene().lookup(".start-card .accent");
    }

    private static Overlays silent() {
        return (Overlays) java.lang.reflect.Proxy.newProxyInstance(Overlays.class.getClassLoader(),
            new Class<?>[] {Overlays.class}, (proxy, method, arguments) ->
                method.getReturnType() == boolean.class ? Boolean.FALSE : null);
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("did not come about", e);
        }
    }
}
