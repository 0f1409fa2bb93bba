package org.shegong.app.controls.form.view;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import org.shegong.app.controls.form.model.Background;

/** Work on an executor, answers on the JavaFX thread. */
public final class FxBackground implements Background {
    private final Executor executor;

    public FxBackground(Executor executor) {
        this.executor = executor;
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        executor.execute(() -> {
            try {
                T answer = work.call();
                Platform.runLater(() -> done.accept(answer));
            } catch (Exception e) {
                Platform.runLater(() -> failed.accept(e));
            }
        });
    }

    @Override
    public Runnable after(Duration quiet, Runnable then) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(quiet.toMillis()));
        pause.setOnFinished(done -> then.run());
        pause.play();
        return pause::stop;
    }
}
