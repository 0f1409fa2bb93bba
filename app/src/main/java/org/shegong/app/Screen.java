package org.shegong.app;

import java.util.Map;
import javafx.scene.Node;

/** One place of the navigation. Made when first opened and kept. Window thread only. */
public interface Screen {
    /** What is shown; the same node each time. */
    Node view();

    /** Called each time the screen comes to the front: the moment to read again. */
    void shown();

    /**
     * Does what a key asks for.
     *
     * @return false when the screen has nothing for it
     */
    default boolean perform(DeskAction action) {
        return false;
    }

    /**
     * Opens one record.
     *
     * @return false when this screen does not show records of that form
     */
    default boolean openRecord(String form, String id) {
        return false;
    }

    /**
     * Starts a new record.
     *
     * @return false when this screen does not make records of that form
     */
    default boolean newRecord(String form, Map<String, Object> prefilled) {
        return false;
    }

    /** Brings a part of the screen to the front; a place it does not know changes nothing. */
    default void goTo(String place) {
    }

    /** Called before the station is closed: keeps what was typed. */
    default void leave() {
    }
}
