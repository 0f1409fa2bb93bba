package org.shegong.app.backups;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shegong.app.Changes;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.StationName;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.backup.AutomaticBackup;
import org.shegong.db.backup.BackupFile;
import org.shegong.db.backup.BackupProblem;
import org.shegong.db.backup.BackupResult;

/**
 * Copies an open station by itself: half an hour after the first change that no copy holds, and when the window is
 * closed. Knows how old the copies are and what went wrong. Window thread only; the work runs beside it.
 */
public final class AutoBackup {
    /** How long work may go on without a copy. */
    static final Duration WORK = Duration.ofMinutes(30);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final String SECOND = "backup.second";
    private static final String SECOND_AT = "backup.second_at";
    private static final String DAYS = "backup.remind_days";
    private static final String REHEARSED = "backup.rehearsed";
    private static final String FIRST_SEEN = "backup.first_seen";
    private static final int USUAL_DAYS = 7;

    private final StationSession session;
    private final Tasks tasks;
    private final Settings settings;
    private final Texts texts;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<CopyAges> ages = new ReadOnlyObjectWrapper<>(CopyAges.UNKNOWN);
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper old = new ReadOnlyBooleanWrapper();
    private LocalDateTime changedSince;
    private boolean running;
    private boolean stopped;

    /** @param changes tells of every save */
    public AutoBackup(StationSession session, Tasks tasks, Settings settings, Texts texts, Changes changes) {
        this.session = session;
        this.tasks = tasks;
        this.settings = settings;
        this.texts = texts;
        this.clock = session.station().clock();
        changes.listen(this::changed);
        settings.put(FIRST_SEEN, settings.text(FIRST_SEEN, LocalDate.now(clock).toString()));
    }

    private record Seen(CopyAges ages, boolean behind, boolean secondLacks) {
    }

    /**
     * Looks at the copies there are and goes on looking every minute.
     *
     * @param then called once, after the first look
     */
    public void begin(Runnable then) {
        look(true, then);
        tasks.every(LOOK, () -> look(false, () -> { }));
    }

    /** Nothing is started any more; what runs comes to its end. */
    public void stop() {
        stopped = true;
    }

    /** True when there is work that no copy holds. */
    public boolean isNeeded() {
        return changedSince != null;
    }

    private void changed() {
        if (changedSince == null) {
            changedSince = LocalDateTime.now(clock);
        }
    }

    private void look(boolean compare, Runnable then) {
        if (stopped || running) {
            return;
        }
        Optional<Path> second = second();
        LocalDateTime known = time(settings.text(SECOND_AT, ""));
        tasks.work(progress -> seen(second, Optional.ofNullable(known), compare)).onSuccess(seen -> {
            show(seen.ages());
            if (seen.behind()) {
                changed();
            }
            then.run();
            due(seen, second);
        }).onError(failure -> System.getLogger(AutoBackup.class.getName())
            .log(System.Logger.Level.WARNING, "copies not looked at", failure)).start();
    }

    private Seen seen(Optional<Path> second, Optional<LocalDateTime> known, boolean compare) {
        String station = StationName.of(session.station());
        Optional<LocalDateTime> own = AutomaticBackup.newest(AutomaticBackup.ownFolder(session.folder()), station)
            .map(BackupFile::created);
        boolean there = second.filter(Files::isDirectory).isPresent();
        Optional<LocalDateTime> there2 = second.flatMap(folder -> AutomaticBackup.newest(folder, station))
            .map(BackupFile::created);
        boolean lacks = there && own.isPresent() && there2.map(made -> made.isBefore(own.get())).orElse(true);
        return new Seen(new CopyAges(own, second.isPresent(), there, there ? there2 : known),
            compare && copies().isBehind(station), lacks);
    }

    private void due(Seen seen, Optional<Path> second) {
        boolean longEnough = changedSince != null
            && !changedSince.plus(WORK).isAfter(LocalDateTime.now(clock));
        if (longEnough) {
            now(outcome -> { });
        } else if (seen.secondLacks() && second.isPresent() && !running && !stopped) {
            running = true;
            tasks.work(progress -> copies().catchUp(StationName.of(session.station()), second.get()))
                .titled(texts.get("copies.passing_on")).onSuccess(result -> passedOn(result))
                .onEnd(() -> running = false).start();
        }
    }

