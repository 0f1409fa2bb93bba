package org.shegong.app.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.Navigator;
import org.shegong.app.Screen;
import org.shegong.app.backups.AutoBackup;
import org.shegong.app.controls.RecordEditor;
import org.shegong.app.controls.form.FormRecordEditor;
import org.shegong.app.controls.form.TasksBackground;
import org.shegong.app.controls.form.model.FormDesk;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.preview.FormPrinting;
import org.shegong.app.controls.preview.PreviewOverlay;
import org.shegong.app.controls.trail.RecycleCard;
import org.shegong.app.controls.trail.StepUndoing;

/** The desk of an opened station: bars around, one screen in the middle, and the ways between screens. */
final class Desk implements Navigator {
    private static final int REMEMBERED = 30;
    private final BorderPane view = new BorderPane();
    private final StackPane content = new StackPane();
    private final List<ScreenEntry> entries;
    private final String station;
    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final Deque<String> before = new ArrayDeque<>();
    private String current = "";
    private AppContext context;
    private FormDesk forms;
    private FormPrinting printing;
    private NavigationBar navigation;
    private TopBar top;
    private Badges badges;
    private Runnable lock = () -> { };

    /** @param station name shown at the top */
    Desk(List<ScreenEntry> entries, String station) {
        this.entries = entries;
        this.station = station;
        content.getStyleClass().add("content");
        view.getStyleClass().add("desk");
    }

    /** Fills the desk; once, before anything else. */
    void begin(AppContext given, AutoBackup copies, Runnable onLock, UserSwitch users) {
        context = given;
        lock = onLock;
        badges = new Badges(context, entries);
        navigation = new NavigationBar(entries, context.texts(), badges, this::open);
        top = new TopBar(context, station, this::perform, users);
        StatusBar status = new StatusBar(context, new StatusLine(context, copies));
        view.setTop(top.view());
        view.setLeft(navigation.view());
        view.setCenter(content);
        view.setBottom(status.view());
        context.changes().listen(badges::refresh);
        open(first(entries));
    }

    /** Who sees no clients begins with the figures. */
    private static String first(List<ScreenEntry> entries) {
        return Stream.of("home", "reports").filter(key -> entries.stream().anyMatch(entry -> entry.key().equals(key)))
            .findFirst().orElse(entries.get(0).key());
    }

    Node view() {
        return view;
    }

    boolean perform(DeskAction action) {
        return switch (action) {
            case SEARCH -> searched();
            case LOCK -> locked();
            case HELP -> helped();
            case UNDO -> screen().map(shown -> shown.perform(action)).orElse(false) || undoneLast();
            default -> screen().map(shown -> shown.perform(action)).orElse(false);
        };
    }

    private boolean searched() {
        top.focusSearch();
        return true;
    }

    /** While somebody types, the keys of undoing mean the typing. */
    private boolean undoneLast() {
        if (view.getScene().getFocusOwner() instanceof TextInputControl) {
            return false;
        }
        new StepUndoing(context).undoLast();
        return true;
    }

    private boolean locked() {
        lock.run();
        return true;
    }

    private boolean helped() {
        ShortcutSheet sheet = new ShortcutSheet(context.texts(), entries, context.overlays(),
            new PreviewOverlay(context));
        context.overlays().dialog(sheet.view(), sheet.firstFocus());
        return true;
    }

    private Optional<Screen> screen() {
        return Optional.ofNullable(screens.get(current));
    }

    void showLetters(boolean shown) {
        navigation.showLetters(shown);
    }

    boolean openByLetter(String letter) {
        Optional<ScreenEntry> entry = entries.stream().filter(one -> one.letter().equals(letter)).findFirst();
        entry.ifPresent(one -> open(one.key()));
        return entry.isPresent();
    }

    @Override
    public void open(String key) {
        if (entries.stream().noneMatch(entry -> entry.key().equals(key))) {
            return;
        }
        if (!current.isEmpty() && !current.equals(key)) {
            before.push(current);
            if (before.size() > REMEMBERED) {
                before.removeLast();
            }
        }
        show(key);
    }

    @Override
    public void open(String key, String place) {
        open(key);
        Optional.ofNullable(screens.get(key)).ifPresent(screen -> screen.goTo(place));
    }

    private void show(String key) {
        ScreenEntry entry = entries.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
        Screen screen = screens.computeIfAbsent(key, made -> entry.make().apply(context));
        current = key;
        content.getChildren().setAll(screen.view());
        navigation.select(key);
        badges.refresh();
        screen.shown();
    }

    @Override
    public void back() {
        if (!before.isEmpty()) {
            show(before.pop());
        }
    }

    /** A fresh panel for editing one record. */
    RecordEditor newEditor() {
        if (forms == null) {
            forms = FormDesk.of(context.station(), new TasksBackground(context.tasks()), FormTexts.bundled());
            printing = new FormPrinting(context);
        }
        FormRecordEditor editor = new FormRecordEditor(forms, context.overlays());
        editor.onPrint(record -> printing.record(record.form(), record.id()));
        editor.onRecycle((record, done) -> new RecycleCard(context, record.form(), record.id(), done).show());
        return editor;
    }

    /** Lets every screen keep what was typed, before the station is closed. */
    void leave() {
        screens.values().forEach(Screen::leave);
    }

    @Override
    public void openRecord(String form, String id) {
        home(form).ifPresent(key -> {
            open(key);
            screens.get(key).openRecord(form, id);
        });
    }

    @Override
    public void resume(String form, String id) {
        home(form).ifPresent(key -> {
            open(key);
            screens.get(key).resume(form, id);
        });
    }

    @Override
    public void newRecord(String form, Map<String, Object> prefilled) {
        home(form).ifPresent(key -> {
            open(key);
            screens.get(key).newRecord(form, prefilled);
        });
    }

    private Optional<String> home(String form) {
        return entries.stream().filter(entry -> entry.forms().contains(form)).map(ScreenEntry::key).findFirst();
    }

    @Override
    public void openRecords(String title, Map<String, List<String>> idsByForm) {
        RecordsBehind behind = new RecordsBehind(context, title, idsByForm);
        context.overlays().dialog(behind.view(), behind.firstFocus());
    }
}
