package org.shegong.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TasksTest {
    /** Stands for the window's thread: this test runs what is handed over, in order. */
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Tasks tasks = Tasks.threaded(window::add);
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        tasks.close();
    }

    @Test
    void tellsTheOutcomeOnTheWindowsThread() throws InterruptedException {
        Thread here = Thread.currentThread();
        tasks.work(progress -> Thread.currentThread() == here).onSuccess(same -> heard.add("beside " + !same)).start();
        runOne();
        assertThat(heard).containsExactly("beside true");
    }

    @Test
    void failuresThatNobodyTakesGoToTheOneWhoHearsThem() throws InterruptedException {
        tasks.onFailure(failure -> heard.add(failure.getMessage()));
        tasks.work(progress -> {
            throw new IllegalStateException("broken");
        }).onSuccess(value -> heard.add("done")).start();
        runOne();
        assertThat(heard).containsExactly("broken");
    }

    @Test
    void cancelStopsWorkAndDropsItsOutcome() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Work<String> work = tasks.<String>work(progress -> {
            begun.countDown();
            while (!progress.isCancelled()) {
                Thread.onSpinWait();
            }
            progress.checkCancelled();
            return "done";
        }).onSuccess(heard::add).onError(failure -> heard.add("failed")).onEnd(() -> heard.add("ended")).start();
        begun.await();
        work.cancel();
        runOne();
        assertThat(heard).containsExactly("ended");
    }

    @Test
    void whatIsDoneIsNotCancelledAnyMoreAndWhatIsCancelledDoesNotStand() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Work<Boolean> work = tasks.<Boolean>work(progress -> {
            boolean stands = progress.keepsOutcome();
            done.countDown();
            goOn.await();
            return stands;
        }).onSuccess(stands -> heard.add("stands " + stands)).start();
        done.await();
        work.cancel();
        goOn.countDown();
        runOne();
        CountDownLatch begun = new CountDownLatch(1);
        Work<String> late = tasks.<String>work(progress -> {
            begun.countDown();
            while (!progress.isCancelled()) {
                Thread.onSpinWait();
            }
            heard.add("kept " + progress.keepsOutcome());
            return "";
        }).onSuccess(heard::add).start();
        begun.await();
        late.cancel();
        runOne();
        assertThat(heard).containsExactly("stands true", "kept false");
    }

    @Test
    void whatCannotBeTakenBackIsToldAlthoughItWasCancelled() throws InterruptedException {
        cancelAtTheEnd(progress -> "stands");
        cancelAtTheEnd(progress -> {
            throw new IllegalStateException("not taken back");
        });
        cancelAtTheEnd(progress -> {
            throw new CancellationException();
        });
        assertThat(heard).containsExactly("stands", "ended", "not taken back", "ended", "ended");
    }

    /** Work that finds itself cancelled when everything is done, and goes on with taking it back. */
    private void cancelAtTheEnd(Job<String> takingBack) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Work<String> work = tasks.<String>work(progress -> {
            begun.countDown();
            while (!progress.isCancelled()) {
                Thread.onSpinWait();
            }
            assertThat(progress.keepsOutcome()).isFalse();
            progress.standsUntilTakenBack();
            return takingBack.run(progress);
        }).onSuccess(heard::add).onError(failure -> heard.add(failure.getMessage())).onEnd(() -> heard.add("ended")).start();
        begun.await();
        work.cancel();
        runOne();
    }

    @Test
    void everybodyWhoWaitsForTheKeepingIsTold() throws InterruptedException {
        tasks.keepAll(() -> tasks.work(progress -> "typed").keeping().start(), failure -> heard.add("one " + failure.isEmpty()));
        tasks.keepAll(() -> { }, failure -> heard.add("other " + failure.isEmpty()));
        runOne();
        assertThat(heard).containsExactly("one true", "other true");
    }

    @Test
    void onlyTheNewestOfSeveralIsHeard() {
        Tasks direct = Tasks.direct();
        Latest latest = new Latest(direct);
        List<Runnable> held = new ArrayList<>();
        Tasks holding = Tasks.threaded(held::add);
        Latest slow = new Latest(holding);
        CountDownLatch both = new CountDownLatch(2);
        slow.start(holding.work(progress -> "first").onSuccess(heard::add).onEnd(both::countDown));
        slow.start(holding.work(progress -> "second").onSuccess(heard::add).onEnd(both::countDown));
        latest.start(direct.work(progress -> "at once").onSuccess(heard::add));
        await(() -> held.size() == 2);
        held.forEach(Runnable::run);
        holding.close();
        assertThat(heard).containsExactly("at once", "second");
    }

    @Test
    void whatKeepsTypingIsWaitedForWithAllThatFollowsIt() throws InterruptedException {
        tasks.keepAll(() -> tasks.work(progress -> "first").keeping().onSuccess(first -> {
            heard.add(first);
            tasks.work(progress -> "second").keeping().onSuccess(heard::add).start();
        }).start(), failure -> heard.add("kept " + failure.isEmpty()));
        runOne();
        assertThat(heard).containsExactly("first");
        runOne();
        assertThat(heard).containsExactly("first", "second", "kept true");
    }

    @Test
    void whatCouldNotBeKeptIsTold() throws InterruptedException {
        tasks.keepAll(() -> tasks.work(progress -> {
            throw new IllegalStateException("no room");
        }).keeping().onError(failure -> heard.add("shown")).start(),
            failure -> heard.add(failure.map(Throwable::getMessage).orElse("")));
        runOne();
        assertThat(heard).containsExactly("shown", "no room");
        tasks.keepAll(() -> { }, failure -> heard.add("nothing " + failure.isEmpty()));
        assertThat(heard).endsWith("nothing true");
    }

    @Test
    void reportsHowFarItIs() throws InterruptedException {
        Work<String> work = tasks.<String>work(progress -> {
            progress.report(5, 5, "reading");
            return "done";
        }).start();
        runOne();
        assertThat(work.progressProperty().get()).isEqualTo(1);
        assertThat(work.messageProperty().get()).isEqualTo("reading");
    }

    private void runOne() throws InterruptedException {
        window.poll(20, TimeUnit.SECONDS).run();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