    /**
     * Makes a copy now, in the station's folder and on the second disk.
     *
     * @param then hears what came of it
     */
    public void now(Consumer<AutomaticBackup.Outcome> then) {
        if (running || stopped) {
            return;
        }
        running = true;
        LocalDateTime before = changedSince;
        changedSince = null;
        Optional<Path> second = second();
        tasks.work(progress -> copies().run(StationName.of(session.station()), second))
            .titled(texts.get("backup.making")).onSuccess(outcome -> {
                ended(outcome, before);
                then.accept(outcome);
            }).onEnd(() -> running = false).start();
    }

    private void ended(AutomaticBackup.Outcome outcome, LocalDateTime before) {
        problem.set("");
        if (outcome.own() instanceof BackupResult.Failed failed) {
            changedSince = before;
            problem.set(texts.get("copies.own_failed", texts.get(failed.problem().messageKey())));
        }
        CopyAges now = ages.get();
        Optional<LocalDateTime> own = outcome.own() instanceof BackupResult.Done done
            ? Optional.of(done.manifest().createdAt()) : now.own();
        show(new CopyAges(own, now.secondNamed(), now.secondThere(), now.second()));
        passedOn(outcome.second());
    }

    private void passedOn(Optional<BackupResult> result) {
        result.ifPresent(known -> {
            CopyAges now = ages.get();
            if (known instanceof BackupResult.Done done) {
                settings.put(SECOND_AT, done.manifest().created());
                show(new CopyAges(now.own(), true, true, Optional.of(done.manifest().createdAt())));
            } else if (known instanceof BackupResult.Failed failed) {
                boolean away = failed.problem() == BackupProblem.TARGET_MISSING;
                problem.set(texts.get("copies.second_failed", texts.get(failed.problem().messageKey())));
                show(new CopyAges(now.own(), true, !away, now.second()));
            }
        });
    }

    private AutomaticBackup copies() {
        return new AutomaticBackup(session.station().file(), session.key(), clock);
    }

    private void show(CopyAges seen) {
        ages.set(seen);
        line.set(seen.line(texts, clock));
        old.set(seen.isOld(remindDays(), clock));
    }

    /** The second disk's folder; empty when none is named. */
    public Optional<Path> second() {
        return second(settings);
    }

    /** The same as the settings of this computer say. */
    public static Optional<Path> second(Settings settings) {
        String named = settings.text(SECOND, "");
        try {
            return named.isEmpty() ? Optional.empty() : Optional.of(Path.of(named));
        } catch (InvalidPathException otherSystem) {
            return Optional.empty();
        }
    }

    /** Names the second disk's folder, or none; the newest copy goes there at once. */
    public void nameSecond(Optional<Path> folder) {
        settings.put(SECOND, folder.map(Path::toString).orElse(""));
        settings.put(SECOND_AT, "");
        problem.set("");
        look(false, () -> { });
    }

    /** After how many days an old copy is a reason to remind. */
    public int remindDays() {
        return settings.number(DAYS, USUAL_DAYS);
    }

    public void setRemindDays(int days) {
        settings.put(DAYS, String.valueOf(days));
        show(ages.get());
    }

    /** Day of the last rehearsal on this computer; empty when there was none. */
    public Optional<LocalDate> rehearsed() {
        return date(settings.text(REHEARSED, ""));
    }

    public void rehearsedToday() {
        settings.put(REHEARSED, LocalDate.now(clock).toString());
    }

    /** True when a year went by without a rehearsal. */
    public boolean isRehearsalDue() {
        return rehearsed().or(() -> date(settings.text(FIRST_SEEN, "")))
            .map(day -> !day.plusYears(1).isAfter(LocalDate.now(clock))).orElse(false);
    }

    public ReadOnlyObjectProperty<CopyAges> agesProperty() {
        return ages.getReadOnlyProperty();
    }

    /** How old the copies are, in words. */
    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** What went wrong last; empty when all is well. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether somebody should do something about the age. */
    public ReadOnlyBooleanProperty oldProperty() {
        return old.getReadOnlyProperty();
    }

    private static LocalDateTime time(String kept) {
        try {
            return LocalDateTime.parse(kept);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private static Optional<LocalDate> date(String kept) {
        try {
            return Optional.of(LocalDate.parse(kept));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
