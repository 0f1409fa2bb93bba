package org.shegong.app.shell;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.shegong.app.tasks.Tasks;
import org.testfx.util.WaitForAsyncUtils;

/** Closes the window of a test as a person in a hurry does: once, and again when it makes a copy. */
public final class WindowEnd {
    private static final int PATIENCE = 60;

    private WindowEnd() {
    }

    /** Returns when the station is closed; nothing happens when it is already. */
    public static void close(Stage stage, DeskWindow window, Tasks tasks) {
        AtomicBoolean closed = new AtomicBoolean();
        try {
            WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000L, () -> window.onClosed(() -> closed.set(true)));
            request(stage);
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> closed.get()
                || WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000L,
                    () -> stage.getScene().lookup(".closing-card") != null));
            if (!closed.get()) {
                request(stage);
            }
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, closed::get);
        } catch (TimeoutException e) {
            throw new AssertionError("the window did not close", e);
        } finally {
            WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000L, () -> {
                stage.hide();
                tasks.close();
            });
        }
    }

    private static void request(Stage stage) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000L,
            () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }
}
