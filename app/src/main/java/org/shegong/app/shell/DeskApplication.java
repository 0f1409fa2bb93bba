package org.shegong.app.shell;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.shegong.app.i18n.Texts;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;

/** Opens the window and waits until it is closed. */
public final class DeskApplication {
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Opens the window; returns when the person has closed it.
     *
     * @throws UnsupportedOperationException when this machine has no display
     */
    public void run(DeskStart start) throws InterruptedException {
        Platform.startup(() -> open(start));
        closed.await();
    }

    private void open(DeskStart start) {
        Tasks tasks = Tasks.threaded(Platform::runLater);
        DeskWindow window = new DeskWindow(new Stage(), Texts.bundled(), tasks, new Settings(Settings.usualFile()));
        window.onClosed(() -> {
            tasks.close();
            Platform.exit();
            closed.countDown();
        });
        window.begin(start);
    }
}
