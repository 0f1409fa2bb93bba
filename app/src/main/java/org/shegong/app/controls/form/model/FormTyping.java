package org.shegong.app.controls.form.model;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shegong.db.journal.KeptTyping;
import org.shegong.db.journal.TypingDrafts;
import org.shegong.db.store.RecordData;

/**
 * Keeps what is typed into a form while it is typed: at most five seconds after a change and whenever the cursor
 * leaves a field. A power cut therefore costs a few words at most. Writes run in the background, one after the other.
 *
 * <p>For the window's thread only.
 */
public final class FormTyping {
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private final FormDesk desk;
    private final FormViewModel form;
    private final TypingDrafts drafts;
    private final ReadOnlyObjectWrapper<LocalTime> keptAt = new ReadOnlyObjectWrapper<>();
    private Runnable cancel = () -> { };
    private Runnable whenWritten = () -> { };
    private String caret;
    private boolean pending;
    private boolean writing;
    private boolean kept;
    private boolean closed;

    FormTyping(FormDesk desk, FormViewModel form, KeptTyping found) {
        this.desk = desk;
        this.form = form;
        this.drafts = desk.station().typing();
        this.kept = found != null;
        this.caret = found == null ? "" : found.caret();
        drafts.begin(form.id());
    }

    /** When what stands in the form was last kept; null while there was no need. */
    public ReadOnlyObjectProperty<LocalTime> keptAtProperty() {
        return keptAt.getReadOnlyProperty();
    }

    /** Key of the field with the cursor, or that had it when the typing was kept; empty for none. */
    public String caret() {
        return caret;
    }

    /** The cursor has come into a field; what was typed into another is kept now. */
    public void entered(String field) {
        if (!field.equals(caret)) {
            caret = field;
            left();
        }
    }

    /** The cursor has left the fields: what is not kept yet is kept now. */
    public void left() {
        if (pending) {
            keep();
        }
    }

    /** Something was typed or picked. */
    void changed() {
        if (!pending && !closed) {
            pending = true;
            cancel = desk.background().after(AT_MOST, () -> {
                if (pending) {
                    keep();
                }
            });
        }
    }

    /** Keeps everything now, whether it changed since or not; {@code then} is told whether that went well. */
    void keepNow(java.util.function.Consumer<Boolean> then) {
        afterWriting(() -> write(then));
    }

    /** Forgets what was kept, as when it has been saved or given up. */
    void drop() {
        settle();
        if (kept) {
            kept = false;
            afterWriting(() -> desk.background().act(() -> drafts.drop(form.id()), () -> { },
                failure -> form.saving().fail(failure)));
        }
    }

    /** The saving of the record has dropped it already. */
    void dropped() {
        settle();
        kept = false;
    }

    /** Runs something when no write is under way. */
    void afterWriting(Runnable then) {
        if (writing) {
            Runnable before = whenWritten;
            whenWritten = () -> {
                before.run();
                then.run();
            };
        } else {
            then.run();
        }
    }

    /** The form is left; what is kept of it may be offered again. */
    void close() {
        closed = true;
        settle();
        drafts.end(form.id());
    }

    private void settle() {
        cancel.run();
        pending = false;
        keptAt.set(null);
    }

    private void keep() {
        if (!form.dirtyProperty().get()) {
            drop();
        } else if (writing) {
            cancel.run();
            pending = false;
            afterWriting(this::keep);
        } else {
            write(ok -> { });
        }
    }

    private void write(java.util.function.Consumer<Boolean> then) {
        cancel.run();
        pending = false;
        writing = true;
        kept = true;
        KeptTyping typing = snapshot();
        desk.background().act(() -> drafts.keep(typing), () -> {
            keptAt.set(LocalDateTime.now(desk.station().clock()).toLocalTime());
            written();
            then.accept(true);
        }, failure -> {
            form.saving().fail(failure);
            written();
            then.accept(false);
        });
    }

    private void written() {
        writing = false;
        Runnable next = whenWritten;
        whenWritten = () -> { };
        next.run();
    }

    /** A new record is kept whole, an existing one by the fields that differ from it. */
    KeptTyping snapshot() {
        RecordData stored = form.saving().stored();
        Map<String, Object> base = stored == null ? Map.of() : form.baseline();
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, String> raw = new LinkedHashMap<>();
        for (FieldModel model : form.fields()) {
            String key = model.key();
            if (!model.rawProperty().get().isEmpty()) {
                raw.put(key, model.rawProperty().get());
            }
            if (model.isEditable() && !Objects.equals(model.value(), base.get(key))) {
                values.put(key, model.value());
                if (base.get(key) != null) {
                    before.put(key, base.get(key));
                }
            }
        }
        return new KeptTyping(form.form().key(), form.id(), stored == null ? 0 : stored.version(), "", values, before,
            raw, caret);
    }

    /** Day and time at the station of an instant. */
    static LocalDateTime local(String instant, ZoneId zone) {
        return LocalDateTime.ofInstant(java.time.Instant.parse(instant), zone);
    }
}
