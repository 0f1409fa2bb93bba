package org.shegong.app.controls.page;

import javafx.scene.Node;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;

/** The page of one record, in the place of its list. Window thread only. */
public interface RecordPage {
    /** What is shown; the same node each time. */
    Node view();

    /** Reads again; called each time the page comes to the front. */
    void shown();

    /**
     * Does what a key asks for.
     *
     * @return false when the page has nothing for it
     */
    boolean perform(DeskAction action);

    /** Closes the panel beside; what was typed is kept. */
    void leave();

    /** Makes pages of one form. */
    @FunctionalInterface
    interface Maker {
        /**
         * Makes the page of one record.
         *
         * @param back shows the list again
         */
        RecordPage make(AppContext context, String id, Runnable back);
    }
}
