package org.shegong.app.controls.form;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.shegong.app.controls.form.model.Background;
import org.shegong.app.tasks.Tasks;
import org.shegong.app.tasks.Work;

/** The form's background work on the program's tasks. */
public final class TasksBackground implements Background {
    private final Tasks tasks;

    public TasksBackground(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        work(work, done, failed).start();
    }

    @Override
    public <T> void keep(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        work(work, done, failed).keeping().start();
    }

    private <T> Work<T> work(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        return tasks.<T>work(progress -> work.call()).onSuccess(done)
            .onError(failure -> failed.accept(failure instanceof Exception known ? known
                : new IllegalStateException(failure)));
    }

    @Override
    public Runnable after(Duration quiet, Runnable then) {
        return tasks.later(quiet, then)::cancel;
    }
}
