package org.shegong.app.screens;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.stage.Window;
import org.shegong.app.AppContext;
import org.shegong.app.Changes;
import org.shegong.app.Navigator;
import org.shegong.app.Overlays;
import org.shegong.app.SeededStation;
import org.shegong.app.i18n.Texts;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.StationSession;
import org.shegong.app.settings.Settings;
import org.shegong.app.tasks.Tasks;
import org.shegong.db.Station;
import org.shegong.db.store.Origin;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

/** A real station with everything a screen asks for; work is done at once and nothing is shown. */
public final class ScreenBench implements AutoCloseable, Overlays, Navigator {
    public static final LocalDate TODAY = LocalDate.of(2026, 10, 31);
    public final List<String> toasts = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    public final List<Throwable> errors = new ArrayList<>();
    public final List<String> opened = new ArrayList<>();
    public final Map<String, List<String>> behind = new LinkedHashMap<>();
    /** What the button of the last toast does. */
    private Runnable offered = () -> { };
    private final StationSession session;
    private final AppContext context;
    private String behindTitle = "";

    /** An empty station. */
    public ScreenBench(Path folder) {
        this(folder, ProgramClock.on(TODAY));
    }

    private ScreenBench(Path folder, Clock clock) {
        this(folder, clock, SeededStation.empty(folder.resolve("station"), clock));
    }

    /**
     * A station that is open already.
     *
     * @param folder for settings and what is written
     */
    public ScreenBench(Path folder, Clock clock, StationSession session) {
        this.session = session;
        Tasks tasks = Tasks.direct();
        tasks.onFailure(errors::add);
        Settings settings = new Settings(folder.resolve("desk.properties"));
        settings.put("output.folder", folder.toString());
        context = new AppContext(session.station(), tasks, Texts.bundled(), settings, clock, new Changes(clock), this,
            this, () -> null);
    }

    public AppContext context() {
        return context;
    }

    public Station station() {
        return session.station();
    }

    public String behindTitle() {
        return behindTitle;
    }

    /** Keeps a submitted record, given as keys and values; tells its id. */
    public String add(String form, Object... keysAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        String id = station().newId();
        station().saving().importAll("import", "test",
            List.of(new RecordDraft(form, id, 0, RecordStatus.SUBMITTED, Origin.IMPORT, null, values)));
        return id;
    }

    @Override
    public void open(String screen) {
        opened.add(screen);
    }

    @Override
    public void openRecord(String form, String id) {
        opened.add(form + " " + id);
    }

    @Override
    public void resume(String form, String id) {
        opened.add("resume " + form + " " + id);
    }

    @Override
    public void newRecord(String form, Map<String, Object> prefilled) {
        opened.add("new " + form);
    }

    @Override
    public void openRecords(String title, Map<String, List<String>> idsByForm) {
        behindTitle = title;
        behind.clear();
        behind.putAll(idsByForm);
    }

    @Override
    public void back() {
        opened.add("back");
    }

    @Override
    public void dialog(Node content, Node firstFocus) {
        throw new UnsupportedOperationException("no window here");
    }

    @Override
    public void beneath(Node anchor, Node content, Node firstFocus) {
        throw new UnsupportedOperationException("no window here");
    }

    @Override
    public void close() {
        session.close();
    }

    @Override
    public void close(Node content) {
        throw new UnsupportedOperationException("no window here");
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public void toast(String text) {
        toasts.add(text);
    }

    @Override
    public void toast(String text, String actionText, Runnable action) {
        toasts.add(text);
        offered = action;
    }

    /** Presses the button of the last toast that had one. */
    public void takeOffer() {
        offered.run();
    }

    @Override
    public void confirm(String title, String text, String actionText, Runnable action) {
        asked.add(title);
        action.run();
    }

    @Override
    public void error(Throwable failure) {
        errors.add(failure);
    }

    @Override
    public Window window() {
        return null;
    }
}
