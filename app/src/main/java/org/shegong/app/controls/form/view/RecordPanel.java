package org.shegong.app.controls.form.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.shegong.app.controls.form.model.FormDesk;
import org.shegong.app.controls.form.model.FormOpening;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordStatus;

/**
 * The panel beside a list in which records are edited. Forms that belong to a record lie over its form; going back
 * or closing keeps a draft of whatever was typed. For the JavaFX thread only.
 */
public final class RecordPanel extends StackPane implements PanelNavigation {
    private static final double WIDTH = 480;
    private final FormDesk desk;
    private final FormOpening opening;
    private final Deque<Layer> pages = new ArrayDeque<>();
    private final List<Consumer<RecordData>> savedListeners = new ArrayList<>();
    private Runnable closed = () -> { };
    private Consumer<RecordData> printed = record -> { };
    private BiConsumer<RecordData, Runnable> recycling = (record, done) -> { };
    private Consumer<FormViewModel> kept = form -> { };
    private Map<String, Object> given = Map.of();

    /** One form or page, and who wants to hear of its saves. */
    private record Layer(Node node, Consumer<RecordData> saved) {
    }

    public RecordPanel(FormDesk desk) {
        this.desk = desk;
        this.opening = new FormOpening(desk);
        getStyleClass().add("record-panel");
        getStylesheets().add(Objects.requireNonNull(
            RecordPanel.class.getResource("/org/shegong/app/form.css")).toExternalForm());
        setPrefWidth(WIDTH);
        setMinWidth(0);
    }

    /** Told when the panel has been left by Esc or its close button; whatever was typed is kept by then. */
    public void onClosed(Runnable listener) {
        closed = listener;
    }

    /** Hears of every record saved or taken back here, also of those lying over the first form. */
    public void onSaved(Consumer<RecordData> listener) {
        savedListeners.add(listener);
    }

    /** Hears of every form that was saved or taken back here, with its words and its way to take the save back. */
    public void onKept(Consumer<FormViewModel> listener) {
        kept = listener;
    }

    /**
     * Shows a new record, after keeping what was open.
     *
     * @param start values to begin with; also given to the records that Ctrl+Enter starts after it
     */
    public void openNew(String formKey, Map<String, Object> start) {
        leaveAll(() -> {
            given = start;
            opening.create(formKey, start, form -> start(form, true), this::failed);
        });
    }

    /** Shows a new record that takes over from the last one typed, after keeping what was open. */
    public void openCopy(String formKey) {
        leaveAll(() -> opening.copyLast(formKey, Map.of(), form -> start(form, true), this::failed));
    }

    /**
     * Shows a record, after keeping what was open.
     *
     * @param edit puts the cursor into the form; otherwise it stays in the list
     */
    public void open(String formKey, String id, boolean edit) {
        if (current() != null && current().form().id().equals(id)) {
            if (edit) {
                current().focusFirst();
            }
            return;
        }
        leaveAll(() -> opening.existing(formKey, id, form -> start(form, edit), this::failed));
    }

    /** The form on top; null while none is open. */
    public FormPanel current() {
        return !pages.isEmpty() && pages.peek().node() instanceof FormPanel panel ? panel : null;
    }

    /** True while a form is open. */
    public boolean isOpen() {
        return !pages.isEmpty();
    }

    /**
     * Keeps everything typed, then empties the panel.
     *
     * @param then run when all is kept; not run when keeping failed, in which case the form stays open
     */
    public void leaveAll(Runnable then) {
        if (pages.isEmpty()) {
            then.run();
        } else if (current() != null) {
            keepCovered();
            current().form().saving().leave(kept -> {
                if (kept) {
                    drop();
                    leaveAll(then);
                }
            });
        } else {
            drop();
            leaveAll(then);
        }
    }

    /** The window may close before the forms underneath have had their turn. */
    private void keepCovered() {
        pages.stream().skip(1).map(Layer::node).filter(FormPanel.class::isInstance).map(FormPanel.class::cast)
            .forEach(panel -> panel.form().typing().left());
    }

    @Override
    public void back() {
        if (current() != null) {
            current().form().saving().leave(kept -> {
                if (kept) {
                    backNow();
                }
            });
        } else {
            backNow();
        }
    }

