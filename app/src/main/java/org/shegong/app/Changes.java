package org.shegong.app;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Tells the parts of the window that records have changed. Window thread only. */
public final class Changes {
    private final Clock clock;
    private final ReadOnlyObjectWrapper<LocalDateTime> lastSaved = new ReadOnlyObjectWrapper<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Changes(Clock clock) {
        this.clock = clock;
    }

    /** To be called after every save, import or undo. */
    public void saved() {
        lastSaved.set(LocalDateTime.now(clock));
        listeners.forEach(Runnable::run);
    }

    /** Calls the listener after each change. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** When something was last saved in this sitting; null before. */
    public ReadOnlyObjectProperty<LocalDateTime> lastSavedProperty() {
        return lastSaved.getReadOnlyProperty();
    }
}
