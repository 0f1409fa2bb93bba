package org.shegong.app.controls;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.shegong.app.DeskAction;
import org.shegong.db.store.RecordData;

/** The panel in which one record of any form is edited, as screens use it. Window thread only. */
public interface RecordEditor {
    /** The panel; the same node each time. */
    Region view();

    /**
     * Starts a new record. What stood in the panel is kept as a draft first.
     *
     * @param prefilled values already known, by field key; may be empty
     */
    void create(String form, Map<String, Object> prefilled);

    /** Shows a record for editing. What stood in the panel is kept as a draft first. */
    void open(String form, String id);

    /** Empties the panel; what was typed is kept as a draft. Calls the closing listener. */
    void close();

    /** Does what a key asks for, when the panel has something for it. */
    boolean perform(DeskAction action);

    /** Called after each save that kept something. */
    void onSaved(Consumer<RecordData> listener);

    /** Called after the panel was closed by the person or by {@link #close()}. */
    void onClosed(Runnable listener);
}