    private void backNow() {
        drop();
        if (pages.isEmpty()) {
            closed.run();
        } else if (current() != null) {
            current().form().loadLabels();
            current().focusFirst();
        }
    }

    @Override
    public void create(String formKey, Map<String, Object> start, Consumer<RecordData> saved) {
        opening.create(formKey, start, form -> push(form, saved), this::failed);
    }

    @Override
    public void open(String formKey, String id, Consumer<RecordData> saved) {
        opening.existing(formKey, id, form -> push(form, saved), this::failed);
    }

    @Override
    public void resume(String formKey, String id) {
        current().form().saving().leave(kept -> {
            if (kept) {
                opening.existing(formKey, id, this::replaceTop, this::failed);
            }
        });
    }

    @Override
    public void next(String formKey) {
        opening.create(formKey, carried(formKey), this::replaceTop, this::failed);
    }

    @Override
    public void copyLast(FormViewModel form) {
        opening.copyLastInto(form, this::failed);
    }

    /** What the next record shares with the form on top: its parent, or what the panel was opened with. */
    private Map<String, Object> carried(String formKey) {
        String parent = desk.station().forms().form(formKey).parentField();
        Object value = parent.isEmpty() || current() == null ? null : current().form().values().get(parent);
        return value != null ? Map.of(parent, value) : pages.size() == 1 ? given : Map.of();
    }

    /** Hears which saved record is to be printed. */
    public void onPrint(Consumer<RecordData> listener) {
        printed = listener;
    }

    @Override
    public void print(FormViewModel form) {
        Consumer<Boolean> then = kept -> {
            if (kept) {
                printed.accept(form.saving().stored());
            }
        };
        RecordData stored = form.saving().stored();
        if (!form.dirtyProperty().get() && stored != null) {
            then.accept(true);
        } else if (stored == null || stored.status() == RecordStatus.DRAFT) {
            form.saving().keepDraft(then);
        } else {
            form.saving().submit(then);
        }
    }

    /** Hears which record is to go into the recycle bin; the second is run when it lies there. */
    public void onRecycle(BiConsumer<RecordData, Runnable> listener) {
        recycling = listener;
    }

    @Override
    public void recycle(FormViewModel form) {
        recycling.accept(form.saving().stored(), () -> {
            form.saving().discardChanges();
            form.close();
            backNow();
        });
    }

    @Override
    public void showHistory(String formKey, String id) {
        show(new HistoryPane(desk, formKey, id, this::back), record -> { });
    }

    private void start(FormViewModel form, boolean focus) {
        FormPanel panel = lay(form, record -> { });
        if (focus || form.isResumed()) {
            panel.focusFirst();
        }
    }

    private void push(FormViewModel form, Consumer<RecordData> saved) {
        lay(form, saved).focusFirst();
    }

    private void replaceTop(FormViewModel form) {
        Consumer<RecordData> saved = pages.peek().saved();
        if (current() != null) {
            current().form().close();
        }
        drop();
        lay(form, saved).focusFirst();
    }

    private FormPanel lay(FormViewModel form, Consumer<RecordData> saved) {
        FormPanel panel = new FormPanel(form, this, !pages.isEmpty());
        form.saving().onSaved(record -> {
            saved.accept(record);
            savedListeners.forEach(listener -> listener.accept(record));
            kept.accept(form);
            if (record.deleted() && current() != null && current().form() == form) {
                backNow();
            }
        });
        show(panel, saved);
        return panel;
    }

    private void show(Node page, Consumer<RecordData> saved) {
        cover(true);
        getChildren().removeIf(node -> node instanceof Label);
        pages.push(new Layer(page, saved));
        getChildren().add(page);
    }

    private void drop() {
        getChildren().remove(pages.pop().node());
        cover(false);
    }

    /** The page under another can neither be seen nor reached with Tab. */
    private void cover(boolean covered) {
        if (!pages.isEmpty()) {
            pages.peek().node().setDisable(covered);
            pages.peek().node().setVisible(!covered);
        }
    }

    private void failed(Exception failure) {
        boolean gone = failure instanceof java.util.NoSuchElementException;
        Label message = new Label(gone ? desk.texts().text("form.gone") : desk.texts().failure(failure));
        message.getStyleClass().add("panel-message");
        message.setWrapText(true);
        getChildren().removeIf(node -> node instanceof Label);
        getChildren().add(message);
    }
}
